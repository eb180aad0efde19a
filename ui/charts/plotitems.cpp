// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plotitems.h"

#include "models/items/metrictablemodel.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ChartAxis)
};

constexpr double hour = 3600;
constexpr double day = 24 * hour;

QDateTime timeOf(double seconds, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(std::llround(seconds * 1000), zone);
}
} // namespace

void placeBy(QCPAbstractItem *item, QCPItemPosition::PositionType x, QCPItemPosition::PositionType y)
{
    item->setSelectable(false);
    for (QCPItemPosition *position : item->positions()) {
        position->setTypeX(x);
        position->setTypeY(y);
    }
}

HatchedSpan::HatchedSpan(QCustomPlot *plot)
    : QCPItemRect(plot)
{
    setSelectable(false);
}

void HatchedSpan::draw(QCPPainter *painter)
{
    const QRectF area = QRectF(topLeft->pixelPosition(), bottomRight->pixelPosition()).normalized();
    if (area.width() < 1 || area.height() < 1)
        return;
    painter->setPen(pen());
    constexpr double distance = 8;
    // Each line runs up to the right at 45 degrees and ends at the border of the area.
    for (double x = area.left() - area.height(); x < area.right(); x += distance) {
        const double from = std::max(x, area.left());
        const double to = std::min(x + area.height(), area.right());
        if (to > from)
            painter->drawLine(QLineF(from, area.bottom() - (from - x), to, area.bottom() - (to - x)));
    }
}

TimeSelection::TimeSelection(QCustomPlot *plot)
    : QCPSelectionRect(plot)
{
}

void TimeSelection::draw(QCPPainter *painter)
{
    if (!mActive)
        return;
    const QRect axes = mParentPlot->axisRect()->rect();
    const QRect chosen = mRect.normalized();
    painter->setAntialiasing(false);
    painter->setPen(mPen);
    painter->setBrush(mBrush);
    painter->drawRect(QRect(chosen.left(), axes.top(), chosen.width(), axes.height()).intersected(axes));
}

ValueTicker::ValueTicker(const QString &unit)
    : m_unit(unit)
{
    setTickCount(3);
}

QString ValueTicker::getTickLabel(double tick, const QLocale &locale, QChar, int)
{
    if (std::abs(tick) < 1e-9)
        return u"0"_s;
    const int decimals = tick == std::floor(tick) ? 0 : std::abs(tick) >= 0.1 ? 1 : 2;
    const QString number = locale.toString(tick, 'f', decimals);
    const QString unit = items::shownUnit(m_unit);
    return unit.size() <= 2 && !unit.isEmpty() ? number + u' ' + unit : number;
}

ZoneTicker::ZoneTicker(const QTimeZone &zone)
    : m_zone(zone)
{
    setDateTimeSpec(Qt::TimeZone);
    setTimeZone(zone);
    setTickCount(7);
}

double ZoneTicker::getTickStep(const QCPRange &range)
{
    m_step = range.size() / std::max(tickCount(), 1);
    for (const double step : {hour / 60, hour / 12, hour / 4, hour, 3 * hour, 6 * hour, 12 * hour, day,
                              2 * day, 7 * day, 14 * day, 30 * day, 91 * day}) {
        if (m_step <= step * 1.05) {
            m_step = step;
            return step;
        }
    }
    m_step = 365 * day;
    return m_step;
}

QVector<double> ZoneTicker::createTickVector(double tickStep, const QCPRange &range)
{
    // From midnight in the zone on, so that days begin where people's days do, also after the clocks change.
    QVector<double> ticks;
    const QDateTime first = timeOf(range.lower, m_zone);
    if (!first.isValid() || tickStep <= 0)
        return ticks;
    if (tickStep >= day) {
        const int days = static_cast<int>(std::lround(tickStep / day));
        for (QDate date = first.date(); ticks.size() < 200; date = date.addDays(days)) {
            const auto at = static_cast<double>(date.startOfDay(m_zone).toSecsSinceEpoch());
            if (at > range.upper)
                break;
            ticks.append(at);
        }
        return ticks;
    }
    const auto midnight = static_cast<double>(first.date().startOfDay(m_zone).toSecsSinceEpoch());
    const double start = midnight + std::floor((range.lower - midnight) / tickStep) * tickStep;
    for (double at = start; at <= range.upper && ticks.size() < 200; at += tickStep)
        ticks.append(at);
    return ticks;
}

QString ZoneTicker::getTickLabel(double tick, const QLocale &locale, QChar, int)
{
    const QDateTime at = timeOf(tick, m_zone);
    if (m_step >= 90 * day)
        return locale.toString(at.date(), Texts::tr("MMM yyyy", "date format"));
    const bool dayBegins = at.time() == QTime(0, 0);
    if (m_step >= day || dayBegins)
        return locale.toString(at.date(), Texts::tr("MMM d", "date format"));
    return at.toString(u"HH:mm"_s);
}

} // namespace renewal::ui
