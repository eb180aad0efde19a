// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/connectionmonitor.h"
#include "app/client/importupload.h"
#include "app/client/restclient.h"
#include "app/client/restcorrelationsgateway.h"
#include "app/client/restrenewalsgateway.h"
#include "app/client/restrolloutgateway.h"
#include "app/client/restsystemgateway.h"
#include "app/service/service.h"
#include "app/store/database.h"
#include "tests/client/smallregion.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::client;
using renewal::test::blueTeam;
using renewal::test::noon;

/// The gateways against the real service over loopback, on SQLite.
class TestContract : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void renewalsArePagedAndCounted();
    void searchTextsSurviveTheWay_data();
    void searchTextsSurviveTheWay();
    void oneRenewalIsRead();
    void whatIsNotThereIsToldSo();
    void linkingMovesExactlyTheWaitingOnes();
    void repeatedDecisionHasOneEffect();
    void staleDecisionBringsThePresentState();
    void undoTakesItBack();
    void careTeamsAreFound();
    void matchingIsAJob();
    void metricsKeepTheirGaps();
    void signOffIsGivenAndTakenBack();
    void systemTellsWhatItHas();
    void fileIsTakenAsAnImport();
    void wrongTokenIsRefused();
    void serviceMayGoAndComeBack();

private:
    template <class T>
    Result<T> get(QFuture<Result<T>> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
            return failure(ErrorCode::Timeout, u"The future did not end."_s);
        return future.result();
    }
    PrescriberSummary okafor();
    Decision linkOf(const PrescriberSummary &summary, const QString &key);
    void startService(quint16 port = 0);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<service::Service> m_service;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<RestClient> m_client;
    QUrl m_url;
    QByteArray m_token;
    std::unique_ptr<RestRenewalsGateway> m_renewals;
    std::unique_ptr<RestCorrelationsGateway> m_correlations;
    std::unique_ptr<RestRolloutGateway> m_rollout;
    std::unique_ptr<RestSystemGateway> m_system;
};

void TestContract::startService(quint16 port)
{
    service::ServiceOptions options;
    options.databaseUrl = u"sqlite:"_s + m_folder->filePath(u"renewals.db"_s);
    options.actor = u"tester"_s;
    options.port = port;
    if (!m_token.isEmpty())
        options.tokens = {service::Access::everyRole(m_token, u"tester"_s)};
    m_service = std::make_unique<service::Service>();
    const auto endpoint = m_service->start(options);
    QVERIFY2(endpoint, endpoint ? "" : qPrintable(endpoint.error().text + endpoint.error().detail));
    m_url = QUrl(endpoint->url);
    if (m_token.isEmpty())
        m_token = endpoint->token;
}

void TestContract::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    store::Database database(*store::DatabaseUrl::parse(u"sqlite:"_s + m_folder->filePath(u"renewals.db"_s)));
    QVERIFY(database.migrate());
    const Done filled = test::fillSmallRegion(**database.connection());
    QVERIFY2(filled, filled ? "" : qPrintable(filled.error().text + filled.error().detail));
    database.closeThisThread();

    startService();
    m_network = std::make_unique<QNetworkAccessManager>();
    m_client = std::make_unique<RestClient>(m_network.get());
    m_client->connectTo({m_url, m_token});
    m_renewals = std::make_unique<RestRenewalsGateway>(m_client.get());
    m_correlations = std::make_unique<RestCorrelationsGateway>(m_client.get());
    m_rollout = std::make_unique<RestRolloutGateway>(m_client.get());
    m_system = std::make_unique<RestSystemGateway>(m_client.get());
}

void TestContract::cleanup()
{
    m_client.reset();
    m_network.reset();
    m_service.reset();
    m_token.clear();
}

PrescriberSummary TestContract::okafor()
{
    PrescriberQuery query;
    query.search = u"okafor"_s;
    const auto page = get(m_correlations->prescribers(query));
    return page && page->items.size() == 1 ? page->items.first() : PrescriberSummary{};
}

