// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/intake.h"
#include "app/store/intakerepository.h"
#include "app/store/transaction.h"
#include "tests/operations/importsupport.h"
#include "tests/support/intakeserver.h"
#include "tests/support/storetest.h"

#include <algorithm>
#include <random>

using namespace renewal;
using namespace renewal::testing;
using namespace Qt::StringLiterals;
using End = IntakeManners::End;

namespace {
constexpr char team[] = "triageTeamId,name,stationNumber\n7,Blue,552\n";

IntakeServer::Published message(int number, const QString &at, const QString &more = {})
{
    return {"renewal-messages", at,
            messageLine(u"V%1"_s.arg(number % 3), u"11"_s, 7, at,
                        uR"("messageId":"%1","stationNumber":"552")"_s.arg(number) + more)};
}

IntakeServer::Published record(int patient, const QString &at, const QString &more = {})
{
    return {"prescription-changes", at,
            prescriptionLine(u"V%1"_s.arg(patient), u"11"_s, {}, u"552"_s,
                             uR"("providerLastName":"OKAFOR, CHIDI","modifiedDate":"%1",)"_s.arg(at) +
                                 uR"("renewalSubmittedTimestamp":"%1")"_s.arg(at) + more)};
}
} // namespace

/// Requests by polling, from an upstream that misbehaves. Both databases.
class TestIntake : public StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private slots:
    void takesPageByPage();
    void theSameTwiceChangesNothing();
    void whatComesLateIsFound();
    void brokenRecordsAreSetAsideOnce();
    void faultsAreToldAndGotOver_data();
    void faultsAreToldAndGotOver();
    void waitsAsLongAsItIsAsked();
    void aForgottenCursorBeginsAgain();
    void aRecordFromTheFutureHidesNothing();
    void cursorAndContentMoveTogether();
    void orderOfArrivalDoesNotMatter();
    void oldImportsAreDropped();

private:
    operations::IntakeOptions options(const IntakeServer &server) const
    {
        operations::IntakeOptions options;
        options.url = server.url();
        options.token = IntakeServer::token();
        options.pageSize = 2;
        options.timeout = std::chrono::milliseconds(20'000);
        options.maxAnswerBytes = 1024 * 1024;
        return options;
    }
    /// Steps until both lists rest.
    void look(operations::Intake &intake, store::Connection &into)
    {
        for (int i = 0; i < 100; ++i) {
            const auto rest = intake.step(into);
            QVERIFY2(rest, rest ? "" : qPrintable(rest.error().detail));
            if (rest->count() > 0)
                return;
        }
        QFAIL("it never rests");
    }
    void pass(std::chrono::milliseconds time) { m_clock.set(m_clock.now().addMSecs(time.count())); }
    void bringTeam(store::Connection &into)
    {
        ImportFolder folder;
        folder.writeBytes(u"teams.csv"_s, team);
        QVERIFY(folder.import(into));
    }
    QString counts() { return value(connection(), u"SELECT count(*) || ' ' || sum(asked) FROM renewal"_s); }
    IntakeSourceStatus status(IntakeSource source)
    {
        const auto all = store::IntakeRepository(connection()).sources();
        const auto found = std::ranges::find(*all, source, &IntakeSourceStatus::source);
        return found == all->cend() ? IntakeSourceStatus() : *found;
    }

    FixedClock m_clock{importTime()};
};

void TestIntake::takesPageByPage()
{
    bringTeam(connection());
    IntakeServer server;
    for (int i = 0; i < 5; ++i)
        server.published.append(message(i, u"2026-03-01T1%1:00:00Z"_s.arg(i)));
    server.published.append(record(0, u"2026-03-01T10:20:00Z"_s));
    operations::Intake intake(options(server), m_clock);
    look(intake, connection());
    QCOMPARE(counts(), u"3 5"_s);
    QCOMPARE(status(IntakeSource::Messages).taken, 5);
    QCOMPARE(status(IntakeSource::Messages).lookedAt, m_clock.now());
    QCOMPARE(status(IntakeSource::Prescriptions).taken, 1);
    QCOMPARE(staged(connection()), 0);
    QCOMPARE(value(connection(), u"SELECT count(*) FROM audit WHERE actor = 'intake'"_s), u"4"_s);
}

void TestIntake::theSameTwiceChangesNothing()
{
    bringTeam(connection());
    IntakeServer server;
    server.listsTwice = true;
    server.published = {message(1, u"2026-03-01T10:00:00Z"_s), record(1, u"2026-03-01T10:10:00Z"_s)};
    operations::Intake intake(options(server), m_clock);
    look(intake, connection());
    const QStringList before = visible(connection());
    const QString audit = value(connection(), u"SELECT count(*) FROM audit"_s);
    for (int i = 0; i < 3; ++i) {
        pass(std::chrono::seconds(20));
        look(intake, connection());
    }
    QCOMPARE(visible(connection()), before);
    QCOMPARE(value(connection(), u"SELECT count(*) FROM audit"_s), audit);
    QCOMPARE(status(IntakeSource::Messages).taken, 0);
    QCOMPARE(status(IntakeSource::Messages).takenInAll, 1);
}

