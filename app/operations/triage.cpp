// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/triage.h"

#include "app/operations/outboxqueue.h"
#include "app/operations/outboxtexts.h"
#include "app/operations/triagefacts.h"
#include "app/store/auditrepository.h"
#include "app/store/changerepository.h"
#include "app/store/decisionlock.h"
#include "app/store/renewalrepository.h"
#include "app/store/transaction.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace renewal::operations {

using namespace Qt::StringLiterals;
using store::Transaction;
using store::TriageState;
using store::TriageStep;
using store::TriageSubject;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("Triage", text);
}

QString subjectOf(RenewalId id)
{
    return u"renewal/"_s + QString::number(id.value);
}

QVector<RenewalId> idsOf(const QVector<RenewalChoice> &choices)
{
    QVector<RenewalId> ids;
    for (const RenewalChoice &choice : choices)
        ids.append(choice.id);
    return ids;
}

const TriageSubject *find(const QVector<TriageSubject> &subjects, RenewalId id)
{
    const auto found =
        std::ranges::find(subjects, id, [](const TriageSubject &subject) { return subject.renewal.id; });
    return found == subjects.cend() ? nullptr : &*found;
}

TriageRefusal goneRefusal(RenewalId id)
{
    return {id, u"not_found"_s, tr("It is no longer there.")};
}

/// What the audit entry keeps of a request: no patient, no drug.
QJsonObject auditState(const TriageRequest &request)
{
    QJsonObject after;
    if (request.careTeam.isValid())
        after.insert("careTeam"_L1, request.careTeam.value);
    if (!request.assignee.isEmpty())
        after.insert("assignee"_L1, request.assignee);
    if (!request.reason.isEmpty())
        after.insert("reason"_L1, request.reason);
    if (request.gateOverride) {
        after.insert("gate"_L1, request.gateOverride->gate);
        after.insert("overrideReason"_L1, request.gateOverride->reason);
    }
    if (request.order) {
        after.insert("quantity"_L1, request.order->quantity.value_or(0));
        after.insert("refills"_L1, request.order->refills.value_or(0));
    }
    if (request.duplicateOf.isValid())
        after.insert("duplicateOf"_L1, request.duplicateOf.value);
    return after;
}

/// One line for each care team that has to be told.
QStringList tellNotes(const QMap<QString, int> &tell)
{
    QStringList notes;
    for (auto it = tell.cbegin(); it != tell.cend(); ++it) {
        notes.append(QCoreApplication::translate(
                         "Triage",
                         "Tell %1: %n request(s) that a Veteran sent there went to another care team. "
                         "Nothing can be sent to them from here.",
                         "care team", it.value())
                         .arg(it.key()));
    }
    return notes;
}
} // namespace

Result<TriageOutcome> Triage::act(const TriageRequest &request, const QString &actor)
{
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    if (const Done locked = store::lockDecisions(m_connection); !locked)
        return failure(locked.error());
    QVector<Change> changes;
    auto outcome = planAll(request, changes);
    if (!outcome || changes.isEmpty())
        return outcome;
    QJsonObject after = auditState(request);
    // One request ends all of them alike.
    if (const QString &end = changes.constFirst().next.outcome; !end.isEmpty())
        after.insert("outcome"_L1, end);
    const auto batch =
        carryOut(changes, {u"triage."_s + toString(request.action), request.note, after, {}}, actor);
    if (!batch)
        return failure(batch.error());
    outcome->batch = QString::number(*batch);
    if (const Done filled = fillChanged(changes, *outcome); !filled)
        return failure(filled.error());
    if (const Done done = transaction->commit(); !done)
        return failure(done.error());
    return outcome;
}

Result<TriageOutcome> Triage::undo(qint64 batch, const QString &actor)
{
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    if (const Done locked = store::lockDecisions(m_connection); !locked)
        return failure(locked.error());
    QVector<Change> changes;
    auto outcome = planUndo(batch, changes);
    if (!outcome || changes.isEmpty())
        return outcome;
    QJsonObject after;
    after.insert("undoes"_L1, u"triage/"_s + QString::number(batch));
    const auto undoing = carryOut(changes, {u"triage.undo"_s, {}, after, batch}, actor);
    if (!undoing)
        return failure(undoing.error());
    if (const Done marked = store::TriageRepository(m_connection).markUndone(batch, *undoing); !marked)
        return failure(marked.error());
    if (const Done filled = fillChanged(changes, *outcome); !filled)
        return failure(filled.error());
    if (const Done done = transaction->commit(); !done)
        return failure(done.error());
    return outcome;
}

