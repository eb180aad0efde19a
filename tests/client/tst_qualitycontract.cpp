// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/restclient.h"
#include "app/client/restqualitygateway.h"
#include "app/service/service.h"
#include "app/store/correlationrepository.h"
#include "app/store/database.h"
#include "app/store/prescriberrepository.h"
#include "tests/client/smallregion.h"

#include <QCryptographicHash>
#include <QNetworkAccessManager>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::client;
using renewal::test::blueTeam;

/// Blind review and the threshold through the gateway against the real service over loopback.
class TestQualityContract : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void sampleIsDrawnAndJudged();
    void aRepeatHasNoSecondEffect();
    void thresholdIsLookedAtAndSet();
    void onlyKeepersDrawAndSet();

private:
    template <class T>
    Result<T> get(QFuture<Result<T>> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
            return failure(ErrorCode::Timeout, u"The future did not end."_s);
        return future.result();
    }
    static bool linkEverybody(store::Connection &connection);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<service::Service> m_service;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<RestClient> m_client;
    std::unique_ptr<RestQualityGateway> m_quality;
    QUrl m_url;
};

/// Links of matching, all to the blue team.
bool TestQualityContract::linkEverybody(store::Connection &connection)
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
        const CandidateSet set{
            one.prescriber.id, {{blueTeam, u"Blue"_s, 0.99, {}}}, 0.01, u"evidence-1"_s, true, {}};
        if (!correlations.storeCandidates({set}) ||
            !correlations.store(link, {test::noon, u"matching"_s, u"correlation.matched"_s, {}}))
            return false;
    }
    return true;
}

void TestQualityContract::init()
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
    m_quality = std::make_unique<RestQualityGateway>(m_client.get());
}

void TestQualityContract::cleanup()
{
    m_client.reset();
    m_network.reset();
    m_service.reset();
}

void TestQualityContract::sampleIsDrawnAndJudged()
{
    const auto sample = get(m_quality->draw(10, u"draw-1"_s));
    QVERIFY(sample);
    QCOMPARE(sample->drawn, 2);
    QCOMPARE(sample->drawnBy, u"tester"_s);
    const auto open = get(m_quality->openReviews({}));
    QVERIFY(open);
    QCOMPARE(open->size(), 2);
    const auto blind = get(m_quality->review(open->first().id));
    QVERIFY(blind);
    QCOMPARE(blind->review, open->first());
    QVERIFY(!blind->careTeams.isEmpty());
    const auto right =
        get(m_quality->judge({open->at(0).id, ReviewVerdict::Team, blueTeam, u"seen"_s, u"key-1"_s}));
    QVERIFY(right);
    QVERIFY(!right->linkEnded);
    const auto wrong = get(m_quality->judge({open->at(1).id, ReviewVerdict::None, {}, {}, u"key-2"_s}));
    QVERIFY(wrong);
    QVERIFY(wrong->linkEnded);
    QCOMPARE(wrong->open, 0);
    const auto report = get(m_quality->report({}));
    QVERIFY(report);
    QCOMPARE(report->precision.reviewed, 2);
    QCOMPARE(report->precision.right, 1);
    QCOMPARE(report->precision.estimate, 0.5);
    QVERIFY(report->precision.interval.high > report->precision.interval.low);
    QCOMPARE(report->months.size(), 1);
    QVERIFY(!report->thresholds.isEmpty());
}

void TestQualityContract::aRepeatHasNoSecondEffect()
{
    const auto first = get(m_quality->draw(10, u"draw-1"_s));
    const auto second = get(m_quality->draw(10, u"draw-1"_s));
    QVERIFY(first && second);
    QCOMPARE(second->id, first->id);
    const auto open = get(m_quality->openReviews({}));
    const ReviewAnswer answer{open->first().id, ReviewVerdict::None, {}, {}, u"key-1"_s};
    const auto judged = get(m_quality->judge(answer));
    const auto again = get(m_quality->judge(answer));
    QVERIFY(judged && again);
    QCOMPARE(*again, *judged);
    ReviewAnswer other = answer;
    other.idempotencyKey = u"key-2"_s;
    const auto late = get(m_quality->judge(other));
    QVERIFY(!late);
    QCOMPARE(toString(late.error().code), toString(ErrorCode::Conflict));
}

void TestQualityContract::thresholdIsLookedAtAndSet()
{
    const auto history = get(m_quality->thresholds());
    QVERIFY(history);
    QCOMPARE(history->size(), 1);
    const auto preview = get(m_quality->previewThreshold(0.995, 4));
    QVERIFY(preview);
    QCOMPARE(preview->ended, 2);
    QCOMPARE(preview->present, history->first());
    MatchingThreshold wanted = history->first();
    wanted.probability = 0.995;
    wanted.reason = u"Two were wrong"_s;
    const auto set = get(m_quality->setThreshold(wanted, u"key-1"_s));
    QVERIFY(set);
    QCOMPARE(set->version, 1);
    QCOMPARE(get(m_quality->thresholds())->first(), *set);
    const auto stale = get(m_quality->setThreshold(wanted, u"key-2"_s));
    QVERIFY(!stale);
    QCOMPARE(toString(stale.error().code), toString(ErrorCode::PreconditionFailed));
}

void TestQualityContract::onlyKeepersDrawAndSet()
{
    m_client->connectTo({m_url, "clinic"});
    const auto drawn = get(m_quality->draw(10, u"key-1"_s));
    QVERIFY(!drawn);
    QCOMPARE(toString(drawn.error().code), toString(ErrorCode::Forbidden));
    const auto set = get(m_quality->setThreshold({0, 0.97, 4, {}, {}, u"why"_s}, u"key-2"_s));
    QVERIFY(!set);
    QCOMPARE(toString(set.error().code), toString(ErrorCode::Forbidden));
    QVERIFY(get(m_quality->report({})));
    QVERIFY(get(m_quality->previewThreshold(0.97, 4)));
}

QTEST_GUILESS_MAIN(TestQualityContract)
#include "tst_qualitycontract.moc"
