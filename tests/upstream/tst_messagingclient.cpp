// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/messagingclient.h"
#include "models/domain/outbox.h"
#include "tests/support/messagingserver.h"

#include <QTcpServer>
#include <QTest>
#include <QTimer>

using namespace renewal;
using namespace renewal::exchange;
using namespace renewal::testing;
using namespace renewal::upstream;
using namespace Qt::StringLiterals;
using End = MessagingManners::End;

namespace {
const QString key = u"3f09c2a17b5e4d0f9a8b7c6d5e4f3a2b"_s;
const QDateTime since(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC);

RenewalCall call()
{
    return {u"P-1"_s,           u"24654491"_s,
            TriageTeamId{7001}, u"Renewal Needed "_s + messageReference(key),
            u"please"_s,        key};
}

MessagingLimits shortLimits()
{
    return {std::chrono::milliseconds(400), std::chrono::milliseconds(50), 1024 * 1024};
}

/// No test waits for its end.
MessagingLimits longLimits()
{
    return {std::chrono::minutes(10), std::chrono::milliseconds(50), 1024 * 1024};
}
} // namespace

/// The calls over real sockets, to a Secure Messaging that behaves and to one that does not.
class TestMessagingClient : public QObject
{
    Q_OBJECT

private slots:
    void sends();
    void neverSendsTwice_data();
    void neverSendsTwice();
    void nobodyThere();
    void noConnectionIsUsedTwice();
    void nothingLeavesTooLate();
    void findsWhatWasSent();
    void searchThatFailsIsNoAnswer_data();
    void searchThatFailsIsNoAnswer();
    void wrongTokenIsTold();
    void interruptionIsShort();
    void endpointsAreChecked_data();
    void endpointsAreChecked();
};

void TestMessagingClient::sends()
{
    MessagingServer server;
    MessagingClient client({QUrl(server.url()), MessagingServer::token()});
    const SendAnswer answer = client.send(call(), {});
    QVERIFY(answer.result == SendResult::Sent);
    const auto kept = server.messages();
    QCOMPARE(kept.size(), 1);
    QCOMPARE(answer.messageId, kept.constFirst().id);
    QCOMPARE(kept.constFirst().patient, u"P-1"_s);
    QCOMPARE(kept.constFirst().prescriptionId, u"24654491"_s);
    QCOMPARE(kept.constFirst().recipient, 7001);
    QCOMPARE(kept.constFirst().body, u"please"_s);
    QCOMPARE(server.complaint(), QString());
}

void TestMessagingClient::neverSendsTwice_data()
{
    QTest::addColumn<int>("end");
    QTest::addColumn<int>("delay");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("kept");
    QTest::newRow("drops before") << int(End::DropBefore) << 0 << u"connection_lost"_s << 0;
    QTest::newRow("drops after") << int(End::DropAfter) << 0 << u"connection_lost"_s << 1;
    QTest::newRow("drops after a while") << int(End::DropAfter) << 60 << u"connection_lost"_s << 1;
    QTest::newRow("says nothing") << int(End::Silence) << 0 << u"timeout"_s << 1;
    QTest::newRow("half an answer") << int(End::AnswerHalf) << 0 << u"connection_lost"_s << 1;
    QTest::newRow("nonsense") << int(End::AnswerNonsense) << 0 << u"answer_unreadable"_s << 1;
    QTest::newRow("too much") << int(End::AnswerTooMuch) << 0 << u"answer_unreadable"_s << 1;
}

