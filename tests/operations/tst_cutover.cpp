// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/cutoverreviews.h"
#include "app/operations/cutovers.h"
#include "app/operations/decisions.h"
#include "app/operations/duelinks.h"
#include "app/operations/poolchoices.h"
#include "app/store/auditrepository.h"
#include "app/store/careteamrepository.h"
#include "app/store/connection.h"
#include "app/store/correlationrepository.h"
#include "app/store/prescriberrepository.h"
#include "app/store/renewalrepository.h"
#include "app/store/stationrepository.h"
#include "models/exchange/crosswalkfile.h"
#include "tests/store/samples.h"
#include "tests/support/storetest.h"

using namespace renewal;
using namespace renewal::operations;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

namespace {
constexpr TriageTeamId green{7001};
constexpr TriageTeamId blue{7002};
constexpr TriageTeamId newGreen{8001};
constexpr TriageTeamId newBlue{8002};
const QDate day(2026, 5, 1);
/// Midnight in New York.
const QDateTime midnight(day, QTime(4, 0), Qt::UTC);

CutOverEntry entry(const QDate &date = day)
{
    return {u"552"_s, date, u"Wave 3"_s};
}
} // namespace

/// A station goes to Oracle Health: ends of links, pools, withdrawal.
class TestCutOver : public StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private slots:
    void whatCannotBeEntered_data();
    void whatCannotBeEntered();
    void previewCountsAndChangesNothing();
    void openLinksEndOnTheDay();
    void linksMadeLaterEndAsWell();
    void confirmedPoolsBeginOnTheDay();
    void confirmingAfterTheDayLinksAtOnce();
    void anotherPoolReplacesTheFirst();
    void noneOfThePoolsIsADecision();
    void takingBackLeavesLaterDecisions();
    void whatIsNoPoolIsRefused();
    void staleScreensAreRefused();
    void withdrawingGivesTheFormerEndsBack_data();
    void withdrawingGivesTheFormerEndsBack();
    void crosswalkIsTakenWholeOrNotAtAll();
    void reviewProposes();

private:
    void fill();
    PrescriberId add(const QString &last, EhrSystem ehr = EhrSystem::VistA);
    void link(PrescriberId id, TriageTeamId team, const QDateTime &until = {});
    Correlation now(PrescriberId id) { return *store::CorrelationRepository(connection()).current(id); }
    QString told(PrescriberId id);
    QStringList states();
    CutOver enter(const QDate &date = day);
    Result<CutOverOutcome> confirm(const CutOver &cutOver, TriageTeamId oldTeam, TriageTeamId pool);
    void passTo(const QDateTime &at);

    FixedClock m_clock{noon()};
    PrescriberId m_open;    ///< by hand, without an end
    PrescriberId m_shorter; ///< ends before the day
    PrescriberId m_longer;  ///< ends after it
    PrescriberId m_blue;
    PrescriberId m_nobody;
    PrescriberId m_twin; ///< carries the name of m_open on the Oracle Health side
};

void TestCutOver::fill()
{
    m_clock.set(noon());
    Station station;
    station.number = StationNumber(u"552"_s);
    station.timeZone = u"America/New_York"_s;
    VERIFY_OK(store::StationRepository(connection()).upsert(station));
    store::CareTeamRepository teams(connection());
    VERIFY_OK(teams.upsert(sampleTeam(green.value, u"** DAYTON: Primary Care Green %"_s)));
    VERIFY_OK(teams.upsert(sampleTeam(blue.value, u"** DAYTON: Primary Care Blue %"_s)));
    const QStringList pools{u"VHA DAY Primary Care Green - Clinical"_s,
                            u"VHA DAY Primary Care Blue - Clinical"_s, u"VHA DAY Cardiology - Clinical"_s,
                            u"VHA DAY Mental Health - Clinical"_s, u"VHA DAY Dermatology - Clinical"_s};
    qint64 id = 8000;
    for (const QString &name : pools) {
        CareTeam pool = sampleTeam(++id, name);
        pool.ehr = EhrSystem::OracleHealth;
        VERIFY_OK(teams.upsert(pool));
    }
    m_open = add(u"OKAFOR"_s);
    m_shorter = add(u"SMITH"_s);
    m_longer = add(u"IVANOV"_s);
    m_blue = add(u"KIM"_s);
    m_nobody = add(u"DUARTE"_s);
    m_twin = add(u"OKAFOR"_s, EhrSystem::OracleHealth);
    link(m_open, green);
    link(m_shorter, green, noon().addDays(10));
    link(m_longer, green, noon().addDays(300));
    link(m_blue, blue);
}

