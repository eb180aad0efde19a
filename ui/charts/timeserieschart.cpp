// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/timeserieschart.h"

#include "models/items/datetexts.h"
#include "models/items/metrictablemodel.h"
#include "ui/charts/chartlegend.h"
#include "ui/charts/charttexts.h"
#include "ui/charts/qcp.h"
#include "ui/widgets/accessibility.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typography.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace renewal::ui {

using namespace Qt::StringLiterals;

TimeSeriesChart::TimeSeriesChart(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_plot(this)
    , m_legend(new ChartLegend(this))
    , m_speaker(new QLabel(this))
{
    setObjectName(objectName);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Chart"));
    m_speaker->setObjectName(u"chartSpeaker"_s);
    m_speaker->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(5, 2, 5, 2);
    layout->setSpacing(scaled(this, 2));
    layout->addWidget(m_legend, 0, Qt::AlignLeft);
    layout->addWidget(m_plot.widget(), 1);
    m_plot.widget()->setAccessibleName(tr("Chart"));
    setupMouse();
    connect(m_legend, &ChartLegend::lineToggled, this, [this](int series, bool shown) {
        m_plot.setLineShown(series, shown);
        m_times = cursorTimes(m_content, m_legend->shown());
        moveCursor(-1);
    });
    m_plot.applyTheme(Theme::of(palette()));
}

QSize TimeSeriesChart::sizeHint() const
{
    return {scaled(this, 470), scaled(this, 178)};
}

void TimeSeriesChart::setupMouse()
{
    QCustomPlot *plot = m_plot.widget();
    plot->setMouseTracking(true);
    plot->setSelectionRectMode(QCP::srmCustom);
    connect(plot->selectionRect(), &QCPSelectionRect::accepted, this, [this](const QRect &rect) {
        constexpr int leastDrag = 6; // a click that trembled is no wish to zoom
        const QRect chosen = rect.normalized();
        if (chosen.width() >= leastDrag)
            chooseRange({m_plot.timeAt(chosen.left()), m_plot.timeAt(chosen.right())});
    });
    connect(plot, &QCustomPlot::mouseDoubleClick, this, &TimeSeriesChart::showAll);
    connect(plot, &QCustomPlot::mouseMove, this,
            [this](const QMouseEvent *event) { hover(event->position().x()); });
    plot->installEventFilter(this);
}

void TimeSeriesChart::setPixelRatio(double ratio)
{
    m_plot.widget()->setBufferDevicePixelRatio(ratio);
    m_plot.redraw();
}

void TimeSeriesChart::setContent(const ChartContent &content)
{
    const auto keysOf = [](const ChartContent &of) {
        QStringList keys;
        for (const MetricSeries &series : of.series)
            keys += series.key;
        return keys;
    };
    const bool sameSeries = keysOf(content) == keysOf(m_content) && dataSpan().isValid();
    const QDateTime cursorAt = m_times.value(m_cursor);
    m_content = content;
    for (MetricSeries &series : m_content.series) {
        if (!std::ranges::is_sorted(series.points, {}, &MetricPoint::at))
            std::ranges::stable_sort(series.points, {}, &MetricPoint::at);
    }
    QStringList titles;
    for (const MetricSeries &series : content.series)
        titles += series.title;
    m_legend->setTitles(titles);
    m_plot.setContent(m_content, sameSeries);
    const QVector<bool> shown = m_legend->shown();
    for (qsizetype i = 0; i < shown.size(); ++i)
        m_plot.setLineShown(i, shown[i]);
    m_plot.applyTheme(Theme::of(palette()));
    m_times = cursorTimes(m_content, shown);
    setAccessibleName(content.title.isEmpty() ? tr("Chart") : content.title);
    setAccessibleDescription(chartSummary(m_content));
    m_cursor = -1;
    if (const qsizetype kept = cursorAt.isValid() ? m_times.indexOf(cursorAt) : -1;
        kept >= 0 || !m_cursorLines.isEmpty())
        moveCursor(kept);
    m_plot.redraw();
    emit contentChanged();
}

void TimeSeriesChart::setTimeRange(TimeSpan span)
{
    m_plot.setRange(span);
    m_plot.setCursor(m_cursor < 0 ? std::nullopt : std::optional(plotSeconds(m_times[m_cursor])),
                     m_cursorLines);
}

void TimeSeriesChart::setMarker(std::optional<double> at)
{
    m_cursor = -1;
    m_cursorLines.clear();
    m_plot.setCursor(at, {});
}

void TimeSeriesChart::showAll()
{
    chooseRange(m_plot.whole());
}

void TimeSeriesChart::chooseRange(TimeSpan span)
{
    setTimeRange(span);
    emit timeRangeChosen(m_plot.range());
    if (m_cursor >= 0)
        emit cursorMoved(plotSeconds(m_times[m_cursor])); // others lose their mark with their range
}

void TimeSeriesChart::zoom(double factor, double around)
{
    const TimeSpan range = m_plot.range();
    chooseRange({around - (around - range.from) * factor, around + (range.to - around) * factor});
}

void TimeSeriesChart::pan(double share)
{
    const TimeSpan range = m_plot.range();
    const double by = range.length() * share;
    chooseRange({range.from + by, range.to + by});
}

bool TimeSeriesChart::wheel(QWheelEvent *event)
{
    const QPoint turned = event->angleDelta();
    constexpr double notch = 120;
    if (event->modifiers() & Qt::ControlModifier) {
        zoom(std::pow(0.8, turned.y() / notch), m_plot.timeAt(event->position().x()));
    } else if (event->modifiers() & Qt::ShiftModifier || std::abs(turned.x()) > std::abs(turned.y())) {
        const int by = turned.x() != 0 ? turned.x() : turned.y();
        pan(-0.15 * by / notch);
    } else {
        return false;
    }
    return true;
}

void TimeSeriesChart::hover(double pixel)
{
    if (m_times.isEmpty())
        return;
    const double wanted = m_plot.timeAt(pixel);
    auto after = std::ranges::lower_bound(m_times, wanted, {}, plotSeconds);
    if (after == m_times.end())
        --after;
    else if (after != m_times.begin() && wanted - plotSeconds(*(after - 1)) < plotSeconds(*after) - wanted)
        --after;
    const auto position = after - m_times.begin();
    const TimeSpan range = m_plot.range();
    const double at = plotSeconds(m_times[position]);
    moveCursor(at >= range.from && at <= range.to ? position : -1);
}

void TimeSeriesChart::moveCursor(qsizetype position)
{
    m_cursor = position >= 0 && position < m_times.size() ? position : -1;
    if (m_cursor < 0) {
        m_cursorLines.clear();
        m_plot.setCursor(std::nullopt, {});
        emit cursorMoved(std::nullopt);
        return;
    }
    const double at = plotSeconds(m_times[m_cursor]);
    m_cursorLines = cursorLines(m_content, m_legend->shown(), m_times[m_cursor]);
    m_plot.setCursor(at, m_cursorLines);
    emit cursorMoved(at);
}

void TimeSeriesChart::tellCursor()
{
    const QString text = m_cursorLines.join(u", ");
    setAccessibleDescription(text.isEmpty() ? chartSummary(m_content) : text);
    if (!text.isEmpty())
        announce(m_speaker, text);
}

bool TimeSeriesChart::moveByKey(const QKeyEvent *event)
{
    const qsizetype last = m_times.size() - 1;
    if (event->modifiers() & Qt::ControlModifier || last < 0)
        return false;
    qsizetype to = m_cursor;
    switch (event->key()) {
    case Qt::Key_Left:
        to = m_cursor < 0 ? last : std::max<qsizetype>(m_cursor - 1, 0);
        break;
    case Qt::Key_Right:
        to = m_cursor < 0 ? 0 : std::min(m_cursor + 1, last);
        break;
    case Qt::Key_Home:
        to = 0;
        break;
    case Qt::Key_End:
        to = last;
        break;
    default:
        return false;
    }
    // The cursor takes the range along where it leaves it.
    const double at = plotSeconds(m_times[to]);
    const TimeSpan range = m_plot.range();
    if (at < range.from || at > range.to)
        chooseRange({at - range.length() / 2, at + range.length() / 2});
    moveCursor(to);
    return true;
}

void TimeSeriesChart::zoomBy(double factor)
{
    const TimeSpan range = m_plot.range();
    zoom(factor, m_cursor < 0 ? (range.from + range.to) / 2 : plotSeconds(m_times[m_cursor]));
}

bool TimeSeriesChart::zoomByKey(const QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(0.5);
        return true;
    case Qt::Key_Minus:
        zoomBy(2);
        return true;
    case Qt::Key_Left:
        pan(-0.25);
        return true;
    case Qt::Key_Right:
        pan(0.25);
        return true;
    case Qt::Key_Escape:
    case Qt::Key_0:
        moveCursor(-1);
        showAll();
        return true;
    default:
        return false;
    }
}

