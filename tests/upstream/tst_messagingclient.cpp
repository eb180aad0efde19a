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
    void findsWhatWasSent();
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
    const SendAnswer answer = client.send(call());
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
    MessagingClient client({QUrl(server.url()), MessagingServer::token()}, shortLimits());
    const SendAnswer answer = client.send(call());
    QCOMPARE(answer.code, code);
    QVERIFY(answer.result == SendResult::Unknown);
    QCOMPARE(server.calls(), 1);
    QCOMPARE(server.messages().size(), kept);
}

void TestMessagingClient::nobodyThere()
{
    QTcpServer probe;
    QVERIFY(probe.listen(QHostAddress::LocalHost));
    const QUrl url(u"http://127.0.0.1:%1/sm"_s.arg(probe.serverPort()));
    probe.close();
    MessagingClient client({url, "t"});
    const SendAnswer answer = client.send(call());
    QCOMPARE(answer.code, u"unreachable"_s);
    QVERIFY(answer.result == SendResult::Stopped);
}

void TestMessagingClient::noConnectionIsUsedTwice()
{
    MessagingServer server;
    server.setManners({.end = End::AnswerAndStay});
    MessagingClient client({QUrl(server.url()), MessagingServer::token()});
    for (int calls = 1; calls <= 3; ++calls) {
        QVERIFY(client.send(call()).result == SendResult::Sent);
        QCOMPARE(server.connections(), calls);
    }
}

void TestMessagingClient::findsWhatWasSent()
{
    MessagingServer server;
    server.setManners({.end = End::DropAfter});
    MessagingClient client({QUrl(server.url()), MessagingServer::token()});
    const QDateTime since = QDateTime::currentDateTimeUtc();
    const auto before = client.findSent(u"P-1"_s, messageReference(key), TriageTeamId{7001}, since);
    QVERIFY(before);
    QVERIFY(before->isEmpty());
    QVERIFY(client.send(call()).result == SendResult::Unknown);
    server.setListsTwice(true);
    const auto after = client.findSent(u"P-1"_s, messageReference(key), TriageTeamId{7001}, since);
    QVERIFY(after);
    QCOMPARE(*after, QStringList{server.messages().constFirst().id});
    QVERIFY(client.findSent(u"P-2"_s, messageReference(key), TriageTeamId{7001}, since)->isEmpty());
    QVERIFY(client.findSent(u"P-1"_s, messageReference(key), TriageTeamId{7002}, since)->isEmpty());
    QCOMPARE(server.searches(), 4);
}

void TestMessagingClient::searchThatFailsIsNoAnswer()
{
    MessagingServer server;
    server.setSearchIsAway(true);
    MessagingClient client({QUrl(server.url()), MessagingServer::token()});
    const auto found = client.findSent(u"P-1"_s, messageReference(key), TriageTeamId{7001}, {});
    QVERIFY(!found);
    QCOMPARE(toString(found.error().code), toString(ErrorCode::Unavailable));
    QVERIFY(!found.error().detail.contains(u"P-1"));
}

void TestMessagingClient::wrongTokenIsTold()
{
    MessagingServer server;
    MessagingClient client({QUrl(server.url()), "another"});
    const SendAnswer answer = client.send(call());
    QCOMPARE(answer.code, u"SM101"_s);
    QVERIFY(answer.result == SendResult::Stopped);
    QVERIFY(!client.findSent(u"P-1"_s, messageReference(key), TriageTeamId{7001}, {}));
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
    QVERIFY(client.send(call()).result == SendResult::Unknown);
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
