// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/domain/steering.h"

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// What people decide about the rollout's toggles; each decision, its change log and its audit entry stand or
/// fall together. Nothing here calls Flipper: a step that is to reach it waits for the Steerer. Lives on the
/// connection's thread; cheap to make.
class RolloutSteps
{
public:
    RolloutSteps(store::Connection &connection, const Clock &clock, const QString &environment,
                 bool isConnected)
        : m_connection(connection)
        , m_clock(clock)
        , m_environment(environment)
        , m_isConnected(isConnected)
    {
    }

    /// `reasons` stand in the way of going up: then it is a Conflict, unless the request overrides them and
    /// says why. Going down and off never waits. In a dry run the step is recorded and Flipper not told.
    Result<RolloutStep> decide(const StepRequest &request, const QStringList &reasons, const QString &actor);
    /// Conflict when the mode has another version.
    Result<SteeringMode> setMode(bool dryRun, qint64 version, const QString &reason, const QString &actor);
    /// What Flipper says is what it shall say from now on. Without drift nothing changes.
    Done acceptDrift(const QString &toggle, const QString &note, const QString &actor);

private:
    Result<RolloutStep> planned(const StepRequest &request, const QString &actor);
    Done planStage(const StepRequest &request, RolloutStep &step);
    Done planRestore(const StepRequest &request, RolloutStep &step);
    Result<QStringList> ownReasons(const StepRequest &request);
    Done overtake(const RolloutStep &step);

    store::Connection &m_connection;
    const Clock &m_clock;
    const QString m_environment;
    const bool m_isConnected;
};

} // namespace renewal::operations
