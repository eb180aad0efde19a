// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/reportsgateway.h"
#include "ui/charts/barchart.h"

#include <QDialog>

class QButtonGroup;
class QLabel;
class QVBoxLayout;

namespace renewal::items {
class FiguresModel;
}

namespace renewal::ui {

class ChartCard;
class ReportWatcher;

/// How the queue moves: what came and went by day, how long it took, and what waits at each care team. The
/// service counts over all renewals of the scope; each chart has its table and can be saved.
class ThroughputDialog final : public QDialog
{
    Q_OBJECT

public:
    /// The gateway must outlive the dialog; `interval` in milliseconds between two looks at the service.
    ThroughputDialog(ReportsGateway *gateway, const Scope &scope, int interval = 250,
                     QWidget *parent = nullptr);

    bool isSettled() const;

private:
    struct Part
    {
        BarChart *chart = nullptr;
        ChartCard *card = nullptr;
    };

    void setupDays(QVBoxLayout *layout);
    void setupCharts(QVBoxLayout *layout);
    void setupFoot(QVBoxLayout *layout);
    Part addPart(const QString &title, Qt::Orientation bars, items::FiguresModel *values,
                 const QString &purpose);
    void count();
    void take(const Result<Throughput> &throughput);
    void show(const Throughput &throughput);
    void showMessage(const QString &text, bool canRetry);

    ReportsGateway *m_gateway;
    ReportWatcher *m_watcher;
    Scope m_scope;
    QButtonGroup *m_days;
    items::FiguresModel *m_dayValues;
    items::FiguresModel *m_teamValues;
    QLabel *m_summary = nullptr;
    QLabel *m_note = nullptr;
    QLabel *m_result = nullptr; ///< of saving a chart
    Part m_moved;
    Part m_ages;
    Part m_teams;
    quint64 m_generation = 0;
    bool m_isReading = false;
    bool m_isFirst = true; ///< nothing was shown yet
};

} // namespace renewal::ui
