// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/gateway/renewalsgateway.h"
#include "ui/widgets/workspace.h"

class QListView;
class QTableView;

namespace renewal::items {
class QueueViewsModel;
class RenewalsModel;
} // namespace renewal::items

namespace renewal::ui {

class ListFrame;
class RenewalDetailPane;

/// The queue: views with counts, the renewals of the chosen view, and one of them in full.
class RenewalsWorkspace final : public Workspace
{
    Q_OBJECT

public:
    /// Both must outlive the workspace.
    RenewalsWorkspace(RenewalsGateway *gateway, const Clock *clock, QWidget *parent = nullptr);

    void setScope(const Scope &scope) override;
    void setSearch(const QString &words) override;
    void setStations(const items::StationDirectory &stations) override;
    void refresh() override;
    bool isSettled() const override;
    QWidget *mainView() const override;

    void setView(const QString &view);
    items::RenewalsModel *model() const { return m_model; }

signals:
    /// The counts of the views as the service told them last.
    void countsArrived(const QVector<renewal::ViewCount> &counts);

private:
    void setupViews();
    void setupTable();
    void setupKeys();
    void requestCounts();
    void showEmptyText();
    void keepSelection();
    void moveSelection(int step);

    RenewalsGateway *m_gateway;
    items::QueueViewsModel *m_viewsModel;
    items::RenewalsModel *m_model;
    QListView *m_views;
    QTableView *m_table;
    ListFrame *m_list = nullptr;
    RenewalDetailPane *m_detail;
    RenewalQuery m_query;
    quint64 m_countsGeneration = 0;
    bool m_countsLoading = false;
};

} // namespace renewal::ui
