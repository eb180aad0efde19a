// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/triagerules.h"
#include "models/domain/triagemoves.h"

#include <QTest>

using namespace renewal;
using namespace renewal::operations;
using namespace Qt::StringLiterals;

namespace {
constexpr TriageTeamId linkedTeam{7001};
constexpr TriageTeamId otherTeam{7002};

QDateTime now()
{
    return {QDate(2026, 3, 2), QTime(12, 0), Qt::UTC};
}

CareTeam teamOf(TriageTeamId id)
{
    CareTeam team;
    team.triageTeamId = id;
    team.name = u"Team %1"_s.arg(id.value);
    team.station = StationNumber(u"552"_s);
    return team;
}

/// Linked to an open team, known prescriber, taken by Ann where it is in review.
TriageFacts factsOf(RenewalState state)
{
    TriageFacts facts;
    Renewal &renewal = facts.subject.renewal;
    renewal.id.value = 5;
    renewal.version = 3;
    renewal.state = state;
    renewal.station = StationNumber(u"552GA"_s);
    renewal.prescriberId.value = 2;
    const bool isLinked = state == RenewalState::ReadyToRoute || state == RenewalState::InReview ||
                          state == RenewalState::Routed;
    renewal.careTeam = isLinked ? linkedTeam : TriageTeamId{};
    renewal.assignee = state == RenewalState::InReview ? u"Ann"_s : QString();
    facts.subject.state.state = state;
    facts.subject.state.stateReason = u"because"_s;
    facts.subject.state.careTeam = renewal.careTeam;
    facts.subject.state.assignee = renewal.assignee;
    facts.subject.state.routedTo = state == RenewalState::Routed ? linkedTeam : TriageTeamId{};
    facts.correlation = Correlation{};
    facts.correlation->status = CorrelationStatus::Manual;
    facts.correlation->careTeam = linkedTeam;
    facts.team = teamOf(linkedTeam);
    facts.renewable = true;
    facts.former = {u"LISINOPRIL 20MG TAB"_s, u"TAKE ONE DAILY"_s, 30, 3};
    facts.kept = Renewal{};
    facts.kept->id.value = 9;
    facts.kept->state = RenewalState::Routed;
    facts.kept->station = StationNumber(u"552"_s);
    facts.kept->patientKey = u"P-1"_s;
    renewal.patientKey = u"P-1"_s;
    facts.settled.state = RenewalState::ReadyToRoute;
    facts.settled.careTeam = linkedTeam;
    facts.settled.careTeamName = u"Team 7001"_s;
    return facts;
}

TriageRequest requestOf(const QString &action)
{
    TriageRequest request;
    request.action = triageActionFromString(action.section(u' ', 0, 0)).value_or(TriageAction::Route);
    request.careTeam = otherTeam;
    request.assignee = action == u"assign nobody"_s ? QString() : u" Bob "_s;
    request.reason = u"NEEDAPMT"_s;
    request.message = u"Which dose do you take?"_s;
    request.duplicateOf.value = 9;
    return request;
}

/// "routed", or the refusal's code.
QString resultOf(const TriagePlan &plan)
{
    return plan.next ? toString(plan.next->state) : plan.refusal.code;
}
} // namespace

/// The state table of triage, and what closes each door.
class TestTriageRules : public QObject
{
    Q_OBJECT

private slots:
    void everyActionFromEveryState_data();
    void everyActionFromEveryState();
    void whatClosesTheDoor_data();
    void whatClosesTheDoor();
    void whatBecomesOfIt();
    void actionsAndReasonsHaveWords();
};

