// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/foldedcard.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

FoldedCard::FoldedCard(const QString &title, int shown, const QString &purpose, QWidget *parent)
    : QWidget(parent)
    , m_shown(shown)
    , m_text(makeLabel({}, purpose + u"Label"_s, FontRole::Body, this))
    , m_fold(makeButton({}, purpose + u"FoldButton"_s, ButtonKind::Link, this))
{
    setObjectName(purpose + u"Part"_s);
    auto *card = new Card(title, purpose + u"Card"_s, this);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAccessibleName(title);
    card->add(m_text);
    card->setCorner(m_fold);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    connect(m_fold, &QPushButton::clicked, this, [this] {
        m_isOpen = !m_isOpen;
        show();
    });
    setLines({});
}

void FoldedCard::setLines(const QStringList &lines)
{
    if (lines != m_lines)
        m_isOpen = false;
    m_lines = lines;
    show();
}

void FoldedCard::show()
{
    setVisible(!m_lines.isEmpty());
    m_text->setText((m_isOpen ? m_lines : m_lines.mid(0, m_shown)).join(u'\n').trimmed());
    m_fold->setVisible(m_lines.size() > m_shown);
    m_fold->setText(m_isOpen ? tr("Show fewer") : tr("Show all %n", nullptr, int(m_lines.size())));
}

} // namespace renewal::ui
