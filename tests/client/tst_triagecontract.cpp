// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/restclient.h"
#include "app/client/restcorrelationsgateway.h"
#include "app/client/restrenewalsgateway.h"
#include "app/service/service.h"
#include "app/store/database.h"
#include "tests/client/smallregion.h"

#include <QNetworkAccessManager>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::client;
using renewal::test::blueTeam;

/// What the queue does, through the gateway against the real service over loopback.
class TestTriageContract : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aLinkedPrescribersRenewalsAreRoutedAndTakenBack();
    void whatIsRefusedComesWithAReason();
    void patientsAreShownByGroupAndRevealedForAReason();

private:
    template <class T>
    Result<T> get(QFuture<Result<T>> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
            return failure(ErrorCode::Timeout, u"The future did not end."_s);
        return future.result();
    }
    QVector<Renewal> queue(const char *view);
    static TriageRequest request(TriageAction action, const QVector<Renewal> &renewals, const QString &key);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<service::Service> m_service;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<RestClient> m_client;
    std::unique_ptr<RestRenewalsGateway> m_renewals;
    std::unique_ptr<RestCorrelationsGateway> m_correlations;
};

void TestTriageContract::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QString url = u"sqlite:"_s + m_folder->filePath(u"renewals.db"_s);
    store::Database database(*store::DatabaseUrl::parse(url));
    QVERIFY(database.migrate());
    QVERIFY(test::fillSmallRegion(**database.connection()));
    database.closeThisThread();
    service::ServiceOptions options;
    options.databaseUrl = url;
    options.actor = u"tester"_s;
    m_service = std::make_unique<service::Service>();
    const auto endpoint = m_service->start(options);
    QVERIFY2(endpoint, endpoint ? "" : qPrintable(endpoint.error().text + endpoint.error().detail));
    m_network = std::make_unique<QNetworkAccessManager>();
    m_client = std::make_unique<RestClient>(m_network.get());
    m_client->connectTo({QUrl(endpoint->url), endpoint->token});
    m_renewals = std::make_unique<RestRenewalsGateway>(m_client.get());
    m_correlations = std::make_unique<RestCorrelationsGateway>(m_client.get());
}

void TestTriageContract::cleanup()
{
    m_client.reset();
    m_network.reset();
    m_service.reset();
}

QVector<Renewal> TestTriageContract::queue(const char *view)
{
    RenewalQuery query;
    query.view = QString::fromLatin1(view);
    return get(m_renewals->renewals(query)).value_or(Page<Renewal>{}).items;
}

TriageRequest TestTriageContract::request(TriageAction action, const QVector<Renewal> &renewals,
                                          const QString &key)
{
    TriageRequest request;
    request.action = action;
    for (const Renewal &renewal : renewals)
        request.renewals.append({renewal.id, renewal.version});
    request.assignee = u"tester"_s;
    request.reason = u"TOOEARLY"_s;
    request.idempotencyKey = key;
    return request;
}

