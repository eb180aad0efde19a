// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QDateTime>

#include <optional>

namespace renewal::store {

class Connection;

/// Weights that were learnt from this database.
struct StoredWeights
{
    qint64 version = 0; ///< 1, 2, ...
    QString learntBy;
    QDateTime learntAt;
    int stations = 0;
    qint64 anchors = 0;   ///< prescribers whom words settle, or who can have no team
    qint64 decisions = 0; ///< of staff, among what was learnt from
    QByteArray document;  ///< correlation::Weights::toJson()
};

/// The weights of matching with their versions; none is ever changed or removed: decisions name them.
class WeightsRepository
{
public:
    explicit WeightsRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    /// nullopt while the program's own hold.
    Result<std::optional<StoredWeights>> newest();
    Done add(const StoredWeights &weights);

private:
    Connection &m_connection;
};

} // namespace renewal::store
