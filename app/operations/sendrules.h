// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/sendingoptions.h"
#include "models/domain/careteam.h"
#include "models/domain/outbox.h"
#include "models/domain/renewal.h"
#include "models/exchange/renewalcall.h"

#include <QRandomGenerator>

#include <optional>

namespace renewal::operations {

/// Pauses that double and scatter, so that senders do not come back all at once.
class Backoff
{
public:
    explicit Backoff(const SendingOptions &options)
        : m_options(options)
        , m_random(options.seed)
    {
    }

    /// Before attempt `failures` + 1: between half and all of the doubled pause.
    std::chrono::milliseconds pause(int failures);

private:
    const SendingOptions m_options;
    QRandomGenerator m_random;
};

/// What is known of the addressee at the moment of sending.
struct SendFacts
{
    Renewal renewal;
    TriageTeamId routedTo;
    std::optional<CareTeam> team;
    QVector<TriageTeamId> patientTeams;     ///< of this station; none: not known
    std::optional<QString> cutOverDay = {}; ///< on which the parent station went to Oracle Health
};

/// Why a message may not be sent now, a code of exchange::sendProblem(); empty when it may.
QString obstacle(const SendFacts &facts);

/// Where to look for a message from: it was not sent before it was queued, but clocks differ.
QDateTime lookFrom(const OutboxEntry &entry);

/// The ways of an outbox row. Pure; the version stays for the repository to count.
namespace sendrules {

/// Somebody sends it, and is dead if nothing is heard by the end of the lease.
OutboxEntry taken(OutboxEntry entry, const QDateTime &now, const SendingOptions &options);
/// Nothing was heard. Who holds it may still send it: from now on that is waited for.
OutboxEntry died(OutboxEntry entry, const QDateTime &now);
OutboxEntry stopped(OutboxEntry entry, const QString &code, const QDateTime &now);
OutboxEntry answered(OutboxEntry entry, const exchange::SendAnswer &answer, const QDateTime &now,
                     const SendingOptions &options, Backoff &backoff);
/// It arrived, whatever was thought of it meanwhile.
OutboxEntry arrived(OutboxEntry entry, const QString &messageId, const QDateTime &now);
/// A look at the sent messages found these numbers.
OutboxEntry lookedUp(OutboxEntry entry, const QStringList &messageIds, const QDateTime &now,
                     const SendingOptions &options, Backoff &backoff);
/// A look brought no answer, for that reason: nothing is known, nothing is sent.
OutboxEntry notLookedUp(OutboxEntry entry, const QString &code, bool concernsAll, const QDateTime &now,
                        const SendingOptions &options, Backoff &backoff);

} // namespace sendrules
} // namespace renewal::operations
