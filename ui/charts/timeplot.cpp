// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/timeplot.h"

#include "ui/charts/plotitems.h"
#include "ui/charts/qcp.h"
#include "ui/charts/serieslook.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typography.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr double shortestSpan = 60;

QString cursorLayer()
{
    return u"cursor"_s;
}

void setPoints(QCPGraph *graph, const QVector<PlotPoint> &points)
{
    QVector<QCPGraphData> data;
    data.reserve(points.size());
    for (const PlotPoint &point : points)
        data.append(QCPGraphData(point.at, point.value));
    graph->data()->set(data, true);
}
} // namespace

TimePlot::TimePlot(QWidget *parent)
    : m_plot(new QCustomPlot(parent))
    , m_backdrop(m_plot)
{
    m_plot->setObjectName(u"chartPlot"_s);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setPlottingHints(QCP::phFastPolylines | QCP::phCacheLabels);
    setupLayers();
    setupAxes();
    setupItems();
}

void TimePlot::setupLayers()
{
    m_plot->addLayer(cursorLayer(), m_plot->layer(u"overlay"_s), QCustomPlot::limBelow);
    m_plot->setSelectionRect(new TimeSelection(m_plot));
    // The cursor moves without the lines being drawn again.
    m_plot->layer(cursorLayer())->setMode(QCPLayer::lmBuffered);
}

void TimePlot::setupAxes()
{
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTickLength(0);
        axis->setSubTicks(false);
        axis->setTickLabelPadding(6);
        axis->setPadding(0);
        axis->grid()->setZeroLinePen(Qt::NoPen);
        axis->setBasePen(Qt::NoPen);
        axis->setTickPen(Qt::NoPen);
    }
    m_plot->xAxis->grid()->setVisible(false);
    m_plot->plotLayout()->setMargins(QMargins(0, 0, 0, 0));
    m_plot->axisRect()->setMinimumMargins(QMargins(scaled(m_plot, 32), 2, scaled(m_plot, 4), 4));
}

void TimePlot::setupItems()
{
    m_low = m_plot->addGraph();
    m_high = m_plot->addGraph();
    m_high->setChannelFillGraph(m_low);
    m_cursorLine = new QCPItemStraightLine(m_plot);
    m_cursorBox = new QCPItemText(m_plot);
    for (QCPAbstractItem *item :
         {static_cast<QCPAbstractItem *>(m_cursorLine), static_cast<QCPAbstractItem *>(m_cursorBox)}) {
        item->setLayer(cursorLayer());
        item->setSelectable(false);
        item->setVisible(false);
    }
    placeBy(m_cursorBox, QCPItemPosition::ptPlotCoords, QCPItemPosition::ptAxisRectRatio);
    m_cursorBox->setTextAlignment(Qt::AlignLeft);
    m_cursorBox->setPadding(QMargins(7, 5, 7, 5));
    m_cursorBox->setClipToAxisRect(false);
}

void TimePlot::setContent(const ChartContent &content, bool keepRange)
{
    const bool sameLines = content.series.size() == m_lines.size();
    m_content = content;
    if (!sameLines)
        addLines();
    for (qsizetype i = 0; i < m_lines.size(); ++i)
        m_lines[i].points = plotPoints(content.series[i]);
    const bool showedAll = range() == m_whole;
    measure();
    const QSharedPointer<ZoneTicker> ticker(new ZoneTicker(content.zone));
    m_plot->xAxis->setTicker(ticker);
    m_plot->yAxis->setTicker(QSharedPointer<ValueTicker>(new ValueTicker(content.unit)));
    m_backdrop.setContent(content);
    showCertainty();
    fitValues();
    setRange(keepRange && !showedAll ? range() : m_whole);
}

void TimePlot::measure()
{
    double first = std::numeric_limits<double>::infinity();
    double end = -first;
    for (const Line &line : std::as_const(m_lines)) {
        if (line.points.isEmpty())
            continue;
        first = std::min(first, line.points.first().at);
        end = std::max(end, line.points.last().at);
    }
    if (end < first) {
        m_data = m_whole = {};
        return;
    }
    constexpr double besideOnePoint = 1800;
    m_data = end > first ? TimeSpan{first, end} : TimeSpan{first - besideOnePoint, first + besideOnePoint};
    m_whole = m_bounds.isValid()
                  ? TimeSpan{std::min(m_bounds.from, m_data.from), std::max(m_bounds.to, m_data.to)}
                  : m_data;
}

