// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/outboxtexts.h"
#include "app/operations/triage.h"
#include "app/operations/triagefacts.h"
#include "app/store/decisionlock.h"
#include "app/store/transaction.h"

#include <QCoreApplication>

namespace renewal::operations {

using namespace Qt::StringLiterals;
using store::TriageState;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("Triage", text);
}

/// Asked for again meanwhile: that request waits, and this one ends.
TriageState duplicate(TriageState state)
{
    state.state = RenewalState::Closed;
    state.stateReason = tr("The Veteran asked again; that request waits.");
    state.outcome = u"duplicate"_s;
    state.routedTo = {};
    state.routedToName.clear();
    return state;
}
} // namespace

Result<TriageOutcome> Triage::giveUpSending(RenewalId id, const QString &note, const QString &actor)
{
    auto transaction = store::Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    if (const Done locked = store::lockDecisions(m_connection); !locked)
        return failure(locked.error());
    store::TriageRepository triage(m_connection);
    const auto subjects = triage.take({id});
    if (!subjects)
        return failure(subjects.error());
    if (subjects->isEmpty() || subjects->constFirst().state.state != RenewalState::Routed)
        return failure(ErrorCode::Conflict, tr("It is not routed any more."));
    const store::TriageSubject &subject = subjects->constFirst();
    TriageFactReader facts(m_connection, m_clock.now());
    const auto sending = facts.sending(subject.renewal);
    if (!sending)
        return failure(sending.error());
    if (*sending) {
        if (const auto refused = refusedAsSent(**sending))
            return failure(ErrorCode::Conflict, refused->text);
    }
    const auto twin = triage.hasPendingTwin(subject.renewal);
    if (!twin)
        return failure(twin.error());
    const auto settled = facts.settled(subject.renewal);
    if (!settled)
        return failure(settled.error());
    const QVector<Change> changes{{subject, *twin ? duplicate(subject.state) : waiting(*settled),
                                   tr("Sending was given up; it waits in the queue again.")}};
    TriageOutcome outcome;
    const auto batch = carryOut(changes, {u"outbox.give_up"_s, note, {}, {}}, actor);
    if (!batch)
        return failure(batch.error());
    outcome.batch = QString::number(*batch);
    if (const Done filled = fillChanged(changes, outcome); !filled)
        return failure(filled.error());
    if (const Done done = transaction->commit(); !done)
        return failure(done.error());
    return outcome;
}

} // namespace renewal::operations