void TestTriageRules::everyActionFromEveryState_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("result");
    const char *states[] = {"needs_routing", "ready_to_route", "in_review",     "routed",
                            "returned",      "external",       "not_renewable", "closed"};
    const struct
    {
        const char *action;
        const char *results[8];
    } table[] = {
        {"route",
         {"no_care_team", "routed", "routed", "not_allowed", "not_allowed", "no_care_team", "not_allowed",
          "not_allowed"}},
        {"reroute",
         {"routed", "routed", "routed", "routed", "routed", "routed", "not_allowed", "not_allowed"}},
        {"assign Bob",
         {"in_review", "in_review", "in_review", "not_allowed", "in_review", "in_review", "in_review",
          "not_allowed"}},
        {"assign nobody",
         {"not_allowed", "not_allowed", "ready_to_route", "not_allowed", "not_allowed", "not_allowed",
          "not_allowed", "not_allowed"}},
        {"approve",
         {"closed", "closed", "closed", "not_allowed", "closed", "closed", "closed", "not_allowed"}},
        {"return",
         {"returned", "returned", "returned", "not_allowed", "not_allowed", "returned", "returned",
          "not_allowed"}},
        {"duplicate",
         {"closed", "closed", "closed", "not_allowed", "closed", "closed", "closed", "not_allowed"}},
        {"withdraw",
         {"closed", "closed", "closed", "not_allowed", "closed", "closed", "closed", "not_allowed"}},
        {"deny", {"closed", "closed", "closed", "not_allowed", "closed", "closed", "closed", "not_allowed"}},
    };
    for (const auto &row : table) {
        for (int i = 0; i < 8; ++i) {
            QTest::addRow("%s from %s", row.action, states[i])
                << QString::fromLatin1(row.action) << QString::fromLatin1(states[i])
                << QString::fromLatin1(row.results[i]);
        }
    }
}

void TestTriageRules::everyActionFromEveryState()
{
    QFETCH(QString, action);
    QFETCH(QString, state);
    QFETCH(QString, result);
    TriageFacts facts = factsOf(*renewalStateFromString(state));
    const TriageRequest request = requestOf(action);
    if (request.action == TriageAction::Reroute)
        facts.team = teamOf(otherTeam);
    const TriagePlan plan = planTriage(request, facts, now());
    QCOMPARE(resultOf(plan), result);
    QCOMPARE(plan.told.isEmpty(), !plan.next.has_value());
    const auto from = *renewalStateFromString(state);
    if (plan.next) {
        QVERIFY(*plan.next != facts.subject.state);
        QVERIFY(mayMove(request.action, from, plan.next->state));
        return;
    }
    QCOMPARE(plan.refusal.id.value, 5);
    QVERIFY(!plan.refusal.text.isEmpty());
    // What the table does not hold is refused, and only giving back what nobody has, and routing without a
    // team, are refused beside it.
    if (mayMove(request.action, from))
        QVERIFY(action == u"assign nobody" || action == u"route");
}

void TestTriageRules::whatClosesTheDoor_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("obstacle");
    QTest::addColumn<QString>("result");
    const auto row = [](const char *action, const char *state, const char *obstacle, const char *result) {
        QTest::addRow("%s from %s: %s", action, state, obstacle)
            << QString::fromLatin1(action) << QString::fromLatin1(state) << QString::fromLatin1(obstacle)
            << QString::fromLatin1(result);
    };
    for (const char *state : {"ready_to_route", "in_review"}) {
        row("route", state, "blocked", "care_team_closed");
        row("route", state, "moving", "care_team_closed");
        row("route", state, "gone", "care_team_closed");
        row("route", state, "station moved", "care_team_closed");
        row("route", state, "station moved, pool", "routed");
        row("route", state, "other link", "conflict");
        row("route", state, "no link", "no_care_team");
        row("route", state, "suggested", "no_care_team");
        row("route", state, "stale", "no_care_team");
        row("route", state, "over", "no_care_team");
        row("route", state, "over tomorrow", "routed");
        row("route", state, "no team", "no_care_team");
    }
    row("route", "in_review", "not renewable", "not_allowed");
    row("reroute", "in_review", "not renewable", "not_allowed");
    for (const char *state : {"needs_routing", "ready_to_route", "in_review", "external", "routed"}) {
        row("reroute", state, "blocked", "care_team_closed");
        row("reroute", state, "moving", "care_team_closed");
        row("reroute", state, "gone", "not_allowed");
        row("reroute", state, "other record system", "not_allowed");
        row("reroute", state, "station moved", "care_team_closed");
        row("reroute", state, "station moved, pool", "routed");
        row("reroute", state, "no link", "routed");
    }
    row("reroute", "routed", "same team", "not_allowed");
    row("assign", "in_review", "has it", "not_allowed");
    row("assign nobody", "in_review", "not renewable", "not_renewable");
    row("assign nobody", "in_review", "no link", "needs_routing");
    row("deny", "in_review", "odd reason", "not_allowed");
}

