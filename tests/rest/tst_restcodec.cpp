// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/restcorrelations.h"
#include "models/rest/restfind.h"
#include "models/rest/restimports.h"
#include "models/rest/restlinkparts.h"
#include "models/rest/restproblem.h"
#include "models/rest/restrenewals.h"
#include "models/rest/restrollout.h"
#include "models/rest/restsystem.h"
#include "models/rest/resttriage.h"
#include "tests/rest/outboxsample.h"
#include "tests/rest/travels.h"

#include <QTest>

using namespace renewal;
using namespace renewal::test;
using namespace Qt::StringLiterals;

namespace {
QDateTime instant(int minute)
{
    return {QDate(2026, 3, 2), QTime(12, minute, 0, 123), Qt::UTC};
}

CareTeam careTeam()
{
    CareTeam team;
    team.triageTeamId = TriageTeamId{9'007'199'254'740'991};
    team.name = u"** DAYTON: Primary Care, Ñuñez \"A\""_s;
    team.station = StationNumber(u"552GA");
    team.ehr = EhrSystem::OracleHealth;
    team.blocked = team.preferred = team.migratingToOh = team.signatureRequired = true;
    team.relationType = u"PATIENT"_s;
    team.leadProviderName = u"Ñuñez, Ana"_s;
    team.locationName = u"Dayton"_s;
    team.teamName = u"Team A"_s;
    team.suggestedNameDisplay = u"Dayton | Primary Care"_s;
    team.healthCareSystemName = u"VA Dayton health care"_s;
    team.groupType = u"PHARMACY"_s;
    team.subGroupType = u"ASK_A_PHARMACIST"_s;
    team.groupTypeDisplay = u"Pharmacy"_s;
    team.subGroupTypeDisplay = u"Ask a pharmacist"_s;
    return team;
}

Prescriber prescriber()
{
    Prescriber prescriber;
    prescriber.id = PrescriberId{42};
    prescriber.station = StationNumber(u"552");
    prescriber.name = {u"CHIDI"_s, u"OKAFOR"_s, u"Okafor, Chidi"_s};
    prescriber.extractId = u"x-1"_s;
    prescriber.npi = u"1234567890"_s;
    prescriber.divisionName = u"DAYTON"_s;
    prescriber.facilityName = u"Dayton VAMC"_s;
    prescriber.specialty = u"Cardiology"_s;
    prescriber.homonyms = 2;
    return prescriber;
}

Correlation correlation()
{
    Correlation correlation;
    correlation.id = CorrelationId{3};
    correlation.prescriberId = PrescriberId{42};
    correlation.parentStation = u"552"_s;
    correlation.status = CorrelationStatus::Automatic;
    correlation.careTeam = TriageTeamId{7};
    correlation.probability = 0.875;
    correlation.validFrom = instant(1);
    correlation.validTo = instant(9);
    correlation.decidedBy = u"matching"_s;
    correlation.note = u"why"_s;
    correlation.engineVersion = u"surname-1"_s;
    correlation.version = 5;
    correlation.reason = u"took_over"_s;
    correlation.grounds = {u"Blue team"_s, u"552GA"_s};
    correlation.change = {u"renamed"_s, u"Blue team"_s, u"Red team"_s};
    correlation.divisions = {{u"552GA"_s, TriageTeamId{8}, u"Green team"_s, u"ann"_s}};
    correlation.planned =
        PlannedLink{TriageTeamId{9}, u"New"_s, instant(7), instant(8), u"ben"_s, u"other"_s, u"n"_s};
    return correlation;
}

Renewal renewalOne()
{
    Renewal renewal;
    renewal.id = RenewalId{11};
    renewal.version = 2;
    renewal.state = RenewalState::ReadyToRoute;
    renewal.patientKey = u"P-1"_s;
    renewal.station = StationNumber(u"552GA");
    renewal.requestedAt = instant(2);
    renewal.dueAt = instant(3);
    renewal.drug = u"LISINOPRIL 10MG TAB"_s;
    renewal.stateReason = u"why"_s;
    renewal.prescriptionId = u"9001"_s;
    renewal.prescriptionNumber = u"2720339A"_s;
    renewal.sig = u"Take one"_s;
    renewal.quantity = u"90"_s;
    renewal.refillRemaining = 1;
    renewal.lastFilled = instant(4);
    renewal.expires = instant(5);
    renewal.prescriberShown = u"Okafor, Chidi"_s;
    renewal.sentTo = TriageTeamId{6};
    renewal.careTeam = TriageTeamId{7};
    renewal.careTeamName = u"Team"_s;
    renewal.messageId = u"M-1"_s;
    renewal.prescriberId = PrescriberId{42};
    renewal.careTeamProbability = 0.5;
    renewal.verdict = {u"vista_current"_s, u"all_gates_pass"_s, true};
    renewal.patientGroup = u"0123456789abcdef"_s;
    renewal.groupDueAt = instant(1);
    renewal.patientPending = 3;
    renewal.assignee = u"Ann Lee"_s;
    renewal.outcome = u"denied"_s;
    renewal.outcomeReason = u"NEEDAPMT"_s;
    renewal.asked = 3;
    renewal.askedLast = instant(6);
    renewal.answered = instant(7);
    return renewal;
}

Prescription prescription()
{
    Prescription one;
    one.id = PrescriptionRowId{4};
    one.prescriptionId = u"9001"_s;
    one.prescriptionNumber = u"2720339A"_s;
    one.patientKey = u"P-1"_s;
    one.station = StationNumber(u"552");
    one.prescriber = {u"CHIDI"_s, u"OKAFOR"_s, u"Okafor, Chidi"_s};
    one.name = u"LISINOPRIL"_s;
    one.orderableItem = u"LISINOPRIL TAB"_s;
    one.sig = u"Take one"_s;
    one.indication = u"pressure"_s;
    one.remarks = u"none"_s;
    one.quantity = u"90"_s;
    one.source = u"RX"_s;
    one.refillStatus = u"active"_s;
    one.dispStatus = u"Active"_s;
    one.refillRemaining = 3;
    one.refillable = true;
    one.renewable = true;
    one.notRenewableReason = u"reason"_s;
    one.orderedDate = instant(1);
    one.refillDate = instant(2);
    one.dispensedDate = instant(3);
    one.expirationDate = instant(4);
    one.renewalSubmitted = instant(5);
    one.divisionName = u"DAYTON"_s;
    one.facilityName = u"Dayton VAMC"_s;
    one.fills = {{u"9"_s, u"RF"_s, u"active"_s, instant(2), instant(3), {}, u"Dayton"_s}};
    return one;
}

MovedCase movedCase()
{
    return {PrescriberId{2}, u"Smith, Bella"_s, u"Blue"_s, 0.4, 0.6, true, true};
}
} // namespace

/// Everything that our REST contract carries comes back as it went.
class TestRestCodec : public QObject
{
    Q_OBJECT

private slots:
    void renewals();
    void triage();
    void correlations();
    void rollout();
    void system();
    void problems();
    void pages();
    void unknownMembersAreIgnored();
};

void TestRestCodec::renewals()
{
    travels(Renewal{});
    fullTravels(renewalOne());
    fullTravels(ViewCount{u"overdue"_s, 3});
    fullTravels(prescription());
    travels(RenewalDetail{});
    RenewalDetail detail;
    detail.renewal = renewalOne();
    detail.prescription = prescription();
    detail.ruleVersion = u"vista_current"_s;
    detail.verdictText = u"Renewable."_s;
    detail.gates = {{u"gate1_status"_s, true, u"Active."_s}};
    detail.careTeam = careTeam();
    detail.sentTo = careTeam();
    detail.routedTo = careTeam();
    detail.renewable = true;
    detail.careTeamReason = u"Linked."_s;
    detail.messageBody = u"Please renew."_s;
    detail.history = {{instant(5), u"nurse"_s, u"correlation.linked"_s, u"Linked."_s}};
    detail.sending = outboxItem();
    detail.thread = {{instant(6), ThreadPart::Answered, u"Blue ones."_s}};
    detail.others = {renewalOne()};
    detail.former = {u"LISINOPRIL 20MG TAB"_s, u"Take one daily"_s, 30, 3};
    detail.gate = u"gate1_status"_s;
    detail.answer = {detail.former, GateOverride{u"refills_left"_s, u"travels"_s}, RenewalId{13},
                     u"Which?"_s};
    fullTravels(detail);
}

void TestRestCodec::triage()
{
    TriageRequest request;
    request.action = TriageAction::Deny;
    request.renewals = {{RenewalId{11}, 2}, {RenewalId{12}, 7}};
    request.careTeam = TriageTeamId{7};
    request.assignee = u"Ann Lee"_s;
    request.reason = u"NEEDAPMT"_s;
    request.note = u"by phone"_s;
    request.order = RenewalOrder{u"LISINOPRIL 20MG TAB"_s, u"Take one daily"_s, 2.5, 11};
    request.gateOverride = GateOverride{u"refills_left"_s, u"travels"_s};
    request.message = u"Which dose?"_s;
    request.duplicateOf = RenewalId{13};
    fullTravels(request);
    travels(TriageOutcome{});
    fullTravels(TriageOutcome{
        u"17"_s, {renewalOne()}, {{RenewalId{12}, u"conflict"_s, u"Changed."_s}}, {u"Tell Blue team."_s}});
    fullTravels(RevealedPatient{u"P-1"_s, u"Doe, Jane"_s});
}

void TestRestCodec::correlations()
{
    travels(CareTeam{});
    fullTravels(careTeam());
    fullTravels(prescriber());
    travels(Correlation{});
    fullTravels(correlation());
    const CandidateSet set{PrescriberId{42},
                           {{TriageTeamId{7}, u"Team"_s, 0.9, {{u"surname"_s, 4.5, u"Same."_s}}}},
                           0.1,
                           u"surname-1"_s,
                           true,
                           u"Sure."_s};
    fullTravels(set);
    const PrescriberSummary summary{prescriber(), correlation(), 3, instant(6), 1, 0.625};
    fullTravels(summary);
    fullTravels(PrescriberDetail{summary,
                                 12,
                                 set,
                                 {careTeam()},
                                 careTeam(),
                                 {{instant(5), u"nurse"_s, u"correlation.linked"_s, u"Linked."_s}},
                                 true,
                                 {{7, 118}},
                                 {{7, 340}},
                                 {{7, {4, {u"Smith, Joan"_s, u"Wong, A."_s}}}},
                                 {{u"552GA"_s, 12, 3}}});
    fullTravels(TeamChoice{careTeam(), u"It is closed."_s});
    fullTravels(DecisionEffect{1, 2, 3, 4, 5, 6, 7, 8});
    fullTravels(MatchingQuality{30, 4820, 1, 93, 100});
    fullTravels(DecisionOutcome{correlation(), {1, 2, 3, 4, 5, 6, 7, 8}, {movedCase()}});
}

void TestRestCodec::rollout()
{
    const MetricSeries gap{u"k"_s, {}, {}, {}, {}, {}, {}, {{instant(2), std::nullopt, std::nullopt}}};
    travels(gap);
    const MetricSeries series{u"k"_s, u"T"_s,   u"%"_s, u"csv"_s,
                              u"q"_s, u"a:b"_s, 5.0,    {{instant(1), 1.5, 10.0}}};
    fullTravels(series);
    const CriterionResult criterion{
        u"errors"_s, u"Errors"_s, true,   1.0,         u"%"_s, u"message_send_errors"_s,
        0.4,         4.0,         1000.0, u"before"_s, 3.8,    CriterionVerdict::NotMet,
        u"Why."_s,   2,           0.2,    0.7,         1.9};
    travels(CriterionResult{});
    fullTravels(criterion);
    travels(StageSummary{});
    fullTravels(RolloutOverview{u"toggle"_s,
                                u"demo"_s,
                                12.5,
                                instant(1),
                                {{u"A"_s, 1, instant(1), instant(2), 5}},
                                {series},
                                {criterion},
                                {{u"sent"_s, u"Sent"_s, 7}},
                                {{u"qa"_s, u"C"_s, true, u"D. Lund"_s, instant(3), u"14 of 14"_s}},
                                {{u"Look."_s, u"668"_s, u"ORACLE_HEALTH"_s, u"misrouted"_s, instant(4)}},
                                {1, 2, 3, u"SM API 3"_s, u"None."_s},
                                {{instant(5), u"low"_s, u"Lost sig"_s, u"Fixed"_s}},
                                {u"UX has not signed off."_s}});
}

void TestRestCodec::system()
{
    fullTravels(Station{StationNumber(u"552"), u"Dayton"_s, u"Dayton HCS"_s, EhrSystem::VistA,
                        u"America/New_York"_s});
    fullTravels(AuditEvent{7, instant(1), u"nurse"_s, u"a"_s, u"prescriber/1"_s, u"{}"_s, u"{}"_s, u"n"_s,
                           QByteArray(32, 1), QByteArray(32, 'x')});
    fullTravels(Job{u"id"_s, u"matching"_s, u"running"_s, 0.5, u"t"_s, u"e"_s, u"integrity"_s});
    fullTravels(ServiceStatus{u"0.1"_s, u"sqlite"_s, 1, 2, 3, 4, instant(1)});
    fullTravels(
        FindHit{FindKind::CareTeam, 7, u"552GA"_s, u"Blue"_s, u"27"_s, u"O"_s, u"4821"_s, u"none"_s, 3});
    fullTravels(ChangeList{{{1, u"renewal"_s, u"*"_s}}, 1});
    fullTravels(Scope{u"552"_s, u"VISTA"_s});
    travels(Scope{});
    fullTravels(
        ImportReport{ImportId{1},
                     u"a.json"_s,
                     u"finished"_s,
                     10,
                     1,
                     1,
                     {{u"a.json"_s, u"line 1"_s, u"No."_s}},
                     u"t"_s,
                     ImportId{2},
                     u"region"_s,
                     u"nurse"_s,
                     instant(1),
                     instant(2),
                     {{u"a.json"_s, u"messages"_s, u"Messages"_s, u"taken"_s, 9, 8, 7, u"r"_s, {u"n"_s}}}});
}

void TestRestCodec::problems()
{
    rest::Problem problem{
        412, ErrorCode::PreconditionFailed, {}, u"Look again."_s, {{u"a"_s, u"b"_s}}, toJson(correlation())};
    problem.title = rest::reasonPhrase(412);
    travels(problem);
    QCOMPARE(rest::toError(problem).text, u"Look again."_s);
    rest::Problem foreign;
    QVERIFY(fromJson(QJsonObject{{u"status"_s, 503}}, foreign));
    QCOMPARE(toString(foreign.code), u"unavailable"_s);
}

void TestRestCodec::pages()
{
    const Page<Renewal> page{{renewalOne(), renewalOne()}, u"c"_s, 99};
    const auto back = rest::decodePage<Renewal>(rest::pageJson(page));
    QVERIFY(back);
    QCOMPARE(back->items, page.items);
    QCOMPARE(back->next, page.next);
    QCOMPARE(back->total, 99);
    QVERIFY(rest::pageJson(Page<Renewal>{})[u"next"].isNull());
    QVERIFY(!rest::decodePage<Renewal>(QJsonObject{{u"items"_s, 1}}));
}

void TestRestCodec::unknownMembersAreIgnored()
{
    QJsonObject json = toJson(renewalOne());
    json.insert(u"later"_s, u"more"_s);
    QVERIFY(rest::decode<Renewal>(json));
    QVERIFY(!rest::decode<Renewal>(QJsonValue(1)));
}

QTEST_GUILESS_MAIN(TestRestCodec)
#include "tst_restcodec.moc"
