// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace renewal::rollout {

/// Flipper's gate "percentage of actors", for the question whether one user is in. An actor's id is a
/// lower-case e-mail or an account number: it is worked with here and neither kept nor sent.
///
/// bucket = crc32(feature key + actor id, both UTF-8) mod 100,000; in when bucket < percentage x 1,000, so
/// that three decimals count (flippercloud/flipper, lib/flipper/gates/percentage_of_actors.rb;
/// contracts.md 5.2).
inline constexpr int actorBuckets = 100'000;

/// 0 to actorBuckets - 1.
int actorBucket(const QString &featureKey, const QString &actorId);
/// Nobody without an id is in, whatever the percentage (0 to 100).
bool isActorIn(const QString &featureKey, const QString &actorId, double percentage);

} // namespace renewal::rollout