Result<TriageOutcome> Triage::planAll(const TriageRequest &request, QVector<Change> &changes)
{
    const auto subjects = store::TriageRepository(m_connection).take(idsOf(request.renewals));
    if (!subjects)
        return failure(subjects.error());
    TriageFactReader reader(m_connection, m_clock.now());
    TriageOutcome outcome;
    QMap<QString, int> tell;
    for (const RenewalChoice &choice : request.renewals) {
        const TriageSubject *subject = find(*subjects, choice.id);
        if (!subject) {
            outcome.refused.append(goneRefusal(choice.id));
            continue;
        }
        if (subject->renewal.version != choice.version) {
            outcome.refused.append({choice.id, u"conflict"_s,
                                    tr("Somebody changed it meanwhile. Look at its present state first.")});
            continue;
        }
        const auto facts = reader.read(request, *subject);
        if (!facts)
            return failure(facts.error());
        const TriagePlan plan = planTriage(request, *facts, m_clock.now());
        if (plan.next)
            changes.append({*subject, *plan.next, plan.told});
        else
            outcome.refused.append(plan.refusal);
        if (!plan.tell.isEmpty())
            ++tell[plan.tell];
    }
    outcome.notes = tellNotes(tell);
    return outcome;
}

Result<TriageOutcome> Triage::planUndo(qint64 batch, QVector<Change> &changes)
{
    store::TriageRepository triage(m_connection);
    const auto found = triage.batch(batch);
    if (!found)
        return failure(found.error());
    if (!*found)
        return failure(ErrorCode::NotFound, tr("There is no such action to take back."));
    if ((*found)->isUndone || (*found)->undoes)
        return failure(ErrorCode::Conflict, tr("This action is taken back already."));
    const auto steps = triage.steps(batch);
    if (!steps)
        return failure(steps.error());
    QVector<RenewalId> ids;
    for (const TriageStep &step : *steps)
        ids.append(step.renewal);
    const auto subjects = triage.take(ids);
    if (!subjects)
        return failure(subjects.error());
    TriageFactReader reader(m_connection, m_clock.now());
    TriageOutcome outcome;
    for (const TriageStep &step : *steps) {
        const TriageSubject *subject = find(*subjects, step.renewal);
        TriageRefusal refusal = goneRefusal(step.renewal);
        std::optional<TriageState> again;
        if (subject && subject->renewal.version != step.version) {
            refusal = {step.renewal, u"conflict"_s, tr("Somebody changed it since; it stays as it is.")};
        } else if (subject) {
            const auto state = stateAgain(step, subject->renewal, reader, refusal);
            if (!state)
                return failure(state.error());
            again = *state;
        }
        if (again)
            changes.append({*subject, *again, tr("The last action was taken back.")});
        else
            outcome.refused.append(refusal);
    }
    return outcome;
}

/// The state before the batch, unless it is on its way to a care team, or its grounds changed: what waited
/// for, or was ready for, a care team then follows its prescriber's link as it is now. nullopt: `refusal`
/// says why not.
Result<std::optional<TriageState>> Triage::stateAgain(const TriageStep &step, const Renewal &renewal,
                                                      TriageFactReader &facts, TriageRefusal &refusal)
{
    const auto sending = facts.sending(renewal);
    if (!sending)
        return failure(sending.error());
    if (*sending) {
        if (const auto refused = refusedAsSent(**sending)) {
            refusal = *refused;
            return std::optional<TriageState>();
        }
    }
    if (isPending(step.before.state) && !isPending(renewal.state)) {
        const auto twin = store::TriageRepository(m_connection).hasPendingTwin(renewal);
        if (!twin)
            return failure(twin.error());
        if (*twin) {
            refusal = {step.renewal, u"conflict"_s,
                       tr("The Veteran asked again meanwhile; that request waits.")};
            return std::optional<TriageState>();
        }
    }
    const RenewalState before = step.before.state;
    const bool follows = before == RenewalState::NeedsRouting || before == RenewalState::ReadyToRoute ||
                         before == RenewalState::External;
    if (follows && renewal.prescriberId.isValid()) {
        const auto linked = facts.linked(renewal);
        if (!linked)
            return failure(linked.error());
        if (linked->state != before || linked->careTeam != step.before.careTeam)
            return std::optional(waiting(*linked));
    }
    return std::optional(step.before);
}

