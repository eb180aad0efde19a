// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/gateway/renewalsgateway.h"

namespace renewal::store {

class Connection;

/// What belongs to a renewal without being part of it.
class RenewalContext
{
public:
    static constexpr int mostOthers = 50;

    explicit RenewalContext(Connection &connection)
        : m_connection(connection)
    {
    }

    /// All other renewals of the same patient at the parent station, in either record system: those that wait
    /// first, by reply due, then those that ended, the newest request first. A patient without a key is
    /// nobody.
    Result<QVector<Renewal>> others(const Renewal &renewal);

private:
    Connection &m_connection;
};

} // namespace renewal::store
