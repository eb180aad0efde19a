// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/systemclock.h"
#include "app/store/auditrepository.h"
#include "app/store/connection.h"
#include "tests/operations/sendingtest.h"

#include <QThread>

#include <array>
#include <barrier>

using namespace renewal;
using namespace renewal::operations;
using namespace renewal::testing;
using namespace Qt::StringLiterals;
using Time = std::chrono::milliseconds;

namespace {
/// A clock that can be set without time going by.
class SetClock final : public Clock
{
public:
    explicit SetClock(const QDateTime &now)
        : m_now(now)
    {
    }
    QDateTime now() const override { return m_now; }
    Time steady() const override { return m_steady; }
    void set(const QDateTime &now) { m_now = now; }
    void goOn(qint64 seconds)
    {
        m_now = m_now.addSecs(seconds);
        m_steady += std::chrono::seconds(seconds);
    }

private:
    QDateTime m_now;
    Time m_steady{1'000'000};
};
} // namespace

/// Clocks differ and leap, and senders are slow: nothing is sent twice for it.
class TestSendingClocks : public SendingTest
{
    Q_OBJECT

public:
    using SendingTest::SendingTest;

private slots:
    void aFastClockDoesNotSendTwice();
    void aLeapIsNoTimeThatWentBy();
    void whoDiffersFromTheDatabaseWaits();
    void aClockThatIsSetBackHoldsNothingUp();
    void lateAnswersCount_data();
    void lateAnswersCount();
    void aSecondMessageIsTold();
    void aLateRefusalSparesTheWait();
    void linesDoNotSendTwice();
    void nobodySendsPastTheLease();

private:
    SendingOptions strict() const;
    QString lastReason();
};

/// As in earnest: clocks may differ a few seconds.
SendingOptions TestSendingClocks::strict() const
{
    SendingOptions strict = options();
    strict.clockTolerance = std::chrono::seconds(5);
    return strict;
}

QString TestSendingClocks::lastReason()
{
    const auto audit = store::AuditRepository(connection()).about(u"renewal/2"_s);
    return audit && !audit->isEmpty() ? audit->constFirst().note : QString();
}

void TestSendingClocks::aFastClockDoesNotSendTwice()
{
    begin({2});
    const OutboxEntry theirs = sendrules::taken(newest(2), m_clock.now(), options());
    QVERIFY(*outbox().change(theirs));
    FixedClock fast(m_clock.now().addSecs(20 * 60)); // they are in the middle of their call
    Sender sender(options(), fast);
    for (int i = 0; i < 6; ++i)
        VERIFY_OK(sender.step(connection()));
    QCOMPARE(stateOf(2), u"unconfirmed"_s);
    QVERIFY(server().searches() > 0);
    QCOMPARE(server().calls(), 0);
    upstream::MessagingClient slow({QUrl(server().url()), MessagingServer::token()});
    slow.send(exchange::renewalCall(renewal(2), {}, openTeam, theirs.sendKey), {});
    fast.set(fast.now().addSecs(3600));
    VERIFY_OK(sender.step(connection()));
    QCOMPARE(stateOf(2), u"sent"_s);
    QCOMPARE(server().messages().size(), 1);
}

void TestSendingClocks::aLeapIsNoTimeThatWentBy()
{
    if (!isSqlite())
        return; // there it is stopped by the database's clock
    begin({2});
    server().setManners({.isHeld = true});
    SendingOptions hasty = strict();
    hasty.timeout = Time(200);
    SetClock clock(m_clock.now());
    Sender gives(hasty, clock);
    VERIFY_OK(gives.step(connection()));
    QCOMPARE(stateOf(2), u"unconfirmed"_s);
    QTRY_COMPARE_WITH_TIMEOUT(server().calls(), 1, 60'000);
    Sender sender(strict(), clock);
    VERIFY_OK(sender.step(connection()));
    clock.set(clock.now().addSecs(20 * 60));
    VERIFY_OK(sender.step(connection()));
    QCOMPARE(server().searches(), 1);
    QCOMPARE(stateOf(2), u"unconfirmed"_s); // not for a second was it waited for
    server().release();
    for (int i = 0; i < 200 && stateOf(2) != u"sent"; ++i) {
        VERIFY_OK(sender.step(connection()));
        clock.goOn(10);
    }
    QCOMPARE(stateOf(2), u"sent"_s);
    QCOMPARE(server().messages().size(), 1);
}

void TestSendingClocks::whoDiffersFromTheDatabaseWaits()
{
    begin({2});
    Sender differs(strict(), m_clock);
    const auto step = differs.step(connection());
    VERIFY_OK(step);
    // A file has no clock of its own.
    QCOMPARE(server().calls(), isSqlite() ? 1 : 0);
    QCOMPARE(differs.pausedBy(), isSqlite() ? QString() : u"clock_differs"_s);
    QCOMPARE(stateOf(2), isSqlite() ? u"sent"_s : u"queued"_s);
    if (isSqlite())
        return;
    QVERIFY(step->isIdle);
    QVERIFY(step->next > m_clock.now());
    const SystemClock right;
    SendingOptions relaxed = strict();
    relaxed.clockTolerance = std::chrono::minutes(10); // a slow machine's test is no clock
    Sender sender(relaxed, right);
    VERIFY_OK(sender.step(connection()));
    QCOMPARE(sender.pausedBy(), QString());
    QCOMPARE(stateOf(2), u"sent"_s);
}

void TestSendingClocks::aClockThatIsSetBackHoldsNothingUp()
{
    begin({2, 3});
    SendingOptions slow = options();
    slow.messagesPerSecond = 0.5;
    slow.lines = 1;
    SetClock clock(m_clock.now());
    Sender sender(slow, clock);
    VERIFY_OK(sender.step(connection()));
    clock.set(clock.now().addDays(-3));
    const auto idle = sender.step(connection());
    VERIFY_OK(idle);
    QCOMPARE(idle->next, clock.now().addSecs(2)); // the rate goes on by what went by
    clock.goOn(2);
    VERIFY_OK(sender.step(connection()));
    QCOMPARE(server().messages().size(), 2);
}

void TestSendingClocks::lateAnswersCount_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("told");
    for (const auto &state : {u"unconfirmed"_s, u"sending"_s, u"failed"_s, u"queued"_s, u"dead_letter"_s})
        QTest::newRow(qPrintable(state)) << state << u"Sent to Team 7001."_s;
    QTest::newRow("cancelled") << u"cancelled"_s << u"It had been taken back"_s;
}

