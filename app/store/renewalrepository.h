// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/correlation.h"
#include "models/domain/renewal.h"
#include "models/gateway/correlationsgateway.h"
#include "models/gateway/renewalsgateway.h"

#include <QDateTime>

namespace renewal::store {

class Connection;

namespace renewalviews {
struct Asking;
struct Rule;
} // namespace renewalviews

/// Renewals and the messages they came with. Reads answer from indexes and counters at any size; the total of
/// a page costs nothing without a search.
class RenewalRepository
{
public:
    explicit RenewalRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    /// One page. What is pending comes in groups: the patient with the earliest reply due first, and with it
    /// all of the view that the same patient asks for at that parent station and record system, also across
    /// pages; what waits no longer comes by reply due, the latest first. A list sorted by a column keeps no
    /// patient together; what is equal there comes by id. `now` decides overdue and due today
    /// (UTC day), `actor` whose the view "assigned_to_me" is.
    Result<Page<Renewal>> page(const RenewalQuery &query, const QDateTime &now, const QString &actor = {});
    /// Exact numbers for all views, in the order of renewal::views.
    Result<QVector<ViewCount>> counts(const Scope &scope, const QDateTime &now, const QString &actor = {},
                                      const RenewalFilter &filter = {});
    /// ErrorCode::NotFound when there is none.
    Result<Renewal> find(RenewalId id);
    /// Adds one; the result carries its id and version 1. A pending one with the same ehr, parent station,
    /// patient and prescription is ErrorCode::Conflict.
    Result<Renewal> insert(const Renewal &renewal);
    Result<qint64> total();

    Done insertMessage(RenewalId renewal, const RenewalMessage &message);
    /// The newest message that asks for a renewal; nullopt when the request came without one.
    Result<std::optional<RenewalMessage>> message(RenewalId id);

    /// All that was asked and written, the newest first.
    Result<QVector<ThreadEntry>> thread(RenewalId id);

    /// Which renewals of the correlation's prescriber would change, and how; changes nothing.
    Result<DecisionEffect> previewMove(const Correlation &next);
    /// Brings the pending renewals of the correlation's prescriber to what it says: linked -> ready_to_route
    /// with that team, external -> external, else -> needs_routing with `reason`. Those in review, returned
    /// or not renewable stay. Each changed row gets a new version; the changes are logged. A ready one that
    /// gets another team counts as becoming ready.
    Result<DecisionEffect> move(const Correlation &next, const QString &reason);
    /// The same for every linked prescriber of a parent station whose renewals are not yet there (after
    /// matching or an import); one statement for all. The result says how many became ready, and so on.
    Result<DecisionEffect> moveStation(const QString &parentStation);

private:
    Result<Page<Renewal>> sorted(const renewalviews::Rule &rule, const RenewalQuery &query,
                                 const QStringList &words, const renewalviews::Asking &asking,
                                 const QString &list);
    Result<DecisionEffect> moveDivisions(const QString &parentStation);

    Connection &m_connection;
};

} // namespace renewal::store