void TestTriageRules::whatClosesTheDoor()
{
    QFETCH(QString, action);
    QFETCH(QString, state);
    QFETCH(QString, obstacle);
    QFETCH(QString, result);
    TriageFacts facts = factsOf(*renewalStateFromString(state));
    TriageRequest request = requestOf(action);
    if (request.action == TriageAction::Reroute)
        facts.team = teamOf(otherTeam);
    const auto is = [&](const char *what) { return obstacle == QLatin1StringView(what); };
    facts.team->blocked = is("blocked");
    facts.team->migratingToOh = is("moving");
    if (obstacle.startsWith(u"station moved"))
        facts.cutOverDay = u"2026-03-01"_s;
    if (is("other record system") || is("station moved, pool"))
        facts.team->ehr = EhrSystem::OracleHealth;
    if (is("gone"))
        facts.team.reset();
    if (is("other link"))
        facts.correlation->careTeam = otherTeam;
    if (is("no link")) {
        facts.correlation.reset();
        facts.settled = {};
    }
    if (is("suggested"))
        facts.correlation->status = CorrelationStatus::Suggested;
    if (is("stale"))
        facts.correlation->status = CorrelationStatus::Stale;
    if (is("over"))
        facts.correlation->validTo = now();
    if (is("over tomorrow"))
        facts.correlation->validTo = now().addDays(1);
    if (is("no team"))
        facts.subject.renewal.careTeam = {};
    facts.mayNotBeRenewed = is("not renewable");
    if (is("not renewable"))
        facts.settled = {RenewalState::NotRenewable, u"No refills left"_s, {}, {}, {}};
    if (is("same team"))
        request.careTeam = linkedTeam;
    if (is("has it"))
        request.assignee = u"Ann"_s;
    if (is("odd reason"))
        request.reason = u"BECAUSE"_s;
    QCOMPARE(resultOf(planTriage(request, facts, now())), result);
}

void TestTriageRules::whatBecomesOfIt()
{
    const auto routed = planTriage(requestOf(u"route"_s), factsOf(RenewalState::InReview), now()).next;
    QVERIFY(routed);
    QCOMPARE(routed->stateReason, u"Waits to be sent to Team 7001"_s);
    QCOMPARE(routed->routedTo, linkedTeam);
    QCOMPARE(routed->routedToName, u"Team 7001"_s);
    QCOMPARE(routed->assignee, QString());
    QCOMPARE(routed->careTeam, linkedTeam);

    TriageFacts waiting = factsOf(RenewalState::NeedsRouting);
    waiting.team = teamOf(otherTeam);
    const auto rerouted = planTriage(requestOf(u"reroute"_s), waiting, now()).next;
    QVERIFY(rerouted);
    QCOMPARE(rerouted->routedTo, otherTeam);
    QVERIFY(!rerouted->careTeam.isValid()); // what the link says stays what the link says

    const auto taken = planTriage(requestOf(u"assign Bob"_s), factsOf(RenewalState::External), now()).next;
    QVERIFY(taken);
    QCOMPARE(taken->assignee, u"Bob"_s);

    const auto denied = planTriage(requestOf(u"deny"_s), factsOf(RenewalState::InReview), now()).next;
    QVERIFY(denied);
    QCOMPARE(denied->outcome, u"denied"_s);
    QCOMPARE(denied->outcomeReason, u"NEEDAPMT"_s);
    QCOMPARE(denied->assignee, QString());
    QCOMPARE(denied->stateReason, denialReason(u"NEEDAPMT"_s)->text);
}

void TestTriageRules::actionsAndReasonsHaveWords()
{
    using enum TriageAction;
    for (const TriageAction action :
         {Route, Reroute, Assign, Deny, Approve, Return, CloseDuplicate, Withdraw})
        QVERIFY(triageActionFromString(toString(action)) == action);
    QVERIFY(!triageActionFromString(u"forget"_s));
    QStringList codes;
    for (const DenialReason &reason : denialReasons()) {
        QVERIFY(!reason.text.isEmpty());
        codes.append(reason.code);
    }
    codes.sort();
    // All that the published value set holds.
    QCOMPARE(codes.join(u' '),
             u"ALREADYRX DISCONT FAMPHYS MODIFY NEEDAPMT NOTAVAIL NOTPAT ONHOLD PRNA STOPMED TOOEARLY"_s);
    QCOMPARE(denialReason(u"needapmt"_s)->code, u"NEEDAPMT"_s);
    QVERIFY(!denialReason(u""_s));
}

QTEST_GUILESS_MAIN(TestTriageRules)
#include "tst_triagerules.moc"