void TestSendingClocks::lateAnswersCount()
{
    QFETCH(QString, state);
    QFETCH(QString, told);
    begin({2});
    server().setManners([this, state](int) {
        meanwhile(
            u"UPDATE outbox SET state = '%1', version = version + 3, attempts = attempts + 1"_s.arg(state));
        return MessagingManners{};
    });
    Sender sender(options(), m_clock);
    VERIFY_OK(sender.step(connection()));
    QCOMPARE(server().messages().size(), 1);
    QCOMPARE(stateOf(2), u"sent"_s);
    QCOMPARE(newest(2).messageId, server().messages().constFirst().id);
    QVERIFY2(lastReason().contains(told), qPrintable(lastReason()));
}

void TestSendingClocks::aSecondMessageIsTold()
{
    begin({2});
    server().setManners([this](int) {
        meanwhile(u"UPDATE outbox SET state = 'sent', message_id = '17', version = version + 3"_s);
        return MessagingManners{};
    });
    Sender sender(options(), m_clock);
    VERIFY_OK(sender.step(connection()));
    QCOMPARE(newest(2).messageId, u"17"_s);
    QVERIFY2(lastReason().contains(u"sent twice"), qPrintable(lastReason()));
}

void TestSendingClocks::aLateRefusalSparesTheWait()
{
    begin({2});
    server().setManners([this](int) {
        meanwhile(u"UPDATE outbox SET state = 'unconfirmed', code = 'died', version = version + 1"_s);
        return MessagingManners{.errorCode = 119};
    });
    Sender sender(options(), m_clock);
    VERIFY_OK(sender.step(connection()));
    QCOMPARE(stateOf(2), u"dead_letter"_s);
    QCOMPARE(newest(2).code, u"SM119"_s);
}

namespace {
/// Two threads wait for each other each time they ask what went by, up to when one is about to take a row.
class MeetingClock final : public Clock
{
public:
    explicit MeetingClock(const QDateTime &now)
        : m_now(now)
    {
    }
    QDateTime now() const override { return m_now; }
    std::chrono::milliseconds steady() const override
    {
        thread_local int asked = 0;
        if (asked++ < asksUntilTaken)
            m_meeting.arrive_and_wait();
        return Clock::steady();
    }

private:
    static constexpr int asksUntilTaken = 4;

    const QDateTime m_now;
    mutable std::barrier<> m_meeting{2};
};
} // namespace

void TestSendingClocks::linesDoNotSendTwice()
{
    begin({2, 3, 4});
    SendingOptions fast = options();
    fast.messagesPerSecond = 0;
    const MeetingClock clock(m_clock.now());
    const auto work = [&] {
        // Both begin at the same place, so that they want the same row.
        Sender sender(fast, clock);
        for (int i = 0; i < 12; ++i) {
            const auto mine = testDatabase().database().connection();
            if (!mine || !sender.step(**mine))
                continue; // another writer was faster: once more
        }
        testDatabase().database().closeThisThread();
    };
    std::array<std::unique_ptr<QThread>, 2> lines;
    for (auto &line : lines)
        line.reset(QThread::create(work));
    for (const auto &line : lines)
        line->start();
    for (const auto &line : lines)
        QVERIFY(line->wait(120'000));
    QCOMPARE(server().messages().size(), 3);
    QCOMPARE(server().calls(), 3);
    QCOMPARE(outbox().counts(m_clock.now())->sentLastDay, 3);
}

namespace {
/// Goes on by itself, as while a computer sleeps.
class SleepyClock final : public Clock
{
public:
    explicit SleepyClock(const QDateTime &begin)
        : m_now(begin)
    {
    }
    QDateTime now() const override
    {
        m_now = m_now.addSecs(60);
        return m_now;
    }

private:
    mutable QDateTime m_now;
};
} // namespace

void TestSendingClocks::nobodySendsPastTheLease()
{
    begin({2});
    const SleepyClock clock(m_clock.now());
    Sender sender(options(), clock); // its lease is some 30 s long
    VERIFY_OK(sender.step(connection()));
    QCOMPARE(server().calls(), 0);
    QCOMPARE(stateOf(2), u"sending"_s);
}

RENEWAL_STORE_TEST_MAIN(TestSendingClocks)
#include "tst_sendingclocks.moc"