Decision TestContract::linkOf(const PrescriberSummary &summary, const QString &key)
{
    return {summary.prescriber.id, DecisionKind::Link,          blueTeam,
            u"Seen in CPRS"_s,     summary.correlation.version, key};
}

void TestContract::renewalsArePagedAndCounted()
{
    RenewalQuery query;
    query.limit = 3;
    const auto first = get(m_renewals->renewals(query));
    QVERIFY(first);
    QCOMPARE(first->items.size(), 3);
    QCOMPARE(first->total, 4);
    query.cursor = first->next;
    const auto second = get(m_renewals->renewals(query));
    QVERIFY(second);
    QCOMPARE(second->items.size(), 1);
    QVERIFY(second->next.isEmpty());
    QCOMPARE(second->items.first().drug, u"METFORMIN 500MG TAB"_s);

    const auto counts = get(m_renewals->counts({u"552"_s, {}}, {}));
    QVERIFY(counts);
    qint64 needsRouting = -1;
    for (const auto &count : *counts) {
        if (count.view == QLatin1StringView(views::needsRouting))
            needsRouting = count.count;
    }
    QCOMPARE(needsRouting, 4);
}

void TestContract::searchTextsSurviveTheWay_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<qint64>("total");
    QTest::newRow("prefix of a drug") << u"lisin"_s << qint64(2);
    QTest::newRow("two words") << u"metf 500"_s << qint64(2);
    QTest::newRow("nothing there") << u"zzz"_s << qint64(0);
    QTest::newRow("signs of an address") << u"100% & + / ? # ü"_s << qint64(0);
    QTest::newRow("quotes of SQL and FTS") << u"\" ' OR *"_s << qint64(0);
}

void TestContract::searchTextsSurviveTheWay()
{
    QFETCH(QString, search);
    QFETCH(qint64, total);
    RenewalQuery query;
    query.search = search;
    const auto page = get(m_renewals->renewals(query));
    QVERIFY2(page, page ? "" : qPrintable(page.error().text));
    if (total > 0)
        QCOMPARE(page->total, total);
    QCOMPARE(page->items.isEmpty(), page->total == 0);
}

void TestContract::oneRenewalIsRead()
{
    const auto page = get(m_renewals->renewals({}));
    QVERIFY(page && !page->items.isEmpty());
    const auto detail = get(m_renewals->renewal(page->items.first().id));
    QVERIFY2(detail, detail ? "" : qPrintable(detail.error().text));
    QCOMPARE(detail->renewal, page->items.first());
    QVERIFY(detail->sentTo);
    QCOMPARE(detail->sentTo->triageTeamId, blueTeam);
}

