// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rollout.h"

#include <QHash>
#include <QMap>
#include <QStringList>

namespace renewal::rollout {

/// Sums over the same hours.
struct Observed
{
    double counted = 0;
    double of = 0;
};

/// The series of one span of time, ready to be added up. A value counts when it stands in [from, to) and its
/// source has settled by then; an hour that one of the series does not have counts in none of them.
class StageData
{
public:
    StageData(const QVector<MetricSeries> &series, const QDateTime &from, const QDateTime &to,
              const QDateTime &now);

    bool has(const QString &key) const { return m_values.contains(key); }
    /// The sum of one series; nullopt when it has no value.
    std::optional<double> total(const QString &key) const;
    /// Both sums over the hours that all named series have; nullopt when there is none.
    std::optional<Observed> sums(const QStringList &counted, const QStringList &of) const;
    /// Value (`counted`) and weight (`of`) of each hour that both series have, in the order of time.
    QVector<Observed> hours(const QString &value, const QString &weight) const;
    /// `counted` is the sum of value x weight.
    std::optional<Observed> weighted(const QString &value, const QString &weight) const;
    /// From a series in per cent whose points say how many observations they rest on.
    std::optional<Observed> fromShares(const QString &key) const;

private:
    using Values = QMap<qint64, double>; ///< by milliseconds since 1970
    QVector<Values> valuesOf(const QStringList &keys) const;

    QHash<QString, Values> m_values;
    QHash<QString, Values> m_counts;
};

} // namespace renewal::rollout
