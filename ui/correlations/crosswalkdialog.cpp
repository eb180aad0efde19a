// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/crosswalkdialog.h"

#include "models/items/figuresmodel.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tablesetup.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

CrosswalkDialog::CrosswalkDialog(const CrosswalkReport &report, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"crosswalkDialog"_s);
    setWindowTitle(tr("Crosswalk"));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(scaled(this, 8));
    layout->addWidget(makeLabel(tr("Nothing of the crosswalk was taken"), u"crosswalkTitleLabel"_s,
                                FontRole::Heading, this));
    layout->addWidget(makeLabel(tr("%Ln of its rows cannot be used. Correct them, then give the file again.",
                                   nullptr, int(report.problems.size())),
                                u"crosswalkSummaryLabel"_s, FontRole::Body, this));
    auto *rows = new items::FiguresModel({tr("Row"), tr("What is wrong")}, this);
    QVector<QStringList> texts;
    for (const CrosswalkProblem &problem : report.problems)
        texts.append({QString::number(problem.row), problem.text});
    rows->setRows(texts);
    auto *table = new QTableView(this);
    table->setObjectName(u"crosswalkTable"_s);
    table->setAccessibleName(tr("Rows that cannot be used"));
    setupRowTable(table, RowDelegate::Height::OneLine);
    table->setModel(rows);
    table->setFrameShape(QFrame::StyledPanel);
    setColumnWidths(table, 1, {{0, 60}});
    layout->addWidget(table, 1);
    auto *buttons = new QHBoxLayout;
    QPushButton *other = makeButton(tr("Other file…"), u"otherCrosswalkButton"_s, ButtonKind::Plain, this);
    QPushButton *close = makeButton(tr("Close"), u"closeCrosswalkButton"_s, ButtonKind::Primary, this);
    close->setDefault(true);
    buttons->addStretch(1);
    buttons->addWidget(other);
    buttons->addWidget(close);
    layout->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(other, &QPushButton::clicked, this, [this] {
        reject();
        emit otherFileWanted();
    });
    resize(scaled(this, 600), scaled(this, 360));
    table->selectRow(0);
}

} // namespace renewal::ui
