// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/rollout.h"
#include "models/gateway/rolloutgateway.h"

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
    /// Replaces the plan and its stages.
    Done storePlan(const RolloutOverview &plan);

    Done upsert(const FeatureToggle &toggle, const QDateTime &readAt);
    Done upsert(const FlipperFeature &feature, const QDateTime &readAt);
    Result<std::optional<FlipperFeature>> feature(const QString &key);
    Result<QVector<FeatureToggle>> toggles();

private:
    Connection &m_connection;
};

} // namespace renewal::store
