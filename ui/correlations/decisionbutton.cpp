// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/decisionbutton.h"

#include "ui/widgets/theme.h"
#include "ui/widgets/typography.h"

#include <QKeySequence>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace renewal::ui {

DecisionButton::DecisionButton(const QString &text, const QString &objectName, const QKeySequence &key,
                               ButtonKind kind, QWidget *parent)
    : QPushButton(text, parent)
    , m_key(key.toString(QKeySequence::NativeText))
{
    dressButton(this, objectName, kind);
    setToolTip(m_key);
    setAccessibleDescription(tr("Key %1", "a key of the keyboard").arg(m_key));
}

void DecisionButton::setPrimary(bool primary)
{
    if (primary == (buttonKind(this) == ButtonKind::Primary))
        return;
    dressButton(this, objectName(), primary ? ButtonKind::Primary : ButtonKind::Plain);
    update();
}

QSize DecisionButton::sizeHint() const
{
    return QPushButton::sizeHint() + QSize(keyWidth(), 0);
}

int DecisionButton::keyWidth() const
{
    return QFontMetrics(roleFont(FontRole::Small)).horizontalAdvance(m_key) + scaled(this, 8);
}

QSize DecisionButton::minimumSizeHint() const
{
    return {scaled(this, 120), sizeHint().height()};
}

void DecisionButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    painter.drawControl(QStyle::CE_PushButtonBevel, option);
    const Theme theme = Theme::of(palette());
    const bool primary = buttonKind(this) == ButtonKind::Primary;
    const int side = scaled(this, 12);
    const QRect area = rect().adjusted(side, 0, -side, 0);
    if (!isEnabled())
        painter.setOpacity(0.6);
    const QFont small = roleFont(FontRole::Small);
    painter.setPen(primary ? theme.onAccent : theme.text);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(text(), Qt::ElideRight, area.width()));
    // Where it gets narrow the words matter more; the tool tip has the key.
    if (fontMetrics().horizontalAdvance(text()) > area.width() - keyWidth())
        return;
    painter.setFont(small);
    painter.setPen(primary ? theme.onAccent : theme.textQuiet);
    painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, m_key);
}

} // namespace renewal::ui
