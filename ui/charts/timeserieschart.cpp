// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/timeserieschart.h"

#include "models/items/datetexts.h"
#include "models/items/metrictablemodel.h"
#include "ui/charts/qcp.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <cmath>
#include <limits>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr char bandLayer[] = "bands";

double seconds(const QDateTime &at)
{
    return static_cast<double>(at.toMSecsSinceEpoch()) / 1000;
}
} // namespace

TimeSeriesChart::TimeSeriesChart(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_plot(new QCustomPlot(this))
    , m_readout(makeQuietLabel({}, u"chartReadoutLabel"_s, FontRole::Small, this))
    , m_zone(QTimeZone::utc())
{
    setObjectName(objectName);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Chart"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->setSpacing(scaled(this, 2));
    layout->addWidget(m_plot, 1);
    layout->addWidget(m_readout);
    m_readout->setText(u" "_s);
    setupPlot();
    setupMouse();
    applyColours();
}

QSize TimeSeriesChart::sizeHint() const
{
    return {scaled(this, 640), scaled(this, 280)};
}

void TimeSeriesChart::setupPlot()
{
    m_plot->setObjectName(u"chartPlot"_s);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setAccessibleName(tr("Chart"));
    m_plot->addLayer(QString::fromLatin1(bandLayer), m_plot->layer(u"background"_s), QCustomPlot::limAbove);
    m_graph = m_plot->addGraph();
    m_tracer = new QCPItemTracer(m_plot);
    m_tracer->setStyle(QCPItemTracer::tsCircle);
    m_tracer->setSize(8);
    m_tracer->setVisible(false);
    m_limit = new QCPItemStraightLine(m_plot);
    m_limitLabel = new QCPItemText(m_plot);
    m_limitLabel->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
    m_limitLabel->position->setTypeY(QCPItemPosition::ptPlotCoords);
    m_limitLabel->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTickLength(0);
        axis->setSubTicks(false);
        axis->setTickLabelPadding(6);
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    m_plot->xAxis->grid()->setVisible(false);
    m_plot->yAxis->setNumberFormat(u"gb"_s);
    m_plot->yAxis->ticker()->setTickCount(4);
}

void TimeSeriesChart::setupMouse()
{
    m_plot->setSelectionRectMode(QCP::srmZoom);
    m_plot->axisRect()->setRangeZoomAxes(m_plot->xAxis, nullptr);
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, &TimeSeriesChart::resetRange);
    connect(m_plot, &QCustomPlot::mouseMove, this, [this](QMouseEvent *event) {
        moveCursor(nearestPoint(m_plot->xAxis->pixelToCoord(event->position().x())));
    });
    m_plot->installEventFilter(this);
}

void TimeSeriesChart::setPixelRatio(double ratio)
{
    m_plot->setBufferDevicePixelRatio(ratio);
    m_plot->replot();
}

void TimeSeriesChart::setData(const MetricSeries &series, const QVector<RolloutStage> &stages,
                              const QTimeZone &zone)
{
    const bool sameMetric = series.key == m_series.key && !m_series.points.isEmpty();
    m_series = series;
    m_stages = stages;
    m_zone = zone;
    QVector<double> times;
    QVector<double> values;
    for (const MetricPoint &point : series.points) {
        times.append(seconds(point.at));
        // Not a number splits the line: a gap is shown as a gap, never bridged.
        values.append(point.value.value_or(std::numeric_limits<double>::quiet_NaN()));
    }
    m_graph->setData(times, values, false);
    const QSharedPointer<QCPAxisTickerDateTime> ticker(new QCPAxisTickerDateTime);
    ticker->setDateTimeSpec(Qt::TimeZone);
    ticker->setTimeZone(zone);
    ticker->setTickCount(7);
    const double span = times.isEmpty() ? 0 : times.last() - times.first();
    ticker->setDateTimeFormat(span > 2 * 86400 ? u"MMM d"_s : u"MMM d HH:mm"_s);
    m_plot->xAxis->setTicker(ticker);
    setAccessibleName(series.title.isEmpty() ? tr("Chart") : series.title);
    setAccessibleDescription(chartSummary(series, zone));
    moveCursor(-1);
    showBands(stages);
    showThreshold();
    applyColours();
    // A refresh keeps what the reader zoomed to.
    if (!sameMetric)
        resetRange();
    m_plot->replot();
}

