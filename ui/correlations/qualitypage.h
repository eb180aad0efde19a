// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/qualitygateway.h"
#include "models/items/roles.h"
#include "models/items/stationdirectory.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QScrollArea;
class QSpinBox;
class QTableView;
class QVBoxLayout;

namespace renewal::items {
class FiguresModel;
}

namespace renewal::ui {

class Banner;
class Card;
class ChartCard;
class ShareChart;
class StateOverlay;
class ThresholdCard;

/// "Matching quality": what blind review says about the links of matching, and the threshold that follows.
class QualityPage final : public QWidget
{
    Q_OBJECT

public:
    /// The gateway must outlive the page.
    explicit QualityPage(QualityGateway *gateway, QWidget *parent = nullptr);

    void setScope(const Scope &scope);
    void setStations(const items::StationDirectory &stations) { m_stationNames = stations; }
    void refresh();
    bool isSettled() const;
    /// Where the keyboard should be on entering.
    QWidget *firstView() const;
    /// The chart in which the keyboard is, or was last.
    ChartCard *currentChart() const { return m_current; }
    void draw();
    /// Matching runs: it needs not be offered any more.
    void hideOffer();

signals:
    void backRequested();
    void reviewRequested();
    void matchingRequested();
    void learningRequested();
    /// A sample was drawn.
    void drawn(const QString &text);
    void messageRaised(const QString &text, items::Tone tone);
    void settledChanged();

private:
    void setupHead(QVBoxLayout *layout);
    void setupSummary(QVBoxLayout *layout);
    void setupCharts(QVBoxLayout *layout);
    ChartCard *addChart(const QString &title, ShareChart *chart, items::FiguresModel *values,
                        const QString &purpose);
    Card *addTable(const QString &title, items::FiguresModel *model, const QString &purpose);
    void setupTables(QVBoxLayout *layout);
    void setupThreshold(QVBoxLayout *layout);
    void setupLearning(QVBoxLayout *layout);
    void take(const Result<QualityReport> &report);
    void showSummary();
    void showCharts();
    void showTables();
    void settle();

    QualityGateway *m_gateway;
    Scope m_scope;
    items::StationDirectory m_stationNames;
    std::optional<QualityReport> m_report;
    double m_present = 0; ///< threshold that holds
    QScrollArea *m_scroll;
    StateOverlay *m_overlay = nullptr;
    Banner *m_result = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_draw = nullptr;
    QPushButton *m_review = nullptr;
    QSpinBox *m_size = nullptr;
    QLabel *m_precision = nullptr;
    QLabel *m_coverage = nullptr;
    QLabel *m_sample = nullptr;
    ShareChart *m_calibration = nullptr;
    ShareChart *m_curve = nullptr;
    ChartCard *m_calibrationCard = nullptr;
    ChartCard *m_curveCard = nullptr;
    ChartCard *m_current = nullptr;
    items::FiguresModel *m_bins;
    items::FiguresModel *m_points;
    items::FiguresModel *m_stations;
    items::FiguresModel *m_systems;
    items::FiguresModel *m_months;
    ThresholdCard *m_threshold = nullptr;
    QString m_drawKey; ///< a repeat after a lost answer draws no second sample
    quint64 m_generation = 0;
    int m_waiting = 0;
};

} // namespace renewal::ui
