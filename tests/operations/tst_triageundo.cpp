// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/careteamrepository.h"
#include "app/store/connection.h"
#include "app/store/renewalrepository.h"
#include "tests/operations/triagetest.h"

using namespace renewal;
using namespace renewal::operations;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

/// Taking actions back, and what other changes do to renewals that somebody has in hand.
class TestTriageUndo : public TriageTest
{
    Q_OBJECT

public:
    using TriageTest::TriageTest;

private slots:
    void undoRestoresExactly_data();
    void undoRestoresExactly();
    void undoLeavesWhatOthersChanged();
    void undoFollowsTheLinkAsItIs();
    void undoStopsAtANewerRequest();
    void nothingIsUndoneTwice();
    void decisionsLeaveItInHand();
    void givingBackFollowsTheLink();
};

void TestTriageUndo::undoRestoresExactly_data()
{
    QTest::addColumn<int>("action");
    QTest::addColumn<QVector<qint64>>("ids");
    QTest::newRow("route") << int(TriageAction::Route) << QVector<qint64>{2, 3, 4};
    QTest::newRow("reroute") << int(TriageAction::Reroute) << QVector<qint64>{1, 2, 4, 5, 7, 8};
    QTest::newRow("assign") << int(TriageAction::Assign) << QVector<qint64>{1, 2, 4, 5, 6, 7};
    QTest::newRow("deny") << int(TriageAction::Deny) << QVector<qint64>{1, 2, 3, 4, 5, 6, 7};
}

void TestTriageUndo::undoRestoresExactly()
{
    QFETCH(int, action);
    QFETCH(QVector<qint64>, ids);
    fill();
    const auto before = rows();
    const auto outcome = act(TriageAction(action), ids);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->changed.size(), ids.size());
    QVERIFY(rows() != before);
    const auto undone = triage().undo(outcome->batch.toLongLong(), u"colleague"_s);
    VERIFY_OK(undone);
    QVERIFY(undone->refused.isEmpty());
    QCOMPARE(undone->changed.size(), ids.size());
    QVERIFY(undone->batch.isEmpty());
    QCOMPARE(rows(), before);
    for (const qint64 id : ids)
        QCOMPARE(renewal(id).version, 3); // a version never comes back
    QVERIFY(renewal(2).careTeamProbability == 0.1 + 0.2);
}

void TestTriageUndo::undoLeavesWhatOthersChanged()
{
    fill();
    const auto assigned = act(TriageAction::Assign, {1, 2, 5});
    VERIFY_OK(assigned);
    VERIFY_OK(act(TriageAction::Deny, {2}));
    const auto undone = triage().undo(assigned->batch.toLongLong(), u"nurse"_s);
    VERIFY_OK(undone);
    QCOMPARE(undone->changed.size(), 2);
    QCOMPARE(undone->refused.size(), 1);
    QCOMPARE(undone->refused.constFirst().id.value, 2);
    QCOMPARE(undone->refused.constFirst().code, u"conflict"_s);
    QCOMPARE(states(), u"nee clo rea in_ ext not ret rou clo"_s);
}

void TestTriageUndo::undoFollowsTheLinkAsItIs()
{
    fill();
    const auto routed = act(TriageAction::Route, {2, 3});
    VERIFY_OK(routed);
    link(otherTeam); // routed ones stay where they are
    QCOMPARE(toString(renewal(2).state), u"routed"_s);
    QCOMPARE(renewal(2).version, 2);
    VERIFY_OK(triage().undo(routed->batch.toLongLong(), u"nurse"_s));
    QCOMPARE(toString(renewal(2).state), u"ready_to_route"_s);
    QCOMPARE(renewal(2).careTeam, otherTeam);
    const auto again = act(TriageAction::Route, {2, 3});
    VERIFY_OK(again);
    link({});
    VERIFY_OK(triage().undo(again->batch.toLongLong(), u"nurse"_s));
    QCOMPARE(toString(renewal(3).state), u"needs_routing"_s);
    QVERIFY(!renewal(3).careTeam.isValid());
    QVERIFY(!renewal(3).stateReason.isEmpty());
}

