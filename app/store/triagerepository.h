// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/outcome.h"
#include "models/domain/renewal.h"

#include <QDateTime>
#include <QVector>

#include <optional>

namespace renewal::store {

class Connection;

/// All that triage changes of a renewal, and an undo restores.
struct TriageState
{
    RenewalState state = RenewalState::NeedsRouting;
    QString stateReason;
    TriageTeamId careTeam;
    QString careTeamName;
    std::optional<double> careTeamProbability;
    QString assignee;
    QString outcome;
    QString outcomeReason;
    TriageTeamId routedTo; ///< where a routed one waits to be sent to
    QString routedToName;
    RenewalAnswer answer = {};

    bool operator==(const TriageState &) const = default;
};

/// A renewal as triage reads it.
struct TriageSubject
{
    Renewal renewal;
    TriageState state;
};

/// What one batch did to one renewal.
struct TriageStep
{
    RenewalId renewal;
    QString parentStation;
    qint64 version = 0; ///< the one it made
    TriageState before;
    QString told; ///< one sentence for the history
};

/// One action, or the undoing of one.
struct TriageBatch
{
    qint64 id = 0;
    QDateTime at;
    QString actor;
    QString action;               ///< an audit word: "triage.route", ..., "triage.undo"
    std::optional<qint64> undoes; ///< the batch that is taken back
    bool isUndone = false;
};

/// The states that triage moves renewals between, and the record of it. Use inside the caller's transaction.
class TriageRepository
{
public:
    explicit TriageRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Those of `ids` that exist, by id; nobody else changes them before the transaction ends.
    Result<QVector<TriageSubject>> take(const QVector<RenewalId> &ids);
    /// Gives all of them this state and the next version. Those that stop waiting with it did so `at`.
    Done change(const QVector<RenewalId> &ids, const TriageState &next, const QDateTime &at);
    /// Whether another renewal is pending for the same prescription: then this one cannot become pending.
    Result<bool> hasPendingTwin(const Renewal &renewal);

    /// The result is its number.
    Result<qint64> add(const TriageBatch &batch, const QVector<TriageStep> &steps);
    /// nullopt when there is none of that number; locked as take() does.
    Result<std::optional<TriageBatch>> batch(qint64 id);
    Result<QVector<TriageStep>> steps(qint64 batch);
    Done markUndone(qint64 batch, qint64 undoneBy);
    /// What triage did to one renewal, newest first.
    Result<QVector<HistoryEntry>> history(const Renewal &renewal);
    /// Where it waits to be sent to; invalid when it does not.
    Result<TriageTeamId> routedTo(RenewalId id);
    /// What goes with its outcome, or with its return to the Veteran.
    Result<RenewalAnswer> answer(RenewalId id);

private:
    Connection &m_connection;
};

} // namespace renewal::store
