// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/restclient.h"
#include "app/client/restcorrelationsgateway.h"
#include "app/client/restjson.h"
#include "app/client/restoutboxgateway.h"
#include "app/client/restrenewalsgateway.h"
#include "app/client/restrolloutgateway.h"
#include "app/client/restsystemgateway.h"
#include "models/rest/restcorrelations.h"
#include "models/rest/restfind.h"
#include "models/rest/restoutbox.h"
#include "models/rest/restrenewals.h"
#include "models/rest/restrollout.h"
#include "models/rest/restsystem.h"
#include "models/rest/resttriage.h"
#include "tests/support/fakenetwork.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::client;
using renewal::test::FakeAnswer;
using renewal::test::FakeNetwork;

namespace {

/// A client with all gateways on a scripted network.
struct Bench
{
    Bench() { client.connectTo({QUrl(u"http://h:1"_s), "t"}); }

    FakeNetwork network;
    RestClient client{&network, {.attempts = 1}};
    RestRenewalsGateway renewals{&client};
    RestCorrelationsGateway correlations{&client};
    RestRolloutGateway rollout{&client};
    RestOutboxGateway outbox{&client};
    RestSystemGateway system{&client};
};

template <class T>
std::optional<Error> errorOf(QFuture<Result<T>> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }))
        return Error{ErrorCode::Timeout, u"the future never ended"_s, {}};
    const auto result = future.result();
    return result ? std::nullopt : std::optional(result.error());
}

/// Makes one call and tells how it failed, or nullopt.
using Call = std::function<std::optional<Error>(Bench &)>;

struct Row
{
    const char *name;
    Call call;
    const char *request; ///< "GET /api/v1/..."
    QByteArray answer;
    QByteArray body = {};
    QByteArray ifMatch = {};
};

const QDateTime when(QDate(2026, 11, 1), QTime(6, 30), Qt::UTC);
const Decision linking{PrescriberId{7}, DecisionKind::Link, TriageTeamId{55}, u"seen"_s, 3, u"key-1"_s};

const TriageRequest denying{TriageAction::Deny, {{RenewalId{42}, 3}}, {}, {}, u"NEEDAPMT"_s, u"why"_s,
                            u"key-3"_s};

const RepairRequest retrying{OutboxId{5}, 2, RepairAction::Retry, {}, u"open again"_s, u"key-5"_s};

QByteArray page(const QJsonObject &item)
{
    return bodyOf({{u"items"_s, QJsonArray{item}}, {u"next"_s, u"c2"_s}, {u"total"_s, 9}});
}

