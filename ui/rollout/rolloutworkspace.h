// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/gateway/rolloutgateway.h"
#include "ui/widgets/workspace.h"

class QLabel;
class QScrollArea;

namespace renewal::ui {

class Card;
class Chip;
class MetricCard;
class StageStrip;
class StateOverlay;

/// The rollout in simple form: the toggle, its stages, one metric.
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

private:
    QWidget *makeToggleCard();
    void show(const RolloutOverview &overview);

    RolloutGateway *m_gateway;
    const Clock *m_clock;
    QScrollArea *m_scroll;
    QLabel *m_toggle = nullptr;
    Chip *m_percent = nullptr;
    QLabel *m_readAt = nullptr;
    StageStrip *m_stages = nullptr;
    MetricCard *m_metric;
    StateOverlay *m_overlay = nullptr;
    quint64 m_generation = 0;
    bool m_loading = false;
    bool m_answered = false;
};

} // namespace renewal::ui
