// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/rollout.h"

#include <QDateTime>
#include <QStringList>

namespace renewal::store {

class Connection;

/// Time series of metrics. Points are kept per series and instant; the same points twice change nothing.
class MetricRepository
{
public:
    explicit MetricRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    /// All series by title, without points.
    Result<QVector<MetricSeries>> list();
    /// One series with its points in [from, to]; invalid ends are open. ErrorCode::NotFound for no series.
    Result<MetricSeries> find(const QString &key, const QDateTime &from, const QDateTime &to);
    /// The named series with their points in [from, to), in no special order; unknown keys are left out.
    Result<QVector<MetricSeries>> read(const QStringList &keys, const QDateTime &from, const QDateTime &to);
    /// Deletes the series and their points; unknown keys are passed over.
    Done remove(const QStringList &keys);
    /// Inserts or updates the series by key, and its points by instant.
    Done upsert(const MetricSeries &series);

private:
    Connection &m_connection;
};

} // namespace renewal::store
