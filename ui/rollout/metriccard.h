// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/rolloutgateway.h"

#include <QTimeZone>
#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace renewal::items {
class MetricTableModel;
}

namespace renewal::ui {

class Card;
class TimeSeriesChart;

/// One metric at a time, as a chart or as a table.
class MetricCard final : public QWidget
{
    Q_OBJECT

public:
    /// The gateway must outlive the card.
    explicit MetricCard(RolloutGateway *gateway, QWidget *parent = nullptr);

    /// The metrics to choose from, and the stages behind them.
    void setOverview(const RolloutOverview &overview);
    /// Shows `key`; ignored when the overview has no such metric.
    void chooseMetric(const QString &key);
    void toggleTable();
    bool isTableShown() const;
    void refresh();
    bool isSettled() const { return !m_loading; }
    QWidget *focusTarget() const;

signals:
    void settledChanged();

private:
    void setupHead();
    void setupTable();
    void request();
    void show(const MetricSeries &series);

    RolloutGateway *m_gateway;
    Card *m_card;
    QComboBox *m_choice;
    QPushButton *m_tableButton;
    QLabel *m_subtitle;
    QLabel *m_summary;
    QStackedWidget *m_stack;
    TimeSeriesChart *m_chart;
    QTableView *m_table;
    items::MetricTableModel *m_model;
    RolloutOverview m_overview;
    QString m_key;
    QString m_shownKey;
    quint64 m_generation = 0;
    bool m_loading = false;
};

} // namespace renewal::ui
