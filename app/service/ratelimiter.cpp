// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/ratelimiter.h"

#include <algorithm>

namespace renewal::service {

bool RateLimiter::take(const QString &name, qint64 now)
{
    auto bucket = m_buckets.find(name);
    if (bucket == m_buckets.end())
        bucket = m_buckets.insert(name, {m_burst, now});
    bucket->level =
        std::min(m_burst, bucket->level + m_rate * static_cast<double>(now - bucket->at) / 1000.0);
    bucket->at = now;
    if (bucket->level < 1)
        return false;
    bucket->level -= 1;
    return true;
}

} // namespace renewal::service