/// Within the overlap at the next look, before that within the hour.
void TestIntake::whatComesLateIsFound()
{
    bringTeam(connection());
    IntakeServer server;
    server.published = {message(1, u"2026-03-01T10:00:00Z"_s)};
    operations::Intake intake(options(server), m_clock);
    look(intake, connection());
    server.published.append(message(2, u"2026-03-01T09:50:00Z"_s));
    server.published.append(message(3, u"2026-02-28T10:00:00Z"_s));
    pass(std::chrono::seconds(20));
    look(intake, connection());
    QCOMPARE(counts(), u"2 2"_s);
    pass(std::chrono::minutes(61));
    look(intake, connection());
    QCOMPARE(counts(), u"3 3"_s);
}

void TestIntake::brokenRecordsAreSetAsideOnce()
{
    bringTeam(connection());
    IntakeServer server;
    const QString at = u"2026-03-01T10:00:00Z"_s;
    server.published = {{"renewal-messages", at, u"[1]"_s},
                        message(1, at, uR"(,"patientId":null)"_s),
                        message(2, at, uR"(,"prescriptionId":"")"_s),
                        message(3, at, uR"(,"sentDate":"soon")"_s),
                        message(4, at)};
    operations::Intake intake(options(server), m_clock);
    look(intake, connection());
    pass(std::chrono::seconds(20));
    look(intake, connection());
    QCOMPARE(counts(), u"1 1"_s);
    QCOMPARE(status(IntakeSource::Messages).setAsideInAll, 4);
    const auto aside = store::IntakeRepository(connection()).setAside(20);
    VERIFY_OK(aside);
    QCOMPARE(aside->size(), 4);
    for (const SetAside &item : *aside)
        QVERIFY(!item.reason.isEmpty() && !item.reason.contains(u"V1"_s));
}

void TestIntake::faultsAreToldAndGotOver_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("end");
    QTest::addColumn<QString>("code");
    QTest::newRow("out of service") << 503 << int(End::Answer) << u"away"_s;
    QTest::newRow("token") << 401 << int(End::Answer) << u"unauthorized"_s;
    QTest::newRow("another address") << 301 << int(End::Answer) << u"moved"_s;
    QTest::newRow("no such list") << 404 << int(End::Answer) << u"not_found"_s;
    QTest::newRow("dropped") << 200 << int(End::Drop) << u"connection_lost"_s;
    QTest::newRow("cut off") << 200 << int(End::AnswerHalf) << u"connection_lost"_s;
    QTest::newRow("no JSON") << 200 << int(End::AnswerNonsense) << u"unreadable"_s;
    QTest::newRow("too much") << 200 << int(End::AnswerTooMuch) << u"too_large"_s;
    QTest::newRow("the same page for ever") << 200 << int(End::SamePage) << u"stuck"_s;
    QTest::newRow("silence") << 200 << int(End::Silence) << u"timeout"_s;
}

void TestIntake::faultsAreToldAndGotOver()
{
    QFETCH(int, status);
    QFETCH(int, end);
    QFETCH(QString, code);
    bringTeam(connection());
    IntakeServer server;
    server.published = {message(1, u"2026-03-01T10:00:00Z"_s)};
    bool isBad = true;
    server.manners = [&](int) {
        return isBad ? IntakeManners{.status = status, .retryAfter = 0, .end = End(end)} : IntakeManners{};
    };
    operations::IntakeOptions with = options(server);
    if (End(end) == End::Silence)
        with.timeout = std::chrono::milliseconds(200);
    operations::Intake intake(with, m_clock);
    look(intake, connection());
    QCOMPARE(this->status(IntakeSource::Messages).problem, code);
    isBad = false;
    operations::Intake patient(options(server), m_clock);
    look(patient, connection());
    QCOMPARE(this->status(IntakeSource::Messages).problem, QString());
    QCOMPARE(counts(), u"1 1"_s);
}

void TestIntake::waitsAsLongAsItIsAsked()
{
    IntakeServer server;
    server.manners = [](int) { return IntakeManners{.status = 429, .retryAfter = 90, .end = End::Answer}; };
    operations::Intake intake(options(server), m_clock);
    look(intake, connection());
    QCOMPARE(server.calls, 2); // one for each list
    pass(std::chrono::seconds(89));
    look(intake, connection());
    QCOMPARE(server.calls, 2);
    pass(std::chrono::seconds(2));
    look(intake, connection());
    QCOMPARE(server.calls, 4);
    QCOMPARE(status(IntakeSource::Messages).problem, u"too_many"_s);
}

