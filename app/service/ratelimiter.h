// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace renewal::service {

/// A token bucket for each name: `rate` a second on average, `burst` at once. Time is an argument.
class RateLimiter
{
public:
    RateLimiter(double rate, double burst)
        : m_rate(rate)
        , m_burst(burst)
    {
    }

    /// Takes one from the bucket of `name` at `now` (milliseconds); false when it is empty.
    bool take(const QString &name, qint64 now);

private:
    struct Bucket
    {
        double level = 0;
        qint64 at = 0;
    };

    const double m_rate;
    const double m_burst;
    QHash<QString, Bucket> m_buckets; ///< one for each known token: bounded
};

} // namespace renewal::service
