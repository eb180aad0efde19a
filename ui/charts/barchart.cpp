// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/barchart.h"

#include "ui/charts/chartlegend.h"
#include "ui/charts/plotitems.h"
#include "ui/charts/qcp.h"
#include "ui/charts/serieslook.h"
#include "ui/widgets/accessibility.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typography.h"

#include <QKeyEvent>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr double barsOfPlace = 0.72; ///< the share of a place that its bars take
}

BarChart::BarChart(const QString &title, Qt::Orientation bars, const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_plot(new QCustomPlot(this))
    , m_legend(new ChartLegend(this))
    , m_bars(bars)
{
    setObjectName(objectName);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(title);
    m_plot->setObjectName(objectName + u"Plot"_s);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTickLength(0);
        axis->setSubTicks(false);
        axis->setTickLabelPadding(6);
        axis->grid()->setZeroLinePen(Qt::NoPen);
        axis->setBasePen(Qt::NoPen);
        axis->setTickPen(Qt::NoPen);
    }
    placeAxis()->grid()->setVisible(false);
    m_plot->plotLayout()->setMargins(QMargins(0, 0, 0, 0));
    connect(m_legend, &ChartLegend::lineToggled, this, [this] { build(Theme::of(palette())); });
}

QWidget *BarChart::legend() const
{
    return m_legend;
}

QCPAxis *BarChart::placeAxis() const
{
    return m_bars == Qt::Vertical ? m_plot->xAxis : m_plot->yAxis;
}

QCPAxis *BarChart::valueAxis() const
{
    return m_bars == Qt::Vertical ? m_plot->yAxis : m_plot->xAxis;
}

QSize BarChart::sizeHint() const
{
    return {scaled(this, 420), scaled(this, 190)};
}

void BarChart::setContent(const BarContent &content)
{
    m_content = content;
    m_cursor = -1;
    setAccessibleName(content.title);
    QStringList titles;
    for (const BarSeries &series : content.series)
        titles += series.title;
    m_legend->setTitles(titles);
    build(Theme::of(palette()));
    describe();
}

void BarChart::build(const Theme &theme)
{
    m_plot->clearItems();
    m_plot->clearPlottables();
    m_plot->setBackground(theme.panel);
    m_plot->axisRect()->setBackground(theme.panel);
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTickLabelColor(theme.textQuiet);
        axis->setTickLabelFont(roleFont(FontRole::Small));
        axis->grid()->setPen(QPen(theme.line, 1));
    }
    valueAxis()->setTicker(QSharedPointer<ValueTicker>(new ValueTicker(m_content.unit)));
    double most = 0;
    for (const BarSeries &series : std::as_const(m_content.series)) {
        for (const auto &value : series.values)
            most = std::max(most, value.value_or(0));
    }
    valueAxis()->setRange(0, most > 0 ? most * 1.08 : 1);
    placeAxis()->setRange(-0.6, double(m_content.places.size()) - 0.4);
    placeAxis()->setRangeReversed(m_bars == Qt::Horizontal);
    addPlaces();
    addCursor(theme);
    addBars(theme);
    m_plot->replot();
}

/// As many names as have room.
void BarChart::addPlaces()
{
    QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    qsizetype step = 1;
    if (m_bars == Qt::Vertical) {
        const QFontMetrics metrics(roleFont(FontRole::Small));
        int widest = 1;
        for (const QString &place : std::as_const(m_content.places))
            widest = std::max(widest, metrics.horizontalAdvance(place + u"  "_s));
        const int room = std::max(1, (width() - scaled(this, 50)) / widest);
        step = std::max<qsizetype>(1, (m_content.places.size() + room - 1) / room);
    }
    for (qsizetype i = 0; i < m_content.places.size(); i += step)
        ticker->addTick(double(i), m_content.places[i]);
    placeAxis()->setTicker(ticker);
}

void BarChart::addBars(const Theme &theme)
{
    auto *group = new QCPBarsGroup(m_plot);
    group->setSpacingType(QCPBarsGroup::stPlotCoords);
    group->setSpacing(0.04);
    const double width = barsOfPlace / double(std::max<qsizetype>(m_content.series.size(), 1));
    const QVector<bool> shown = m_legend->shown();
    for (qsizetype i = 0; i < m_content.series.size(); ++i) {
        if (!shown.value(i, true))
            continue;
        auto *bars = new QCPBars(placeAxis(), valueAxis());
        const QPen pen = seriesPen(i, theme);
        bars->setPen(Qt::NoPen);
        // Where a theme has few colours the second series is told by its pattern.
        bars->setBrush(
            QBrush(pen.color(), pen.style() == Qt::SolidLine ? Qt::SolidPattern : Qt::DiagCrossPattern));
        bars->setWidth(width);
        bars->setBarsGroup(group);
        QVector<double> keys;
        QVector<double> values;
        for (qsizetype place = 0; place < m_content.series[i].values.size(); ++place) {
            if (const auto &value = m_content.series[i].values[place]) {
                keys.append(double(place));
                values.append(*value);
            }
        }
        bars->setData(keys, values, true);
    }
}

