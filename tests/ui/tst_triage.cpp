// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk.h"
#include "ui/renewals/renewalsworkspace.h"

#include <QAbstractItemView>
#include <QAction>
#include <QSignalSpy>

using namespace renewal;
using namespace Qt::StringLiterals;
using test::Desk;

class TestTriage : public QObject
{
    Q_OBJECT

private slots:
    void clearsAPatientAndUndoes();
    void enterRoutesThePresentRow();
    void headingStandsForItsParts();
    void enterFindsTheTeamWhereThereIsNone();
    void actionSaysWhyItCannot();
    void deniesWithAReason();
    void denialCanBeLeft();
    void assignsToMeAndGivesBack();
    void assignsToSomebody();
    void reroutesToAChosenTeam();
    void refusalIsToldWithItsReason();
    void lostAnswerIsRepeatedUnderItsKey();
    void everyActionIsInTheOverview();
};

void TestTriage::clearsAPatientAndUndoes()
{
    Desk desk;
    QVERIFY(desk.open());
    const QStringList before = desk.drugs();
    desk.key(Qt::Key_Up); // from the first renewal to the heading of its patient
    QVERIFY(desk.model()->isHeading(desk.table()->currentIndex().row()));
    desk.key(Qt::Key_Space);
    QCOMPARE(desk.model()->checkedCount(), 3);
    QCOMPARE(desk.primary()->text(), u"Route 2"_s); // one of the three has no care team
    QVERIFY(desk.primary()->toolTip().contains(u"No care team is known"));
    desk.key(Qt::Key_R);
    QVERIFY(desk.settle());
    QCOMPARE(desk.world.renewals.triageRequests.size(), 1);
    QCOMPARE(desk.world.renewals.triageRequests.first().renewals.size(), 2);
    QCOMPARE(desk.result(), u"2 routed to Blue team, PACT"_s);
    QCOMPARE(desk.drugs(), before.mid(2));
    QCOMPARE(desk.model()->checkedCount(), 1); // what stayed is still chosen
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(desk.settle());
    QCOMPARE(desk.world.renewals.undoneBatches.size(), 1);
    QTRY_COMPARE(desk.drugs(), before);
    QCOMPARE(desk.title(), u"LISINOPRIL 20MG TAB"_s); // what came back is looked at
    QVERIFY(!desk.find<QAction>(u"undoTriageAction"_s)->isEnabled());
}

void TestTriage::enterRoutesThePresentRow()
{
    Desk desk;
    QVERIFY(desk.open());
    QCOMPARE(desk.primary()->text(), u"Route 1"_s);
    desk.key(Qt::Key_Return);
    QVERIFY(desk.settle());
    QCOMPARE(desk.result(), u"1 routed to Blue team, PACT"_s);
    QCOMPARE(desk.title(), u"METFORMIN HCL 500MG TAB"_s); // the next one
    desk.key(Qt::Key_Return);
    QVERIFY(desk.settle());
    QCOMPARE(desk.title(), u"ATORVASTATIN 40MG TAB"_s);
}

void TestTriage::headingStandsForItsParts()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.key(Qt::Key_Left); // to the heading
    QCOMPARE(desk.primary()->text(), u"Route 2"_s);
    desk.key(Qt::Key_Left); // folds
    QCOMPARE(desk.drugs().first(), u"SERTRALINE"_s);
    desk.key(Qt::Key_R);
    QVERIFY(desk.settle());
    QCOMPARE(desk.result(), u"2 routed to Blue team, PACT"_s);
    QCOMPARE(desk.model()->renewalsAt(0).size(), 1);
}