void TestTriageContract::aLinkedPrescribersRenewalsAreRoutedAndTakenBack()
{
    PrescriberQuery okafor;
    okafor.search = u"okafor"_s;
    const auto prescribers = get(m_correlations->prescribers(okafor));
    QVERIFY(prescribers && prescribers->items.size() == 1);
    const auto linked = get(m_correlations->decide(
        {prescribers->items.constFirst().prescriber.id, DecisionKind::Link, blueTeam, u"Seen"_s, 0, u"k"_s}));
    QVERIFY2(linked, linked ? "" : qPrintable(linked.error().text));
    store::Database database(*store::DatabaseUrl::parse(u"sqlite:"_s + m_folder->filePath(u"renewals.db"_s)));
    QVERIFY((*database.connection())->run(u"UPDATE renewal SET care_team_probability = 0.72"_s));
    const QVector<Renewal> ready = queue(views::readyToRoute);
    QCOMPARE(ready.size(), 3);
    QCOMPARE(ready.constFirst().careTeamProbability, std::optional(0.72));
    // A person's link does not rest on how sure matching was.
    const auto byHand = get(m_renewals->renewal(ready.constFirst().id));
    QVERIFY(byHand && byHand->careTeam && !byHand->renewal.careTeamProbability);

    const auto routed = get(m_renewals->triage(request(TriageAction::Route, ready, u"k-1"_s)));
    QVERIFY2(routed, routed ? "" : qPrintable(routed.error().text));
    QCOMPARE(routed->changed.size(), 3);
    QCOMPARE(queue(views::routed).size(), 3);
    const auto detail = get(m_renewals->renewal(ready.constFirst().id));
    QVERIFY(detail && detail->routedTo);
    QCOMPARE(detail->routedTo->triageTeamId, blueTeam);
    QCOMPARE(detail->history.constFirst().action, u"triage.route"_s);

    const auto undone = get(m_renewals->undoTriage(routed->batch, u"k-2"_s));
    QVERIFY2(undone, undone ? "" : qPrintable(undone.error().text));
    QCOMPARE(undone->changed.size(), 3);
    QCOMPARE(queue(views::readyToRoute).size(), 3);
    QVERIFY(queue(views::routed).isEmpty());

    const QVector<Renewal> again = queue(views::readyToRoute);
    QVERIFY(get(m_renewals->triage(request(TriageAction::Assign, again, u"k-3"_s))));
    QCOMPARE(queue(views::assignedToMe).size(), 3);
    QVERIFY(get(m_renewals->triage(request(TriageAction::Deny, queue(views::assignedToMe), u"k-4"_s))));
    QCOMPARE(queue(views::denied).size(), 3);
    const auto counts = get(m_renewals->counts({}, {}));
    QVERIFY(counts);
    for (const ViewCount &count : *counts) {
        if (count.view == QLatin1StringView(views::denied))
            QCOMPARE(count.count, 3);
        if (count.view == QLatin1StringView(views::assignedToMe))
            QCOMPARE(count.count, 0);
    }
}

void TestTriageContract::whatIsRefusedComesWithAReason()
{
    QVector<Renewal> waiting = queue(views::needsRouting);
    QCOMPARE(waiting.size(), 4);
    waiting.first().version = 7;
    const auto outcome = get(m_renewals->triage(request(TriageAction::Route, waiting, u"k-1"_s)));
    QVERIFY(outcome);
    QVERIFY(outcome->changed.isEmpty() && outcome->batch.isEmpty());
    QCOMPARE(outcome->refused.size(), 4);
    QCOMPARE(outcome->refused.at(0).code, u"conflict"_s);
    QCOMPARE(outcome->refused.at(1).code, u"no_care_team"_s);
    QVERIFY(!outcome->refused.at(1).text.isEmpty());
    const auto nothing = get(m_renewals->undoTriage(u"4711"_s, u"k-2"_s));
    QVERIFY(!nothing);
    QCOMPARE(toString(nothing.error().code), toString(ErrorCode::NotFound));
}

void TestTriageContract::patientsAreShownByGroupAndRevealedForAReason()
{
    const QVector<Renewal> waiting = queue(views::needsRouting);
    const Renewal first = waiting.value(0);
    QCOMPARE(first.patientKey, maskedKey(u"P-1"_s));
    QVERIFY(!first.patientGroup.isEmpty());
    QVERIFY(first.groupDueAt.isValid());
    const auto silent = get(m_renewals->reveal(first.id, {}));
    QVERIFY(!silent);
    QCOMPARE(toString(silent.error().code), toString(ErrorCode::InvalidInput));
    const auto revealed = get(m_renewals->reveal(first.id, u"calling back"_s));
    QVERIFY2(revealed, revealed ? "" : qPrintable(revealed.error().text));
    QCOMPARE(revealed->patientKey, u"P-1"_s);
}

QTEST_GUILESS_MAIN(TestTriageContract)
#include "tst_triagecontract.moc"
