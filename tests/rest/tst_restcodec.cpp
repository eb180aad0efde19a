// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/restcorrelations.h"
#include "models/rest/restimports.h"
#include "models/rest/restproblem.h"
#include "models/rest/restrenewals.h"
#include "models/rest/restrollout.h"
#include "models/rest/restsystem.h"

#include <QJsonDocument>
#include <QTest>

using namespace renewal;
using namespace Qt::StringLiterals;

namespace {
/// There and back through bytes; what comes back must write the same bytes again, and equal the original.
template <class T>
void travels(const T &original)
{
    const QByteArray bytes = QJsonDocument(toJson(original)).toJson();
    const auto back = rest::decode<T>(QJsonDocument::fromJson(bytes).object());
    QVERIFY2(back.has_value(), back ? "" : qPrintable(back.error().text));
    QCOMPARE(QJsonDocument(toJson(*back)).toJson(), bytes);
    if constexpr (requires { original == original; })
        QVERIFY(*back == original);
}

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
    team.groupType = u"PHARMACY"_s;
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
    correlation.decidedBy = u"matching"_s;
    correlation.version = 5;
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
    renewal.refillRemaining = 0;
    renewal.prescriberId = PrescriberId{42};
    renewal.careTeamProbability = 0.5;
    renewal.verdict = {u"vista_current"_s, u"all_gates_pass"_s, true};
    return renewal;
}
} // namespace

/// Everything that our REST contract carries comes back as it went.
class TestRestCodec : public QObject
{
    Q_OBJECT

private slots:
    void renewals();
    void correlations();
    void rollout();
    void system();
    void problems();
    void pages();
    void badMembersAreNamed_data();
    void badMembersAreNamed();
    void unknownMembersAreIgnored();
};

void TestRestCodec::renewals()
{
    travels(Renewal{});
    travels(renewalOne());
    travels(ViewCount{u"overdue"_s, 3});
    RenewalDetail detail;
    detail.renewal = renewalOne();
    travels(detail);
    detail.prescription = Prescription{};
    detail.prescription->prescriptionId = u"9"_s;
    detail.prescription->renewable = false;
    detail.prescription->expirationDate = instant(4);
    detail.gates = {{u"gate1_status"_s, true, u"Active."_s}};
    detail.careTeam = careTeam();
    detail.history = {{instant(5), u"nurse"_s, u"correlation.linked"_s, u"Linked."_s}};
    travels(detail);
}

void TestRestCodec::correlations()
{
    travels(CareTeam{});
    travels(careTeam());
    travels(prescriber());
    travels(Correlation{});
    travels(correlation());
    CandidateSet set{PrescriberId{42},
                     {{TriageTeamId{7}, u"Team"_s, 0.9, {{u"surname"_s, 4.5, u"Same."_s}}}},
                     0.1,
                     u"surname-1"_s,
                     true,
                     u"Sure."_s};
    travels(set);
    const PrescriberSummary summary{prescriber(), correlation(), 3, instant(6), 1};
    travels(summary);
    travels(PrescriberDetail{summary, 12, set, {careTeam()}, careTeam(), {}, true});
    travels(DecisionEffect{1, 2, 3, 4});
    travels(DecisionOutcome{correlation(), {1, 0, 0, 2}});
}

void TestRestCodec::rollout()
{
    MetricSeries series{
        u"k"_s, u"T"_s,   u"%"_s, u"csv"_s,
        u"q"_s, u"a:b"_s, 5.0,    {{instant(1), 1.5, 10.0}, {instant(2), std::nullopt, std::nullopt}}};
    travels(series);
    travels(
        RolloutOverview{u"toggle"_s, u"demo"_s, 12.5, instant(1), {{u"A"_s, 1, instant(1), {}}}, {series}});
}

void TestRestCodec::system()
{
    travels(Station{StationNumber(u"552"), u"Dayton"_s, u"Dayton HCS"_s, EhrSystem::VistA,
                    u"America/New_York"_s});
    AuditEvent event{
        7,      instant(1),        u"nurse"_s,         u"a"_s, u"prescriber/1"_s, u"{}"_s, u"{}"_s,
        u"n"_s, QByteArray(32, 1), QByteArray(32, 'x')};
    travels(event);
    travels(Job{u"id"_s, u"matching"_s, u"running"_s, 0.5, u"t"_s, {}});
    travels(ServiceStatus{u"0.1"_s, u"sqlite"_s, 1, 2, 3, 4, instant(1)});
    travels(ChangeList{{{1, u"renewal"_s, u"*"_s}}, 1});
    travels(Scope{u"552"_s, {}});
    travels(ImportReport{
        ImportId{1}, u"a.json"_s, u"finished"_s, 10, 1, 1, {{u"a.json"_s, u"line 1"_s, u"No."_s}}, u"t"_s});
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

void TestRestCodec::badMembersAreNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("field");
    QTest::newRow("no decision") << QByteArray("{}") << u"decision"_s;
    QTest::newRow("unknown decision") << QByteArray(R"({"decision":"x"})") << u"decision"_s;
    QTest::newRow("link to nobody") << QByteArray(R"({"decision":"link"})") << u"triageTeamId"_s;
    QTest::newRow("team as text") << QByteArray(R"({"decision":"link","triageTeamId":"1"})")
                                  << u"triageTeamId"_s;
    QTest::newRow("half a team") << QByteArray(R"({"decision":"link","triageTeamId":1.5})")
                                 << u"triageTeamId"_s;
    QTest::newRow("team of zero") << QByteArray(R"({"decision":"link","triageTeamId":0})")
                                  << u"triageTeamId"_s;
    QTest::newRow("note as number") << QByteArray(R"({"decision":"refuse","note":1})") << u"note"_s;
}

void TestRestCodec::badMembersAreNamed()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, field);
    Decision decision;
    const auto errors = readDecision(QJsonDocument::fromJson(json).object(), decision);
    QCOMPARE(errors.size(), 1);
    QCOMPARE(errors.first().field, field);
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