void TestTriage::enterFindsTheTeamWhereThereIsNone()
{
    Desk desk;
    QVERIFY(desk.open());
    QSignalSpy wanted(desk.find<ui::RenewalsWorkspace>(u"renewalsWorkspace"_s),
                      &ui::RenewalsWorkspace::prescriberWanted);
    desk.key(Qt::Key_J);
    desk.key(Qt::Key_J); // ATORVASTATIN of Okafor, C.
    QCOMPARE(desk.primary()->text(), u"Find team"_s);
    QVERIFY(desk.settle());
    desk.key(Qt::Key_Return);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().value<PrescriberId>().value, 2);
    QVERIFY(desk.world.renewals.triageRequests.isEmpty());
}

void TestTriage::actionSaysWhyItCannot()
{
    Desk desk;
    desk.world.renewals.rows[0].state = RenewalState::External;
    QVERIFY(desk.open());
    QVERIFY(!desk.primary()->isEnabled());
    QVERIFY(desk.primary()->toolTip().contains(u"community care"));
    QVERIFY(desk.find<QPushButton>(u"rerouteButton"_s)->isEnabled());
    QVERIFY(desk.find<QPushButton>(u"denyButton"_s)->isEnabled());
    desk.key(Qt::Key_R);
    QVERIFY(desk.settle());
    QVERIFY(desk.world.renewals.triageRequests.isEmpty());
}

void TestTriage::deniesWithAReason()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.key(Qt::Key_Space);
    desk.key(Qt::Key_D);
    auto *dialog = desk.dialog();
    QVERIFY(dialog);
    QVERIFY(dialog->findChild<QLabel *>(u"denyConsequenceLabel"_s)->text().contains(u"closed as denied"));
    auto *confirm = dialog->findChild<QPushButton *>(u"confirmDenyButton"_s);
    QCOMPARE(confirm->text(), u"Deny 1"_s);
    QVERIFY(!confirm->isEnabled()); // not without a reason
    desk.key(Qt::Key_Down);
    desk.key(Qt::Key_Down);
    QVERIFY(confirm->isEnabled());
    desk.key(Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), u"By phone"_s);
    QTest::keyClick(confirm, Qt::Key_Space);
    QTRY_COMPARE(desk.world.renewals.triageRequests.size(), 1);
    const TriageRequest &request = desk.world.renewals.triageRequests.first();
    QCOMPARE(toString(request.action), u"deny"_s);
    QVERIFY(denialReason(request.reason));
    QCOMPARE(request.note, u"By phone"_s);
    QVERIFY(desk.settle());
    QCOMPARE(desk.result(), u"1 denied"_s);
    QCOMPARE(desk.drugs().first(), u"METFORMIN"_s);
}

void TestTriage::denialCanBeLeft()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.key(Qt::Key_D);
    QVERIFY(desk.dialog());
    desk.key(Qt::Key_Escape);
    QVERIFY(desk.back());
    QVERIFY(desk.world.renewals.triageRequests.isEmpty());
}

void TestTriage::assignsToMeAndGivesBack()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.key(Qt::Key_A);
    QVERIFY(desk.settle());
    QCOMPARE(desk.world.renewals.triageRequests.first().assignee, desk.options.userName);
    QCOMPARE(desk.result(), u"1 assigned to R. Alvarez, RN"_s);
    QCOMPARE(desk.title(), u"METFORMIN HCL 500MG TAB"_s);
    desk.key(Qt::Key_K);
    QTRY_COMPARE(desk.find<QPushButton>(u"assignButton"_s)->text(), u"Give back"_s);
    desk.key(Qt::Key_A);
    QVERIFY(desk.settle());
    QVERIFY(desk.world.renewals.triageRequests.last().assignee.isEmpty());
    QCOMPARE(desk.result(), u"1 given back"_s);
}

void TestTriage::assignsToSomebody()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.key(Qt::Key_A, Qt::ShiftModifier);
    auto *dialog = desk.dialog();
    QVERIFY(dialog);
    QVERIFY(!dialog->findChild<QPushButton *>(u"acceptTextButton"_s)->isEnabled());
    QTest::keyClicks(QApplication::focusWidget(), u"J. Okoro"_s);
    desk.key(Qt::Key_Return);
    QTRY_COMPARE(desk.world.renewals.triageRequests.size(), 1);
    QCOMPARE(desk.world.renewals.triageRequests.first().assignee, u"J. Okoro"_s);
}