PrescriberId TestCutOver::add(const QString &last, EhrSystem ehr)
{
    Prescriber prescriber = samplePrescriber(last, u"CHIDI"_s);
    prescriber.ehr = ehr;
    const auto stored = store::PrescriberRepository(connection()).upsert(prescriber, u"t"_s);
    if (!stored)
        qFatal("%s", qPrintable(stored.error().detail));
    static int number = 0;
    ++number;
    Renewal renewal = sampleRenewal(QString::number(number), number);
    renewal.prescriberId = stored->id;
    renewal.ehr = ehr;
    const auto inserted = store::RenewalRepository(connection()).insert(renewal);
    if (!inserted)
        qFatal("%s", qPrintable(inserted.error().detail));
    return stored->id;
}

void TestCutOver::link(PrescriberId id, TriageTeamId team, const QDateTime &until)
{
    Decision decision;
    decision.prescriberId = id;
    decision.careTeam = team;
    decision.validTo = until;
    decision.version = now(id).version;
    VERIFY_OK(Decisions(connection(), m_clock).decide(decision, u"nurse"_s));
}

/// "manual 7001 until 2026-05-01, then 8001"
QString TestCutOver::told(PrescriberId id)
{
    const Correlation present = now(id);
    QString text = toString(present.status);
    if (present.careTeam.isValid())
        text += u" %1"_s.arg(present.careTeam.value);
    if (present.validTo.isValid() && isLinked(present.status))
        text += u" until "_s + present.validTo.toString(u"MM-dd hh"_s);
    if (present.planned)
        text += u", then %1"_s.arg(present.planned->careTeam.value);
    if (!present.change.kind.isEmpty())
        text += u" ("_s + present.change.kind + u')';
    return text;
}

QStringList TestCutOver::states()
{
    QStringList all;
    for (const PrescriberId id : {m_open, m_shorter, m_longer, m_blue, m_nobody, m_twin})
        all.append(told(id));
    return all;
}

CutOver TestCutOver::enter(const QDate &date)
{
    const auto entered = CutOvers(connection(), m_clock).enter(entry(date), u"steward"_s);
    if (!entered)
        qFatal("%s %s", qPrintable(entered.error().text), qPrintable(entered.error().detail));
    return *entered;
}

Result<CutOverOutcome> TestCutOver::confirm(const CutOver &cutOver, TriageTeamId oldTeam, TriageTeamId pool)
{
    return PoolChoices(connection(), m_clock)
        .confirm(cutOver.id, CutOvers(connection(), m_clock).find(cutOver.id)->version,
                 {{oldTeam, pool, {}, {}, {}}}, u"steward"_s);
}

void TestCutOver::passTo(const QDateTime &at)
{
    m_clock.set(at);
    VERIFY_OK(DueLinks(connection(), at).run());
}

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

void TestCutOver::confirmedPoolsBeginOnTheDay()
{
    fill();
    const CutOver cutOver = enter();
    const auto outcome = confirm(cutOver, green, newGreen);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->prescribers, 4); // three, and the one of the same name
    QCOMPARE(outcome->left, 0);
    QCOMPARE(outcome->cutOver.openTeams, 1);
    QCOMPARE(states(), (QStringList{u"manual 7001 until 05-01 04, then 8001"_s,
                                    u"manual 7001 until 03-12 12, then 8001"_s,
                                    u"manual 7001 until 05-01 04, then 8001"_s,
                                    u"manual 7002 until 05-01 04"_s, u"none"_s, u"none, then 8001"_s}));
    passTo(midnight);
    QCOMPARE(states(), (QStringList{u"manual 8001"_s, u"manual 8001"_s, u"manual 8001"_s,
                                    u"stale 7002 (cut_over)"_s, u"none"_s, u"manual 8001"_s}));
    QCOMPARE(CutOvers(connection(), m_clock).find(cutOver.id)->openTeams, 1);
    QCOMPARE(toString(store::RenewalRepository(connection()).find(RenewalId{1})->state), u"ready_to_route"_s);
}