const QVector<Row> &rows()
{
    static const QVector<Row> all{
        {"renewals",
         [](Bench &b) {
             RenewalQuery query;
             query.view = u"needs_routing"_s;
             query.scope = {u"552"_s, u"VISTA"_s};
             query.search = u"lisin 10"_s;
             query.limit = 50;
             query.cursor = u"c1"_s;
             return errorOf(b.renewals.renewals(query));
         },
         "GET /api/v1/renewals?view=needs_routing&station=552&ehr=VISTA&q=lisin%2010&limit=50&cursor=c1",
         page(toJson(Renewal{}))},
        {"counts",
         [](Bench &b) {
             return errorOf(b.renewals.counts({u"552"_s, {}}, {}));
         },
         "GET /api/v1/renewals/counts?station=552", page(toJson(ViewCount{u"overdue"_s, 4}))},
        {"renewal", [](Bench &b) { return errorOf(b.renewals.renewal(RenewalId{42})); },
         "GET /api/v1/renewals/42", bodyOf(toJson(RenewalDetail{}))},
        {"triage", [](Bench &b) { return errorOf(b.renewals.triage(denying)); },
         "POST /api/v1/renewals/triage", bodyOf(toJson(TriageOutcome{})), bodyOf(toJson(denying))},
        {"undo triage", [](Bench &b) { return errorOf(b.renewals.undoTriage(u"17"_s, u"key-4"_s)); },
         "POST /api/v1/renewals/triage/17/undo", bodyOf(toJson(TriageOutcome{})), "{}"},
        {"reveal", [](Bench &b) { return errorOf(b.renewals.reveal(RenewalId{42}, u"calling back"_s)); },
         "POST /api/v1/renewals/42/reveal", bodyOf(toJson(RevealedPatient{})),
         R"({"reason":"calling back"})"},
        {"outbox status", [](Bench &b) { return errorOf(b.outbox.status()); }, "GET /api/v1/outbox/status",
         bodyOf(toJson(OutboxStatus{}))},
        {"outbox", [](Bench &b) { return errorOf(b.outbox.items(OutboxList::Unconfirmed, 20, u"c1"_s)); },
         "GET /api/v1/outbox?state=unconfirmed&limit=20&cursor=c1", page(toJson(OutboxItem{}))},
        {"repair", [](Bench &b) { return errorOf(b.outbox.repair(retrying)); },
         "POST /api/v1/outbox/5/repair", bodyOf(toJson(OutboxItem{})), bodyOf(toJson(retrying))},
        {"routed earlier", [](Bench &b) { return errorOf(b.outbox.repairEarlier({})); },
         "POST /api/v1/outbox/routed-earlier", bodyOf(toJson(EarlierOutcome{})),
         bodyOf(toJson(EarlierRepair{}))},
        {"prescribers",
         [](Bench &b) {
             PrescriberQuery query;
             query.status = u"suggested"_s;
             query.search = u"oka"_s;
             query.limit = 20;
             return errorOf(b.correlations.prescribers(query));
         },
         "GET /api/v1/prescribers?status=suggested&q=oka&limit=20", page(toJson(PrescriberSummary{}))},
        {"prescriber", [](Bench &b) { return errorOf(b.correlations.prescriber(PrescriberId{7})); },
         "GET /api/v1/prescribers/7", bodyOf(toJson(PrescriberDetail{}))},
        {"care teams", [](Bench &b) { return errorOf(b.correlations.careTeams(u"552"_s, u"blue"_s)); },
         "GET /api/v1/care-teams?station=552&q=blue", page(toJson(CareTeam{}))},
        {"preview", [](Bench &b) { return errorOf(b.correlations.preview(linking)); },
         "POST /api/v1/prescribers/7/correlation/preview", bodyOf(toJson(DecisionEffect{})),
         bodyOf(toJson(linking))},
        {"decide", [](Bench &b) { return errorOf(b.correlations.decide(linking)); },
         "PUT /api/v1/prescribers/7/correlation", bodyOf(toJson(DecisionOutcome{})), bodyOf(toJson(linking)),
         "\"3\""},
        {"undo", [](Bench &b) { return errorOf(b.correlations.undo(PrescriberId{7}, 4, u"key-2"_s)); },
         "POST /api/v1/prescribers/7/correlation/undo", bodyOf(toJson(DecisionOutcome{})), "{}", "\"4\""},
        {"start matching",
         [](Bench &b) {
             return errorOf(b.correlations.startMatching({{u"552"_s, {}}, true}));
         },
         "POST /api/v1/matching", bodyOf(toJson(Job{u"j1"_s, {}, {}, 0, {}, {}})),
         R"({"ehr":null,"learn":true,"station":"552"})"},
        {"quality of matching",
         [](Bench &b) {
             return errorOf(b.correlations.quality({u"552"_s, {}}));
         },
         "GET /api/v1/matching/quality?station=552", bodyOf(toJson(MatchingQuality{}))},
        {"a piece of the export",
         [](Bench &b) {
             return errorOf(b.correlations.exportPiece({u"552"_s, u"VISTA"_s}, u"42"_s));
         },
         "GET /api/v1/correlations/export?station=552&ehr=VISTA&cursor=42", "552,VISTA\n"},
        {"rollout", [](Bench &b) { return errorOf(b.rollout.overview()); }, "GET /api/v1/rollout",
         bodyOf(toJson(RolloutOverview{}))},
        {"sign off",
         [](Bench &b) {
             return errorOf(b.rollout.signOff(u"qa"_s, u"C"_s, true, u"14 of 14"_s, u"key-3"_s));
         },
         "PUT /api/v1/rollout/sign-offs/qa", bodyOf(toJson(RolloutOverview{})),
         R"({"given":true,"note":"14 of 14","stage":"C"})"},
        {"series", [](Bench &b) { return errorOf(b.rollout.series(u"send errors"_s, when, {})); },
         "GET /api/v1/metrics/send%20errors?from=2026-11-01T06%3A30%3A00.000Z",
         bodyOf(toJson(MetricSeries{}))},
        {"status", [](Bench &b) { return errorOf(b.system.status()); }, "GET /api/v1/status",
         bodyOf(toJson(ServiceStatus{}))},
        {"stations", [](Bench &b) { return errorOf(b.system.stations()); }, "GET /api/v1/stations",
         page(toJson(Station{}))},
        {"audit", [](Bench &b) { return errorOf(b.system.audit({.limit = 25, .cursor = u"c1"_s})); },
         "GET /api/v1/audit?cursor=c1&limit=25", page(toJson(AuditEvent{}))},
        {"changes", [](Bench &b) { return errorOf(b.system.changes(17)); }, "GET /api/v1/changes?since=17",
         bodyOf(toJson(ChangeList{}))},
        {"find",
         [](Bench &b) {
             return errorOf(b.system.find({u"lisin oka"_s, u"552"_s, 4}));
         },
         "GET /api/v1/find?q=lisin%20oka&station=552&limit=4", page(toJson(FindHit{}))},
        {"job", [](Bench &b) { return errorOf(b.system.job(u"j/1"_s)); }, "GET /api/v1/jobs/j%2F1",
         bodyOf(toJson(Job{}))},
        {"cancel job", [](Bench &b) { return errorOf(b.system.cancelJob(u"j1"_s)); },
         "DELETE /api/v1/jobs/j1", bodyOf(toJson(Job{}))},
    };
    return all;
}