void TimeSeriesChart::keyPressEvent(QKeyEvent *event)
{
    if (!m_plot.whole().isValid() || !(moveByKey(event) || zoomByKey(event))) {
        QWidget::keyPressEvent(event);
        return;
    }
    m_showsFocus = true;
    update();
    tellCursor();
}

void TimeSeriesChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        m_plot.applyTheme(Theme::of(palette()));
        m_plot.widget()->replot(QCustomPlot::rpQueuedReplot);
    }
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
    if (watched != m_plot.widget())
        return QWidget::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::Leave:
        moveCursor(-1);
        break;
    case QEvent::Resize:
        // The number of points that is worth drawing follows the width; the plot has its new one by then.
        QMetaObject::invokeMethod(
            this, [this] { m_plot.redraw(); }, Qt::QueuedConnection);
        break;
    case QEvent::Wheel:
        // QCustomPlot would swallow it: what it is not for must scroll the place the chart lies in.
        event->setAccepted(wheel(static_cast<QWheelEvent *>(event)));
        return true;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

ExportableChart::Frame TimeSeriesChart::exportFrame() const
{
    Frame frame;
    frame.title = m_content.title;
    frame.subtitle = chartSubtitle(m_content);
    const QVector<bool> shown = m_legend->shown();
    QStringList sources;
    for (qsizetype i = 0; i < m_content.series.size(); ++i) {
        frame.legend += shown.value(i, true) ? m_content.series[i].title : QString();
        if (!sources.contains(m_content.series[i].source) && !m_content.series[i].source.isEmpty())
            sources += m_content.series[i].source;
    }
    frame.summary = chartSummary(m_content);
    frame.footnote = tr("Times are %1.", "time zone").arg(m_content.zone.abbreviation(m_times.value(0)));
    if (!sources.isEmpty())
        frame.footnote += u' ' + tr("Source: %1.", "names of systems").arg(sources.join(u", "));
    return frame;
}

