// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/auditrepository.h"
#include "app/store/careteamrepository.h"
#include "app/store/changerepository.h"
#include "app/store/connection.h"
#include "tests/operations/sendingtest.h"

using namespace renewal;
using namespace renewal::operations;
using namespace renewal::testing;
using namespace Qt::StringLiterals;
using End = MessagingManners::End;

/// Exactly once, however Secure Messaging behaves and wherever the sender dies.
class TestSender : public SendingTest
{
    Q_OBJECT

public:
    using SendingTest::SendingTest;

private slots:
    void sendsAndRecords();
    void exactlyOnce_data();
    void exactlyOnce();
    void whatIsRefusedWaitsForAPerson_data();
    void whatIsRefusedWaitsForAPerson();
    void looksAgainBeforeSending_data();
    void looksAgainBeforeSending();
    void givesUpAMessageThatIsNeverTaken();
    void anOutageCostsNoAttempts();
    void aDeadSenderIsFollowedUp_data();
    void aDeadSenderIsFollowedUp();
    void waitsForACallThatMayStillArrive();
    void nothingIsSentAgainWhileNobodyCanLook();
    void keepsToTheRate();
};

void TestSender::sendsAndRecords()
{
    begin({2, 3});
    const qint64 entries = auditEntries();
    Sender sender(options(), m_clock);
    QVERIFY(drain(sender));
    const auto messages = server().messages();
    QCOMPARE(messages.size(), 2);
    QCOMPARE(server().complaint(), QString());
    for (const qint64 id : {2, 3}) {
        const OutboxEntry entry = newest(id);
        QCOMPARE(toString(entry.state), u"sent"_s);
        QCOMPARE(entry.attempts, 1);
        QVERIFY(entry.settledAt.isValid());
        const auto &kept = messages.at(id - 2);
        QCOMPARE(entry.messageId, kept.id);
        QCOMPARE(kept.prescriptionId, entry.prescriptionId);
        QCOMPARE(kept.patient, renewal(id).patientKey);
        QCOMPARE(kept.recipient, openTeam.value);
        QCOMPARE(toString(renewal(id).state), u"routed"_s);
        QCOMPARE(renewal(id).stateReason, u"Sent to Team 7001"_s);
    }
    QCOMPARE(auditEntries(), entries + 2);
    const auto audit = store::AuditRepository(connection()).about(u"renewal/2"_s);
    VERIFY_OK(audit);
    QCOMPARE(audit->constFirst().action, u"renewal.sent"_s);
    QCOMPARE(audit->constFirst().actor, u"sending"_s);
    QVERIFY(!audit->constFirst().after.contains(renewal(2).patientKey));
    QCOMPARE(outbox().counts(m_clock.now())->sentLastDay, 2);
}

void TestSender::exactlyOnce_data()
{
    QTest::addColumn<int>("end");
    QTest::addColumn<int>("errorCode");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("times"); // the first calls that go so; the others are answered
    const auto row = [](const char *name, End end, int errorCode, int status, int times) {
        QTest::newRow(name) << int(end) << errorCode << status << times;
    };
    row("a good day", End::Answer, 0, 0, 0);
    row("drops before", End::DropBefore, 0, 0, 3);
    row("drops after", End::DropAfter, 0, 0, 1000);
    row("silent once", End::Silence, 0, 0, 1);
    row("half answers", End::AnswerHalf, 0, 0, 1000);
    row("nonsense", End::AnswerNonsense, 0, 0, 1000);
    row("too much", End::AnswerTooMuch, 0, 0, 1000);
    row("500", End::Answer, 0, 500, 3);
    row("502 of a gateway", End::Answer, 0, 502, 3);
    row("503 of nobody knows whom", End::Answer, 0, 503, 3);
    row("out of service", End::Answer, 901, 503, 30);
    row("unknown fault", End::Answer, 99, 502, 3);
    row("slower, please", End::Answer, 0, 429, 3);
    row("token refused", End::Answer, 101, 401, 10);
}

