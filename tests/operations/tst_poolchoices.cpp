// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/cutoverreviews.h"
#include "app/operations/decisions.h"
#include "app/operations/poolchoices.h"
#include "app/store/renewalrepository.h"
#include "models/exchange/crosswalkfile.h"
#include "tests/operations/cutovertest.h"

using namespace renewal;
using namespace renewal::operations;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

/// Which pool takes the place of an old care team: review, crosswalk, confirming and taking back.
class TestPoolChoices : public CutOverTest
{
    Q_OBJECT

public:
    using CutOverTest::CutOverTest;

private slots:
    void confirmedPoolsBeginOnTheDay();
    void confirmingAfterTheDayLinksAtOnce();
    void anotherPoolReplacesTheFirst();
    void noneOfThePoolsIsADecision();
    void takingBackLeavesLaterDecisions();
    void whatIsNoPoolIsRefused();
    void staleScreensAreRefused();
    void crosswalkIsTakenWholeOrNotAtAll();
    void reviewProposes();
};

void TestPoolChoices::confirmedPoolsBeginOnTheDay()
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

void TestPoolChoices::confirmingAfterTheDayLinksAtOnce()
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

void TestPoolChoices::anotherPoolReplacesTheFirst()
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

void TestPoolChoices::noneOfThePoolsIsADecision()
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

void TestPoolChoices::takingBackLeavesLaterDecisions()
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

void TestPoolChoices::whatIsNoPoolIsRefused()
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

void TestPoolChoices::staleScreensAreRefused()
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

void TestPoolChoices::crosswalkIsTakenWholeOrNotAtAll()
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

void TestPoolChoices::reviewProposes()
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

RENEWAL_STORE_TEST_MAIN(TestPoolChoices)
#include "tst_poolchoices.moc"