QByteArray requestLine(const test::SeenRequest &seen)
{
    static const QHash<QNetworkAccessManager::Operation, QByteArray> verbs{
        {QNetworkAccessManager::GetOperation, "GET "},
        {QNetworkAccessManager::PutOperation, "PUT "},
        {QNetworkAccessManager::PostOperation, "POST "},
        {QNetworkAccessManager::DeleteOperation, "DELETE "},
    };
    return verbs.value(seen.operation) +
           seen.request.url().toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
}

void addRows()
{
    QTest::addColumn<int>("row");
    for (int i = 0; i < rows().size(); ++i)
        QTest::newRow(rows().at(i).name) << i;
}

} // namespace

class TestGateways : public QObject
{
    Q_OBJECT

private slots:
    void callsBecomeRequests_data() { addRows(); }
    void callsBecomeRequests();
    void nonsenseIsAnError_data() { addRows(); }
    void nonsenseIsAnError();
    void refusalReachesTheCaller_data() { addRows(); }
    void refusalReachesTheCaller();
    void decisionsCarryTheKeyOfThePerson();
    void matchingStartsUnderAFreshKey();
    void pagesArriveWhole();
    void staleDecisionShowsWhatIsThereNow();
};

void TestGateways::callsBecomeRequests()
{
    QFETCH(int, row);
    const Row &expected = rows().at(row);
    Bench bench;
    bench.network.setScript({FakeAnswer::json(expected.answer)});
    const auto error = expected.call(bench);
    QVERIFY2(!error, error ? qPrintable(error->text + u' ' + error->detail) : "");
    QCOMPARE(bench.network.seen().size(), 1);
    const auto &seen = bench.network.seen().first();
    QCOMPARE(requestLine(seen), QByteArray(expected.request));
    QCOMPARE(seen.body, expected.body);
    QCOMPARE(seen.header("If-Match"), expected.ifMatch);
}

void TestGateways::nonsenseIsAnError()
{
    QFETCH(int, row);
    Bench bench;
    bench.network.setScript({FakeAnswer::json("<html>a login page</html>")});
    const auto error = rows().at(row).call(bench);
    QVERIFY(error);
    QCOMPARE(toString(error->code), toString(ErrorCode::Unsupported));
    QVERIFY(!error->text.isEmpty());
}

