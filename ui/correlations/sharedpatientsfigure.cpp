// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/sharedpatientsfigure.h"

#include "ui/correlations/overlapcircles.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typography.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace renewal::ui {

SharedPatientsFigure::SharedPatientsFigure(const QString &objectName, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(objectName);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SharedPatientsFigure::setCounts(qint64 prescriber, qint64 careTeam, qint64 both)
{
    m_prescriber = prescriber;
    m_careTeam = careTeam;
    m_both = both;
    update();
}

QSize SharedPatientsFigure::sizeHint() const
{
    return {scaled(this, 116), scaled(this, 64)};
}

void SharedPatientsFigure::paintEvent(QPaintEvent *)
{
    const auto circles = overlapCircles(static_cast<double>(m_prescriber), static_cast<double>(m_careTeam),
                                        static_cast<double>(m_both));
    if (circles.width() <= 0)
        return;
    const Theme theme = Theme::of(palette());
    const QRectF area = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    const double unit = std::min(area.width() / circles.width(), area.height() / circles.height());
    const double left = area.center().x() - circles.width() * unit / 2;
    const double leftmost = std::min(-circles.firstRadius, circles.distance - circles.secondRadius);
    const auto circle = [&](double centre, double radius) {
        QPainterPath path;
        path.addEllipse(QPointF(left + (centre - leftmost) * unit, area.center().y()), radius * unit,
                        radius * unit);
        return path;
    };
    const QPainterPath first = circle(0, circles.firstRadius);
    const QPainterPath second = circle(circles.distance, circles.secondRadius);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(first, theme.tone(items::Tone::Info).fill);
    painter.fillPath(second, theme.tone(items::Tone::Good).fill);
    if (m_both > 0) {
        const QPainterPath both = first.intersected(second);
        painter.fillPath(both, theme.panel);
        painter.fillPath(both, QBrush(theme.text, Qt::BDiagPattern));
    }
    const double pen = scaled(this, 3) / 2.0;
    painter.setPen(QPen(theme.accent, pen));
    painter.drawPath(first);
    painter.setPen(QPen(theme.good, pen, Qt::DashLine));
    painter.drawPath(second);
}

} // namespace renewal::ui
