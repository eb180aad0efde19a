// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/triagerules.h"
#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/domain/triage.h"
#include "models/gateway/renewalsgateway.h"

#include <QJsonObject>
#include <QVector>

#include <optional>

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

class TriageFactReader;

/// What staff does with renewals of the queue. Each action is one transaction: all renewals it changes, their
/// history, the change log and the audit entry stand or fall together. Renewals that cannot follow are
/// refused one by one and named in the outcome. Lives on the connection's thread; cheap to make.
class Triage
{
public:
    Triage(store::Connection &connection, const Clock &clock)
        : m_connection(connection)
        , m_clock(clock)
    {
    }

    /// An action that changes nothing leaves no trace, and its outcome no batch.
    Result<TriageOutcome> act(const TriageRequest &request, const QString &actor);
    /// Restores what a batch changed, as far as nothing else changed it since, and as long as nothing of it
    /// was, or may have been, sent. NotFound for no such batch, Conflict for one that
    /// is undone, or that is itself an undo.
    Result<TriageOutcome> undo(qint64 batch, const QString &actor);

    /// A routed renewal is not sent after all, and goes back to where it waits without a person; one that the
    /// Veteran asked for again meanwhile is closed as a duplicate. Conflict when it was, or may have been,
    /// sent, or is not routed.
    Result<TriageOutcome> giveUpSending(RenewalId id, const QString &note, const QString &actor);

    /// Tells who the patient is, and records who asked and why; no patient data in the record.
    Result<RevealedPatient> reveal(RenewalId id, const QString &reason, const QString &actor);

private:
    struct Change
    {
        store::TriageSubject subject;
        store::TriageState next;
        QString told;
    };
    struct Record
    {
        QString action;
        QString note;
        QJsonObject after; ///< beside the renewals
        std::optional<qint64> undoes;
    };

    Result<TriageOutcome> planAll(const TriageRequest &request, QVector<Change> &changes);
    Result<TriageOutcome> planUndo(qint64 batch, QVector<Change> &changes);
    Result<std::optional<store::TriageState>> stateAgain(const store::TriageStep &step,
                                                         const Renewal &renewal, TriageFactReader &facts,
                                                         TriageRefusal &refusal);
    /// Writes all of it; the result is the batch.
    Result<qint64> carryOut(const QVector<Change> &changes, const Record &record, const QString &actor);
    Done writeStates(const QVector<Change> &changes, const QDateTime &now);
    Done fillChanged(const QVector<Change> &changes, TriageOutcome &outcome);

    store::Connection &m_connection;
    const Clock &m_clock;
};

} // namespace renewal::operations
