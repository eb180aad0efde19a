// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollout/rolloutcharts.h"

#include "models/items/await.h"
#include "models/items/funnelmodel.h"
#include "models/items/metrictablemodel.h"
#include "ui/charts/chartcard.h"
#include "ui/charts/chartlegend.h"
#include "ui/charts/charttexts.h"
#include "ui/charts/funnelchart.h"
#include "ui/charts/timeaxislink.h"
#include "ui/charts/timeserieschart.h"
#include "ui/rollout/advancecard.h"
#include "ui/widgets/typography.h"

#include <QApplication>
#include <QGridLayout>
#include <QLocale>

namespace renewal::ui {

using namespace Qt::StringLiterals;

RolloutCharts::RolloutCharts(RolloutGateway *gateway, const Clock *clock, QWidget *parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_clock(clock)
    , m_grid(new QGridLayout(this))
    , m_link(new TimeAxisLink(this))
    , m_steps(new items::FunnelModel(this))
{
    setObjectName(u"rolloutCharts"_s);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(scaled(this, 12));
    for (const ChartKind kind : {ChartKind::MessagesSent, ChartKind::SendErrors, ChartKind::SendLatency})
        addTimeCard(kind);
    addFunnelCard();
    m_current = m_times.first().card;
    setColumns(2);
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, const QWidget *now) {
        for (const QWidget *widget = now; widget && widget != this; widget = widget->parentWidget()) {
            if (auto *card = qobject_cast<ChartCard *>(const_cast<QWidget *>(widget))) {
                if (isAncestorOf(card))
                    m_current = card;
            }
        }
    });
}

void RolloutCharts::addTimeCard(ChartKind kind)
{
    TimeCard time;
    time.plan = chartPlan(kind, {});
    time.values = new items::MetricTableModel(this);
    time.chart = new TimeSeriesChart(time.plan.purpose + u"Chart"_s, this);
    time.card = new ChartCard(time.plan.title, time.chart, time.values, time.plan.purpose, this);
    time.card->setLegend(time.chart->legend());
    time.card->showLoading();
    TimeSeriesChart *chart = time.chart;
    const QString &purpose = time.plan.purpose;
    time.card->addMenuAction(tr("Zoom in"), u"+"_s, purpose + u"ZoomInAction"_s,
                             [chart] { chart->zoomBy(0.5); });
    time.card->addMenuAction(tr("Zoom out"), u"−"_s, purpose + u"ZoomOutAction"_s,
                             [chart] { chart->zoomBy(2); });
    time.card->addMenuAction(tr("Show the whole time"), u"0"_s, purpose + u"ShowAllAction"_s,
                             [chart] { chart->showAll(); });
    m_link->add(time.chart);
    connectCard(time.card);
    const qsizetype index = m_times.size();
    connect(time.card, &ChartCard::retryRequested, this, [this, index] { request(index); });
    m_times.append(time);
}

void RolloutCharts::addFunnelCard()
{
    m_funnel = new FunnelChart(m_steps, u"funnelChart"_s, this);
    m_funnelCard = new ChartCard(tr("Steps of the flow"), m_funnel, m_steps, u"funnel"_s, this);
    m_funnelCard->showLoading();
    connectCard(m_funnelCard);
}

void RolloutCharts::connectCard(ChartCard *card)
{
    connect(card, &ChartCard::exported, this, &RolloutCharts::exported);
    connect(card, &ChartCard::exportFailed, this, &RolloutCharts::exportFailed);
}

void RolloutCharts::setColumns(int columns)
{
    if (columns == m_columns)
        return;
    m_columns = columns;
    QList<ChartCard *> cards;
    for (const TimeCard &time : std::as_const(m_times))
        cards += time.card;
    cards += m_funnelCard;
    for (int i = 0; i < cards.size(); ++i)
        m_grid->addWidget(cards[i], i / columns, i % columns);
    for (int column = 0; column < 2; ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
}

void RolloutCharts::setOverview(const RolloutOverview &overview)
{
    m_overview = overview;
    showFunnel();
    for (qsizetype i = 0; i < m_times.size(); ++i) {
        m_times[i].plan = chartPlan(m_times[i].plan.kind, overview);
        m_times[i].card->setTitle(m_times[i].plan.title);
        request(i);
    }
}

void RolloutCharts::showFunnel()
{
    m_steps->setSteps(m_overview.funnel);
    if (m_overview.funnel.isEmpty()) {
        m_funnelCard->setSubtitle({});
        m_funnelCard->showMessage(
            tr("Nobody has been counted yet. Import a Google Analytics report to see the steps."), false);
        return;
    }
    const RolloutStage *present = presentStage(m_overview);
    const QString people =
        tr("%1 Veterans", "a number").arg(QLocale().toString(m_overview.funnel.first().count));
    const QString subtitle =
        present ? tr("stage %1, %2", "name of a stage, how many people").arg(present->name, people) : people;
    m_funnelCard->setSubtitle(subtitle);
    m_funnel->setTitle(tr("Steps of the flow"), subtitle);
    m_funnelCard->showValues();
}

void RolloutCharts::request(qsizetype index)
{
    TimeCard &time = m_times[index];
    const quint64 generation = ++time.generation;
    time.arrived.clear();
    if (time.plan.keys.isEmpty()) {
        time.card->setSubtitle({});
        time.card->showMessage(tr("There are no figures for this yet. Import metrics of Datadog, Prometheus "
                                  "or Google Analytics."),
                               false);
        time.shown = false;
        return;
    }
    if (!time.shown)
        time.card->showLoading();
    for (const QString &key : std::as_const(time.plan.keys)) {
        ++m_waiting;
        items::await(m_gateway->series(key, {}, {}), this,
                     [this, index, generation, key](const Result<MetricSeries> &answer) {
                         --m_waiting;
                         if (generation == m_times[index].generation)
                             take(index, key, answer);
                         if (m_waiting == 0)
                             emit settledChanged();
                     });
    }
}

void RolloutCharts::take(qsizetype index, const QString &key, const Result<MetricSeries> &answer)
{
    TimeCard &time = m_times[index];
    if (!answer) {
        // What is shown stays: old figures are better than none, and the window tells how old they are.
        if (!time.shown)
            time.card->showMessage(answer.error().text, true);
        ++time.generation;
        return;
    }
    time.arrived.insert(key, *answer);
    if (time.arrived.size() == time.plan.keys.size())
        show(time);
}

void RolloutCharts::show(TimeCard &time)
{
    ChartContent content = chartContent(time.plan, time.arrived, m_overview, m_clock->now());
    content.zone = QTimeZone::systemTimeZone(); // one clock for the whole window
    QVector<MetricSeries> table = content.series;
    for (MetricSeries &series : table) {
        series.unit = content.unit;
        if (table.size() == 1)
            series.title = content.title;
    }
    time.chart->setContent(content);
    time.values->setSeries(table, content.zone);
    time.card->setSubtitle(chartSubtitle(content));
    time.card->showValues();
    time.shown = true;
}

bool RolloutCharts::showMetric(const QString &metric)
{
    for (const TimeCard &time : std::as_const(m_times)) {
        if (time.plan.keys.contains(metric)) {
            time.card->focusTarget()->setFocus(Qt::ShortcutFocusReason);
            return true;
        }
    }
    return false;
}

} // namespace renewal::ui
