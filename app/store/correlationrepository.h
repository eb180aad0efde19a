// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/correlation/engine.h"
#include "models/domain/correlation.h"
#include "models/domain/renewal.h"
#include "models/gateway/correlationsgateway.h"

#include <QDateTime>

#include <functional>
#include <optional>

namespace renewal::store {

class Connection;

/// What is put into a correlation's history beside its new state.
struct CorrelationStep
{
    QDateTime at;
    QString actor;
    QString action; ///< an audit action word: "correlation.linked", "correlation.undone", ...
    QString text;   ///< one sentence for the reader
};

/// A decision a person took and has not taken back.
struct UndoableDecision
{
    qint64 version = 0; ///< the version the decision made
    QString action;     ///< its audit word
    Correlation before; ///< what held before it; its version is the old one
};

/// Who belongs to whom: the current decision of each prescriber, its history, and matching's candidates.
class CorrelationRepository
{
public:
    explicit CorrelationRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    /// The current one; status None and version 0 when nothing was ever decided. NotFound for no prescriber.
    Result<Correlation> current(PrescriberId id);
    /// Makes `next` the current one if its version is still the stored one, and appends to the history; the
    /// result carries the new version. A link without grounds gets those of today. A stale version is
    /// ErrorCode::PreconditionFailed.
    Result<Correlation> store(const Correlation &next, const CorrelationStep &step);
    /// The same for many prescribers at once, for matching and imports: rows whose current status is a
    /// person's decision (manual, refused, external), or came back to a person, are skipped, whatever their
    /// version. The result is the number stored.
    Result<qint64> storeAutomatic(const QVector<Correlation> &next, const CorrelationStep &step);

    /// Newest first.
    Result<QVector<HistoryEntry>> history(PrescriberId id, int limit = 100);
    /// The newest decision a person took that is not undone; nullopt when there is none.
    Result<std::optional<UndoableDecision>> undoable(PrescriberId id);
    /// Marks the decision that made `version` as undone by the one that made `undoneBy`.
    Done markUndone(PrescriberId id, qint64 version, qint64 undoneBy);

    /// Records a person's "no" to these teams, made with the decision `version`.
    Done refuse(PrescriberId id, const QVector<TriageTeamId> &teams, qint64 version);
    /// True when a person said no to the pair, but for the decision `version`.
    Result<bool> isRefused(PrescriberId id, TriageTeamId team, qint64 exceptVersion);
    /// Takes back the refusals of one decision.
    Done unrefuse(PrescriberId id, qint64 version);

    /// Replaces the sets of these prescribers.
    Done storeCandidates(const QVector<CandidateSet> &sets);
    /// An empty set with noneProbability 1 when matching has not seen the prescriber.
    Result<CandidateSet> candidates(PrescriberId id);
    /// All of one parent station's care teams, its prescribers, and which teams patients have: for a
    /// cut-over.
    Result<correlation::StationInput> stationTeams(const QString &parentStation);
    /// All that matching reads of one parent station. At a cut-over only the side that is in force.
    Result<correlation::StationInput> stationInput(const QString &parentStation);
    /// What staff decided and refused there by now, about the prescribers and care teams of `station`.
    Result<correlation::StaffWord> staffWord(const correlation::StationInput &station);
    /// How well matching did since `since`; an empty scope means all. Counts only, from the decisions that
    /// stand: one taken back counts as never taken.
    Result<MatchingQuality> quality(const Scope &scope, const QDateTime &since);
    /// The current correlation of every prescriber, by parent station and id, until `take` returns false;
    /// `take` must not use the connection.
    Done each(const std::function<bool(const Correlation &)> &take);

private:
    Result<correlation::StationInput> stationRecords(const QString &parentStation);
    Result<LinkChange> judgedAnew(const Correlation &before);

    Connection &m_connection;
};

} // namespace renewal::store
