// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/triageplan.h"
#include "models/items/triagetexts.h"

#include <QTest>

using namespace renewal;
using namespace Qt::StringLiterals;

namespace {
Renewal renewalIn(const QString &state, qint64 team = 7, const QString &patient = u"A"_s)
{
    Renewal renewal;
    renewal.id = {1};
    renewal.state = *renewalStateFromString(state);
    renewal.careTeam = {team};
    renewal.careTeamName = team == 0 ? QString() : u"Team %1"_s.arg(team);
    renewal.patientGroup = patient;
    renewal.drug = u"LISINOPRIL 20MG TAB"_s;
    return renewal;
}
} // namespace

class TestTriageTexts : public QObject
{
    Q_OBJECT

private slots:
    void whatCanBeDone_data();
    void whatCanBeDone();
    void planTellsWhoStays();
    void resultNamesTheTeamOrHowMany();
    void subjectsAreNamed();
    void denialSaysWhatWillHappen();
    void refusalsAreCutWithAWord();
};

void TestTriageTexts::whatCanBeDone_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("state");
    QTest::addColumn<qint64>("team");
    QTest::addColumn<bool>("can");
    QTest::newRow("route with a team") << u"route"_s << u"ready_to_route"_s << qint64(7) << true;
    QTest::newRow("route without a team") << u"route"_s << u"needs_routing"_s << qint64(0) << false;
    QTest::newRow("route what is routed") << u"route"_s << u"routed"_s << qint64(7) << false;
    QTest::newRow("route community care") << u"route"_s << u"external"_s << qint64(7) << false;
    QTest::newRow("route what was sent back") << u"route"_s << u"returned"_s << qint64(7) << false;
    QTest::newRow("reroute what is routed") << u"reroute"_s << u"routed"_s << qint64(7) << true;
    QTest::newRow("reroute community care") << u"reroute"_s << u"external"_s << qint64(0) << true;
    QTest::newRow("reroute without a team") << u"reroute"_s << u"needs_routing"_s << qint64(0) << true;
    QTest::newRow("reroute what cannot be renewed")
        << u"reroute"_s << u"not_renewable"_s << qint64(7) << false;
    QTest::newRow("assign what cannot be renewed") << u"assign"_s << u"not_renewable"_s << qint64(0) << true;
    QTest::newRow("deny what cannot be renewed") << u"deny"_s << u"not_renewable"_s << qint64(0) << true;
    QTest::newRow("deny community care") << u"deny"_s << u"external"_s << qint64(0) << true;
    QTest::newRow("deny what is closed") << u"deny"_s << u"closed"_s << qint64(0) << false;
}

void TestTriageTexts::whatCanBeDone()
{
    QFETCH(QString, action);
    QFETCH(QString, state);
    QFETCH(qint64, team);
    QFETCH(bool, can);
    const QString why = items::whyNot(*triageActionFromString(action), renewalIn(state, team));
    QCOMPARE(why.isEmpty(), can);
}

void TestTriageTexts::planTellsWhoStays()
{
    const auto plan =
        items::planTriage(TriageAction::Route, {renewalIn(u"ready_to_route"_s), renewalIn(u"routed"_s),
                                                renewalIn(u"needs_routing"_s, 0)});
    QCOMPARE(plan.fitting.size(), 1);
    QCOMPARE(plan.others, 2);
    QVERIFY(items::planText(plan, u"Routes"_s).startsWith(u"Routes\n2 of those"));
    QVERIFY(items::planText(plan, u"Routes"_s).contains(u"routed already"));
    const auto none = items::planTriage(TriageAction::Route, {renewalIn(u"closed"_s)});
    QVERIFY(!none.isPossible());
    QCOMPARE(items::planText(none, u"Routes"_s), u"It is closed."_s);
    QVERIFY(!items::planText({}, u"Routes"_s).isEmpty());
}

void TestTriageTexts::resultNamesTheTeamOrHowMany()
{
    TriageRequest request;
    QCOMPARE(items::triageResult(request, {}, {}), u"Nothing changed"_s);
    QCOMPARE(items::triageResult(request, {renewalIn(u"routed"_s), renewalIn(u"routed"_s)}, {}),
             u"2 routed to Team 7"_s);
    QCOMPARE(items::triageResult(request, {renewalIn(u"routed"_s, 7), renewalIn(u"routed"_s, 8)}, {}),
             u"2 routed to 2 care teams"_s);
    request.action = TriageAction::Reroute;
    QCOMPARE(items::triageResult(request, {renewalIn(u"routed"_s)}, u"Blue"_s), u"1 rerouted to Blue"_s);
    request.action = TriageAction::Assign;
    request.assignee = u"R. Alvarez"_s;
    QCOMPARE(items::triageResult(request, {renewalIn(u"in_review"_s)}, {}), u"1 assigned to R. Alvarez"_s);
    request.assignee.clear();
    QCOMPARE(items::triageResult(request, {renewalIn(u"needs_routing"_s)}, {}), u"1 given back"_s);
}

void TestTriageTexts::subjectsAreNamed()
{
    Renewal first = renewalIn(u"ready_to_route"_s);
    first.patientKey = u"••••4365"_s;
    Renewal other = renewalIn(u"ready_to_route"_s, 7, u"B"_s);
    other.patientKey = u"••••4365"_s; // another patient who looks alike
    other.drug = u"SERTRALINE"_s;
    Renewal second = first;
    second.drug = u"METFORMIN"_s;
    Renewal nobody = renewalIn(u"ready_to_route"_s, 7, {});
    nobody.drug.clear();
    QCOMPARE(items::subjectLines({}, 3), QStringList());
    QCOMPARE(items::subjectLines({first, other, second}, 3),
             (QStringList{u"Patient •••• 4365: LISINOPRIL 20MG TAB, METFORMIN"_s,
                          u"Patient •••• 4365: SERTRALINE"_s}));
    QCOMPARE(items::subjectLines({nobody, nobody}, 3),
             QStringList(2, u"Patient unknown: Medication not named"_s));
    QCOMPARE(items::subjectLines({first, other, second}, 1),
             (QStringList{u"Patient •••• 4365: LISINOPRIL 20MG TAB"_s, u"and 2 more"_s}));
}

void TestTriageTexts::denialSaysWhatWillHappen()
{
    const QString text = items::denialConsequence({renewalIn(u"not_renewable"_s, 0, u"A"_s),
                                                   renewalIn(u"not_renewable"_s, 0, u"A"_s),
                                                   renewalIn(u"not_renewable"_s, 0, u"B"_s)});
    QVERIFY2(text.startsWith(u"3 request"), qPrintable(text));
    QVERIFY(text.contains(u"2 patient"));
    QVERIFY(text.contains(u"undo"));
}

void TestTriageTexts::refusalsAreCutWithAWord()
{
    const QVector<TriageRefusal> refused(4, {{1}, u"conflict"_s, u"Somebody changed it."_s});
    const QStringList lines = items::refusalLines(refused, {renewalIn(u"routed"_s)}, 2);
    QCOMPARE(lines, (QStringList{u"LISINOPRIL 20MG TAB: Somebody changed it."_s,
                                 u"LISINOPRIL 20MG TAB: Somebody changed it."_s, u"and 2 more"_s}));
    QCOMPARE(items::refusalLines({refused.first()}, {}, 2),
             QStringList{u"One renewal: Somebody changed it."_s});
}

QTEST_GUILESS_MAIN(TestTriageTexts)
#include "tst_triagetexts.moc"
