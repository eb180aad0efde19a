// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace renewal {

/// What came of asking a service for one figure, again and again.
struct MetricFeedState
{
    QString key; ///< base of its series' keys
    QString source;
    QString query;
    QDateTime polledUntil =
        {}; ///< what is older arrived, but for what the source delivers late; invalid: nothing yet
    QDateTime lookedAt = {};   ///< the newest look; invalid: none yet
    QDateTime answeredAt = {}; ///< the newest that was answered
    QString problem = {};      ///< one sentence; empty: the newest look was answered
    QStringList warnings = {}; ///< sentences on what the figures are less than they seem

    bool operator==(const MetricFeedState &) const = default;
};

} // namespace renewal
