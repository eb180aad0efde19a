// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/factsdialog.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

FactsDialog::FactsDialog(const QString &title, const QVector<Fact> &facts, const QString &note,
                         const QString &objectName, QWidget *parent)
    : QDialog(parent)
    , m_close(makeButton(tr("Close"), u"closeFactsButton"_s, ButtonKind::Primary, this))
    , m_buttons(new QWidget(this))
{
    setObjectName(objectName);
    setWindowTitle(title);
    auto *grid = new FactsGrid(120, u"factsGrid"_s, this);
    grid->setFacts(facts);
    auto *row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch(1);
    row->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(scaled(this, 12));
    layout->addWidget(makeLabel(title, u"factsTitleLabel"_s, FontRole::Heading, this));
    layout->addWidget(grid);
    if (!note.isEmpty())
        layout->addWidget(makeQuietLabel(note, u"factsNoteLabel"_s, FontRole::Small, this));
    layout->addStretch(1);
    layout->addWidget(m_buttons);
    setMinimumWidth(scaled(this, 440));
    m_close->setDefault(true);
    m_close->setFocus();
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
}

void FactsDialog::setCloseText(const QString &text)
{
    m_close->setText(text);
}

QPushButton *FactsDialog::addAction(const QString &text, const QString &objectName)
{
    QPushButton *button = makeButton(text, objectName, ButtonKind::Plain, this);
    static_cast<QHBoxLayout *>(m_buttons->layout())->insertWidget(1, button);
    connect(button, &QPushButton::clicked, this, &QDialog::accept);
    return button;
}

} // namespace renewal::ui