void TimeSeriesChart::showBands(const QVector<RolloutStage> &stages)
{
    const QList<QCPLayerable *> old = m_plot->layer(QString::fromLatin1(bandLayer))->children();
    for (QCPLayerable *item : old)
        m_plot->removeItem(qobject_cast<QCPAbstractItem *>(item));
    if (m_series.points.isEmpty())
        return;
    const double first = seconds(m_series.points.first().at);
    const double end = seconds(m_series.points.last().at);
    for (const StageBand &band : stageBands(stages)) {
        const double from = std::max(first, seconds(band.from));
        const double to = band.to.isValid() ? std::min(end, seconds(band.to)) : end;
        if (to <= from)
            continue;
        auto *area = new QCPItemRect(m_plot);
        auto *label = new QCPItemText(m_plot);
        for (QCPAbstractItem *item :
             {static_cast<QCPAbstractItem *>(area), static_cast<QCPAbstractItem *>(label)}) {
            item->setLayer(QString::fromLatin1(bandLayer));
            item->setSelectable(false);
            for (QCPItemPosition *position : item->positions()) {
                position->setTypeX(QCPItemPosition::ptPlotCoords);
                position->setTypeY(QCPItemPosition::ptAxisRectRatio);
            }
        }
        area->topLeft->setCoords(from, 0);
        area->bottomRight->setCoords(to, 1);
        label->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
        label->position->setCoords(from, 0);
        label->setPadding(QMargins(6, 5, 0, 0));
        label->setText(band.label);
    }
}

void TimeSeriesChart::showThreshold()
{
    const bool shown = m_series.threshold.has_value();
    m_limit->setVisible(shown);
    m_limitLabel->setVisible(shown);
    if (!shown)
        return;
    m_limit->point1->setCoords(0, *m_series.threshold);
    m_limit->point2->setCoords(1, *m_series.threshold);
    m_limitLabel->position->setCoords(0.99, *m_series.threshold);
    m_limitLabel->setText(
        tr("limit %1", "value").arg(items::metricValue(*m_series.threshold, m_series.unit)));
}

void TimeSeriesChart::resetRange()
{
    m_graph->rescaleAxes();
    double top = m_series.threshold.value_or(0);
    for (const MetricPoint &point : std::as_const(m_series.points))
        top = std::max(top, point.value.value_or(0));
    // From zero, so that heights can be compared; some air for the labels of the bands.
    m_plot->yAxis->setRange(0, top > 0 ? top * 1.22 : 1);
    m_plot->replot();
}

void TimeSeriesChart::applyColours()
{
    const Theme theme = Theme::of(palette());
    const QFont small = roleFont(FontRole::Small);
    m_plot->setBackground(theme.panel);
    m_plot->axisRect()->setBackground(theme.surface);
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setBasePen(Qt::NoPen);
        axis->setTickPen(Qt::NoPen);
        axis->setTickLabelColor(theme.textQuiet);
        axis->setTickLabelFont(small);
        axis->grid()->setPen(QPen(theme.line, 1));
    }
    // A wider pen is drawn many times slower, and one pixel is crisp.
    m_graph->setPen(QPen(theme.accent, 1));
    m_tracer->setPen(QPen(theme.panel, 1));
    m_tracer->setBrush(theme.accent);
    m_limit->setPen(QPen(theme.bad, 1, Qt::DashLine));
    m_limitLabel->setColor(theme.bad);
    m_limitLabel->setFont(small);
    m_plot->selectionRect()->setPen(QPen(theme.accent, 1));
    bool strong = true;
    for (QCPLayerable *item : m_plot->layer(QString::fromLatin1(bandLayer))->children()) {
        if (auto *area = qobject_cast<QCPItemRect *>(item)) {
            QColor fill = theme.track;
            fill.setAlphaF(strong ? 0.9F : 0.35F);
            strong = !strong;
            area->setPen(Qt::NoPen);
            area->setBrush(fill);
        } else if (auto *label = qobject_cast<QCPItemText *>(item)) {
            label->setColor(theme.textQuiet);
            label->setFont(small);
        }
    }
}

