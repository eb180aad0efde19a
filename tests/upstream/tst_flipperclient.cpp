// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/flipperclient.h"
#include "tests/support/flipperserver.h"

#include <QTcpServer>
#include <QTest>

using namespace renewal;
using namespace renewal::exchange;
using namespace renewal::testing;
using namespace renewal::upstream;
using namespace Qt::StringLiterals;

namespace {
const QString feature = u"mhv_secure_messaging_medications_renewal_request"_s;

FlipperGates atPercentage(double percentage, const QStringList &actors = {})
{
    FlipperGates gates;
    gates.key = feature;
    gates.percentageOfActors = percentage;
    gates.actors = actors;
    return gates;
}
} // namespace

/// Real calls to the real Flipper, which behaves or does not.
class TestFlipperClient : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void everyStageIsReadBack();
    void offClosesAllAndCanBePutBack();
    void groupsArePutBackToo();
    void fromOnForAllToAStage();
    void anUnknownFeatureIsNotMade();
    void theTokenIsNeeded();
    void misbehaviour_data();
    void misbehaviour();
    void nobodyThere();
    void interruptionIsShort();
    void endpointsAreChecked_data();
    void endpointsAreChecked();

private:
    FlipperEndpoint endpoint() const { return {m_server->url(), FlipperServer::token}; }

    std::unique_ptr<FlipperServer> m_server;
};

void TestFlipperClient::init()
{
    m_server = std::make_unique<FlipperServer>(QStringList{feature});
    QVERIFY2(m_server->problem().isEmpty(), qPrintable(m_server->problem()));
}

void TestFlipperClient::everyStageIsReadBack()
{
    FlipperClient client(endpoint());
    for (const double percentage : {5.0, 25.0, 50.0, 75.0, 100.0, 12.345, 0.0}) {
        const FlipperOutcome outcome = client.bring(atPercentage(percentage));
        QCOMPARE(toString(outcome.state), u"done"_s);
        const auto read = client.read(feature);
        QVERIFY(read);
        QCOMPARE(read->percentageOfActors.value_or(0), percentage);
        // 100 % of actors is not "on": somebody without an account is still out.
        QCOMPARE(read->state, percentage > 0 ? u"conditional"_s : u"off"_s);
    }
}

void TestFlipperClient::offClosesAllAndCanBePutBack()
{
    FlipperClient client(endpoint());
    const FlipperGates full = atPercentage(25, {u"pilot1@example.com"_s, u"pilot2@example.com"_s});
    QCOMPARE(toString(client.bring(full).state), u"done"_s);
    const FlipperOutcome off = client.bring(closedGates(full));
    QCOMPARE(toString(off.state), u"done"_s);
    QCOMPARE(off.present.state, u"off"_s);
    QVERIFY(off.present.isOff());
    QCOMPARE(off.before.actors, full.actors); // the way back
    const FlipperOutcome back = client.bring(off.before);
    QCOMPARE(toString(back.state), u"done"_s);
    QVERIFY(isSameGates(back.present, full));
}

void TestFlipperClient::groupsArePutBackToo()
{
    FlipperClient client(endpoint());
    FlipperGates wanted = atPercentage(5);
    wanted.groups = {u"pilots"_s};
    // The program that has the group may be another than the one that answers.
    QCOMPARE(toString(client.bring(wanted).state), u"done"_s);
    QCOMPARE(client.read(feature)->groups, QStringList{u"pilots"_s});
    QCOMPARE(toString(client.bring(atPercentage(5)).state), u"done"_s);
    QVERIFY(client.read(feature)->groups.isEmpty());
}

void TestFlipperClient::fromOnForAllToAStage()
{
    FlipperClient client(endpoint());
    FlipperGates all = closedGates(atPercentage(0));
    all.boolean = true;
    QCOMPARE(client.bring(all).present.state, u"on"_s);
    const FlipperOutcome down = client.bring(gatesAtPercentage(all, 50));
    QCOMPARE(toString(down.state), u"done"_s);
    QVERIFY(!down.present.boolean);
    QCOMPARE(down.present.percentageOfActors.value_or(0), 50.0);
}

void TestFlipperClient::anUnknownFeatureIsNotMade()
{
    FlipperClient client(endpoint());
    FlipperGates other = atPercentage(5);
    other.key = u"renewal_requst"_s;
    const FlipperOutcome outcome = client.bring(other);
    QCOMPARE(toString(outcome.state), u"refused"_s);
    QCOMPARE(toString(outcome.error.code), u"not_found"_s);
    const auto read = client.read(other.key);
    QVERIFY(!read);
    QCOMPARE(toString(read.error().code), u"not_found"_s);
}

