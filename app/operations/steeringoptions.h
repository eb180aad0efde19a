// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <chrono>

namespace renewal::operations {

/// How the rollout's toggles are steered.
struct SteeringOptions
{
    using Time = std::chrono::milliseconds;

    QUrl url;         ///< of Flipper's API; empty: nothing is read, and steps are dry runs only
    QByteArray token; ///< never logged
    QString environment = QStringLiteral("production");
    Time interval{5'000};      ///< between two looks
    Time longestPause{60'000}; ///< while Flipper is away
    Time timeout{5'000};       ///< of one call
    Time lease{120'000};       ///< after which who began a step counts as dead
    Time freshness{10'000};    ///< a step that nobody began for longer is given back to its person

    bool isConnected() const { return !url.isEmpty(); }
};

/// InvalidInput unless the token travels encrypted or does not leave this computer.
Done checkSteering(const SteeringOptions &options);

} // namespace renewal::operations
