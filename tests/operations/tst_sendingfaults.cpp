// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/auditrepository.h"
#include "app/store/connection.h"
#include "tests/operations/sendingtest.h"

#include <QRegularExpression>

using namespace renewal;
using namespace renewal::operations;
using namespace renewal::testing;
using namespace Qt::StringLiterals;
using End = MessagingManners::End;

/// What goes wrong for one Veteran holds nobody else up, and what is not there is sent once more, not for
/// ever.
class TestSendingFaults : public SendingTest
{
    Q_OBJECT

public:
    using SendingTest::SendingTest;

private slots:
    void aLookThatFailsHoldsNobodyUp_data();
    void aLookThatFailsHoldsNobodyUp();
    void aVeteranWhoIsNotLetInHoldsNobodyUp_data();
    void aVeteranWhoIsNotLetInHoldsNobodyUp();
    void aRefusedTokenIsNoMessagesFault();
    void whatIsNotThereIsSentOnceMore();
    void itIsFoundWhateverItsTeam();
    void itIsFoundJustAfterMidnight();
    void whatIsThereTwiceIsTold();
    void theAnswerSurvivesTheDatabase_data();
    void theAnswerSurvivesTheDatabase();
    void aRowThatIsGoneHoldsNobodyUp();

private:
    /// Renewals that are queued while the sender has trouble, sent within two minutes.
    void othersGetThrough(Sender &sender);
    bool stepsUntil(Sender &sender, const QDateTime &end);
};

bool TestSendingFaults::stepsUntil(Sender &sender, const QDateTime &end)
{
    while (m_clock.now() < end) {
        const auto step = sender.step(connection());
        if (!step)
            return false;
        if (step->isIdle)
            m_clock.set(step->next.isValid() ? std::clamp(step->next, m_clock.now().addMSecs(1), end) : end);
    }
    return true;
}

void TestSendingFaults::othersGetThrough(Sender &sender)
{
    VERIFY_OK(act(TriageAction::Route, {3, 4}));
    QVERIFY(stepsUntil(sender, m_clock.now().addSecs(120)));
    QCOMPARE(stateOf(3), u"sent"_s);
    QCOMPARE(stateOf(4), u"sent"_s);
}

void TestSendingFaults::aLookThatFailsHoldsNobodyUp_data()
{
    QTest::addColumn<SearchManners>("manners");
    QTest::addColumn<QString>("told");
    QTest::newRow("SM105") << SearchManners{.errorCode = 105} << u"SM105"_s;
    QTest::newRow("SM106") << SearchManners{.errorCode = 106, .status = 403} << u"SM106"_s;
    QTest::newRow("SM135") << SearchManners{.errorCode = 135, .status = 403} << u"SM135"_s;
    QTest::newRow("403") << SearchManners{.status = 403} << u"http_403"_s;
    QTest::newRow("500") << SearchManners{.status = 500} << QString();
    QTest::newRow("one unreadable") << SearchManners{.hasUnreadable = true} << u"answer_unreadable"_s;
    QTest::newRow("too much") << SearchManners{.isTooMuch = true} << u"answer_unreadable"_s;
    QTest::newRow("a full page") << SearchManners{.isFull = true} << u"search_full"_s;
}

void TestSendingFaults::aLookThatFailsHoldsNobodyUp()
{
    QFETCH(SearchManners, manners);
    QFETCH(QString, told);
    begin({2});
    server().setMannersFor(u"P-2"_s, {.end = End::DropBefore});
    server().setSearchManners(
        [manners](const QString &patient) { return patient == u"P-2" ? manners : SearchManners{}; });
    Sender sender(options(), m_clock);
    QVERIFY(stepsUntil(sender, m_clock.now().addSecs(4 * 3600))); // ever more seldom, all alone
    const int looks = server().searches();
    QVERIFY2(looks >= 5 && looks <= 60, qPrintable(QString::number(looks)));
    othersGetThrough(sender);
    // Nothing is known of it, so nothing is sent, and a person is told why.
    QVERIFY(stepsUntil(sender, m_clock.now().addDays(2)));
    QCOMPARE(stateOf(2), u"unconfirmed"_s);
    QCOMPARE(server().calls(), 3);
    QCOMPARE(newest(2).told, told);
    QCOMPARE(newest(2).code, told.isEmpty() ? u"connection_lost"_s : u"cannot_look"_s);
    // Once the look says something it goes on.
    server().setMannersFor(u"P-2"_s, {});
    server().setSearchManners([](const QString &) { return SearchManners{}; });
    QVERIFY(drain(sender));
    QCOMPARE(stateOf(2), u"sent"_s);
    QCOMPARE(newest(2).told, QString());
}

void TestSendingFaults::aVeteranWhoIsNotLetInHoldsNobodyUp_data()
{
    QTest::addColumn<int>("errorCode");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("user credentials") << 103 << 401 << u"SM103"_s;
    QTest::newRow("403") << 0 << 403 << u"http_403"_s;
    QTest::newRow("404") << 0 << 404 << u"http_404"_s;
}

void TestSendingFaults::aVeteranWhoIsNotLetInHoldsNobodyUp()
{
    QFETCH(int, errorCode);
    QFETCH(int, status);
    QFETCH(QString, code);
    begin({2});
    server().setMannersFor(u"P-2"_s, {.errorCode = errorCode, .status = status});
    Sender sender(options(), m_clock);
    QVERIFY(stepsUntil(sender, m_clock.now().addSecs(60)));
    QCOMPARE(newest(2).code, code);
    QCOMPARE(sender.pausedBy(), QString());
    othersGetThrough(sender);
    QVERIFY(drain(sender));
    QCOMPARE(stateOf(2), u"dead_letter"_s);
    QCOMPARE(newest(2).code, code);
    QCOMPARE(newest(2).attempts, options().attempts);
}

