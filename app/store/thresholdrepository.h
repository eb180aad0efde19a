// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/qualityreport.h"
#include "models/gateway/page.h"

#include <functional>

namespace renewal::store {

class Connection;

/// What matters of one prescriber when the threshold of matching moves.
struct ThresholdRow
{
    QString parentStation;
    bool linked = false; ///< by matching, today
    double best = 0;     ///< probability of the best candidate
    double second = 0;   ///< of the next one
};

/// How many links and prescribers there are; `withTeam` is how many have a team, as far as matching can tell.
struct LinkCounts
{
    QString parentStation;
    QString ehr;
    qint64 links = 0;
    qint64 prescribers = 0;
    double withTeam = 0;
};

/// The threshold of matching with its history, and the links it is about.
class ThresholdRepository
{
public:
    explicit ThresholdRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Newest first; empty while the program's own holds.
    Result<QVector<MatchingThreshold>> history();
    /// Version 0 while the program's own holds.
    Result<MatchingThreshold> newest();
    Done add(const MatchingThreshold &threshold);

    /// Links of matching, and suggestions from `least` on that one person is behind; only those that were
    /// matched by all evidence, which alone has this threshold. `take` must not use the connection.
    Done each(double least, const std::function<void(const ThresholdRow &)> &take);
    /// By parent station and record system; community care is left out.
    Result<QVector<LinkCounts>> counts(const Scope &scope);

private:
    Connection &m_connection;
};

} // namespace renewal::store