int TimeSeriesChart::segmentCount() const
{
    int segments = 0;
    bool inside = false;
    for (auto it = m_graph->data()->constBegin(); it != m_graph->data()->constEnd(); ++it) {
        const bool present = !std::isnan(it->value);
        segments += present && !inside ? 1 : 0;
        inside = present;
    }
    return segments;
}

QString TimeSeriesChart::cursorText() const
{
    return m_readout->text().trimmed();
}

qsizetype TimeSeriesChart::nearestPoint(double wanted) const
{
    qsizetype best = -1;
    double distance = std::numeric_limits<double>::infinity();
    for (qsizetype i = 0; i < m_series.points.size(); ++i) {
        const double here = std::abs(seconds(m_series.points[i].at) - wanted);
        if (here < distance) {
            distance = here;
            best = i;
        }
    }
    return best;
}

void TimeSeriesChart::moveCursor(qsizetype point)
{
    m_cursor = point >= 0 && point < m_series.points.size() ? point : -1;
    if (m_cursor < 0) {
        m_tracer->setVisible(false);
        m_tracer->setGraph(nullptr); // an empty graph cannot be traced
        m_readout->setText(u" "_s);  // keeps its height: nothing jumps
    } else {
        const MetricPoint &at = m_series.points[m_cursor];
        QString text =
            tr("%1 %2: ", "time, zone").arg(items::readableTime(at.at, m_zone), m_zone.abbreviation(at.at));
        text += at.value ? items::metricValue(*at.value, m_series.unit) : tr("missing");
        if (at.count)
            text += tr(", n = %1").arg(QLocale().toString(*at.count, 'f', 0));
        m_readout->setText(text);
        m_tracer->setGraph(m_graph);
        m_tracer->setGraphKey(seconds(at.at));
        m_tracer->setVisible(at.value.has_value());
    }
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void TimeSeriesChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyColours();
        m_plot->replot(QCustomPlot::rpQueuedReplot);
    }
}

void TimeSeriesChart::keyPressEvent(QKeyEvent *event)
{
    const qsizetype last = m_series.points.size() - 1;
    m_showsFocus = true;
    update();
    switch (event->key()) {
    case Qt::Key_Left:
        moveCursor(m_cursor < 0 ? last : std::max<qsizetype>(m_cursor - 1, 0));
        break;
    case Qt::Key_Right:
        moveCursor(m_cursor < 0 ? 0 : std::min(m_cursor + 1, last));
        break;
    case Qt::Key_Home:
        moveCursor(0);
        break;
    case Qt::Key_End:
        moveCursor(last);
        break;
    case Qt::Key_Escape:
        moveCursor(-1);
        resetRange();
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    setAccessibleDescription(cursorText().isEmpty() ? chartSummary(m_series, m_zone) : cursorText());
}

void TimeSeriesChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    m_showsFocus = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason ||
                   event->reason() == Qt::ShortcutFocusReason;
    update();
}

void TimeSeriesChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void TimeSeriesChart::paintEvent(QPaintEvent *)
{
    if (!hasFocus() || !m_showsFocus)
        return;
    QPainter painter(this);
    paintFocusRing(&painter, rect(), 4, Theme::of(palette()));
}

bool TimeSeriesChart::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_plot && event->type() == QEvent::Leave)
        moveCursor(-1);
    return QWidget::eventFilter(watched, event);
}

} // namespace renewal::ui