void TestCutOver::confirmingAfterTheDayLinksAtOnce()
{
    fill();
    const CutOver cutOver = enter();
    passTo(midnight.addDays(2));
    VERIFY_OK(confirm(cutOver, green, newGreen));
    QCOMPARE(told(m_open), u"manual 8001"_s);
    QCOMPARE(told(m_twin), u"manual 8001"_s);
    VERIFY_OK(PoolChoices(connection(), m_clock)
                  .takeBack(cutOver.id, CutOvers(connection(), m_clock).find(cutOver.id)->version, {green},
                            u"steward"_s));
    QCOMPARE(told(m_open), u"stale 7001 (cut_over)"_s);
    QCOMPARE(told(m_twin), u"none"_s);
}

void TestCutOver::anotherPoolReplacesTheFirst()
{
    fill();
    const CutOver cutOver = enter();
    VERIFY_OK(confirm(cutOver, green, newGreen));
    const auto second = confirm(cutOver, green, newBlue);
    VERIFY_OK(second);
    QCOMPARE(second->prescribers, 4);
    QCOMPARE(told(m_open), u"manual 7001 until 05-01 04, then 8002"_s);
    // Each is a decision of its own, and can be taken back alone.
    VERIFY_OK(Decisions(connection(), m_clock).undo(m_open, now(m_open).version, u"nurse"_s));
    QCOMPARE(told(m_open), u"manual 7001 until 05-01 04"_s);
    QCOMPARE(told(m_longer), u"manual 7001 until 05-01 04, then 8002"_s);
}

void TestCutOver::noneOfThePoolsIsADecision()
{
    fill();
    const CutOver cutOver = enter();
    const auto outcome = confirm(cutOver, green, {});
    VERIFY_OK(outcome);
    QCOMPARE(outcome->prescribers, 0);
    QCOMPARE(outcome->cutOver.openTeams, 1);
    QCOMPARE(told(m_open), u"manual 7001 until 05-01 04"_s);
    const auto review = CutOverReviews(connection(), m_clock).review(cutOver.id);
    VERIFY_OK(review);
    QVERIFY(review->teams.constFirst().choice.has_value());
    QVERIFY(!review->teams.constFirst().choice->pool.isValid());
}

void TestCutOver::takingBackLeavesLaterDecisions()
{
    fill();
    const CutOver cutOver = enter();
    VERIFY_OK(confirm(cutOver, green, newGreen));
    link(m_longer, newBlue);
    const auto version = CutOvers(connection(), m_clock).find(cutOver.id)->version;
    const auto outcome =
        PoolChoices(connection(), m_clock).takeBack(cutOver.id, version, {green}, u"steward"_s);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->prescribers, 3);
    QCOMPARE(outcome->left, 1);
    QCOMPARE(told(m_open), u"manual 7001 until 05-01 04"_s);
    QCOMPARE(told(m_longer), u"manual 8002"_s);
    // Withdrawing leaves it, too.
    const auto withdrawn = CutOvers(connection(), m_clock)
                               .withdraw(cutOver.id, outcome->cutOver.version, u"Postponed"_s, u"steward"_s);
    VERIFY_OK(withdrawn);
    QCOMPARE(withdrawn->left, 1);
    QCOMPARE(told(m_longer), u"manual 8002"_s);
    QCOMPARE(told(m_open), u"manual 7001"_s);
}

void TestCutOver::whatIsNoPoolIsRefused()
{
    fill();
    const CutOver cutOver = enter();
    const QStringList before = states();
    VERIFY_ERROR(confirm(cutOver, green, blue), ErrorCode::InvalidInput);
    VERIFY_ERROR(confirm(cutOver, green, TriageTeamId{4711}), ErrorCode::InvalidInput);
    VERIFY_ERROR(confirm(cutOver, newGreen, newBlue), ErrorCode::InvalidInput);
    // With one wrong choice none is taken.
    const auto both = PoolChoices(connection(), m_clock)
                          .confirm(cutOver.id, cutOver.version,
                                   {{green, newGreen, {}, {}, {}}, {blue, green, {}, {}, {}}}, u"steward"_s);
    VERIFY_ERROR(both, ErrorCode::InvalidInput);
    QCOMPARE(states(), before);
    QCOMPARE(CutOvers(connection(), m_clock).find(cutOver.id)->version, cutOver.version);
}