void TimePlot::setBounds(TimeSpan bounds)
{
    const bool showedAll = range() == m_whole;
    m_bounds = bounds;
    measure();
    setRange(showedAll ? m_whole : range());
}

void TimePlot::addLines()
{
    for (const Line &line : std::as_const(m_lines)) {
        m_plot->removeItem(line.tracer);
        m_plot->removeGraph(line.dots);
        m_plot->removeGraph(line.line);
    }
    m_lines.clear();
    for (qsizetype i = 0; i < m_content.series.size(); ++i) {
        Line line;
        line.line = m_plot->addGraph();
        line.line->setAdaptiveSampling(false); // visibleLine() did it already, and kept the gaps
        line.dots = m_plot->addGraph();
        line.dots->setLineStyle(QCPGraph::lsNone);
        line.dots->setAdaptiveSampling(false);
        line.tracer = new QCPItemTracer(m_plot);
        line.tracer->setLayer(cursorLayer());
        line.tracer->setStyle(QCPItemTracer::tsCircle);
        line.tracer->setSize(8);
        line.tracer->setSelectable(false);
        line.tracer->setVisible(false);
        m_lines.append(line);
    }
}

void TimePlot::showCertainty()
{
    QVector<PlotPoint> low;
    QVector<PlotPoint> high;
    for (const CertaintyPoint &point : std::as_const(m_content.certainty)) {
        low.append({plotSeconds(point.at), point.low});
        high.append({plotSeconds(point.at), point.high});
    }
    setPoints(m_low, low);
    setPoints(m_high, high);
}

void TimePlot::fitValues()
{
    double bottom = 0;
    double top = m_content.limit.value_or(0);
    for (const Line &line : std::as_const(m_lines)) {
        if (!line.shown)
            continue;
        for (const PlotPoint &point : line.points) {
            if (std::isnan(point.value))
                continue;
            top = std::max(top, point.value);
            bottom = std::min(bottom, point.value);
        }
    }
    // From zero, so that heights can be compared; some air for the labels of the bands.
    m_plot->yAxis->setRange(bottom, top > bottom ? bottom + (top - bottom) * 1.24 : bottom + 1);
}

