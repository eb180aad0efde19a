// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/renewals/duplicatedialog.h"

#include "models/items/renewaltexts.h"
#include "models/items/triagetexts.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

DuplicateDialog::DuplicateDialog(const Renewal &renewal, const QVector<Renewal> &others, QWidget *parent)
    : QDialog(parent)
    , m_list(new QListWidget(this))
    , m_close(makeButton(tr("Close as duplicate"), u"confirmDuplicateButton"_s, ButtonKind::Primary, this))
{
    setObjectName(u"duplicateDialog"_s);
    setWindowTitle(tr("Close as duplicate"));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(scaled(this, 8));
    layout->addWidget(makeLabel(items::subjectLines({renewal}, 1).join(u'\n'), u"duplicateSubjectLabel"_s,
                                FontRole::Strong, this));
    layout->addWidget(makeLabel(tr("Which request stands for it? That one stays in the queue."),
                                u"duplicateQuestionLabel"_s, FontRole::Body, this));
    setupList(others);
    layout->addWidget(m_list, 1);
    auto *buttons = new QHBoxLayout;
    QPushButton *cancel = makeButton(tr("Cancel"), u"cancelDuplicateButton"_s, ButtonKind::Plain, this);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_close);
    layout->addLayout(buttons);
    m_close->setDefault(true);
    m_close->setEnabled(false);
    resize(scaled(this, 440), scaled(this, 260));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    m_list->setFocus();
}

void DuplicateDialog::setupList(const QVector<Renewal> &others)
{
    m_list->setObjectName(u"duplicatesList"_s);
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Other requests of this patient"));
    for (const Renewal &other : others) {
        const QString asked = QLocale().toString(other.requestedAt.date(), QLocale::ShortFormat);
        auto *item = new QListWidgetItem(tr("%1, asked for on %2: %3", "medication, date, state")
                                             .arg(other.drug, asked, items::nextStepText(other)),
                                         m_list);
        item->setData(Qt::UserRole, other.id.value);
    }
    m_list->installEventFilter(this);
    connect(m_list, &QListWidget::itemSelectionChanged, this,
            [this] { m_close->setEnabled(kept().isValid()); });
}

RenewalId DuplicateDialog::kept() const
{
    const QList<QListWidgetItem *> chosen = m_list->selectedItems();
    return chosen.isEmpty() ? RenewalId{} : RenewalId{chosen.first()->data(Qt::UserRole).toLongLong()};
}

/// Having the focus, the list is at its first row already: the first step chooses it.
bool DuplicateDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && watched == m_list && !kept().isValid()) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            m_list->setCurrentRow(0, QItemSelectionModel::ClearAndSelect);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace renewal::ui