void TimeSeriesChart::paintExport(QCPPainter *painter, const QRect &area, const Theme &theme)
{
    m_plot.applyTheme(theme);
    m_plot.paint(painter, area);
    m_plot.applyTheme(Theme::of(palette()));
    m_plot.redraw();
}

QVector<QStringList> TimeSeriesChart::exportRows() const
{
    const QString unit = items::shownUnit(m_content.unit);
    QStringList head{tr("time (UTC)", "column of a file")};
    for (const MetricSeries &series : m_content.series) {
        const QString name = m_content.series.size() == 1 ? m_content.title : series.title;
        head += unit.isEmpty() ? name : tr("%1 (%2)", "name, unit").arg(name, unit);
        head += tr("n of %1", "number of observations").arg(name);
    }
    QVector<QStringList> rows{head};
    const auto number = [](const std::optional<double> &value) {
        return value ? QString::number(*value, 'g', 12) : QString();
    };
    QVector<qsizetype> next(m_content.series.size(), 0);
    for (const QDateTime &at : cursorTimes(m_content, {})) {
        QStringList row{at.toUTC().toString(Qt::ISODate)};
        for (qsizetype i = 0; i < m_content.series.size(); ++i) {
            const QVector<MetricPoint> &points = m_content.series[i].points;
            const bool has = next[i] < points.size() && points[next[i]].at == at;
            row += has ? number(points[next[i]].value) : QString();
            row += has ? number(points[next[i]].count) : QString();
            while (next[i] < points.size() && points[next[i]].at <= at)
                ++next[i];
        }
        rows += row;
    }
    return rows;
}

} // namespace renewal::ui