void TestSender::exactlyOnce()
{
    QFETCH(int, end);
    QFETCH(int, errorCode);
    QFETCH(int, status);
    QFETCH(int, times);
    begin({2, 3, 4});
    MessagingManners bad;
    bad.end = End(end);
    bad.errorCode = errorCode;
    bad.status = status;
    server().setManners([bad, times](int call) { return call < times ? bad : MessagingManners{}; });
    if (bad.end == End::Silence) {
        Sender gives(impatient(), m_clock);
        VERIFY_OK(gives.step(connection()));
        // The clock may only leap once the message has arrived.
        QTRY_COMPARE_WITH_TIMEOUT(server().messages().size(), 1, 60'000);
    }
    Sender sender(options(), m_clock);
    QVERIFY(drain(sender));
    QCOMPARE(server().messages().size(), 3);
    for (const qint64 id : {2, 3, 4}) {
        QCOMPARE(stateOf(id), u"sent"_s);
        int found = 0;
        for (const KeptMessage &kept : server().messages())
            found += kept.id == newest(id).messageId && kept.prescriptionId == newest(id).prescriptionId;
        QCOMPARE(found, 1);
    }
}

void TestSender::whatIsRefusedWaitsForAPerson_data()
{
    QTest::addColumn<int>("errorCode");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    for (const int code :
         {100, 105, 106, 111, 112, 115, 119, 122, 128, 129, 130, 131, 134, 135, 151, 172, 904})
        QTest::newRow(qPrintable(u"SM%1"_s.arg(code))) << code << 400 << u"SM%1"_s.arg(code);
    QTest::newRow("RX138") << 138 << 404 << u"RX138"_s;
    QTest::newRow("422") << 0 << 422 << u"http_422"_s;
}

void TestSender::whatIsRefusedWaitsForAPerson()
{
    QFETCH(int, errorCode);
    QFETCH(int, status);
    QFETCH(QString, code);
    begin({2});
    server().setManners({.errorCode = errorCode, .status = status});
    Sender sender(options(), m_clock);
    QVERIFY(drain(sender));
    QCOMPARE(stateOf(2), u"dead_letter"_s);
    QCOMPARE(newest(2).code, code);
    QCOMPARE(server().calls(), 1);
    QCOMPARE(renewal(2).stateReason, u"Could not be sent to Team 7001"_s);
    const auto audit = store::AuditRepository(connection()).about(u"renewal/2"_s);
    VERIFY_OK(audit);
    QCOMPARE(audit->constFirst().action, u"renewal.not_sent"_s);
}

void TestSender::looksAgainBeforeSending_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("code");
    QTest::newRow("blocked") << u"UPDATE care_team SET blocked = 1 WHERE triage_team_id = 7001"_s
                             << u"team_closed"_s;
    QTest::newRow("moves") << u"UPDATE care_team SET migrating_to_oh = 1 WHERE triage_team_id = 7001"_s
                           << u"team_closed"_s;
    QTest::newRow("gone") << u"DELETE FROM care_team WHERE triage_team_id = 7001"_s << u"team_unknown"_s;
    QTest::newRow("another's patient")
        << u"INSERT INTO patient_team (parent_station, patient_key, triage_team_id) "
           "VALUES ('552', 'P-2', 7002)"_s
        << u"not_associated"_s;
    QTest::newRow("still the patient's")
        << u"INSERT INTO patient_team (parent_station, patient_key, triage_team_id) "
           "VALUES ('552', 'P-2', 7002), ('552', 'P-2', 7001)"_s
        << QString();
    QTest::newRow("station went to Oracle Health")
        << u"INSERT INTO cut_over (parent_station, day, ends_at, entered_by, entered_at) "
           "VALUES ('552', '2026-03-01', 1, 'admin', 0)"_s
        << u"team_closed"_s;
    QTest::newRow("nobody's") << u"UPDATE renewal SET patient_key = '' WHERE id = 2"_s << u"no_patient"_s;
}

void TestSender::looksAgainBeforeSending()
{
    QFETCH(QString, change);
    QFETCH(QString, code);
    begin({2});
    VERIFY_OK(connection().run(change));
    Sender sender(options(), m_clock);
    QVERIFY(drain(sender));
    QCOMPARE(stateOf(2), code.isEmpty() ? u"sent"_s : u"dead_letter"_s);
    QCOMPARE(newest(2).code, code);
    QCOMPARE(server().calls(), code.isEmpty() ? 1 : 0);
}

void TestSender::givesUpAMessageThatIsNeverTaken()
{
    begin({2});
    server().setManners({.status = 429});
    Sender sender(options(), m_clock);
    const QDateTime begin = m_clock.now();
    QVERIFY(drain(sender));
    QCOMPARE(stateOf(2), u"dead_letter"_s);
    QCOMPARE(newest(2).code, u"too_many_attempts"_s);
    QCOMPARE(server().calls(), options().attempts);
    // 15 s and more, doubled six times: the pauses grow.
    QVERIFY(begin.secsTo(m_clock.now()) > 15 * 127);
}

