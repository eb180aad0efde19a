// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/correlation/matchedstation.h"

#include <deque>
#include <memory>

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// The stations that staff worked at last, with their evidence: reading one takes a tenth of a second where
/// stations are large, too long for every decision. Lives on the connection's thread.
class StationMemory
{
public:
    struct Kept
    {
        correlation::MatchedStation station;
        std::shared_ptr<const correlation::EvidenceEngine> engine;
        correlation::Policy policy;
        qint64 weights = 0; ///< version of the weights learnt here
        qint64 seen = 0;    ///< the newest change that is in it
        /// Whom decisions touched that nobody followed yet; see MatchedStation::hear().
        QVector<PrescriberId> touched;
    };

    /// The station as the database has it now: what staff decided meanwhile is taken in; changed records,
    /// newly learnt weights and a moved threshold mean reading it anew. Valid until the next call.
    Result<Kept *> at(store::Connection &connection, const QString &parentStation);

private:
    std::deque<std::unique_ptr<Kept>> m_kept; ///< last used first
};

} // namespace renewal::operations
