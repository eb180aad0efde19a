// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/details.h"

#include "app/operations/triagefacts.h"
#include "app/service/outboxitems.h"
#include "app/store/auditrepository.h"
#include "app/store/careteamrepository.h"
#include "app/store/correlationrepository.h"
#include "app/store/prescriberrepository.h"
#include "app/store/prescriptionrepository.h"
#include "app/store/renewalcontext.h"
#include "app/store/renewalrepository.h"
#include "app/store/transaction.h"
#include "app/store/triagerepository.h"
#include "models/renewability/renewability.h"

#include <QCoreApplication>

#include <algorithm>

namespace renewal::service {

using namespace Qt::StringLiterals;
using store::Transaction;

namespace {
QString say(const char *text)
{
    return QCoreApplication::translate("Service", text);
}

/// A team that is not (or no more) in the store is left out, not an error.
Result<std::optional<CareTeam>> team(store::Connection &connection, const QString &station, TriageTeamId id)
{
    if (!id.isValid())
        return std::optional<CareTeam>();
    const auto found = store::CareTeamRepository(connection).find(station, id);
    if (found)
        return std::optional(*found);
    if (found.error().code == ErrorCode::NotFound)
        return std::optional<CareTeam>();
    return failure(found.error());
}

QString reasonOf(const Correlation &correlation)
{
    switch (correlation.status) {
    case CorrelationStatus::Manual:
        return say(QT_TRANSLATE_NOOP("Service", "%1 linked this prescriber to the team."))
            .arg(correlation.decidedBy);
    case CorrelationStatus::Automatic:
        return correlation.note.isEmpty()
                   ? say(QT_TRANSLATE_NOOP("Service", "Matching linked this prescriber."))
                   : correlation.note;
    case CorrelationStatus::External:
        return say(QT_TRANSLATE_NOOP("Service", "The prescriber is in community care and has no team."));
    case CorrelationStatus::Refused:
        return say(QT_TRANSLATE_NOOP("Service", "Staff found none of the suggested care teams right."));
    case CorrelationStatus::Stale:
        return say(QT_TRANSLATE_NOOP("Service", "The team it was linked to can no longer be relied on."));
    case CorrelationStatus::Suggested:
        return say(QT_TRANSLATE_NOOP("Service", "A person must choose between the suggested care teams."));
    case CorrelationStatus::None:
        break;
    }
    return say(QT_TRANSLATE_NOOP("Service", "No care team is known for this prescriber."));
}

void explainVerdict(RenewalDetail &detail, const QDateTime &now)
{
    detail.ruleVersion = detail.renewal.verdict.ruleVersion;
    const auto version = renewability::ruleVersionFromString(detail.ruleVersion);
    // Without a rule nothing was judged: the request came before its prescription, or is itself the order.
    if (!detail.prescription || !version)
        return;
    // The stored verdict was given as of the request, and is explained as of then.
    const QDateTime day = detail.renewal.requestedAt.isValid() ? detail.renewal.requestedAt : now;
    const auto verdict = renewability::evaluate(*detail.prescription, *version, day);
    detail.renewable = verdict.renewable;
    detail.gate = verdict.gate;
    detail.verdictText = verdict.text;
    for (const renewability::Gate &gate : verdict.gates)
        detail.gates.append({gate.gate, gate.passed, gate.text, gate.known});
}

Done addHistory(store::Connection &connection, RenewalDetail &detail)
{
    const QString subject = u"renewal/"_s + QString::number(detail.renewal.id.value);
    const auto entries = store::AuditRepository(connection).about(subject);
    if (!entries)
        return failure(entries.error());
    for (const AuditEvent &entry : *entries)
        detail.history.append({entry.at, entry.actor, entry.action, entry.note});
    const auto triage = store::TriageRepository(connection).history(detail.renewal);
    if (!triage)
        return failure(triage.error());
    detail.history += *triage;
    if (detail.renewal.prescriberId.isValid()) {
        const auto decisions = store::CorrelationRepository(connection).history(detail.renewal.prescriberId);
        if (!decisions)
            return failure(decisions.error());
        for (const HistoryEntry &entry : *decisions) {
            if (entry.at >= detail.renewal.requestedAt)
                detail.history.append(entry);
        }
    }
    std::ranges::stable_sort(detail.history, std::ranges::greater(), &HistoryEntry::at);
    return ok();
}

Done addContext(store::Connection &connection, RenewalDetail &detail)
{
    store::RenewalContext context(connection);
    const auto others = context.others(detail.renewal);
    if (!others)
        return failure(others.error());
    detail.others = *others;
    return ok();
}

Done addTeams(store::Connection &connection, RenewalDetail &detail)
{
    const QString station = detail.renewal.station.parent();
    const auto careTeam = team(connection, station, detail.renewal.careTeam);
    if (!careTeam)
        return failure(careTeam.error());
    const auto sentTo = team(connection, station, detail.renewal.sentTo);
    if (!sentTo)
        return failure(sentTo.error());
    detail.careTeam = *careTeam;
    detail.sentTo = *sentTo;
    const auto routedId = store::TriageRepository(connection).routedTo(detail.renewal.id);
    if (!routedId)
        return failure(routedId.error());
    const auto routedTo = team(connection, station, *routedId);
    if (!routedTo)
        return failure(routedTo.error());
    detail.routedTo = *routedTo;
    if (!detail.renewal.prescriberId.isValid()) {
        detail.careTeamReason =
            say(QT_TRANSLATE_NOOP("Service", "The prescriber of this request is not known."));
        return ok();
    }
    const auto correlation = store::CorrelationRepository(connection).current(detail.renewal.prescriberId);
    if (!correlation)
        return failure(correlation.error());
    const Correlation inForce = inDivision(*correlation, detail.renewal.station.text());
    detail.careTeamReason = reasonOf(inForce);
    // A person's link rests on the person, not on how sure matching was before.
    if (inForce.status == CorrelationStatus::Manual)
        detail.renewal.careTeamProbability.reset();
    return ok();
}

/// Whom the prescriber, the candidates, and both treat; `detail` knows its prescriber.
Done addPatients(store::Connection &connection, const QVector<TriageTeamId> &ids, PrescriberDetail &detail)
{
    store::PrescriptionRepository prescriptions(connection);
    const Prescriber &prescriber = detail.summary.prescriber;
    const QString station = prescriber.station.parent();
    const auto patients = prescriptions.patients(station, prescriber.id);
    if (!patients)
        return failure(patients.error());
    detail.patients = *patients;
    const auto shared = prescriptions.sharedPatients(station, prescriber.id);
    if (!shared)
        return failure(shared.error());
    if (shared->isEmpty())
        return ok();
    // Of the other teams of these patients nobody asks here.
    for (const TriageTeamId careTeam : ids)
        detail.sharedPatients.insert(careTeam.value, shared->value(careTeam.value));
    const auto all = prescriptions.teamPatients(station, ids);
    if (!all)
        return failure(all.error());
    detail.teamPatients = *all;
    return ok();
}

Done addDivisions(store::Connection &connection, PrescriberDetail &detail)
{
    const PrescriberId id = detail.summary.prescriber.id;
    const auto correlation = store::CorrelationRepository(connection).current(id);
    if (!correlation)
        return failure(correlation.error());
    detail.summary.correlation.divisions = correlation->divisions;
    const auto divisions = store::PrescriberRepository(connection).divisions(id);
    if (!divisions)
        return failure(divisions.error());
    detail.divisions = *divisions;
    return ok();
}
} // namespace

Result<RenewalDetail> renewalDetail(store::Connection &connection, RenewalId id, const QDateTime &now,
                                    bool isConnected)
{
    auto transaction = Transaction::begin(connection, Transaction::Mode::Read);
    if (!transaction)
        return failure(transaction.error());
    store::RenewalRepository renewals(connection);
    const auto renewal = renewals.find(id);
    if (!renewal)
        return failure(renewal.error());
    RenewalDetail detail;
    detail.renewal = *renewal;
    const auto prescription =
        store::PrescriptionRepository(connection)
            .find(renewal->ehr, renewal->station.parent(), renewal->prescriptionId, renewal->patientKey);
    if (!prescription)
        return failure(prescription.error());
    detail.prescription = *prescription;
    detail.former = operations::formerOrder(*renewal, *prescription);
    const auto answer = store::TriageRepository(connection).answer(id);
    if (!answer)
        return failure(answer.error());
    detail.answer = *answer;
    const auto message = renewals.message(id);
    if (!message)
        return failure(message.error());
    if (*message)
        detail.messageBody = (*message)->body;
    if (const Done done = addContext(connection, detail); !done)
        return failure(done.error());
    auto thread = renewals.thread(id);
    if (!thread)
        return failure(thread.error());
    detail.thread = *std::move(thread);
    explainVerdict(detail, now);
    const auto sending = sendingOf(connection, *renewal, isConnected);
    if (!sending)
        return failure(sending.error());
    detail.sending = *sending;
    if (const Done done = addTeams(connection, detail); !done)
        return failure(done.error());
    if (const Done done = addHistory(connection, detail); !done)
        return failure(done.error());
    return detail;
}

Result<PrescriberDetail> prescriberDetail(store::Connection &connection, PrescriberId id)
{
    auto transaction = Transaction::begin(connection, Transaction::Mode::Read);
    if (!transaction)
        return failure(transaction.error());
    store::CorrelationRepository correlations(connection);
    PrescriberDetail detail;
    const auto summary = store::PrescriberRepository(connection).summary(id);
    if (!summary)
        return failure(summary.error());
    detail.summary = *summary;
    if (const Done done = addDivisions(connection, detail); !done)
        return failure(done.error());
    const QString station = summary->prescriber.station.parent();
    const auto candidates = correlations.candidates(id);
    if (!candidates)
        return failure(candidates.error());
    detail.candidates = *candidates;
    QVector<TriageTeamId> ids;
    for (const Candidate &candidate : candidates->candidates)
        ids.append(candidate.careTeam);
    const auto teams = store::CareTeamRepository(connection).find(station, ids);
    if (!teams)
        return failure(teams.error());
    detail.careTeams = *teams;
    if (const Done done = addPatients(connection, ids, detail); !done)
        return failure(done.error());
    const auto others = store::PrescriberRepository(connection).linkedTo(station, ids, id);
    if (!others)
        return failure(others.error());
    detail.otherPrescribers = *others;
    const auto linked = team(connection, station, summary->correlation.careTeam);
    if (!linked)
        return failure(linked.error());
    detail.linkedTeam = *linked;
    const auto history = correlations.history(id);
    if (!history)
        return failure(history.error());
    detail.history = *history;
    const auto undoable = correlations.undoable(id);
    if (!undoable)
        return failure(undoable.error());
    detail.canUndo = undoable->has_value();
    return detail;
}

Result<QVector<TeamChoice>> teamChoices(store::Connection &connection, operations::StationMemory &stations,
                                        PrescriberId id, const QString &search)
{
    auto transaction = Transaction::begin(connection, Transaction::Mode::Read);
    if (!transaction)
        return failure(transaction.error());
    const auto prescriber = store::PrescriberRepository(connection).find(id);
    if (!prescriber)
        return failure(prescriber.error());
    const QString station = prescriber->station.parent();
    const auto teams = store::CareTeamRepository(connection).find(station, search);
    if (!teams)
        return failure(teams.error());
    store::CorrelationRepository correlations(connection);
    const auto kept = stations.at(connection, station);
    if (!kept)
        return failure(kept.error());
    const auto candidates = correlations.candidates(id);
    if (!candidates)
        return failure(candidates.error());
    const QMap<qint64, QString> reasons = (*kept)->station.whyNot(id);
    // Only a cut-over keeps care teams from matching.
    const QString leftOut =
        reasons.isEmpty()
            ? QString()
            : QCoreApplication::translate("Service", "The station's cut-over to Oracle Health keeps it out.");
    QVector<TeamChoice> choices;
    for (const CareTeam &one : *teams) {
        const auto found = std::ranges::find(candidates->candidates, one.triageTeamId, &Candidate::careTeam);
        const bool isCandidate = found != candidates->candidates.cend();
        choices.append({one, isCandidate ? QString() : reasons.value(one.triageTeamId.value, leftOut)});
    }
    return choices;
}

} // namespace renewal::service
