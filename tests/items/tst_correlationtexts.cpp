// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/correlationtexts.h"

#include <QTest>

using namespace renewal;
using namespace Qt::StringLiterals;

/// The sentences of the correlations desk.
class TestCorrelationTexts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void effectSaysSoWhenNothingChanges();
    void outcomeNamesTheCasesItMoved();
    void effectTellsWhereTheOthersStay_data();
    void effectTellsWhereTheOthersStay();
    void whatIsLinkedWaitsForNoDecision();
    void whatWouldChangeIsASentence();
};

void TestCorrelationTexts::effectSaysSoWhenNothingChanges()
{
    QCOMPARE(items::effectLines({}), QStringList{u"No waiting renewal changes"_s});
    QCOMPARE(items::effectLines({.becomeReady = 22, .unchanged = 7}).size(), 2);
}

void TestCorrelationTexts::outcomeNamesTheCasesItMoved()
{
    DecisionOutcome outcome;
    outcome.effect.becomeReady = 2;
    const QString alone = items::outcomeText(outcome);
    QCOMPARE(alone, items::effectLines(outcome.effect).join(u", "));
    outcome.moved = {{PrescriberId{1}, u"Smith, Bella"_s, u"PACT BLUE"_s, 0.4, 0.6},
                     {PrescriberId{2}, u"Smith, Cora"_s, u"PACT BLUE"_s, 0.9, 0.99, true},
                     {PrescriberId{3}, u"Smith, Dan"_s, u"PACT RED"_s, 0.99, 0.7, false, true}};
    QCOMPARE(items::outcomeText(outcome),
             alone + u"; Smith, Bella: PACT BLUE from 40 % to 60 %; Smith, Cora is linked to PACT BLUE now; "
                     "Smith, Dan waits for a person now"_s);
    outcome.moved += outcome.moved;
    QVERIFY(items::outcomeText(outcome).endsWith(u"3 other case(s) moved"_s));
}

void TestCorrelationTexts::effectTellsWhereTheOthersStay_data()
{
    QTest::addColumn<DecisionEffect>("effect");
    QTest::addColumn<QStringList>("moved");
    QTest::addColumn<QString>("beyond");
    const QString two = u"2 stay: not renewable, or in review"_s;
    QTest::newRow("link") << DecisionEffect{.becomeReady = 18, .unchanged = 2}
                          << QStringList{u"18 renewal(s) become ready to route"_s} << two;
    QTest::newRow("none is right, nothing was linked")
        << DecisionEffect{.unchanged = 20, .stayNeedsTeam = 18}
        << QStringList{u"18 go on waiting for a care team"_s} << two;
    QTest::newRow("confirmed: all of them are ready already")
        << DecisionEffect{.unchanged = 4, .stayReady = 4}
        << QStringList{u"4 are ready to route to this team already"_s} << QString();
    QTest::newRow("external once more")
        << DecisionEffect{.becomeExternal = 1, .unchanged = 5, .stayExternal = 3}
        << QStringList{u"1 renewal(s) become external"_s, u"3 are external already"_s} << two;
}

void TestCorrelationTexts::effectTellsWhereTheOthersStay()
{
    QFETCH(DecisionEffect, effect);
    QTEST(items::movedLines(effect), "moved");
    QTEST(items::beyondText(effect), "beyond");
}

void TestCorrelationTexts::whatIsLinkedWaitsForNoDecision()
{
    const QDateTime now(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
    PrescriberSummary summary;
    QCOMPARE(items::waitingText(summary, now), u"No renewal is waiting"_s);
    summary.waiting = 4;
    summary.oldestWaiting = now.addDays(-5);
    summary.correlation.status = CorrelationStatus::Suggested;
    QCOMPARE(items::waitingText(summary, now),
             u"4 renewal(s) are waiting for this decision, the oldest for 5 d"_s);
    summary.correlation.status = CorrelationStatus::Automatic;
    QCOMPARE(items::waitingText(summary, now),
             u"4 renewal(s) are ready to route to the linked team, the oldest for 5 d"_s);
}

void TestCorrelationTexts::whatWouldChangeIsASentence()
{
    CandidateSet set;
    set.candidates = {{{1},
                       u"A"_s,
                       0.8,
                       {{u"prior"_s, -4, u"Starting odds."_s},
                        {u"surname"_s, 4, u"The surname is rare here."_s},
                        {u"patients"_s, 2, u"30 of 40 patients shared"_s}}},
                      {{2}, u"B"_s, 0.05, {{u"left"_s, -5, u"Its lead left."_s}}}};
    set.noneProbability = 0.15;
    // A person decides already, and nothing speaks against it that would be in the way of matching.
    QCOMPARE(items::counterfactualText(set, 0), QString());
    set.candidates[0].probability = 0.99;
    set.candidates[1].probability = 0.004;
    set.noneProbability = 0.006;
    const QString nbsp(QChar::Nbsp);
    QCOMPARE(
        items::counterfactualText(set, 0),
        u"What would change this: without “The surname is rare here” it would be 86%1%, below the 98.5%1% "
        "that matching needs to link by itself."_s.replace(u"%1"_s, nbsp));
    set.candidates[0].evidence[2].bits = 0.5;
    set.candidates[0].evidence[1].bits = 0.4;
    QCOMPARE(
        items::counterfactualText(set, 0),
        u"What would change this: without “30 of 40 patients shared” and “The surname is rare here” it "
        "would be 98%1%, below the 98.5%1% that matching needs to link by itself."_s.replace(u"%1"_s, nbsp));
    set.candidates[1].probability = 0.8;
    set.candidates[0].probability = 0.1;
    set.noneProbability = 0.1;
    QCOMPARE(
        items::counterfactualText(set, 1),
        u"What would change this: without “Its lead left” it would be 99%1%, at or above the 98.5%1% that "
        "matching needs to link by itself."_s.replace(u"%1"_s, nbsp));
    QCOMPARE(items::counterfactualText(set, 2), QString()); // none of these
}

QTEST_GUILESS_MAIN(TestCorrelationTexts)
#include "tst_correlationtexts.moc"
