// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/restclient.h"
#include "app/client/restcutovergateway.h"
#include "app/service/service.h"
#include "app/store/careteamrepository.h"
#include "app/store/correlationrepository.h"
#include "app/store/database.h"
#include "app/store/prescriberrepository.h"
#include "tests/client/smallregion.h"

#include <QCryptographicHash>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::client;
using renewal::test::blueTeam;

/// Cut-overs through the gateway against the real service over loopback.
class TestCutOverContract : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void fromEntryToWithdrawal();
    void badRowsAreToldAndNothingIsTaken();
    void aRepeatHasNoSecondEffect();
    void onlyKeepersChangeAnything();
    void aConfirmationNamesEachPoolOnce_data();
    void aConfirmationNamesEachPoolOnce();

private:
    template <class T>
    Result<T> get(QFuture<Result<T>> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
            return failure(ErrorCode::Timeout, u"The future did not end."_s);
        return future.result();
    }
    static bool linkEverybody(store::Connection &connection);
    Result<CutOver> enter() { return get(m_cutOvers->enter(m_entry, u"enter-1"_s)); }

    const CutOverEntry m_entry{u"552"_s, QDate::currentDate().addDays(40), u"Wave 3"_s};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<service::Service> m_service;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<RestClient> m_client;
    std::unique_ptr<RestCutOverGateway> m_cutOvers;
    QUrl m_url;
};

/// Links to the blue team, and two pools.
bool TestCutOverContract::linkEverybody(store::Connection &connection)
{
    store::CorrelationRepository correlations(connection);
    const auto page = store::PrescriberRepository(connection).page({});
    for (const PrescriberSummary &one : page->items) {
        Correlation link = one.correlation;
        link.prescriberId = one.prescriber.id;
        link.status = CorrelationStatus::Automatic;
        link.careTeam = blueTeam;
        link.validFrom = test::noon;
        link.decidedBy = u"matching"_s;
        if (!correlations.store(link, {test::noon, u"matching"_s, u"correlation.matched"_s, {}}))
            return false;
    }
    for (const qint64 id : {8001, 8002}) {
        CareTeam pool;
        pool.triageTeamId.value = id;
        pool.name = u"VHA DAY Pool %1 - Clinical"_s.arg(id);
        pool.station = StationNumber(u"552"_s);
        pool.ehr = EhrSystem::OracleHealth;
        if (!store::CareTeamRepository(connection).upsert(pool))
            return false;
    }
    return true;
}

void TestCutOverContract::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QString url = u"sqlite:"_s + m_folder->filePath(u"renewals.db"_s);
    store::Database database(*store::DatabaseUrl::parse(url));
    QVERIFY(database.migrate());
    QVERIFY(test::fillSmallRegion(**database.connection()));
    QVERIFY(linkEverybody(**database.connection()));
    database.closeThisThread();
    service::ServiceOptions options;
    options.databaseUrl = url;
    options.tokens = {service::Access::everyRole("all", u"tester"_s),
                      {QCryptographicHash::hash("clinic", QCryptographicHash::Sha256), u"nurse"_s,
                       service::Role::Clinical}};
    m_service = std::make_unique<service::Service>();
    const auto endpoint = m_service->start(options);
    QVERIFY2(endpoint, endpoint ? "" : qPrintable(endpoint.error().text + endpoint.error().detail));
    m_url = QUrl(endpoint->url);
    m_network = std::make_unique<QNetworkAccessManager>();
    m_client = std::make_unique<RestClient>(m_network.get());
    m_client->connectTo({m_url, "all"});
    m_cutOvers = std::make_unique<RestCutOverGateway>(m_client.get());
}

void TestCutOverContract::cleanup()
{
    m_client.reset();
    m_network.reset();
    m_service.reset();
}