void TestTriageUndo::undoStopsAtANewerRequest()
{
    fill();
    const auto denied = act(TriageAction::Deny, {1, 2});
    VERIFY_OK(denied);
    Renewal again = renewal(1);
    again.state = RenewalState::NeedsRouting;
    again.outcome.clear();
    again.outcomeReason.clear();
    VERIFY_OK(store::RenewalRepository(connection()).insert(again));
    const auto undone = triage().undo(denied->batch.toLongLong(), u"nurse"_s);
    VERIFY_OK(undone);
    QCOMPARE(undone->changed.size(), 1);
    QCOMPARE(undone->refused.constFirst().id.value, 1);
    QCOMPARE(undone->refused.constFirst().code, u"conflict"_s);
    QCOMPARE(toString(renewal(1).state), u"closed"_s);
}

void TestTriageUndo::nothingIsUndoneTwice()
{
    fill();
    VERIFY_ERROR(triage().undo(1, u"nurse"_s), ErrorCode::NotFound);
    const auto denied = act(TriageAction::Deny, {1});
    VERIFY_OK(denied);
    VERIFY_OK(triage().undo(denied->batch.toLongLong(), u"nurse"_s));
    VERIFY_ERROR(triage().undo(denied->batch.toLongLong(), u"nurse"_s), ErrorCode::Conflict);
    VERIFY_ERROR(triage().undo(denied->batch.toLongLong() + 1, u"nurse"_s), ErrorCode::Conflict);
    QCOMPARE(renewal(1).version, 3);
}

void TestTriageUndo::decisionsLeaveItInHand()
{
    fill();
    VERIFY_OK(act(TriageAction::Assign, {2}));
    VERIFY_OK(act(TriageAction::Route, {3}));
    const auto before = rows();
    const auto of = [&](int id) { return rows().at(id - 1); };
    link(otherTeam);
    VERIFY_OK(store::RenewalRepository(connection()).moveStation(u"552"_s));
    for (const int id : {2, 3, 4})
        QCOMPARE(of(id), before.at(id - 1));
    // In hand for a team that its prescriber is not linked to any more: nothing is guessed.
    const auto refused = act(TriageAction::Route, {4});
    VERIFY_OK(refused);
    QCOMPARE(refused->refused.constFirst().code, u"conflict"_s);
    VERIFY_OK(store::CareTeamRepository(connection()).upsert([] {
        CareTeam team = sampleTeam(otherTeam.value, u"Team 7002"_s);
        team.blocked = true;
        return team;
    }()));
    const auto closed = act(TriageAction::Reroute, {4});
    VERIFY_OK(closed);
    QCOMPARE(closed->refused.constFirst().code, u"care_team_closed"_s);
}

void TestTriageUndo::givingBackFollowsTheLink()
{
    fill();
    TriageRequest back = request(TriageAction::Assign, {4});
    back.assignee.clear();
    VERIFY_OK(
        connection().run(u"INSERT INTO prescription (parent_station, ehr, prescription_id, patient_key, "
                         "station, document) SELECT parent_station, ehr, prescription_id, patient_key, "
                         "station, '{}' FROM renewal WHERE id = 4"_s));
    VERIFY_OK(connection().run(u"UPDATE renewal SET rule_version = '' WHERE id = 4"_s)); // nothing was judged
    link(otherTeam);
    const auto outcome = triage().act(back, u"nurse"_s);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->changed.size(), 1);
    QCOMPARE(renewal(4).careTeam, otherTeam);
    QCOMPARE(renewal(4).careTeamName, u"Team 7002"_s);
    QCOMPARE(renewal(4).assignee, QString());
    QCOMPARE(toString(renewal(4).state), u"ready_to_route"_s);
}

RENEWAL_STORE_TEST_MAIN(TestTriageUndo)
#include "tst_triageundo.moc"