void TestFlipperClient::theTokenIsNeeded()
{
    FlipperClient client({m_server->url(), "wrong"});
    const FlipperOutcome outcome = client.bring(atPercentage(5));
    QCOMPARE(toString(outcome.state), u"refused"_s);
    QCOMPARE(toString(outcome.error.code), u"unauthorized"_s);
}

void TestFlipperClient::misbehaviour_data()
{
    QTest::addColumn<QByteArray>("manner");
    QTest::addColumn<QString>("state");
    QTest::addColumn<double>("present"); ///< the percentage that is told; -1: none
    QTest::newRow("dies before it writes") << QByteArray("die_before") << u"unknown"_s << -1.0;
    QTest::newRow("dies after it wrote") << QByteArray("die_after") << u"unknown"_s << -1.0;
    QTest::newRow("half an answer") << QByteArray("half") << u"done"_s << 25.0;
    QTest::newRow("a page instead") << QByteArray("nonsense") << u"done"_s << 25.0;
    QTest::newRow("no answer in time") << QByteArray("slow") << u"done"_s << 25.0;
    QTest::newRow("says yes and does nothing") << QByteArray("ignore") << u"refused"_s << 5.0;
    QTest::newRow("503") << QByteArray("status 503") << u"refused"_s << 5.0;
    QTest::newRow("422 without a code") << QByteArray("status 422") << u"refused"_s << 5.0;
    QTest::newRow("somebody else moves it") << QByteArray("move 75") << u"partly"_s << 75.0;
}

/// Whatever an answer says, what is read back counts.
void TestFlipperClient::misbehaviour()
{
    QFETCH(QByteArray, manner);
    QFETCH(QString, state);
    QFETCH(double, present);
    FlipperClient usual(endpoint());
    QCOMPARE(toString(usual.bring(atPercentage(5)).state), u"done"_s);
    QVERIFY(m_server->behave(manner));
    FlipperClient client(endpoint(), manner == "slow"
                                         ? FlipperLimits{std::chrono::milliseconds(5'000), 1024 * 1024}
                                         : FlipperLimits{std::chrono::minutes(1), 1024 * 1024});
    const FlipperOutcome outcome = client.bring(atPercentage(25));
    QCOMPARE(toString(outcome.state), state);
    QCOMPARE(outcome.before.percentageOfActors.value_or(0), 5.0);
    QCOMPARE(outcome.present.key.isEmpty(), present < 0);
    if (present >= 0)
        QCOMPARE(outcome.present.percentageOfActors.value_or(0), present);
    QCOMPARE(outcome.error.text.isEmpty(), state == "done"_L1);
}

void TestFlipperClient::nobodyThere()
{
    FlipperClient client(endpoint());
    m_server->kill();
    const FlipperOutcome outcome = client.bring(atPercentage(5));
    QCOMPARE(toString(outcome.state), u"refused"_s); // nothing was sent
    QCOMPARE(toString(outcome.error.code), u"unavailable"_s);
    QVERIFY(outcome.before.key.isEmpty());
}

void TestFlipperClient::interruptionIsShort()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    FlipperClient client({QUrl(u"http://127.0.0.1:%1"_s.arg(silent.serverPort())), {}},
                         {std::chrono::minutes(10), 1024 * 1024});
    connect(&silent, &QTcpServer::newConnection, &client, &FlipperClient::interrupt);
    const FlipperOutcome outcome = client.bring(atPercentage(5));
    QCOMPARE(toString(outcome.state), u"refused"_s);
    QCOMPARE(toString(outcome.error.code), u"cancelled"_s);
}

void TestFlipperClient::endpointsAreChecked_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("isFine");
    QTest::newRow("https") << u"https://flipper.example.gov/api"_s << true;
    QTest::newRow("this computer") << u"http://127.0.0.1:8080"_s << true;
    QTest::newRow("plain") << u"http://flipper.example.gov"_s << false;
    QTest::newRow("a password in it") << u"https://a:b@flipper.example.gov"_s << false;
    QTest::newRow("a query in it") << u"https://flipper.example.gov?x=1"_s << false;
    QTest::newRow("none") << QString() << false;
}

void TestFlipperClient::endpointsAreChecked()
{
    QFETCH(QString, url);
    QFETCH(bool, isFine);
    QCOMPARE(checkEndpoint(FlipperEndpoint{QUrl(url), {}}).has_value(), isFine);
}

QTEST_GUILESS_MAIN(TestFlipperClient)
#include "tst_flipperclient.moc"
