// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/steering.h"

namespace renewal::store {

class Connection;

/// Steps of the rollout, what Flipper said of its toggles, and whether steps reach it; by environment.
class SteeringRepository
{
public:
    SteeringRepository(Connection &connection, const QString &environment)
        : m_connection(connection)
        , m_environment(environment)
    {
    }

    Result<qint64> add(const RolloutStep &step);
    /// Writes state, toggles, instants and what is told; false when the step was not in `from` any more.
    Result<bool> update(const RolloutStep &step, StepState from);
    /// Marks it as told to Flipper; false when somebody else did, or it waits no more.
    Result<bool> begin(const RolloutStep &step);
    Result<std::optional<RolloutStep>> find(qint64 number);
    /// Newest first.
    Result<QVector<RolloutStep>> newest(int limit);
    /// Those that wait or are unknown, oldest first.
    Result<QVector<RolloutStep>> open();

    /// One of each steered toggle, also of those that nobody read yet.
    Result<QVector<SteeredToggle>> toggles();
    Done store(const SteeredToggle &toggle);

    Result<SteeringMode> mode();
    Done store(const SteeringMode &mode);

    /// Begins the stages as the given ones say; those that began here and do not in them have not begun.
    Done storeBeginnings(const QString &toggle, const QVector<RolloutStage> &stages);
    /// What was read of the leading toggle, where a plan is stored.
    Done storePercent(const QString &toggle, double percent, const QDateTime &readAt);

private:
    Result<QVector<RolloutStep>> steps(const QString &condition, const QVariantList &values);

    Connection &m_connection;
    const QString m_environment;
};

} // namespace renewal::store