void TestTriage::reroutesToAChosenTeam()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.key(Qt::Key_E);
    auto *dialog = desk.dialog();
    QVERIFY(dialog);
    auto *reroute = dialog->findChild<QPushButton *>(u"linkTeamButton"_s);
    QCOMPARE(reroute->text(), u"Reroute 1"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"urology"_s);
    auto *list = dialog->findChild<QAbstractItemView *>(u"careTeamsList"_s);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QVERIFY(!reroute->isEnabled()); // not to a team that nobody chose
    desk.key(Qt::Key_Down);
    QVERIFY(reroute->isEnabled());
    desk.key(Qt::Key_Return);
    QTRY_COMPARE(desk.world.renewals.triageRequests.size(), 1);
    QCOMPARE(desk.world.renewals.triageRequests.first().careTeam.value, 6910420);
    QVERIFY(desk.settle());
    QVERIFY(desk.result().startsWith(u"1 rerouted to "));
}

void TestTriage::refusalIsToldWithItsReason()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.world.renewals.refusals.insert(2, {{2}, u"conflict"_s, u"Somebody routed it a moment ago."_s});
    desk.key(Qt::Key_Left);
    desk.key(Qt::Key_Space);
    desk.key(Qt::Key_R);
    QVERIFY(desk.settle());
    QCOMPARE(desk.result(), u"1 routed to Blue team, PACT. 1 stayed"_s);
    auto *reasons = desk.find<QLabel>(u"refusalsLabel"_s);
    QVERIFY(reasons->isVisible());
    QCOMPARE(reasons->text(), u"METFORMIN HCL 500MG TAB: Somebody routed it a moment ago."_s);
    QCOMPARE(desk.drugs().first(), u"METFORMIN"_s);
}

void TestTriage::lostAnswerIsRepeatedUnderItsKey()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.world.renewals.triageReplies.error = Error{ErrorCode::Unavailable, u"The service is away."_s, {}};
    desk.key(Qt::Key_R);
    QVERIFY(desk.settle());
    QCOMPARE(desk.result(), u"The service is away."_s);
    QCOMPARE(desk.drugs().first(), u"LISINOPRIL"_s);
    desk.world.renewals.triageReplies.error.reset();
    desk.key(Qt::Key_R);
    QVERIFY(desk.settle());
    const auto &requests = desk.world.renewals.triageRequests;
    QCOMPARE(requests.size(), 2);
    QCOMPARE(requests[0].idempotencyKey, requests[1].idempotencyKey);
    desk.key(Qt::Key_R);
    QVERIFY(desk.settle());
    QVERIFY(requests[1].idempotencyKey != requests[2].idempotencyKey);
}

void TestTriage::everyActionIsInTheOverview()
{
    Desk desk;
    QVERIFY(desk.open());
    const auto *workspace = desk.find<ui::RenewalsWorkspace>(u"renewalsWorkspace"_s);
    QStringList keys;
    for (const QAction *action : workspace->actions()) {
        QVERIFY(!action->objectName().isEmpty());
        QVERIFY(!action->text().isEmpty());
        if (!action->shortcut().isEmpty()) // else it is in the menu alone
            keys += action->shortcut().toString();
    }
    for (const auto &key : {u"R"_s, u"E"_s, u"A"_s, u"Shift+A"_s, u"D"_s, u"Ctrl+Z"_s, u"Space"_s, u"J"_s,
                            u"K"_s, u"F8"_s, u"Return"_s, u"Ctrl+S"_s})
        QVERIFY2(keys.contains(key), qPrintable(key));
    keys.sort();
    QCOMPARE(keys.removeDuplicates(), 0);
}

QTEST_MAIN(TestTriage)
#include "tst_triage.moc"
