// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/gateway/rolloutgateway.h"
#include "ui/widgets/workspace.h"
#include <QTimer>

#include <optional>

class QHBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace renewal::ui {

class AdvanceCard;
class CriteriaCard;
class IncidentsCard;
class NoticeCard;
class RolloutCharts;
class SignOffCard;
class StageFactsCard;
class StateOverlay;
class ToggleCard;

/// The rollout: the toggle and its stages, the success criteria, four charts, and beside them what needs a
/// look, what stands in the way of the next stage, and who has agreed to it.
class RolloutWorkspace final : public Workspace
{
    Q_OBJECT

public:
    /// Both must outlive the workspace.
    RolloutWorkspace(RolloutGateway *gateway, const Clock *clock, QWidget *parent = nullptr);

    /// The rollout is one for all stations.
    void setScope(const Scope &scope) override;
    void setSearch(const QString &) override {}
    void setStations(const items::StationDirectory &) override {}
    void refresh() override;
    bool isSettled() const override;
    bool canSearch() const override { return false; }
    QWidget *mainView() const override;

    StateOverlay *overlay() const { return m_overlay; }

signals:
    /// The reader wants to see the correlations of a station.
    void correlationsRequested(const QString &station);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Change
    {
        QString discipline;
        QString stage;
        bool given = false;
        QString note;
    };

    void setupContent(QWidget *content);
    void setupActions();
    void connectCards();
    /// Side cards beside the charts where there is room, else above and below them.
    void arrange();
    void show(const RolloutOverview &overview);
    void askSignOff(const SignOff &present);
    void signOff(const Change &change, const SignOff &before);
    void undoSignOff();

    RolloutGateway *m_gateway;
    const Clock *m_clock;
    QScrollArea *m_scroll;
    StateOverlay *m_overlay = nullptr;
    QVBoxLayout *m_main = nullptr;
    QVBoxLayout *m_side = nullptr;
    QHBoxLayout *m_above = nullptr;
    QHBoxLayout *m_below = nullptr;
    ToggleCard *m_toggle = nullptr;
    NoticeCard *m_notices = nullptr;
    AdvanceCard *m_advance = nullptr;
    CriteriaCard *m_criteria = nullptr;
    RolloutCharts *m_charts = nullptr;
    SignOffCard *m_signOffs = nullptr;
    StageFactsCard *m_facts = nullptr;
    IncidentsCard *m_incidents = nullptr;
    std::optional<Change> m_undo; ///< what takes the last change back
    std::optional<bool> m_isWide;
    QTimer m_age; ///< the ages that are told go on
    quint64 m_generation = 0;
    bool m_loading = false;
    bool m_answered = false;
};

} // namespace renewal::ui
