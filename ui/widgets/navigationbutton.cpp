// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/navigationbutton.h"

#include "ui/widgets/theme.h"
#include "ui/widgets/typography.h"

#include <QPainter>

namespace renewal::ui {

using namespace Qt::StringLiterals;

NavigationButton::NavigationButton(const QString &text, const QString &objectName, QWidget *parent)
    : QAbstractButton(parent)
{
    setObjectName(objectName);
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setAutoExclusive(true);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NavigationButton::setBadge(const QString &badge, const QString &spoken, bool alarm)
{
    if (badge == m_badge && alarm == m_alarm)
        return;
    m_badge = badge;
    m_alarm = alarm;
    setAccessibleName(spoken.isEmpty() ? text() : text() + u", "_s + spoken);
    update();
}

QSize NavigationButton::sizeHint() const
{
    return {scaled(this, 140), scaled(this, 36)};
}

void NavigationButton::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = theme.navStrong;
    veil.setAlphaF(isChecked() ? 0.12F : underMouse() ? 0.06F : 0.0F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(veil);
    painter.drawRoundedRect(rect(), 6, 6);
    if (hasFocus()) {
        painter.setPen(QPen(theme.navStrong, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
    const int side = scaled(this, 10);
    painter.setFont(roleFont(isChecked() ? FontRole::Strong : FontRole::Body));
    painter.setPen(isChecked() ? theme.navStrong : theme.navText);
    painter.drawText(rect().adjusted(side, 0, -side, 0), Qt::AlignLeft | Qt::AlignVCenter, text());
    if (m_badge.isEmpty())
        return;
    const QFont badgeFont = roleFont(FontRole::Tiny);
    const QFontMetrics metrics(badgeFont);
    const double high = metrics.height() + 4;
    const double wide = std::max(high, metrics.horizontalAdvance(m_badge) + 14.0);
    const QRectF pill(width() - side - wide, (height() - high) / 2, wide, high);
    QColor fill = theme.navStrong;
    fill.setAlphaF(0.17F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_alarm ? theme.alarm : fill);
    painter.drawRoundedRect(pill, high / 2, high / 2);
    painter.setFont(badgeFont);
    painter.setPen(m_alarm ? QColor(Qt::white) : theme.navStrong);
    painter.drawText(pill, Qt::AlignCenter, m_badge);
}

} // namespace renewal::ui
