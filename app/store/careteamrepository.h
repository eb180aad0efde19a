// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/careteam.h"

#include <QVector>

namespace renewal::store {

class Connection;

/// Care teams. A team's number is Secure Messaging's own, within its parent station.
class CareTeamRepository
{
public:
    explicit CareTeamRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    /// At most `limit`, by shown name; every word of `search` must occur in the name. Empty station: all.
    Result<QVector<CareTeam>> find(const QString &parentStation, const QString &search, int limit = 200);
    /// ErrorCode::NotFound when there is none.
    Result<CareTeam> find(const QString &parentStation, TriageTeamId id);
    /// The teams with these ids, in the order asked; unknown ones are left out.
    Result<QVector<CareTeam>> find(const QString &parentStation, const QVector<TriageTeamId> &ids);
    /// All of a parent station in ascending id order: matching's input.
    Result<QVector<CareTeam>> ofStation(const QString &parentStation);
    /// Inserts, or replaces all fields.
    Done upsert(const CareTeam &team);
    Result<qint64> total();

private:
    Connection &m_connection;
};

} // namespace renewal::store
