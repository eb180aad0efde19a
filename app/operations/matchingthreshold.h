// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/correlation/evidenceengine.h"
#include "models/domain/qualityreport.h"

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// From where on matching links alone: a setting with version, who, when and why. It touches no link by
/// itself; the next matching follows it. Lives on the connection's thread; cheap to make.
class MatchingThresholds
{
public:
    explicit MatchingThresholds(store::Connection &connection)
        : m_connection(connection)
    {
    }

    /// What matching is to use now.
    Result<correlation::Policy> policy();
    /// Newest first; the first one holds, the last one is the program's own.
    Result<QVector<MatchingThreshold>> history();
    /// What would change, from what matching found when it ran last; changes nothing.
    Result<ThresholdPreview> preview(double probability, double marginBits);
    /// PreconditionFailed when `wanted.version` is not the present one; InvalidInput out of bounds or without
    /// a reason.
    Result<MatchingThreshold> set(const MatchingThreshold &wanted, const QString &actor, const Clock &clock);

private:
    Result<MatchingThreshold> present();

    store::Connection &m_connection;
};

} // namespace renewal::operations
