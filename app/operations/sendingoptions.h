// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QUrl>

#include <chrono>

namespace renewal::operations {

/// How routed renewals are sent.
struct SendingOptions
{
    using Time = std::chrono::milliseconds;

    QUrl url;                     ///< of Secure Messaging; empty: nothing is sent
    QByteArray token;             ///< never logged
    double messagesPerSecond = 5; ///< of all lines together
    int lines = 2;                ///< messages on their way at once
    Time holding{60'000};         ///< after routing, that it can be taken back
    Time timeout{60'000};         ///< of one call
    /// How long after a call's time is over a message that is not among those sent counts as not sent.
    Time settling{15 * 60'000};
    Time slack{30'000};         ///< beyond a call's time, before its sender counts as dead
    Time shortestPause{30'000}; ///< before the second attempt; doubles with each further one
    Time longestPause{60 * 60'000};
    /// What this computer's clock and the database's may differ by, and a clock may leap, before nothing is
    /// concluded from it.
    Time clockTolerance{5'000};
    int attempts = 8;        ///< of one message that is refused for now; then a person decides
    int resends = 1;         ///< of themselves, of what a look did not find; then a person decides
    quint32 seed = 20260302; ///< of the jitter of pauses

    bool isConnected() const { return !url.isEmpty(); }
    /// How long somebody may hold a row while sending it.
    Time lease() const { return timeout + slack; }
    /// Nothing is put off for longer; what is, was so by a clock that has been set back since.
    Time horizon() const;
};

/// InvalidInput unless messages travel encrypted or do not leave this computer, and there is a token.
Done checkSending(const SendingOptions &options);

} // namespace renewal::operations