void TestSendingFaults::aRefusedTokenIsNoMessagesFault()
{
    begin({2, 3, 4});
    server().setManners({.errorCode = 101, .status = 401});
    Sender sender(options(), m_clock);
    QVERIFY(stepsUntil(sender, m_clock.now().addSecs(5)));
    QCOMPARE(sender.pausedBy(), u"SM101"_s);
    QVERIFY(stepsUntil(sender, m_clock.now().addDays(2)));
    QVERIFY(server().calls() > 20 && server().calls() < 200);
    for (const qint64 id : {2, 3, 4}) {
        QCOMPARE(stateOf(id), u"failed"_s);
        QVERIFY(newest(id).attempts <= 2);
    }
    server().setManners(MessagingManners{});
    QVERIFY(drain(sender));
    QCOMPARE(server().messages().size(), 3);
}

void TestSendingFaults::whatIsNotThereIsSentOnceMore()
{
    begin({2});
    server().setManners({.end = End::DropBefore});
    Sender sender(options(), m_clock);
    QVERIFY(drain(sender));
    QCOMPARE(stateOf(2), u"dead_letter"_s);
    QCOMPARE(newest(2).code, u"not_found_again"_s);
    QCOMPARE(server().calls(), 2);
}

void TestSendingFaults::itIsFoundWhateverItsTeam()
{
    begin({2});
    server().setManners({.end = End::DropAfter});
    server().setSearchManners([](const QString &) { return SearchManners{.renumbersTeams = true}; });
    Sender sender(options(), m_clock);
    QVERIFY(drain(sender));
    QCOMPARE(stateOf(2), u"sent"_s);
    QCOMPARE(server().messages().size(), 1);
}

void TestSendingFaults::itIsFoundJustAfterMidnight()
{
    begin({});
    const QDateTime midnight = noon().date().addDays(1).startOfDay(Qt::UTC);
    m_clock.set(midnight.addSecs(1));
    VERIFY_OK(act(TriageAction::Route, {2}));
    server().setTime(midnight.addSecs(-2)); // its clock is a little behind
    server().setManners({.end = End::DropAfter});
    Sender sender(options(), m_clock);
    QVERIFY(drain(sender));
    QCOMPARE(stateOf(2), u"sent"_s);
    QCOMPARE(server().messages().size(), 1);
    QCOMPARE(server().complaint(), QString());
}

void TestSendingFaults::whatIsThereTwiceIsTold()
{
    begin({2});
    server().setManners({.end = End::DropAfter});
    upstream::MessagingClient other({QUrl(server().url()), MessagingServer::token()});
    other.send(exchange::renewalCall(renewal(2), {}, openTeam, newest(2).sendKey), {});
    Sender sender(options(), m_clock);
    QVERIFY(drain(sender));
    QCOMPARE(stateOf(2), u"sent"_s);
    const auto audit = store::AuditRepository(connection()).about(u"renewal/2"_s);
    VERIFY_OK(audit);
    QVERIFY2(audit->constFirst().note.contains(u"more than once"), qPrintable(audit->constFirst().note));
}

void TestSendingFaults::theAnswerSurvivesTheDatabase_data()
{
    QTest::addColumn<int>("errorCode");
    QTest::addColumn<QString>("state");
    QTest::newRow("sent") << 0 << u"sent"_s;
    QTest::newRow("refused") << 119 << u"dead_letter"_s;
}

void TestSendingFaults::theAnswerSurvivesTheDatabase()
{
    QFETCH(int, errorCode);
    QFETCH(QString, state);
    begin({2});
    server().setManners([this, errorCode](int) {
        // While the call is under way, in the server's thread.
        meanwhile(u"ALTER TABLE outbox RENAME TO away"_s);
        return MessagingManners{.errorCode = errorCode};
    });
    Sender sender(options(), m_clock);
    QVERIFY(!sender.step(connection()));
    QCOMPARE(server().calls(), 1);
    QVERIFY(!sender.step(connection()));
    VERIFY_OK(connection().script(u"ALTER TABLE away RENAME TO outbox"_s));
    m_clock.set(m_clock.now().addSecs(3600)); // others would have buried it long ago
    VERIFY_OK(sender.step(connection()));
    QCOMPARE(stateOf(2), state);
    QVERIFY(drain(sender));
    QCOMPARE(stateOf(2), state);
    QCOMPARE(server().calls(), 1);
    QCOMPARE(server().searches(), 0);
}

/// Somebody took it out of the database by hand while it was on its way: that is told, and the next goes out.
void TestSendingFaults::aRowThatIsGoneHoldsNobodyUp()
{
    begin({2, 3});
    server().setManners([this](int call) {
        if (call == 0)
            meanwhile(u"DELETE FROM outbox WHERE state = 'sending'"_s);
        return MessagingManners{};
    });
    Sender sender(options(), m_clock);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^Row \\d+ of the outbox is gone"_s));
    VERIFY_OK(sender.step(connection()));
    QVERIFY(drain(sender));
    QCOMPARE(server().messages().size(), 2);
    QCOMPARE(*connection().number(u"SELECT count(*) FROM outbox"_s), 1);
    QCOMPARE(*connection().number(u"SELECT count(*) FROM outbox WHERE state = 'sent'"_s), 1);
}

RENEWAL_STORE_TEST_MAIN(TestSendingFaults)
#include "tst_sendingfaults.moc"