void TimePlot::setLineShown(qsizetype series, bool shown)
{
    if (series < 0 || series >= m_lines.size())
        return;
    m_lines[series].shown = shown;
    m_lines[series].line->setVisible(shown);
    m_lines[series].dots->setVisible(shown);
    fitValues();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

TimeSpan TimePlot::range() const
{
    return {m_plot->xAxis->range().lower, m_plot->xAxis->range().upper};
}

void TimePlot::setRange(TimeSpan span)
{
    if (!m_whole.isValid()) {
        m_plot->xAxis->setRange(0, 1);
    } else {
        const double length =
            std::clamp(span.length(), std::min(shortestSpan, m_whole.length()), m_whole.length());
        const double from = std::clamp(span.from, m_whole.from, m_whole.to - length);
        m_plot->xAxis->setRange(from, from + length);
    }
    place(m_plot->axisRect()->width());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void TimePlot::redraw()
{
    place(m_plot->axisRect()->width());
    m_plot->replot(QCustomPlot::rpImmediateRefresh);
}

void TimePlot::place(int pixels)
{
    const TimeSpan span = range();
    for (const Line &line : std::as_const(m_lines)) {
        const PlotLine visible = visibleLine(line.points, span, std::max(pixels, 50));
        // Where each pixel has many values smooth thick lines cannot be told from thin ones, but take many
        // times as long.
        const bool dense = visible.line.size() > 2 * std::max(pixels, 50);
        line.line->setAntialiased(!dense);
        QPen pen = line.pen;
        if (dense)
            pen.setWidth(1);
        line.line->setPen(pen);
        setPoints(line.line, visible.line);
        setPoints(line.dots, visible.dots);
    }
    m_backdrop.place(m_whole.isValid() ? span : TimeSpan());
}

void TimePlot::setCursor(std::optional<double> at, const QStringList &lines)
{
    const bool shown = at && *at >= range().from && *at <= range().to;
    m_cursorLine->setVisible(shown);
    m_cursorBox->setVisible(shown && !lines.isEmpty());
    for (const Line &line : std::as_const(m_lines)) {
        const auto point = std::ranges::lower_bound(line.points, at.value_or(0), {}, &PlotPoint::at);
        const bool hit = shown && line.shown && point != line.points.cend() &&
                         std::abs(point->at - *at) < 0.5 && !std::isnan(point->value);
        line.tracer->setVisible(hit);
        if (hit)
            line.tracer->position->setCoords(point->at, point->value);
    }
    if (shown) {
        m_cursorLine->point1->setCoords(*at, 0);
        m_cursorLine->point2->setCoords(*at, 1);
        const bool onTheRight = *at > (range().from + range().to) / 2;
        m_cursorBox->setPositionAlignment((onTheRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop);
        m_cursorBox->position->setCoords(
            m_plot->xAxis->pixelToCoord(m_plot->xAxis->coordToPixel(*at) + (onTheRight ? -9 : 9)), 0.03);
        m_cursorBox->setText(lines.join(u'\n'));
    }
    m_plot->layer(cursorLayer())->replot();
}

double TimePlot::timeAt(double pixel) const
{
    return m_plot->xAxis->pixelToCoord(pixel);
}

void TimePlot::paint(QCPPainter *painter, const QRect &area)
{
    setCursor(std::nullopt, {});
    place(area.width());
    painter->save();
    painter->translate(area.topLeft());
    m_plot->toPainter(painter, area.width(), area.height());
    painter->restore();
    place(m_plot->axisRect()->width());
}

int TimePlot::segmentCount(qsizetype series) const
{
    if (series < 0 || series >= m_lines.size())
        return 0;
    int segments = 0;
    bool inside = false;
    const QSharedPointer<QCPGraphDataContainer> data = m_lines.at(series).line->data();
    for (auto it = data->constBegin(); it != data->constEnd(); ++it) {
        const bool present = !std::isnan(it->value);
        segments += present && !inside ? 1 : 0;
        inside = present;
    }
    return segments;
}

void TimePlot::colourLines(const Theme &theme)
{
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const QPen pen = seriesPen(i, theme);
        m_lines[i].pen = pen;
        m_lines[i].line->setPen(pen);
        m_lines[i].dots->setPen(pen);
        m_lines[i].dots->setScatterStyle(
            QCPScatterStyle(QCPScatterStyle::ssDisc, pen.color(), pen.color(), 4));
        m_lines[i].tracer->setPen(QPen(theme.panel, 1.5));
        m_lines[i].tracer->setBrush(pen.color());
    }
}

void TimePlot::applyTheme(const Theme &theme)
{
    const QFont small = roleFont(FontRole::Small);
    m_plot->setBackground(theme.panel);
    m_plot->axisRect()->setBackground(theme.surface);
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTickLabelColor(theme.textQuiet);
        axis->setTickLabelFont(small);
        axis->grid()->setPen(QPen(theme.line, 1));
    }
    colourLines(theme);
    QColor certainty = theme.accent;
    certainty.setAlphaF(0.16F);
    m_low->setPen(Qt::NoPen);
    m_high->setPen(Qt::NoPen);
    m_high->setBrush(certainty);
    m_backdrop.applyTheme(theme);
    m_cursorLine->setPen(QPen(theme.textQuiet, 1));
    m_cursorBox->setColor(theme.text);
    m_cursorBox->setBrush(theme.panel);
    m_cursorBox->setPen(QPen(theme.line, 1));
    m_cursorBox->setFont(small);
    QColor chosen = theme.accent;
    chosen.setAlphaF(0.15F);
    m_plot->selectionRect()->setPen(QPen(theme.accent, 1));
    m_plot->selectionRect()->setBrush(chosen);
}

} // namespace renewal::ui
