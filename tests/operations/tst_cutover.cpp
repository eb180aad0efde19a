// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/duelinks.h"
#include "app/store/connection.h"
#include "app/store/correlationrepository.h"
#include "app/store/renewalrepository.h"
#include "tests/operations/cutovertest.h"

using namespace renewal;
using namespace renewal::operations;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

/// A station goes to Oracle Health on a day: ends of links, and withdrawal.
class TestCutOver : public CutOverTest
{
    Q_OBJECT

public:
    using CutOverTest::CutOverTest;

private slots:
    void whatCannotBeEntered_data();
    void whatCannotBeEntered();
    void previewCountsAndChangesNothing();
    void openLinksEndOnTheDay();
    void linksMadeLaterEndAsWell();
    void pastDayEndsLinksAtOnce();
    void matchingSeesTheSideInForce();
    void withdrawingGivesTheFormerEndsBack_data();
    void withdrawingGivesTheFormerEndsBack();
    void divisionsEndAndComeBack_data();
    void divisionsEndAndComeBack();
};

void TestCutOver::whatCannotBeEntered_data()
{
    QTest::addColumn<QString>("station");
    QTest::addColumn<QDate>("date");
    QTest::newRow("unknown station") << u"999"_s << day;
    QTest::newRow("a division") << u"552GA"_s << day;
    QTest::newRow("no day") << u"552"_s << QDate();
    QTest::newRow("ten years ago") << u"552"_s << QDate(2016, 5, 1);
    QTest::newRow("a slip in the year") << u"552"_s << QDate(2206, 5, 1);
}

void TestCutOver::whatCannotBeEntered()
{
    fill();
    QFETCH(QString, station);
    QFETCH(QDate, date);
    const CutOverEntry wanted{station, date, {}};
    VERIFY_ERROR(CutOvers(connection(), m_clock).preview(wanted), ErrorCode::InvalidInput);
    VERIFY_ERROR(CutOvers(connection(), m_clock).enter(wanted, u"steward"_s), ErrorCode::InvalidInput);
    QVERIFY(CutOvers(connection(), m_clock).list()->isEmpty());
}

void TestCutOver::previewCountsAndChangesNothing()
{
    fill();
    const QStringList before = states();
    const auto effect = CutOvers(connection(), m_clock).preview(entry());
    VERIFY_OK(effect);
    QCOMPARE(*effect, (CutOverEffect{3, 1, 3, 2, 5}));
    QCOMPARE(states(), before);
}

void TestCutOver::openLinksEndOnTheDay()
{
    fill();
    const CutOver cutOver = enter();
    QCOMPARE(cutOver.endsAt, midnight);
    QCOMPARE(cutOver.links, 3);
    QCOMPARE(cutOver.oldTeams, 2);
    QCOMPARE(cutOver.openTeams, 2);
    QCOMPARE(states(), (QStringList{u"manual 7001 until 05-01 04"_s, u"manual 7001 until 03-12 12"_s,
                                    u"manual 7001 until 05-01 04"_s, u"manual 7002 until 05-01 04"_s,
                                    u"none"_s, u"none"_s}));
    VERIFY_ERROR(CutOvers(connection(), m_clock).enter(entry(), u"steward"_s), ErrorCode::Conflict);
    passTo(midnight.addSecs(-1));
    QCOMPARE(told(m_open), u"manual 7001 until 05-01 04"_s);
    passTo(midnight);
    QCOMPARE(states(),
             (QStringList{u"stale 7001 (cut_over)"_s, u"stale 7001 (over)"_s, u"stale 7001 (cut_over)"_s,
                          u"stale 7002 (cut_over)"_s, u"none"_s, u"none"_s}));
    QCOMPARE(now(m_open).change.after, u"2026-05-01"_s);
    const auto renewal = store::RenewalRepository(connection()).find(RenewalId{1});
    VERIFY_OK(renewal);
    QCOMPARE(toString(renewal->state), u"needs_routing"_s);
}

void TestCutOver::linksMadeLaterEndAsWell()
{
    fill();
    enter();
    link(m_nobody, blue);
    QCOMPARE(told(m_nobody), u"manual 7002"_s);
    passTo(midnight);
    QCOMPARE(told(m_nobody), u"stale 7002 (cut_over)"_s);
}

void TestCutOver::pastDayEndsLinksAtOnce()
{
    fill();
    const QStringList before = states();
    const CutOver cutOver = enter(noon().date().addDays(-3));
    QCOMPARE(cutOver.links, 4); // also the one that would have ended after that day
    QCOMPARE(states(),
             (QStringList{u"stale 7001 (cut_over)"_s, u"stale 7001 (cut_over)"_s, u"stale 7001 (cut_over)"_s,
                          u"stale 7002 (cut_over)"_s, u"none"_s, u"none"_s}));
    QVERIFY(DueLinks(connection(), noon()).run()->isEmpty()); // nothing is left to end
    VERIFY_OK(
        CutOvers(connection(), m_clock).withdraw(cutOver.id, cutOver.version, u"A slip"_s, u"steward"_s));
    QCOMPARE(states(), before);
}