Result<qint64> Triage::carryOut(const QVector<Change> &changes, const Record &record, const QString &actor)
{
    const QDateTime now = m_clock.now();
    if (const Done written = writeStates(changes, now); !written)
        return failure(written.error());
    QVector<TriageStep> steps;
    QStringList subjects;
    QJsonArray before;
    QJsonArray ids;
    OutboxQueue outbox(m_connection);
    for (const Change &change : changes) {
        const Renewal &renewal = change.subject.renewal;
        if (const Done followed = outbox.follow(change.subject, change.next, now); !followed)
            return failure(followed.error());
        steps.append(
            {renewal.id, renewal.station.parent(), renewal.version + 1, change.subject.state, change.told});
        subjects.append(subjectOf(renewal.id));
        ids.append(renewal.id.value);
        before.append(toString(renewal.state));
    }
    if (const Done queued = outbox.flush(); !queued)
        return failure(queued.error());
    const auto batch = store::TriageRepository(m_connection)
                           .add({0, now, actor, record.action, record.undoes, false}, steps);
    if (!batch)
        return failure(batch.error());
    if (const Done told = store::ChangeRepository(m_connection).add(u"renewal"_s, subjects); !told)
        return failure(told.error());
    QJsonObject after = record.after;
    after.insert("renewals"_L1, ids);
    const auto compact = [](const QJsonObject &json) {
        return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
    };
    const auto entry = store::AuditRepository(m_connection)
                           .append({0,
                                    now,
                                    actor,
                                    record.action,
                                    u"triage/"_s + QString::number(*batch),
                                    compact({{"states"_L1, before}}),
                                    compact(after),
                                    record.note,
                                    {},
                                    {}});
    if (!entry)
        return failure(entry.error());
    return *batch;
}

/// Renewals that get the same state are written at once.
Done Triage::writeStates(const QVector<Change> &changes, const QDateTime &now)
{
    QVector<std::pair<TriageState, QVector<RenewalId>>> groups;
    for (const Change &change : changes) {
        const auto known =
            std::ranges::find(groups, change.next, &std::pair<TriageState, QVector<RenewalId>>::first);
        if (known != groups.end())
            known->second.append(change.subject.renewal.id);
        else
            groups.append({change.next, {change.subject.renewal.id}});
    }
    store::TriageRepository triage(m_connection);
    for (const auto &[state, ids] : std::as_const(groups)) {
        if (const Done changed = triage.change(ids, state, now); !changed)
            return changed;
    }
    return ok();
}

/// As they are now, in the order they were asked for.
Done Triage::fillChanged(const QVector<Change> &changes, TriageOutcome &outcome)
{
    QVector<RenewalId> ids;
    for (const Change &change : changes)
        ids.append(change.subject.renewal.id);
    const auto now = store::TriageRepository(m_connection).take(ids);
    if (!now)
        return failure(now.error());
    for (const RenewalId id : std::as_const(ids)) {
        if (const TriageSubject *subject = find(*now, id))
            outcome.changed.append(subject->renewal);
    }
    return ok();
}

Result<RevealedPatient> Triage::reveal(RenewalId id, const QString &reason, const QString &actor)
{
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    store::RenewalRepository renewals(m_connection);
    const auto renewal = renewals.find(id);
    if (!renewal)
        return failure(renewal.error());
    const auto message = renewals.message(id);
    if (!message)
        return failure(message.error());
    const RevealedPatient patient{renewal->patientKey, *message ? (*message)->senderName : QString()};
    for (const QString &secret : {patient.patientKey, patient.name}) {
        if (!secret.isEmpty() && reason.contains(secret, Qt::CaseInsensitive))
            return failure(ErrorCode::InvalidInput,
                           tr("The reason is kept for good: say why, without naming the patient."));
    }
    const auto entry =
        store::AuditRepository(m_connection)
            .append({0, m_clock.now(), actor, u"patient.revealed"_s, subjectOf(id), {}, {}, reason, {}, {}});
    if (!entry)
        return failure(entry.error());
    if (const Done done = transaction->commit(); !done)
        return failure(done.error());
    return patient;
}

} // namespace renewal::operations
