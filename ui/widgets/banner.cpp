// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"

#include "ui/widgets/accessibility.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace renewal::ui {

using namespace Qt::StringLiterals;

Banner::Banner(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_text(makeLabel({}, u"bannerLabel"_s, FontRole::Body, this))
    , m_action(makeButton({}, u"bannerActionButton"_s, ButtonKind::Plain, this))
    , m_close(makeButton(tr("Close"), u"bannerCloseButton"_s, ButtonKind::Link, this))
{
    setObjectName(objectName);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(scaled(this, 16), scaled(this, 6), scaled(this, 12), scaled(this, 6));
    layout->setSpacing(scaled(this, 10));
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    connect(m_action, &QPushButton::clicked, this, &Banner::actionRequested);
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void Banner::showMessage(const QString &text, items::Tone tone, const QString &actionText)
{
    const bool isNews = !isVisible() || text != m_text->text();
    m_tone = tone;
    m_text->setText(text);
    m_action->setText(actionText);
    m_action->setVisible(!actionText.isEmpty());
    show();
    update();
    if (isNews)
        announce(this, text);
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    const Theme::Pair colors = theme.tone(m_tone);
    QPainter painter(this);
    painter.fillRect(rect(), colors.fill);
    painter.fillRect(QRect(0, 0, 4, height()), colors.ink);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.line);
}

} // namespace renewal::ui
