// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plotbackdrop.h"

#include "models/items/metrictablemodel.h"
#include "ui/charts/charttexts.h"
#include "ui/charts/plotitems.h"
#include "ui/charts/plotpoints.h"
#include "ui/charts/qcp.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typography.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(TimeSeriesChart)
};

QColor mixed(const QColor &a, const QColor &b, float share)
{
    return QColor::fromRgbF(a.redF() + (b.redF() - a.redF()) * share,
                            a.greenF() + (b.greenF() - a.greenF()) * share,
                            a.blueF() + (b.blueF() - a.blueF()) * share);
}

QString bandLayer()
{
    return u"bands"_s;
}
} // namespace

PlotBackdrop::PlotBackdrop(QCustomPlot *plot)
    : m_plot(plot)
    , m_limit(new QCPItemStraightLine(plot))
    , m_limitLabel(new QCPItemText(plot))
    , m_late(new HatchedSpan(plot))
    , m_lateLabel(new QCPItemText(plot))
{
    m_plot->addLayer(bandLayer(), m_plot->layer(u"background"_s), QCustomPlot::limAbove);
    m_limit->setSelectable(false);
    placeBy(m_limitLabel, QCPItemPosition::ptAxisRectRatio, QCPItemPosition::ptPlotCoords);
    m_limitLabel->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
    for (QCPAbstractItem *item :
         {static_cast<QCPAbstractItem *>(m_late), static_cast<QCPAbstractItem *>(m_lateLabel)}) {
        item->setLayer(bandLayer());
        placeBy(item, QCPItemPosition::ptPlotCoords, QCPItemPosition::ptAxisRectRatio);
    }
    m_lateLabel->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
    m_lateLabel->setPadding(QMargins(0, 0, 5, 3));
    m_lateLabel->setText(Texts::tr("may still change", "label in a chart"));
}

void PlotBackdrop::setContent(const ChartContent &content)
{
    m_lateFrom = content.lateFrom.isValid() ? plotSeconds(content.lateFrom) : 0;
    addBands(content);
    showLimit(content);
}

void PlotBackdrop::addBands(const ChartContent &content)
{
    for (const Band &band : std::as_const(m_bands)) {
        m_plot->removeItem(band.area);
        m_plot->removeItem(band.label);
    }
    m_bands.clear();
    for (const StageBand &stage : stageBands(content.stages)) {
        Band band{.from = plotSeconds(stage.from),
                  .to = stage.to.isValid() ? plotSeconds(stage.to) : std::numeric_limits<double>::max(),
                  .area = new QCPItemRect(m_plot),
                  .label = new QCPItemText(m_plot)};
        for (QCPAbstractItem *item :
             {static_cast<QCPAbstractItem *>(band.area), static_cast<QCPAbstractItem *>(band.label)}) {
            item->setLayer(bandLayer());
            placeBy(item, QCPItemPosition::ptPlotCoords, QCPItemPosition::ptAxisRectRatio);
        }
        band.label->setLayer(m_limitLabel->layer()); // above the grid
        band.label->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
        band.label->setPadding(QMargins(6, 4, 0, 0));
        band.label->setText(stage.label);
        m_bands.append(band);
    }
}

void PlotBackdrop::showLimit(const ChartContent &content)
{
    const bool shown = content.limit.has_value();
    m_limit->setVisible(shown);
    m_limitLabel->setVisible(shown);
    if (!shown)
        return;
    m_limit->point1->setCoords(0, *content.limit);
    m_limit->point2->setCoords(1, *content.limit);
    m_limitLabel->position->setCoords(0.985, *content.limit);
    m_limitLabel->setText(
        Texts::tr("limit %1", "value").arg(items::metricValue(*content.limit, content.unit)));
}

void PlotBackdrop::place(TimeSpan span)
{
    for (const Band &band : std::as_const(m_bands))
        placeBand(band, span);
    const double late = m_lateFrom > 0 ? std::max(m_lateFrom, span.from) : span.to;
    const bool isLate = late < span.to;
    m_late->setVisible(isLate);
    m_lateLabel->setVisible(isLate);
    m_late->topLeft->setCoords(late, 0);
    m_late->bottomRight->setCoords(span.to, 1);
    m_lateLabel->position->setCoords(span.to, 1);
}

void PlotBackdrop::placeBand(const Band &band, TimeSpan span)
{
    const double from = std::max(band.from, span.from);
    const double to = std::min(band.to, span.to);
    const bool visible = to > from;
    band.area->setVisible(visible);
    band.area->topLeft->setCoords(from, 0);
    band.area->bottomRight->setCoords(to, 1);
    // The label stays in sight while any of its stage is.
    band.label->position->setCoords(from, 0);
    const double room = m_plot->xAxis->coordToPixel(to) - m_plot->xAxis->coordToPixel(from);
    const double needed = QFontMetricsF(band.label->font()).horizontalAdvance(band.label->text()) + 8;
    band.label->setVisible(visible && room >= needed);
}

void PlotBackdrop::applyTheme(const Theme &theme)
{
    const QFont small = roleFont(FontRole::Small);
    m_limit->setPen(QPen(theme.bad, 1, Qt::DashLine));
    m_limitLabel->setColor(theme.bad);
    m_limitLabel->setFont(small);
    QColor behindLabel = theme.surface;
    behindLabel.setAlphaF(0.75F); // it stays readable where a line runs through it
    m_limitLabel->setBrush(behindLabel);
    QColor hatch = theme.textQuiet;
    hatch.setAlphaF(0.28F);
    m_late->setPen(QPen(hatch, 1));
    m_lateLabel->setColor(theme.textQuiet);
    m_lateLabel->setFont(small);
    bool strong = true;
    for (const Band &band : std::as_const(m_bands)) {
        // Mixed, not translucent: blending a large area costs milliseconds in each frame.
        const QColor fill = mixed(theme.surface, theme.track, strong ? 0.9F : 0.35F);
        strong = !strong;
        band.area->setPen(Qt::NoPen);
        band.area->setBrush(fill);
        band.label->setColor(theme.textQuiet);
        band.label->setBrush(fill); // no grid line strikes it through
        band.label->setFont(small);
    }
}

} // namespace renewal::ui
