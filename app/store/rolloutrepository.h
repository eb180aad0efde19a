// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/rollout.h"
#include "models/gateway/rolloutgateway.h"
#include "models/rollout/evaluation.h"

namespace renewal::store {

class Connection;

/// The staged rollout's plan, and the feature toggles as last read.
class RolloutRepository
{
public:
    explicit RolloutRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    /// The stored plan without series; an empty plan of that toggle when none was stored.
    Result<RolloutOverview> plan(const QString &toggle);
    /// Replaces the plan, its stages and incidents. Its sign-offs are taken only where none was given or
    /// taken back here: what a person said in this program is never overwritten.
    Done storePlan(const RolloutOverview &plan);

    Result<QVector<SignOff>> signOffs(const QString &toggle, const QString &stage);
    Done storeSignOff(const QString &toggle, const SignOff &signOff);
    /// Renewals that the program itself holds, and those that have a care team or need none chosen: from the
    /// counters, so it costs the same however many there are.
    Result<rollout::OwnFigures> ownFigures();

    Done upsert(const FeatureToggle &toggle, const QDateTime &readAt);
    Done upsert(const FlipperFeature &feature, const QDateTime &readAt);
    Result<std::optional<FlipperFeature>> feature(const QString &key);
    Result<QVector<FeatureToggle>> toggles();

private:
    Done storeStages(const RolloutOverview &plan);
    Done storeIncidents(const RolloutOverview &plan);
    Done storeNewSignOffs(const RolloutOverview &plan);

    Connection &m_connection;
};

} // namespace renewal::store
