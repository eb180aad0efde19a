// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/gateway/correlationsgateway.h"
#include "models/gateway/renewalsgateway.h"
#include "ui/widgets/workspace.h"

#include <chrono>

class QAction;
class QSettings;
class QSplitter;

namespace renewal {
class OutboxGateway;
class ReportsGateway;
} // namespace renewal

namespace renewal::items {
class RenewalsModel;
} // namespace renewal::items

namespace renewal::ui {

class ActionPause;
class ChosenStrip;
class ListFrame;
class QueueTable;
class QueueViewsPane;
class RenewalDetailPane;
class ResultLine;
class RowSeeker;
class TriageActions;
class TriageController;
class ViewMenuButton;
struct TriageReport;

/// The queue: views with counts, the renewals of the chosen view by patient, one of them in full, and what
/// can be done with them.
class RenewalsWorkspace final : public Workspace
{
    Q_OBJECT

public:
    struct Needs
    {
        RenewalsGateway *renewals = nullptr;
        CorrelationsGateway *correlations = nullptr; ///< for rerouting; null: it is not offered
        const Clock *clock = nullptr;
        QSettings *settings = nullptr; ///< for saved views; null: they last as long as the window
        QString userName;              ///< as the service knows who is at work; empty: asks whom to assign to
    };
    /// All must outlive the workspace.
    explicit RenewalsWorkspace(const Needs &needs, QWidget *parent = nullptr);

    void setScope(const Scope &scope) override;
    void setSearch(const QString &words) override;
    void setStations(const items::StationDirectory &stations) override;
    void refresh() override;
    bool isSettled() const override;
    QWidget *mainView() const override;
    void open(const FindHit &hit) override;
    QVariantMap layoutState() const override;
    void restoreLayoutState(const QVariantMap &state) override;
    void conceal() override;

    void setView(const QString &view);
    /// Shows how far the sending is; null: nothing about it. Must outlive the workspace.
    void setSending(OutboxGateway *outbox);
    /// Counting and files over all renewals; null: none are offered. Must outlive the workspace.
    void setReports(ReportsGateway *reports);
    /// How long after an action nothing else can be done (ActionPause).
    void setPause(std::chrono::milliseconds length);
    items::RenewalsModel *model() const { return m_model; }
    /// Shows this renewal in full, also when the list does not have it.
    void showRenewal(RenewalId id);

signals:
    /// Another view than before, by whatever way.
    void viewChosen();
    /// The counts of the views as the service told them last.
    void countsArrived(const QVector<renewal::ViewCount> &counts);
    /// To be shown in Correlations: why this team, or which.
    void prescriberWanted(renewal::PrescriberId id);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setupLayout();
    void fitViews();
    void setupTable();
    void setupKeys();
    void setupTriage();
    void applyQuery();
    void showEmptyText();
    void keepSelection();
    void showCurrent();
    void takeRenewals(const QVector<Renewal> &renewals);
    void showReport(const TriageReport &report);
    void selectReturned();
    void askReveal();
    void showMenu(const QPoint &position);
    void showUndo();
    void openExport(ReportsGateway *reports);
    void openPaper(ReportsGateway *reports, bool isPatient);
    void showChosen();

    Needs m_needs;
    items::RenewalsModel *m_model;
    QueueViewsPane *m_views;
    QueueTable *m_table;
    ListFrame *m_list = nullptr;
    RenewalDetailPane *m_detail;
    ResultLine *m_result;
    QSplitter *m_splitter = nullptr;
    QWidget *m_viewBar = nullptr; ///< instead of the views where the window is narrow
    TriageController *m_controller;
    ActionPause *m_pause;
    ChosenStrip *m_chosen = nullptr;
    TriageActions *m_actions = nullptr;
    QAction *m_reveal = nullptr;
    RowSeeker *m_seeker = nullptr; ///< chooses what was found elsewhere, once its row is there
    QVector<qint64> m_returned;    ///< by an undo: one of them is chosen once it is back in the list
};

} // namespace renewal::ui
