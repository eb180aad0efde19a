// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/metricfeedstate.h"

#include <QVector>

namespace renewal::store {

class Connection;

/// How far each figure that is asked of a service has been taken.
class MetricFeedRepository
{
public:
    explicit MetricFeedRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    /// By key.
    Result<QVector<MetricFeedState>> list();
    Done upsert(const MetricFeedState &state);

private:
    Connection &m_connection;
};

} // namespace renewal::store