void TestCutOver::staleScreensAreRefused()
{
    fill();
    const CutOver cutOver = enter();
    VERIFY_OK(confirm(cutOver, green, newGreen));
    PoolChoices choices(connection(), m_clock);
    VERIFY_ERROR(choices.confirm(cutOver.id, cutOver.version, {{blue, newBlue, {}, {}, {}}}, u"other"_s),
                 ErrorCode::PreconditionFailed);
    VERIFY_ERROR(choices.takeBack(cutOver.id, cutOver.version, {green}, u"other"_s),
                 ErrorCode::PreconditionFailed);
    CutOvers cutOvers(connection(), m_clock);
    VERIFY_ERROR(cutOvers.withdraw(cutOver.id, cutOver.version, u"x"_s, u"other"_s),
                 ErrorCode::PreconditionFailed);
    VERIFY_ERROR(cutOvers.withdraw(cutOver.id, cutOver.version + 1, u" "_s, u"other"_s),
                 ErrorCode::InvalidInput);
    QCOMPARE(told(m_blue), u"manual 7002 until 05-01 04"_s);
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

void TestCutOver::crosswalkIsTakenWholeOrNotAtAll()
{
    fill();
    const CutOver cutOver = enter();
    CutOverReviews reviews(connection(), m_clock);
    const auto bad = exchange::readCrosswalk("old,new\n7001,8002\n7002,4711\n,8001\nNobody,8001\n");
    VERIFY_OK(bad);
    const auto refused = reviews.giveCrosswalk(cutOver.id, *bad, u"steward"_s);
    VERIFY_OK(refused);
    QVERIFY(!refused->taken);
    QCOMPARE(refused->rows, 4);
    QStringList problems;
    for (const CrosswalkProblem &problem : refused->problems)
        problems.append(QString::number(problem.row) + u' ' + problem.text);
    QCOMPARE(problems, (QStringList{u"3 This station knows no such care team: 4711."_s,
                                    u"4 The old care team is missing."_s,
                                    u"5 This station knows no such care team: Nobody."_s}));
    QCOMPARE(CutOvers(connection(), m_clock).find(cutOver.id)->crosswalkRows, 0);
    const auto good = exchange::readCrosswalk("7001,8002\ndayton primary care blue,8001\n");
    QVERIFY(reviews.giveCrosswalk(cutOver.id, *good, u"steward"_s)->taken);
    QCOMPARE(CutOvers(connection(), m_clock).find(cutOver.id)->crosswalkRows, 2);
    const auto review = reviews.review(cutOver.id);
    VERIFY_OK(review);
    QCOMPARE(review->teams.at(0).proposal.proposed().value, 8002);
    QCOMPARE(review->teams.at(1).proposal.proposed().value, 8001);
    QCOMPARE(toString(review->teams.at(0).proposal.strength), u"strong"_s);
}

void TestCutOver::reviewProposes()
{
    fill();
    const CutOver cutOver = enter();
    const auto review = CutOverReviews(connection(), m_clock).review(cutOver.id);
    VERIFY_OK(review);
    QCOMPARE(review->pools.size(), 5);
    QCOMPARE(review->teams.size(), 2);
    const CutOverTeam &team = review->teams.constFirst();
    QCOMPARE(team.careTeam, green);
    QCOMPARE(team.name, u"** DAYTON: Primary Care Green %"_s);
    QCOMPARE(team.prescribers, 4);
    QCOMPARE(team.open, 4);
    QCOMPARE(team.waiting, 4);
    QCOMPARE(team.proposal.proposed(), newGreen);
    QVERIFY(!team.choice);
    VERIFY_ERROR(CutOverReviews(connection(), m_clock).review(CutOverId{99}), ErrorCode::NotFound);
}

RENEWAL_STORE_TEST_MAIN(TestCutOver)
#include "tst_cutover.moc"
