// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

Card::Card(const QString &title, const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel(title, u"cardTitleLabel"_s, FontRole::Card, this))
    , m_head(new QHBoxLayout)
    , m_content(new QVBoxLayout(this))
{
    setObjectName(objectName);
    const int side = scaled(this, 12);
    const int end = scaled(this, 11);
    m_content->setContentsMargins(side, end, side, end);
    m_content->setSpacing(scaled(this, 5));
    m_head->setSpacing(scaled(this, 8));
    m_head->addWidget(m_title, 1);
    m_title->setContentsMargins(0, 0, 0, scaled(this, 2));
    m_title->setVisible(!title.isEmpty());
    m_content->addLayout(m_head);
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
}

void Card::setCorner(QWidget *widget)
{
    m_head->addWidget(widget, 0, Qt::AlignRight | Qt::AlignVCenter);
}

void Card::add(QWidget *widget, int stretch)
{
    m_content->addWidget(widget, stretch);
}

void Card::setTone(std::optional<items::Tone> tone)
{
    m_tone = tone;
    m_title->setForegroundRole(tone == items::Tone::Bad ? QPalette::BrightText : QPalette::NoRole);
    update();
}

void Card::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_tone ? theme.tone(*m_tone).ink : theme.line);
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
}

} // namespace renewal::ui