void TestCutOverContract::fromEntryToWithdrawal()
{
    const auto effect = get(m_cutOvers->preview(m_entry));
    QVERIFY2(effect, effect ? "" : qPrintable(effect.error().text));
    QCOMPARE(*effect, (CutOverEffect{2, 0, 4, 1, 2}));
    const auto entered = enter();
    QVERIFY(entered);
    QCOMPARE(entered->enteredBy, u"tester"_s);
    QCOMPARE(entered->date, m_entry.date);
    QCOMPARE(entered->note, m_entry.note);
    QCOMPARE(*get(m_cutOvers->cutOvers()), QVector<CutOver>{*entered});
    QVERIFY(get(m_cutOvers->giveCrosswalk(entered->id, "7001,8002\n", u"walk-1"_s))->taken);
    const auto review = get(m_cutOvers->review(entered->id));
    QVERIFY(review);
    QCOMPARE(review->pools.size(), 2);
    QCOMPARE(review->teams.size(), 1);
    QCOMPARE(review->teams.first().prescribers, 2);
    QCOMPARE(review->teams.first().proposal.proposed().value, 8002);
    QVERIFY(!review->teams.first().proposal.pools.first().evidence.isEmpty());
    const auto confirmed = get(m_cutOvers->confirm(
        review->cutOver, {{blueTeam, review->teams.first().proposal.proposed(), {}, {}, {}}},
        u"confirm-1"_s));
    QVERIFY2(confirmed, confirmed ? "" : qPrintable(confirmed.error().text));
    QCOMPARE(confirmed->prescribers, 2);
    QCOMPARE(confirmed->cutOver.openTeams, 0);
    const auto stale = get(m_cutOvers->takeBack(review->cutOver, {blueTeam}, u"back-0"_s));
    QVERIFY(!stale);
    QCOMPARE(toString(stale.error().code), toString(ErrorCode::PreconditionFailed));
    const auto back = get(m_cutOvers->takeBack(confirmed->cutOver, {blueTeam}, u"back-1"_s));
    QVERIFY(back);
    QCOMPARE(back->cutOver.openTeams, 1);
    const auto withdrawn = get(m_cutOvers->withdraw(back->cutOver, u"Postponed"_s, u"withdraw-1"_s));
    QVERIFY(withdrawn);
    QCOMPARE(withdrawn->prescribers, 2);
    QVERIFY(get(m_cutOvers->cutOvers())->isEmpty());
}

void TestCutOverContract::badRowsAreToldAndNothingIsTaken()
{
    const auto entered = enter();
    QVERIFY(entered);
    const auto report = get(m_cutOvers->giveCrosswalk(entered->id, "7001,8002\n7002,\n", u"walk-1"_s));
    QVERIFY(report);
    QVERIFY(!report->taken);
    QCOMPARE(report->problems, (QVector<CrosswalkProblem>{{2, u"The new pool is missing."_s}}));
    QCOMPARE(get(m_cutOvers->cutOvers())->first().crosswalkRows, 0);
    QCOMPARE(get(m_cutOvers->cutOvers())->first().version, entered->version);
    const auto none = get(m_cutOvers->giveCrosswalk(entered->id, "no crosswalk", u"walk-2"_s));
    QVERIFY(!none);
    QCOMPARE(toString(none.error().code), toString(ErrorCode::InvalidInput));
}

void TestCutOverContract::aRepeatHasNoSecondEffect()
{
    const auto first = enter();
    const auto second = enter();
    QVERIFY(first && second);
    QCOMPARE(second->id, first->id);
    const auto other = get(m_cutOvers->enter(m_entry, u"enter-2"_s));
    QVERIFY(!other);
    QCOMPARE(toString(other.error().code), toString(ErrorCode::Conflict));
}

void TestCutOverContract::onlyKeepersChangeAnything()
{
    const auto entered = enter();
    QVERIFY(entered);
    m_client->connectTo({m_url, "clinic"});
    QVERIFY(get(m_cutOvers->review(entered->id)));
    const auto refused = get(m_cutOvers->confirm(*entered, {{blueTeam, {}, {}, {}, {}}}, u"confirm-1"_s));
    QVERIFY(!refused);
    QCOMPARE(toString(refused.error().code), toString(ErrorCode::Forbidden));
}

void TestCutOverContract::aConfirmationNamesEachPoolOnce_data()
{
    QTest::addColumn<QByteArray>("choices");
    QTest::addColumn<int>("status");
    QTest::newRow("no pool") << QByteArray(R"([{"oldTeam":7001}])") << 422;
    QTest::newRow("a slip") << QByteArray(R"([{"oldTeam":7001,"Pool":8001}])") << 422;
    QTest::newRow("twice") << QByteArray(R"([{"oldTeam":7001,"pool":8001},{"oldTeam":7001,"pool":8002}])")
                           << 422;
    QTest::newRow("none of the pools") << QByteArray(R"([{"oldTeam":7001,"pool":null}])") << 200;
}

void TestCutOverContract::aConfirmationNamesEachPoolOnce()
{
    QFETCH(QByteArray, choices);
    QFETCH(int, status);
    const auto entered = enter();
    QVERIFY(entered);
    QUrl url = m_url;
    url.setPath(u"/api/v1/cut-overs/%1/choices"_s.arg(entered->id.value));
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer all");
    request.setRawHeader("Idempotency-Key", "names-1");
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const std::unique_ptr<QNetworkReply> reply(m_network->post(
        request, R"({"version":)" + QByteArray::number(entered->version) + R"(,"choices":)" + choices + '}'));
    QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 30'000);
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), status);
    QCOMPARE(get(m_cutOvers->cutOvers())->first().version, entered->version + (status == 200 ? 1 : 0));
}

QTEST_GUILESS_MAIN(TestCutOverContract)
#include "tst_cutovercontract.moc"