void TestMessagingClient::neverSendsTwice()
{
    QFETCH(int, end);
    QFETCH(int, delay);
    QFETCH(QString, code);
    QFETCH(int, kept);
    MessagingServer server;
    MessagingManners manners;
    manners.end = End(end);
    manners.delay = delay;
    server.setManners(manners);
    MessagingClient client({QUrl(server.url()), MessagingServer::token()},
                           manners.end == End::Silence ? shortLimits() : longLimits());
    const SendAnswer answer = client.send(call(), {});
    QCOMPARE(answer.code, code);
    QVERIFY(answer.result == SendResult::Unknown);
    QTRY_COMPARE_WITH_TIMEOUT(server.calls(), 1, 60'000);
    QCOMPARE(server.messages().size(), kept);
}

void TestMessagingClient::nobodyThere()
{
    QTcpServer probe;
    QVERIFY(probe.listen(QHostAddress::LocalHost));
    const QUrl url(u"http://127.0.0.1:%1/sm"_s.arg(probe.serverPort()));
    probe.close();
    MessagingClient client({url, "t"});
    const SendAnswer answer = client.send(call(), {});
    QCOMPARE(answer.code, u"unreachable"_s);
    QVERIFY(answer.result == SendResult::Stopped);
}

void TestMessagingClient::noConnectionIsUsedTwice()
{
    MessagingServer server;
    server.setManners({.end = End::AnswerAndStay});
    MessagingClient client({QUrl(server.url()), MessagingServer::token()});
    for (int calls = 1; calls <= 3; ++calls) {
        QVERIFY(client.send(call(), {}).result == SendResult::Sent);
        QCOMPARE(server.connections(), calls);
    }
}

void TestMessagingClient::nothingLeavesTooLate()
{
    MessagingServer server;
    MessagingClient client({QUrl(server.url()), MessagingServer::token()}, longLimits());
    int asked = 0;
    const SendAnswer answer = client.send(call(), [&] { return ++asked > 0; });
    QVERIFY(answer.result == SendResult::Unknown);
    QVERIFY(asked > 0);
    QCOMPARE(server.calls(), 0);
    QVERIFY(server.messages().isEmpty());
    QVERIFY(client.send(call(), [] { return false; }).result == SendResult::Sent);
}

void TestMessagingClient::findsWhatWasSent()
{
    MessagingServer server;
    server.setTime(since.addSecs(60));
    server.setManners({.end = End::DropAfter});
    MessagingClient client({QUrl(server.url()), MessagingServer::token()});
    const SearchAnswer before = client.findSent(u"P-1"_s, messageReference(key), since);
    QCOMPARE(before.code, QString());
    QVERIFY(before.messageIds.isEmpty());
    QVERIFY(client.send(call(), {}).result == SendResult::Unknown);
    server.setSearchManners([](const QString &) { return SearchManners{.listsTwice = true}; });
    const SearchAnswer after = client.findSent(u"P-1"_s, messageReference(key), since);
    QCOMPARE(after.messageIds, QStringList{server.messages().constFirst().id});
    for (const auto &[patient, from] : {std::pair(u"P-2"_s, since), std::pair(u"P-1"_s, since.addDays(1))}) {
        const SearchAnswer none = client.findSent(patient, messageReference(key), from);
        QVERIFY(none.messageIds.isEmpty());
        QCOMPARE(none.code, QString());
    }
    QCOMPARE(server.searches(), 4);
    QCOMPARE(server.complaint(), QString());
}

void TestMessagingClient::searchThatFailsIsNoAnswer_data()
{
    QTest::addColumn<SearchManners>("manners");
    QTest::addColumn<QString>("code");
    QTest::newRow("away") << SearchManners{.errorCode = 901, .status = 503} << u"SM901"_s;
    QTest::newRow("not that Veteran") << SearchManners{.errorCode = 106, .status = 403} << u"SM106"_s;
    QTest::newRow("not found, but what?") << SearchManners{.status = 404} << u"http_404"_s;
    QTest::newRow("too much") << SearchManners{.isTooMuch = true} << u"answer_unreadable"_s;
    QTest::newRow("one unreadable") << SearchManners{.hasUnreadable = true} << u"answer_unreadable"_s;
    QTest::newRow("a full page") << SearchManners{.isFull = true} << u"search_full"_s;
    QTest::newRow("nothing there") << SearchManners{.errorCode = 904, .status = 404} << QString();
}

void TestMessagingClient::searchThatFailsIsNoAnswer()
{
    QFETCH(SearchManners, manners);
    QFETCH(QString, code);
    MessagingServer server;
    server.setSearchManners([manners](const QString &) { return manners; });
    MessagingClient client({QUrl(server.url()), MessagingServer::token()});
    const SearchAnswer found = client.findSent(u"P-1"_s, messageReference(key), since);
    QCOMPARE(found.code, code);
    QVERIFY(found.messageIds.isEmpty());
}

void TestMessagingClient::wrongTokenIsTold()
{
    MessagingServer server;
    MessagingClient client({QUrl(server.url()), "another"});
    const SendAnswer answer = client.send(call(), {});
    QCOMPARE(answer.code, u"SM101"_s);
    QVERIFY(answer.result == SendResult::Stopped);
    QCOMPARE(client.findSent(u"P-1"_s, messageReference(key), since).code, u"SM101"_s);
}

void TestMessagingClient::interruptionIsShort()
{
    MessagingServer server;
    server.setManners({.end = End::Silence});
    MessagingClient client({QUrl(server.url()), MessagingServer::token()},
                           {std::chrono::hours(1), std::chrono::milliseconds(20), 1024});
    QTimer poll;
    connect(&poll, &QTimer::timeout, &client, [&] {
        if (!server.messages().isEmpty())
            client.interrupt();
    });
    poll.start(5);
    QVERIFY(client.send(call(), {}).result == SendResult::Unknown);
    QCOMPARE(server.messages().size(), 1);
}

void TestMessagingClient::endpointsAreChecked_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("isFine");
    QTest::newRow("https") << u"https://sm.example.gov/v1/sm/patient"_s << true;
    QTest::newRow("here") << u"http://127.0.0.1:9000/sm"_s << true;
    QTest::newRow("here by name") << u"http://localhost:9000"_s << true;
    QTest::newRow("here, IPv6") << u"http://[::1]:9000"_s << true;
    QTest::newRow("in the clear") << u"http://sm.example.gov/sm"_s << false;
    QTest::newRow("a file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("a name inside") << u"https://me:secret@sm.example.gov/"_s << false;
    QTest::newRow("a query") << u"https://sm.example.gov/?a=b"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestMessagingClient::endpointsAreChecked()
{
    QFETCH(QString, url);
    QFETCH(bool, isFine);
    QCOMPARE(checkEndpoint({QUrl(url, QUrl::StrictMode), "t"}).has_value(), isFine);
    QVERIFY(!checkEndpoint({QUrl(url, QUrl::StrictMode), {}}));
}

QTEST_GUILESS_MAIN(TestMessagingClient)
#include "tst_messagingclient.moc"
