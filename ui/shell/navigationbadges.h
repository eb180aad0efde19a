// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/rolloutgateway.h"

#include <QObject>

namespace renewal::ui {

struct WindowParts;
enum class WorkspaceId;

/// How much waits, at each place of the navigation: counts of renewals and prescribers as their workspaces
/// learn them, and an alert when the rollout needs a look.
class NavigationBadges final : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    NavigationBadges(WindowParts *parts, RolloutGateway *rollout, QObject *parent = nullptr);

    /// Asks the rollout once more; a person who may not see it gets no alert.
    void lookAtRollout();

private:
    void show(WorkspaceId id, const QString &badge, const QString &spoken, bool alarm = false);
    void takeOverview(const Result<RolloutOverview> &overview);

    WindowParts *m_parts;
    RolloutGateway *m_rollout;
};

} // namespace renewal::ui
