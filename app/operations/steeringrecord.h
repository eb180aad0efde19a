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

/// Writes what was decided about toggles, what Flipper said, and what came of a step; each with its change
/// log and, where something changed, its audit entry.
class SteeringRecord
{
public:
    SteeringRecord(store::Connection &connection, const Clock &clock, const QString &environment)
        : m_connection(connection)
        , m_clock(clock)
        , m_environment(environment)
    {
    }

    /// Inside the caller's transaction, as the next two.
    Done noteDecision(const RolloutStep &step);
    Done noteMode(const SteeringMode &before, const SteeringMode &after, const QString &reason);
    Done note(const QString &action, const QString &actor, const SteeredToggle &before,
              const SteeredToggle &after, const QString &words);

    /// What a look at Flipper found: drift begins, or ends by itself.
    Done noteRead(const QVector<FlipperFeature> &features);
    /// What came of a step that was in state `from`: stages begin or end with it, sign-offs for stages that
    /// were left are taken back, and what Flipper says is what it shall say. Nothing when it was settled
    /// elsewhere.
    Done settle(const RolloutStep &step, StepState from);

private:
    Done noteFeature(const FlipperFeature &feature, const SteeredToggle &before);
    Done moveStages(const RolloutStep &step);
    Done audit(const QString &action, const QString &actor, const QString &subject, const QJsonObject &before,
               const QJsonObject &after, const QString &words);

    store::Connection &m_connection;
    const Clock &m_clock;
    const QString m_environment;
};

} // namespace renewal::operations
