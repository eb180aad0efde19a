// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/throughput.h"
#include "models/gateway/page.h"

#include <functional>

namespace renewal::store {

class Connection;

/// Counts what came and went, station by station, from indexes that hold all that is asked for. It looks at
/// every waiting renewal of the scope: fast for a station, a second or so for a million.
class ThroughputRepository
{
public:
    /// Told how many stations of how many are counted; false stops with ErrorCode::Cancelled.
    using Tell = std::function<bool(qsizetype counted, qsizetype stations)>;

    explicit ThroughputRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    /// InvalidInput when the days are none, or more than Throughput::mostDays.
    Result<Throughput> throughput(const Scope &scope, QDate from, QDate to, const QDateTime &now,
                                  const Tell &tell = {});
    /// By whose clock the days of a scope are told: IANA name; empty when there are several, or it is
    /// unknown.
    Result<QString> zone(const Scope &scope);

private:
    struct Place
    {
        QString parentStation;
        QString zone;
    };

    Result<QVector<Place>> places(const Scope &scope);
    Done count(ThroughputTally &tally, const Place &place, const Scope &scope);
    Done addNames(Throughput &throughput);

    Connection &m_connection;
};

} // namespace renewal::store