void TestGateways::refusalReachesTheCaller()
{
    QFETCH(int, row);
    Bench bench;
    bench.network.setScript(
        {FakeAnswer::json(R"({"code":"forbidden","detail":"Only administrators."})", 403)});
    const auto error = rows().at(row).call(bench);
    QVERIFY(error);
    QCOMPARE(toString(error->code), toString(ErrorCode::Forbidden));
    QCOMPARE(error->text, u"Only administrators."_s);
}

void TestGateways::decisionsCarryTheKeyOfThePerson()
{
    Bench bench;
    bench.network.setScript({FakeAnswer::json(bodyOf(toJson(DecisionOutcome{})))});
    QVERIFY(!errorOf(bench.correlations.decide(linking)));
    QVERIFY(!errorOf(bench.correlations.undo(PrescriberId{7}, 4, u"key-2"_s)));
    QCOMPARE(bench.network.seen().at(0).header("Idempotency-Key"), "key-1");
    QCOMPARE(bench.network.seen().at(1).header("Idempotency-Key"), "key-2");
    bench.network.setScript({FakeAnswer::json(bodyOf(toJson(TriageOutcome{})))});
    QVERIFY(!errorOf(bench.renewals.triage(denying)));
    QVERIFY(!errorOf(bench.renewals.undoTriage(u"17"_s, u"key-4"_s)));
    QCOMPARE(bench.network.seen().at(2).header("Idempotency-Key"), "key-3");
    QCOMPARE(bench.network.seen().at(3).header("Idempotency-Key"), "key-4");
}

void TestGateways::matchingStartsUnderAFreshKey()
{
    Bench bench;
    bench.network.setScript({FakeAnswer::json(R"({"id":"j1"})")});
    const auto first = bench.correlations.startMatching({});
    const auto second = bench.correlations.startMatching({});
    QTRY_VERIFY(first.isFinished() && second.isFinished());
    QCOMPARE(first.result().value(), u"j1"_s);
    const auto keys = {bench.network.seen().at(0).header("Idempotency-Key"),
                       bench.network.seen().at(1).header("Idempotency-Key")};
    QVERIFY(!keys.begin()->isEmpty());
    QVERIFY(*keys.begin() != *(keys.begin() + 1));
}

void TestGateways::pagesArriveWhole()
{
    Bench bench;
    Renewal renewal;
    renewal.id = RenewalId{42};
    renewal.drug = u"LISINOPRIL 10MG TAB"_s;
    renewal.state = RenewalState::ReadyToRoute;
    bench.network.setScript({FakeAnswer::json(page(toJson(renewal)))});
    const auto future = bench.renewals.renewals({});
    QTRY_VERIFY(future.isFinished());
    const auto result = future.result();
    QVERIFY(result.has_value());
    QCOMPARE(result->total, 9);
    QCOMPARE(result->next, u"c2"_s);
    QCOMPARE(result->items.size(), 1);
    QCOMPARE(result->items.first(), renewal);
}

void TestGateways::staleDecisionShowsWhatIsThereNow()
{
    Bench bench;
    PrescriberDetail present;
    present.summary.correlation.version = 4;
    present.summary.correlation.decidedBy = u"L. Osei"_s;
    bench.network.setScript({FakeAnswer::json(bodyOf({{u"code"_s, u"precondition_failed"_s},
                                                      {u"detail"_s, u"Changed meanwhile."_s},
                                                      {u"present"_s, toJson(present)}}),
                                              412)});
    const auto error = errorOf(bench.correlations.decide(linking));
    QVERIFY(error);
    QCOMPARE(toString(error->code), toString(ErrorCode::PreconditionFailed));
    const auto shown = rest::decode<PrescriberDetail>(QJsonDocument::fromJson(error->present).object());
    QVERIFY(shown.has_value());
    QCOMPARE(shown->summary.correlation, present.summary.correlation);
}

QTEST_GUILESS_MAIN(TestGateways)
#include "tst_gateways.moc"
