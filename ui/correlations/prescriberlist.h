// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/correlationsgateway.h"

#include <QWidget>

class QTableView;

namespace renewal::items {
class PrescribersModel;
}

namespace renewal::ui {

class ListFrame;
class StatusFilters;

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
    /// How many cases of blind review are open.
    void setReviews(qint64 open);
    bool isSettled() const;
    QTableView *table() const { return m_table; }
    items::PrescribersModel *model() const { return m_model; }

    /// The filter by status: a status word, or empty for all.
    QString status() const { return m_query.status; }
    void chooseStatus(const QString &status);
    /// The first case that needs a person, under the filter that holds it.
    void chooseOpen();
    void moveSelection(int step);
    /// All that are chosen, in the order of the list: rows that are there, never what a filter hides.
    QVector<PrescriberSummary> chosen() const;
    /// Back to the one whose case is shown.
    void chooseOnlyCurrent();
    /// Chooses a prescriber, also one whose row is not loaded: the row is selected when it arrives. Clears
    /// the filter by status, which may hide it.
    void open(PrescriberId id);
    /// The same for one whose decision was taken back: `now` is where that left it, and the filter by status
    /// stays when it holds that.
    void comeBackTo(PrescriberId id, CorrelationStatus now);
    /// The case that comes after `id`: the next row that needs a person, else the next one, else the one
    /// before. Invalid when it is the only one.
    PrescriberId nextAfter(PrescriberId id) const;

signals:
    void blindReviewChosen();
    void prescriberChosen(renewal::PrescriberId id);
    void settledChanged();
    /// Other rows are chosen, or their facts are other ones.
    void chosenChanged();
    /// How many need a person: without a team, to be checked, stale.
    void openCountArrived(qint64 count);

private:
    void setupTable();
    void setStatus(const QString &status);
    void showTexts();
    void keepSelection();
    void goTo(PrescriberId id);
    void selectRow(int row);
    void takeFirst();
    void takeCurrent(const QModelIndex &current);

    CorrelationsGateway *m_gateway;
    items::PrescribersModel *m_model;
    QTableView *m_table;
    ListFrame *m_list = nullptr;
    StatusFilters *m_filters;
    PrescriberQuery m_query;
    PrescriberId m_opened;     ///< chosen from elsewhere, its row not there yet
    bool m_wantsFirst = false; ///< chooseOpen() waits for its rows
    bool m_goesAlong = false;  ///< the selected row was in sight before rows were sorted anew
};

} // namespace renewal::ui
