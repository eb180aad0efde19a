// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plotpoints.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace renewal::ui {

namespace {
constexpr double gap = std::numeric_limits<double>::quiet_NaN();

/// The usual distance of two points in seconds; 0 when there is none.
double rhythm(const QVector<PlotPoint> &points)
{
    if (points.size() < 3)
        return 0;
    QVector<double> steps;
    steps.reserve(points.size() - 1);
    for (qsizetype i = 1; i < points.size(); ++i)
        steps.append(points[i].at - points[i - 1].at);
    const auto middle = steps.begin() + steps.size() / 2;
    std::nth_element(steps.begin(), middle, steps.end());
    return *middle;
}

/// Gathers the points of one pixel of an unbroken line.
class PixelColumn
{
public:
    explicit PixelColumn(QVector<PlotPoint> *line)
        : m_line(line)
    {
    }

    void add(const PlotPoint &point)
    {
        if (m_count == 0)
            m_first = m_least = m_most = point;
        if (point.value < m_least.value)
            m_least = point;
        if (point.value > m_most.value)
            m_most = point;
        m_last = point;
        ++m_count;
    }

    void finish()
    {
        if (m_count == 0)
            return;
        const bool leastFirst = m_least.at <= m_most.at;
        double before = -std::numeric_limits<double>::infinity();
        for (const PlotPoint &point :
             {m_first, leastFirst ? m_least : m_most, leastFirst ? m_most : m_least, m_last}) {
            if (point.at > before)
                m_line->append(point);
            before = std::max(before, point.at);
        }
        m_count = 0;
    }

private:
    QVector<PlotPoint> *m_line;
    PlotPoint m_first;
    PlotPoint m_least;
    PlotPoint m_most;
    PlotPoint m_last;
    int m_count = 0;
};

/// Where the line from a to b is at a time between them; nothing when one of them is missing.
std::optional<PlotPoint> cut(const PlotPoint &a, const PlotPoint &b, double at)
{
    if (std::isnan(a.value) || std::isnan(b.value) || b.at <= a.at || at <= a.at || at >= b.at)
        return std::nullopt;
    return PlotPoint{at, a.value + (b.value - a.value) * (at - a.at) / (b.at - a.at)};
}

QVector<PlotPoint> lonePoints(const QVector<PlotPoint> &line)
{
    QVector<PlotPoint> dots;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const bool hasBefore = i > 0 && !std::isnan(line[i - 1].value);
        const bool hasAfter = i + 1 < line.size() && !std::isnan(line[i + 1].value);
        if (!std::isnan(line[i].value) && !hasBefore && !hasAfter)
            dots.append(line[i]);
    }
    return dots;
}
} // namespace

double plotSeconds(const QDateTime &at)
{
    return static_cast<double>(at.toMSecsSinceEpoch()) / 1000;
}

QVector<PlotPoint> plotPoints(const MetricSeries &series)
{
    QVector<PlotPoint> points;
    points.reserve(series.points.size());
    for (const MetricPoint &point : series.points)
        points.append({plotSeconds(point.at), point.value.value_or(gap)});
    std::ranges::stable_sort(points, {}, &PlotPoint::at);
    const double step = rhythm(points);
    if (step <= 0)
        return points;
    QVector<PlotPoint> whole;
    whole.reserve(points.size());
    for (const PlotPoint &point : std::as_const(points)) {
        // A little late is still in rhythm; one left out is a gap, whoever left it out.
        if (!whole.isEmpty() && point.at - whole.last().at > 1.75 * step)
            whole.append({whole.last().at + step, gap});
        whole.append(point);
    }
    return whole;
}

PlotLine visibleLine(const QVector<PlotPoint> &points, TimeSpan span, int pixels)
{
    PlotLine result;
    if (!span.isValid() || pixels <= 0)
        return result;
    const auto first = std::ranges::lower_bound(points, span.from, {}, &PlotPoint::at);
    const auto end = std::ranges::upper_bound(points, span.to, {}, &PlotPoint::at);
    if (first > points.cbegin() && first < points.cend()) {
        if (const auto edge = cut(*(first - 1), *first, span.from))
            result.line.append(*edge);
    }
    // Columns lie on a grid of their own, not on that of the span: panning does not make the line shiver.
    const double column = span.length() / pixels;
    PixelColumn pixel(&result.line);
    double columnEnd = -std::numeric_limits<double>::infinity();
    for (auto point = first; point < end; ++point) {
        if (std::isnan(point->value)) {
            pixel.finish();
            if (!result.line.isEmpty() && !std::isnan(result.line.last().value))
                result.line.append(*point);
            continue;
        }
        if (point->at >= columnEnd) {
            pixel.finish();
            columnEnd = (std::floor(point->at / column) + 1) * column;
        }
        pixel.add(*point);
    }
    pixel.finish();
    if (end > points.cbegin() && end < points.cend()) {
        if (const auto edge = cut(*(end - 1), *end, span.to))
            result.line.append(*edge);
    }
    result.dots = lonePoints(result.line);
    return result;
}

} // namespace renewal::ui