void TestIntake::aForgottenCursorBeginsAgain()
{
    bringTeam(connection());
    IntakeServer server;
    for (int i = 0; i < 3; ++i)
        server.published.append(message(i, u"2026-03-01T1%1:00:00Z"_s.arg(i)));
    server.forgetsCursors = true;
    operations::Intake intake(options(server), m_clock);
    look(intake, connection());
    QCOMPARE(status(IntakeSource::Messages).problem, u"cursor_gone"_s);
    QCOMPARE(counts(), u"2 2"_s);
    server.forgetsCursors = false;
    operations::Intake again(options(server), m_clock);
    look(again, connection());
    QCOMPARE(counts(), u"3 3"_s);
}

void TestIntake::aRecordFromTheFutureHidesNothing()
{
    bringTeam(connection());
    IntakeServer server;
    server.published = {message(1, u"2030-01-01T00:00:00Z"_s)};
    operations::Intake intake(options(server), m_clock);
    look(intake, connection());
    pass(std::chrono::seconds(20));
    server.published.append(message(2, m_clock.now().toString(Qt::ISODate)));
    look(intake, connection());
    QCOMPARE(counts(), u"2 2"_s);
}

/// What fails while it is stored leaves neither records nor a cursor that went on.
void TestIntake::cursorAndContentMoveTogether()
{
    bringTeam(connection());
    IntakeServer server;
    server.published = {message(1, u"2026-03-01T10:00:00Z"_s)};
    operations::Intake intake(options(server), m_clock);
    VERIFY_OK(connection().script(u"ALTER TABLE renewal RENAME TO renewal_away"_s));
    for (int i = 0; i < 2; ++i)
        VERIFY_OK(intake.step(connection()));
    QCOMPARE(status(IntakeSource::Messages).problem, u"not_stored"_s);
    VERIFY_OK(connection().script(u"ALTER TABLE renewal_away RENAME TO renewal"_s));
    QCOMPARE(value(connection(), u"SELECT count(*) FROM renewal_message"_s), u"0"_s);
    QCOMPARE(value(connection(), u"SELECT count(*) FROM intake_seen"_s), u"0"_s);
    operations::Intake again(options(server), m_clock);
    look(again, connection());
    QCOMPARE(counts(), u"1 1"_s);
}

/// In whatever order it is published, between whichever looks.
void TestIntake::orderOfArrivalDoesNotMatter()
{
    QVector<IntakeServer::Published> all;
    for (int i = 0; i < 6; ++i) {
        all.append(message(i, u"2026-03-01T1%1:00:00Z"_s.arg(i)));
        all.append(record(i % 3, u"2026-03-01T1%1:30:00Z"_s.arg(i), uR"(,"quantity":%1)"_s.arg(10 * i + 10)));
    }
    std::mt19937 random(20260302);
    QStringList expected;
    for (int round = 0; round < 6; ++round) {
        const auto database = TestDatabase::create(engine());
        VERIFY_OK(database);
        store::Connection &into = (*database)->connection();
        bringTeam(into);
        m_clock.set(importTime());
        IntakeServer server;
        operations::Intake intake(options(server), m_clock);
        QVector<IntakeServer::Published> order = all;
        if (round > 0)
            std::shuffle(order.begin(), order.end(), random);
        for (const IntakeServer::Published &each : std::as_const(order)) {
            server.published.append(each);
            if (round > 0 && random() % 3 == 0) {
                look(intake, into);
                pass(std::chrono::minutes(61));
            }
        }
        m_clock.set(importTime().addDays(1));
        look(intake, into);
        const QStringList end = visible(into);
        if (round == 0)
            expected = end;
        QCOMPARE(end, expected);
    }
}

void TestIntake::oldImportsAreDropped()
{
    bringTeam(connection());
    IntakeServer server;
    server.published = {message(1, u"2026-03-01T10:00:00Z"_s)};
    operations::Intake intake(options(server), m_clock);
    look(intake, connection());
    store::IntakeRepository repository(connection());
    VERIFY_OK(repository.prune(m_clock.now().addDays(-1), m_clock.now().addDays(-1)));
    QCOMPARE(value(connection(), u"SELECT count(*) FROM import WHERE by_intake = 1"_s), u"1"_s);
    VERIFY_OK(repository.prune(m_clock.now().addDays(1), m_clock.now().addDays(1)));
    QCOMPARE(value(connection(), u"SELECT count(*) FROM import"_s), u"1"_s); // that of the team
    QCOMPARE(value(connection(), u"SELECT count(*) FROM intake_seen"_s), u"0"_s);
    QCOMPARE(counts(), u"1 1"_s);
}

RENEWAL_STORE_TEST_MAIN(TestIntake)
#include "tst_intake.moc"