void TestContract::whatIsNotThereIsToldSo()
{
    const auto renewal = get(m_renewals->renewal(RenewalId{999'999}));
    const auto prescriber = get(m_correlations->prescriber(PrescriberId{999'999}));
    const auto series = get(m_rollout->series(u"unknown"_s, {}, {}));
    const auto job = get(m_system->job(u"unknown"_s));
    const std::array<std::optional<Error>, 4> errors{renewal ? std::nullopt : std::optional(renewal.error()),
                                                     prescriber ? std::nullopt
                                                                : std::optional(prescriber.error()),
                                                     series ? std::nullopt : std::optional(series.error()),
                                                     job ? std::nullopt : std::optional(job.error())};
    for (const auto &error : errors) {
        QVERIFY(error);
        QCOMPARE(toString(error->code), toString(ErrorCode::NotFound));
        QVERIFY(!error->text.isEmpty());
    }
}

void TestContract::linkingMovesExactlyTheWaitingOnes()
{
    const auto before = okafor();
    QCOMPARE(before.waiting, 3);
    const auto expected = get(m_correlations->preview(linkOf(before, {})));
    QVERIFY2(expected, expected ? "" : qPrintable(expected.error().text));
    QCOMPARE(expected->becomeReady, 3);
    const auto outcome = get(m_correlations->decide(linkOf(before, u"k1"_s)));
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().text));
    QCOMPARE(outcome->effect, *expected);
    QVERIFY(outcome->correlation.status == CorrelationStatus::Manual);
    QCOMPARE(outcome->correlation.careTeam, blueTeam);

    RenewalQuery ready;
    ready.view = QString::fromLatin1(views::readyToRoute);
    const auto moved = get(m_renewals->renewals(ready));
    QVERIFY(moved);
    QCOMPARE(moved->total, 3);
    for (const auto &renewal : moved->items)
        QCOMPARE(renewal.prescriberId, before.prescriber.id);

    const auto audit = get(m_system->audit({.limit = 10}));
    QVERIFY(audit && !audit->items.isEmpty());
    const auto changes = get(m_system->changes(0));
    QVERIFY(changes && !changes->changes.isEmpty());
}

void TestContract::repeatedDecisionHasOneEffect()
{
    const auto decision = linkOf(okafor(), u"same key"_s);
    const auto first = get(m_correlations->decide(decision));
    const auto second = get(m_correlations->decide(decision));
    QVERIFY(first);
    QVERIFY2(second, second ? "" : qPrintable(second.error().text));
    QCOMPARE(second->correlation.version, first->correlation.version);
    QCOMPARE(second->effect, first->effect);
}

void TestContract::staleDecisionBringsThePresentState()
{
    const auto seen = okafor();
    QVERIFY(get(m_correlations->decide(linkOf(seen, u"k1"_s))));
    const auto late = get(m_correlations->decide(linkOf(seen, u"k2"_s)));
    QVERIFY(!late);
    QCOMPARE(toString(late.error().code), toString(ErrorCode::PreconditionFailed));
    QVERIFY(!late.error().text.isEmpty());
    const auto present = QJsonDocument::fromJson(late.error().present).object();
    QVERIFY2(!present.isEmpty(), late.error().present.constData());
}

void TestContract::undoTakesItBack()
{
    const auto before = okafor();
    const auto linked = get(m_correlations->decide(linkOf(before, u"k1"_s)));
    QVERIFY(linked);
    const auto detail = get(m_correlations->prescriber(before.prescriber.id));
    QVERIFY(detail);
    QVERIFY(detail->canUndo);
    const auto undone = get(m_correlations->undo(before.prescriber.id, linked->correlation.version, u"k2"_s));
    QVERIFY2(undone, undone ? "" : qPrintable(undone.error().text));
    QCOMPARE(undone->effect.becomeNeedsTeam, 3);
    QVERIFY(!isLinked(okafor().correlation.status));
}

void TestContract::careTeamsAreFound()
{
    const auto teams = get(m_correlations->careTeams(u"552"_s, u"blue"_s));
    QVERIFY(teams);
    QCOMPARE(teams->size(), 1);
    QCOMPARE(teams->first().triageTeamId, blueTeam);
}

void TestContract::matchingIsAJob()
{
    const auto id = get(m_correlations->startMatching({{u"552"_s, {}}, false}));
    QVERIFY2(id, id ? "" : qPrintable(id.error().text));
    Job job;
    QTRY_VERIFY((job = get(m_system->job(*id)).value_or(Job{})).isOver());
    QVERIFY2(job.state == "finished"_L1, qPrintable(job.errorText));
    const auto cancelled = get(m_system->cancelJob(*id));
    QVERIFY(cancelled);
    QCOMPARE(cancelled->state, u"finished"_s);
}

void TestContract::metricsKeepTheirGaps()
{
    const auto all = get(m_rollout->series(u"send errors"_s, {}, {}));
    QVERIFY2(all, all ? "" : qPrintable(all.error().text));
    QCOMPARE(all->points.size(), 4);
    QVERIFY(!all->points.at(2).value);
    QCOMPARE(all->threshold, 2.0);
    const auto part = get(m_rollout->series(u"send errors"_s, noon.addSecs(3600), noon.addSecs(7200)));
    QVERIFY(part);
    QCOMPARE(part->points.size(), 2);
    const auto overview = get(m_rollout->overview());
    QVERIFY2(overview, overview ? "" : qPrintable(overview.error().text));
    QCOMPARE(overview->series.size(), 1);
}

void TestContract::signOffIsGivenAndTakenBack()
{
    const auto before = get(m_rollout->overview());
    QVERIFY2(before, before ? "" : qPrintable(before.error().text));
    QCOMPARE(before->stages.size(), 2);
    QCOMPARE(before->criteria.size(), 5);
    QCOMPARE(before->signOffs.size(), 5);
    QVERIFY(before->reasonsNotToAdvance.contains(u"UX and research has not signed off"_s));
    const auto given =
        get(m_rollout->signOff(u"ux_research"_s, u"B"_s, true, u"Interviews done"_s, u"key-ux"_s));
    QVERIFY2(given, given ? "" : qPrintable(given.error().text));
    const SignOff word = given->signOffs.at(2);
    QCOMPARE(word.discipline, u"ux_research"_s);
    QVERIFY(word.given);
    QCOMPARE(word.by, u"tester"_s);
    QVERIFY(word.at.isValid());
    QCOMPARE(word.note, u"Interviews done"_s);
    QVERIFY(!given->reasonsNotToAdvance.contains(u"UX and research has not signed off"_s));
    const auto back = get(m_rollout->signOff(u"ux_research"_s, u"B"_s, false, {}, u"key-back"_s));
    QVERIFY(back);
    QVERIFY(!back->signOffs.at(2).given);
    const auto wrong = get(m_rollout->signOff(u"qa"_s, u"A"_s, true, {}, u"key-qa"_s));
    QVERIFY(!wrong);
    QCOMPARE(toString(wrong.error().code), u"conflict"_s);
}

void TestContract::systemTellsWhatItHas()
{
    const auto status = get(m_system->status());
    QVERIFY(status);
    QCOMPARE(status->database, u"sqlite"_s);
    QCOMPARE(status->renewals, 4);
    QCOMPARE(status->prescribers, 2);
    const auto stations = get(m_system->stations());
    QVERIFY(stations);
    QCOMPARE(stations->size(), 1);
    QCOMPARE(stations->first().name, u"Camden Point"_s);
}

void TestContract::fileIsTakenAsAnImport()
{
    QFile file(m_folder->filePath(u"nonsense.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write("this is no export") > 0);
    file.close();
    ImportUpload upload(m_client.get(), 5);
    const auto report = get(upload.send(file.fileName()));
    // A file that is nonsense is refused in words, and the service stays well.
    if (!report)
        QVERIFY(!report.error().text.isEmpty());
    else
        QCOMPARE(report->taken, 0);
    QVERIFY(get(m_system->status()));
}

void TestContract::wrongTokenIsRefused()
{
    m_client->connectTo({m_url, "wrong"});
    const auto status = get(m_system->status());
    QVERIFY(!status);
    QCOMPARE(toString(status.error().code), toString(ErrorCode::Unauthorized));
}

void TestContract::serviceMayGoAndComeBack()
{
    using State = ConnectionState::State;
    ConnectionState state;
    FixedClock clock(noon);
    using namespace std::chrono_literals;
    ConnectionMonitor monitor(m_client.get(), &state, &clock,
                              {.interval = 20ms, .timeout = 1s, .firstRetry = 10ms, .longestRetry = 50ms});
    QTRY_COMPARE(state.state(), State::Online);
    m_service.reset();
    QTRY_COMPARE(state.state(), State::Away);
    startService(static_cast<quint16>(m_url.port()));
    QTRY_COMPARE(state.state(), State::Online);
    QVERIFY(get(m_system->status()));
}

QTEST_GUILESS_MAIN(TestContract)
#include "tst_contract.moc"
