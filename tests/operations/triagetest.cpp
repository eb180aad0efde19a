// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/operations/triagetest.h"

#include "app/operations/decisions.h"
#include "app/store/auditrepository.h"
#include "app/store/careteamrepository.h"
#include "app/store/connection.h"
#include "app/store/prescriberrepository.h"
#include "app/store/renewalrepository.h"
#include "tests/support/samples.h"

namespace renewal::testing {

using namespace Qt::StringLiterals;
using operations::Decisions;
using operations::Triage;

void TriageTest::fill()
{
    store::CareTeamRepository teams(connection());
    for (const TriageTeamId id : {openTeam, otherTeam, blockedTeam}) {
        CareTeam team = sampleTeam(id.value, u"Team %1"_s.arg(id.value));
        team.blocked = id == blockedTeam;
        VERIFY_OK(teams.upsert(team));
    }
    const auto stored =
        store::PrescriberRepository(connection()).upsert(samplePrescriber(u"OKAFOR"_s, u"CHIDI"_s), u"t"_s);
    VERIFY_OK(stored);
    m_prescriber = *stored;
    link(openTeam);
    using enum RenewalState;
    int number = 0;
    for (const RenewalState state : {NeedsRouting, ReadyToRoute, ReadyToRoute, InReview, External,
                                     NotRenewable, Returned, Routed, Closed}) {
        ++number;
        Renewal each = sampleRenewal(QString::number(number), number);
        each.patientKey = u"P-%1"_s.arg(number % 4);
        each.state = state;
        each.stateReason = u"reason %1"_s.arg(number);
        if (state == ReadyToRoute || state == InReview) {
            each.prescriberId = m_prescriber.id;
            each.careTeam = openTeam;
            each.careTeamName = u"Team 7001"_s;
            each.careTeamProbability = 0.1 + 0.2; // a number that text must not round
        }
        each.assignee = state == InReview ? u"Ann"_s : QString();
        VERIFY_OK(store::RenewalRepository(connection()).insert(each));
    }
}

void TriageTest::link(TriageTeamId team)
{
    Decision decision;
    decision.prescriberId = m_prescriber.id;
    decision.kind = team.isValid() ? DecisionKind::Link : DecisionKind::Refuse;
    decision.careTeam = team;
    decision.version =
        *connection().number(u"SELECT coalesce(max(version), 0) FROM correlation WHERE prescriber_id = ?"_s,
                             {m_prescriber.id.value});
    VERIFY_OK(Decisions(connection(), m_clock).decide(decision, u"nurse"_s));
}

Renewal TriageTest::renewal(qint64 id)
{
    return store::RenewalRepository(connection()).find(RenewalId{id}).value_or(Renewal{});
}

TriageRequest TriageTest::request(TriageAction action, const QVector<qint64> &ids)
{
    TriageRequest request;
    request.action = action;
    for (const qint64 id : ids)
        request.renewals.append({RenewalId{id}, renewal(id).version});
    request.careTeam = otherTeam;
    request.assignee = u"Bob"_s;
    request.reason = u"NEEDAPMT"_s;
    request.note = u"by phone"_s;
    return request;
}

qint64 TriageTest::auditEntries()
{
    return store::AuditRepository(connection()).page({})->total;
}

Result<TriageOutcome> TriageTest::act(TriageAction action, const QVector<qint64> &ids)
{
    return triage().act(request(action, ids), u"nurse"_s);
}

QString TriageTest::states()
{
    QStringList words;
    for (qint64 id = 1; id <= 9; ++id)
        words.append(toString(renewal(id).state).left(3));
    return words.join(u' ');
}

QStringList TriageTest::rows()
{
    const auto all = connection().rows<QString>(
        u"SELECT id || '|' || state || '|' || state_reason || '|' || coalesce(care_team, 0) || '|' || "
        "care_team_name || '|' || coalesce(care_team_probability, 0) || '|' || assignee || '|' || outcome || "
        "'|' || outcome_reason || '|' || coalesce(routed_to, 0) || '|' || routed_to_name || '|' || "
        "coalesce(group_due_at, 0) FROM renewal ORDER BY id"_s,
        {}, [](const store::Row &row) { return row.text(0); });
    return all ? QStringList(*all) : QStringList{all.error().detail};
}

qint64 TriageTest::count(const char *view)
{
    const auto counts = store::RenewalRepository(connection()).counts({}, noon(), u"Bob"_s);
    for (const ViewCount &each : counts.value_or(QVector<ViewCount>())) {
        if (each.view == QLatin1StringView(view))
            return each.count;
    }
    return -1;
}

} // namespace renewal::testing
