// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/gateway/rolloutgateway.h"
#include "ui/charts/chartcontent.h"
#include "ui/rollout/chartplan.h"

#include <QHash>
#include <QVector>
#include <QWidget>

class QGridLayout;

namespace renewal::items {
class FunnelModel;
class MetricTableModel;
} // namespace renewal::items

namespace renewal::ui {

class ChartCard;
class FunnelChart;
class TimeAxisLink;
class TimeSeriesChart;

/// The four charts of the rollout: messages sent, errors, latency, and the steps of the flow. It fetches the
/// points of the series itself; the charts over time share their axis.
class RolloutCharts final : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive it.
    RolloutCharts(RolloutGateway *gateway, const Clock *clock, QWidget *parent = nullptr);

    /// Fetches the points anew.
    void setOverview(const RolloutOverview &overview);
    bool isSettled() const { return m_waiting == 0; }
    /// One below the other, or two by two.
    void setColumns(int columns);

    /// The card in which the keyboard is, or was last.
    ChartCard *currentCard() const { return m_current; }
    /// Moves the keyboard to the chart of a series; false when none shows it.
    bool showMetric(const QString &metric);

signals:
    void settledChanged();
    void exported(const QString &fileName);
    void exportFailed(const QString &reason);

private:
    struct TimeCard
    {
        ChartCard *card = nullptr;
        TimeSeriesChart *chart = nullptr;
        items::MetricTableModel *values = nullptr;
        ChartPlan plan;
        QHash<QString, MetricSeries> arrived;
        quint64 generation = 0;
        bool shown = false;
    };
    void addTimeCard(ChartKind kind);
    void addFunnelCard();
    void connectCard(ChartCard *card);
    void request(qsizetype index);
    void take(qsizetype index, const QString &key, const Result<MetricSeries> &answer);
    void show(TimeCard &card);
    void showFunnel();

    RolloutGateway *m_gateway;
    const Clock *m_clock;
    QGridLayout *m_grid;
    TimeAxisLink *m_link;
    QVector<TimeCard> m_times;
    items::FunnelModel *m_steps;
    FunnelChart *m_funnel = nullptr;
    ChartCard *m_funnelCard = nullptr;
    ChartCard *m_current = nullptr;
    RolloutOverview m_overview;
    int m_columns = 0;
    int m_waiting = 0;
};

} // namespace renewal::ui