void TestCutOver::matchingSeesTheSideInForce()
{
    fill();
    const auto seen = [this] {
        QStringList teams;
        const auto input = store::CorrelationRepository(connection()).stationInput(u"552"_s);
        for (const CareTeam &team : input->careTeams)
            teams.append(QString::number(team.triageTeamId.value).left(1));
        return teams.join(QString());
    };
    QCOMPARE(seen(), u"7788888"_s);
    const CutOver cutOver = enter();
    QCOMPARE(seen(), u"7788888"_s); // one prescriber is on the new side already
    VERIFY_OK(connection().script(u"UPDATE prescriber SET ehr = 'VISTA', name_key = name_key || ' 2' "
                                  "WHERE ehr = 'ORACLE_HEALTH'"_s));
    QCOMPARE(seen(), u"77"_s);
    passTo(midnight);
    QCOMPARE(seen(), u"88888"_s);
    QCOMPARE(*connection().number(u"SELECT count(*) FROM audit WHERE action = 'cut_over.begun'"_s), 1);
    VERIFY_OK(CutOvers(connection(), m_clock).withdraw(cutOver.id, cutOver.version, u"x"_s, u"steward"_s));
    QCOMPARE(seen(), u"7788888"_s);
}

void TestCutOver::withdrawingGivesTheFormerEndsBack_data()
{
    QTest::addColumn<bool>("confirmed");
    QTest::addColumn<bool>("passed");
    QTest::newRow("at once") << false << false;
    QTest::newRow("after pools were confirmed") << true << false;
    QTest::newRow("after the day") << false << true;
    QTest::newRow("after the day, with pools in force") << true << true;
}

void TestCutOver::withdrawingGivesTheFormerEndsBack()
{
    fill();
    QFETCH(bool, confirmed);
    QFETCH(bool, passed);
    link(m_shorter, green); // so that time alone ends nothing in this test
    const QStringList before = states();
    QVector<QDateTime> ends;
    for (const PrescriberId id : {m_open, m_shorter, m_longer, m_blue})
        ends.append(now(id).validTo);
    CutOver cutOver = enter();
    QVERIFY(states() != before);
    if (confirmed)
        cutOver = confirm(cutOver, green, newGreen)->cutOver;
    if (passed)
        passTo(midnight.addDays(1));
    const auto outcome =
        CutOvers(connection(), m_clock).withdraw(cutOver.id, cutOver.version, u"Postponed"_s, u"steward"_s);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->prescribers, 4);
    QCOMPARE(outcome->left, 0);
    QCOMPARE(states(), before);
    for (const PrescriberId id : {m_open, m_shorter, m_longer, m_blue})
        QCOMPARE(now(id).validTo, ends.takeFirst());
    QVERIFY(CutOvers(connection(), m_clock).list()->isEmpty());
    QCOMPARE(toString(store::RenewalRepository(connection()).find(RenewalId{1})->state), u"ready_to_route"_s);
    passTo(midnight.addDays(30));
    QCOMPARE(told(m_open), u"manual 7001"_s);
    // The reason stands in the record, and a day can be entered again.
    QVERIFY(connection().number(u"SELECT count(*) FROM audit WHERE action = 'cut_over.withdrawn' "
                                "AND note = 'Postponed'"_s) == 1);
    enter(midnight.date().addDays(60));
}

void TestCutOver::divisionsEndAndComeBack_data()
{
    QTest::addColumn<bool>("generalLink");
    QTest::newRow("beside a general link") << true;
    QTest::newRow("alone") << false;
}

/// The care team of one division dies on the day, and lives again when that was a slip.
void TestCutOver::divisionsEndAndComeBack()
{
    QFETCH(bool, generalLink);
    fill();
    const PrescriberId id = generalLink ? m_open : m_nobody;
    Correlation divided = now(id);
    divided.divisions = {{u"552GA"_s, blue, {}, u"steward"_s}};
    VERIFY_OK(store::CorrelationRepository(connection())
                  .store(divided, {m_clock.now(), u"steward"_s, u"correlation.division"_s, {}}));
    const QVector<DivisionTeam> before = now(id).divisions;
    QCOMPARE(before.size(), 1);
    QCOMPARE(CutOvers(connection(), m_clock).preview(entry())->divisions, 1);
    const CutOver cutOver = enter();
    QCOMPARE(now(id).divisions, before);
    passTo(midnight);
    QVERIFY(!now(id).divisions.constFirst().careTeam.isValid());
    VERIFY_OK(
        CutOvers(connection(), m_clock).withdraw(cutOver.id, version(cutOver), u"Postponed"_s, u"steward"_s));
    QCOMPARE(now(id).divisions, before);
    QVERIFY(now(id).change.kind.isEmpty());
}

RENEWAL_STORE_TEST_MAIN(TestCutOver)
#include "tst_cutover.moc"
