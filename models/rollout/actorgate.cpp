// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rollout/actorgate.h"

#include <zlib.h>

namespace renewal::rollout {

namespace {
constexpr double bucketsPerPercent = actorBuckets / 100.0;
}

int actorBucket(const QString &featureKey, const QString &actorId)
{
    const QByteArray text = (featureKey + actorId).toUtf8();
    const auto sum =
        crc32_z(0, reinterpret_cast<const Bytef *>(text.constData()), static_cast<z_size_t>(text.size()));
    return static_cast<int>(sum % actorBuckets);
}

bool isActorIn(const QString &featureKey, const QString &actorId, double percentage)
{
    return !actorId.isEmpty() && actorBucket(featureKey, actorId) < percentage * bucketsPerPercent;
}

} // namespace renewal::rollout
