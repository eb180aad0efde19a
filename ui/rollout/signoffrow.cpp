// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollout/signoffrow.h"

#include "models/items/datetexts.h"
#include "models/rollout/disciplines.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typography.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace renewal::ui {

using namespace Qt::StringLiterals;

SignOffRow::SignOffRow(const QString &objectName, QWidget *parent)
    : QCheckBox(parent)
{
    setObjectName(objectName);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SignOffRow::setSignOff(const SignOff &signOff)
{
    m_title = rollout::disciplineTitle(signOff.discipline);
    m_by.clear();
    if (signOff.given) {
        const QString day = signOff.at.isValid()
                                ? QLocale().toString(signOff.at.toUTC().date(), tr("MMM d", "date format"))
                                : QString();
        m_by = signOff.by.isEmpty() || day.isEmpty() ? signOff.by + day
                                                     : tr("%1, %2", "name, day").arg(signOff.by, day);
    }
    setChecked(signOff.given);
    setText(m_title);
    setAccessibleName(signOff.given
                          ? tr("%1 has signed off: %2", "discipline, who and when").arg(m_title, m_by)
                          : tr("%1 has not signed off", "discipline").arg(m_title));
    QStringList hints;
    if (!signOff.note.isEmpty())
        hints += signOff.note;
    if (signOff.at.isValid())
        hints += items::zonedTime(signOff.at, QTimeZone::systemTimeZone());
    hints += signOff.given ? tr("Choose to take it back") : tr("Choose to sign off");
    setToolTip(hints.join(u'\n'));
    setAccessibleDescription(hints.join(u". "));
    updateGeometry();
    update();
}

QSize SignOffRow::sizeHint() const
{
    const QFontMetrics metrics(roleFont(FontRole::Body));
    return {metrics.horizontalAdvance(m_title + m_by) + scaled(this, 40), metrics.height() + scaled(this, 6)};
}

QSize SignOffRow::minimumSizeHint() const
{
    return {scaled(this, 120), sizeHint().height()};
}

void SignOffRow::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() && isEnabled()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.track);
        painter.drawRoundedRect(rect(), 4, 4);
    }
    const QFont font = roleFont(FontRole::Body);
    const QFontMetrics metrics(font);
    const int side = scaled(this, 3);
    const double size = scaled(this, 9);
    const QRectF sign(side, (height() - size) / 2.0, size, size);
    painter.setPen(
        QPen(isChecked() ? theme.good : theme.textQuiet, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    if (isChecked())
        painter.drawPolyline(QPolygonF{{sign.left(), sign.center().y()},
                                       {sign.left() + size * 0.38, sign.bottom() - size * 0.12},
                                       {sign.right(), sign.top() + size * 0.1}});
    else
        painter.drawEllipse(sign);
    painter.setFont(font);
    const int left = static_cast<int>(sign.right()) + scaled(this, 7);
    const QColor ink =
        palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText);
    painter.setPen(ink);
    const QRect text(left, 0, width() - left - side, height());
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, m_title);
    painter.setPen(theme.textQuiet);
    const QRect by = text.adjusted(metrics.horizontalAdvance(m_title) + scaled(this, 6), 0, 0, 0);
    painter.drawText(by, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(m_by, Qt::ElideRight, std::max(by.width(), 0)));
    if (hasFocus())
        paintFocusRing(&painter, rect(), 4, theme);
}

} // namespace renewal::ui
