// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/station.h"

#include <QVector>

namespace renewal::store {

class Connection;

/// Facilities, by parent station and number.
class StationRepository
{
public:
    explicit StationRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    Result<QVector<Station>> list();
    /// Inserts, or takes over the filled fields.
    Done upsert(const Station &station);
    /// Parent stations that have prescribers, ascending: the units of matching.
    Result<QStringList> parentsWithPrescribers();

private:
    Connection &m_connection;
};

} // namespace renewal::store
