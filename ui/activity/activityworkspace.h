// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/systemgateway.h"
#include "ui/widgets/workspace.h"

class QTableView;

namespace renewal::items {
class AuditModel;
}

namespace renewal::ui {

class ListFrame;

/// The record of what was done and by whom, newest first.
class ActivityWorkspace final : public Workspace
{
    Q_OBJECT

public:
    /// The gateway must outlive the workspace.
    explicit ActivityWorkspace(SystemGateway *gateway, QWidget *parent = nullptr);

    /// The record is one for all stations.
    void setScope(const Scope &scope) override;
    void setSearch(const QString &) override {}
    void setStations(const items::StationDirectory &) override {}
    void refresh() override;
    bool isSettled() const override;
    bool canSearch() const override { return false; }
    QWidget *mainView() const override;

private:
    items::AuditModel *m_model;
    QTableView *m_table;
    ListFrame *m_list = nullptr;
    bool m_started = false;
};

} // namespace renewal::ui
