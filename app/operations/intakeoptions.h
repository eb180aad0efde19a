// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QUrl>

#include <chrono>

namespace renewal::operations {

/// How new requests are taken in.
struct IntakeOptions
{
    using Time = std::chrono::milliseconds;

    QUrl url;              ///< of the upstream; empty: nothing is taken in
    QByteArray token;      ///< never logged
    Time interval{15'000}; ///< between two looks at a list, give or take a tenth
    Time timeout{30'000};  ///< of one call, to its last byte
    qint64 maxAnswerBytes = 8LL * 1024 * 1024;
    int pageSize = 200;
    /// A look begins so long before the youngest record that is known, for what arrives late; now and then,
    /// and first of all, much longer before.
    Time overlap{15 * 60'000};
    Time deepOverlap{72 * 3'600'000};
    Time deepEvery{3'600'000};
    Time firstLook{30LL * 24 * 3'600'000}; ///< when nothing is known
    Time shortestPause{5'000};             ///< after a failure; doubles with each further one
    Time longestPause{10 * 60'000};
    quint32 seed = 20260302; ///< of the jitter

    bool isConnected() const { return !url.isEmpty(); }
};

/// InvalidInput unless requests travel encrypted or do not leave this computer, and there is a token.
Done checkIntake(const IntakeOptions &options);

} // namespace renewal::operations