/// Behind the bars.
void BarChart::addCursor(const Theme &theme)
{
    if (m_cursor < 0)
        return;
    auto *place = new QCPItemRect(m_plot);
    place->setSelectable(false);
    place->setLayer(u"background"_s);
    place->setPen(Qt::NoPen);
    place->setBrush(theme.selection);
    const double from = double(m_cursor) - 0.5;
    const double top = valueAxis()->range().upper;
    if (m_bars == Qt::Vertical) {
        place->topLeft->setCoords(from, top);
        place->bottomRight->setCoords(from + 1, 0);
    } else {
        place->topLeft->setCoords(0, from);
        place->bottomRight->setCoords(top, from + 1);
    }
}

QString BarChart::valueText(double value) const
{
    const QString number = QLocale().toString(value, 'f', value == std::floor(value) ? 0 : 1);
    return m_content.unit.isEmpty() ? number : number + u' ' + m_content.unit;
}

QString BarChart::summary() const
{
    QStringList parts;
    for (const BarSeries &series : m_content.series) {
        qsizetype most = -1;
        for (qsizetype i = 0; i < series.values.size(); ++i) {
            if (series.values[i] && (most < 0 || *series.values[i] > *series.values[most]))
                most = i;
        }
        if (most >= 0)
            parts += tr("%1: at most %2 (%3)", "name of a series, value, day or name")
                         .arg(series.title, valueText(*series.values[most]), m_content.spoken.value(most));
    }
    return parts.isEmpty() ? tr("There is nothing to show.") : parts.join(u"; "_s) + u'.';
}

QString BarChart::cursorText() const
{
    if (m_cursor < 0)
        return {};
    QStringList parts{m_content.spoken.value(m_cursor)};
    for (const BarSeries &series : m_content.series) {
        const auto value = series.values.value(m_cursor);
        parts += tr("%1 %2", "name of a series, value")
                     .arg(series.title, value ? valueText(*value) : tr("not known", "a value"));
    }
    return parts.join(u", "_s);
}

void BarChart::describe()
{
    const QString text = m_cursor < 0 ? summary() : cursorText();
    setAccessibleDescription(text);
    setToolTip(text);
}

void BarChart::moveCursor(qsizetype place)
{
    m_cursor = place;
    build(Theme::of(palette()));
    describe();
    if (place >= 0)
        announce(this, cursorText());
}

void BarChart::keyPressEvent(QKeyEvent *event)
{
    const qsizetype last = m_content.places.size() - 1;
    const int key = event->key();
    const bool isForward = key == (m_bars == Qt::Vertical ? Qt::Key_Right : Qt::Key_Down);
    const bool isBack = key == (m_bars == Qt::Vertical ? Qt::Key_Left : Qt::Key_Up);
    if (event->modifiers() == Qt::NoModifier && key == Qt::Key_T)
        emit tableRequested();
    else if (event->modifiers() == Qt::NoModifier && key == Qt::Key_E)
        emit exportRequested();
    else if (last >= 0 && isForward)
        moveCursor(std::min(m_cursor + 1, last));
    else if (last >= 0 && isBack)
        moveCursor(m_cursor < 0 ? last : std::max<qsizetype>(m_cursor - 1, 0));
    else if (last >= 0 && key == Qt::Key_Home)
        moveCursor(0);
    else if (last >= 0 && key == Qt::Key_End)
        moveCursor(last);
    else if (m_cursor >= 0 && key == Qt::Key_Escape)
        moveCursor(-1);
    else
        QWidget::keyPressEvent(event);
}

void BarChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    if (m_cursor >= 0)
        moveCursor(-1);
}

void BarChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        build(Theme::of(palette()));
}

void BarChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    build(Theme::of(palette()));
}

ExportableChart::Frame BarChart::exportFrame() const
{
    Frame frame;
    frame.title = m_content.title;
    for (const BarSeries &series : m_content.series)
        frame.legend += series.title;
    frame.summary = summary();
    frame.footnote = m_content.footnote;
    return frame;
}

void BarChart::paintExport(QCPPainter *painter, const QRect &area, const Theme &theme)
{
    build(theme);
    painter->save();
    painter->translate(area.topLeft());
    m_plot->toPainter(painter, area.width(), area.height());
    painter->restore();
    build(Theme::of(palette()));
}

QVector<QStringList> BarChart::exportRows() const
{
    QStringList head{m_content.placeTitle};
    for (const BarSeries &series : m_content.series)
        head += m_content.unit.isEmpty() ? series.title : series.title + u" ("_s + m_content.unit + u')';
    QVector<QStringList> rows{head};
    for (qsizetype place = 0; place < m_content.spoken.size(); ++place) {
        QStringList row{m_content.spoken[place]};
        for (const BarSeries &series : m_content.series) {
            const auto value = series.values.value(place);
            row += value ? QString::number(*value) : QString();
        }
        rows += row;
    }
    return rows;
}

} // namespace renewal::ui
