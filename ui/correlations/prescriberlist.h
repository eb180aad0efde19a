// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/correlationsgateway.h"

#include <QHash>
#include <QWidget>

class QPushButton;
class QTableView;

namespace renewal::items {
class PrescribersModel;
}

namespace renewal::ui {

class ListFrame;

/// The work list: filters by status with their counts, and the prescribers by waiting renewals.
class PrescriberList final : public QWidget
{
    Q_OBJECT

public:
    /// The gateway must outlive the list.
    explicit PrescriberList(CorrelationsGateway *gateway, QWidget *parent = nullptr);

    void setScope(const Scope &scope);
    void setSearch(const QString &words);
    void refresh();
    bool isSettled() const;
    QTableView *table() const { return m_table; }
    items::PrescribersModel *model() const { return m_model; }
    void moveSelection(int step);

signals:
    void prescriberChosen(renewal::PrescriberId id);
    void settledChanged();
    /// How many need a person: without a team, to be checked, stale.
    void openCountArrived(qint64 count);

private:
    void setupFilters();
    void setupTable();
    void requestCounts();
    void takeCount(int position, qint64 count);
    void setStatus(const QString &status);
    void showTexts();
    void keepSelection();

    CorrelationsGateway *m_gateway;
    items::PrescribersModel *m_model;
    QTableView *m_table;
    ListFrame *m_list = nullptr;
    QWidget *m_filters;
    QVector<QPushButton *> m_buttons; ///< one for each row of the table of filters
    QVector<qint64> m_counts;
    PrescriberQuery m_query;
    quint64 m_countsGeneration = 0;
    int m_countsWaiting = 0;
};

} // namespace renewal::ui