void TestSender::anOutageCostsNoAttempts()
{
    begin({2, 3});
    server().setManners([](int call) {
        return call < 40 ? MessagingManners{.errorCode = 902, .status = 503} : MessagingManners{};
    });
    Sender sender(options(), m_clock);
    VERIFY_OK(sender.step(connection()));
    QCOMPARE(sender.pausedBy(), u"SM902"_s);
    QCOMPARE(stateOf(2), u"failed"_s);
    // The other one need not find out by itself.
    const auto rests = sender.step(connection());
    VERIFY_OK(rests);
    QVERIFY(rests->isIdle && rests->next > m_clock.now());
    QCOMPARE(server().calls(), 1);
    QVERIFY(drain(sender));
    QCOMPARE(server().messages().size(), 2);
    QCOMPARE(newest(2).attempts, 1);
    QCOMPARE(sender.pausedBy(), QString());
}

void TestSender::aDeadSenderIsFollowedUp_data()
{
    QTest::addColumn<bool>("hadSent");
    QTest::newRow("before the call") << false;
    QTest::newRow("after the call") << true;
}

void TestSender::aDeadSenderIsFollowedUp()
{
    QFETCH(bool, hadSent);
    begin({2});
    const OutboxEntry mine = sendrules::taken(newest(2), m_clock.now(), options());
    QVERIFY(*outbox().change(mine));
    if (hadSent) {
        upstream::MessagingClient dying({QUrl(server().url()), MessagingServer::token()});
        dying.send(exchange::renewalCall(renewal(2), {}, openTeam, mine.sendKey), {});
    }
    Sender sender(options(), m_clock);
    const auto first = sender.step(connection());
    VERIFY_OK(first);
    QVERIFY(first->isIdle); // the lease is not over: it may live
    QCOMPARE(first->next, mine.dueAt);
    m_clock.set(mine.dueAt);
    VERIFY_OK(sender.step(connection()));
    QCOMPARE(stateOf(2), u"unconfirmed"_s);
    QCOMPARE(renewal(2).stateReason, u"Perhaps sent to Team 7001, not confirmed yet"_s);
    QVERIFY(drain(sender));
    QCOMPARE(stateOf(2), u"sent"_s);
    QCOMPARE(server().messages().size(), 1);
    QCOMPARE(newest(2).messageId, server().messages().constFirst().id);
    QCOMPARE(newest(2).attempts, hadSent ? 1 : 2);
}

void TestSender::waitsForACallThatMayStillArrive()
{
    begin({2});
    server().setManners({.isHeld = true});
    Sender gives(impatient(), m_clock);
    VERIFY_OK(gives.step(connection()));
    QCOMPARE(stateOf(2), u"unconfirmed"_s);
    QCOMPARE(newest(2).code, u"timeout"_s);
    QTRY_COMPARE_WITH_TIMEOUT(server().calls(), 1, 60'000);
    QVERIFY(server().messages().isEmpty());
    Sender sender(options(), m_clock);
    const QDateTime settled =
        newest(2).attemptedAt.addMSecs((options().timeout + options().settling).count());
    m_clock.set(settled.addSecs(-1));
    VERIFY_OK(sender.step(connection()));
    QCOMPARE(server().searches(), 1);
    QCOMPARE(stateOf(2), u"unconfirmed"_s); // not there yet, but it may come
    server().release();
    QCOMPARE(server().messages().size(), 1);
    QVERIFY(drain(sender));
    QCOMPARE(stateOf(2), u"sent"_s);
    QCOMPARE(server().calls(), 1);
}

void TestSender::nothingIsSentAgainWhileNobodyCanLook()
{
    begin({2});
    server().setManners({.end = End::DropAfter});
    server().setSearchIsAway(true);
    Sender sender(options(), m_clock);
    QVERIFY(!drain(sender, 60));
    QCOMPARE(server().calls(), 1);
    QCOMPARE(stateOf(2), u"unconfirmed"_s);
    QVERIFY(server().searches() > 5);
    server().setSearchIsAway(false);
    QVERIFY(drain(sender));
    QCOMPARE(stateOf(2), u"sent"_s);
    QCOMPARE(server().messages().size(), 1);
}

void TestSender::keepsToTheRate()
{
    begin({2, 3});
    SendingOptions slow = options();
    slow.messagesPerSecond = 0.5;
    slow.lines = 1;
    Sender sender(slow, m_clock);
    VERIFY_OK(sender.step(connection()));
    const auto second = sender.step(connection());
    VERIFY_OK(second);
    QVERIFY(second->isIdle);
    QCOMPARE(second->next, m_clock.now().addSecs(2));
    QCOMPARE(server().calls(), 1);
    QVERIFY(drain(sender));
    QCOMPARE(server().messages().size(), 2);
}

RENEWAL_STORE_TEST_MAIN(TestSender)
#include "tst_sender.moc"
