// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/triageplan.h"
#include "tests/ui/desk.h"
#include "ui/renewals/renewalsworkspace.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSpinBox>

using namespace renewal;
using namespace Qt::StringLiterals;
using test::Desk;

/// How renewals are ended from the window, by keyboard: what is asked, what is said, what is sent.
class TestEnding : public QObject
{
    Q_OBJECT

private slots:
    void approvesAsBefore();
    void theDialogSaysWhichOutcome_data();
    void theDialogSaysWhichOutcome();
    void checksStandInTheWay_data();
    void checksStandInTheWay();
    void returnsToTheVeteran();
    void closesADuplicate();
    void closesAsWithdrawn();
    void offersAnotherTeamBeforeDenial();
    void anUnfitTeamSaysWhy();
    void severalPatientsAreShownFirst();
    void theWholeViewIsRouted();
    void aLostPieceIsGoneOnWith();
    void ctrlZTakesBackStepByStep();

private:
    static const TriageRequest &last(const Desk &desk) { return desk.world.renewals.triageRequests.last(); }
};

void TestEnding::approvesAsBefore()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.key(Qt::Key_P, Qt::ShiftModifier);
    QVERIFY(desk.settle());
    QCOMPARE(toString(last(desk).action), u"approve"_s);
    QVERIFY(!last(desk).order);
    QCOMPARE(desk.result(), u"1 approved"_s);
    QCOMPARE(desk.title(), u"METFORMIN HCL 500MG TAB"_s);
}

void TestEnding::theDialogSaysWhichOutcome_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("button");
    QTest::addColumn<bool>("isPossible");
    QTest::addColumn<QString>("result");
    const auto row = [](const char *name, const char *field, const char *text, const char *button,
                        bool isPossible, const char *result = "") {
        QTest::newRow(name) << QString::fromLatin1(field) << QString::fromLatin1(text)
                            << QString::fromLatin1(button) << isPossible << QString::fromLatin1(result);
    };
    row("nothing changed", "approveQuantityEdit", "90", "Approve", true, "1 approved");
    row("another count", "approveQuantityEdit", "30", "Approve with changes", true,
        "1 approved with changes");
    row("other instructions", "approveSigEdit", "TAKE TWO", "Replace", true, "1 replaced");
    row("another medication", "approveDrugEdit", "LOSARTAN 50MG TAB", "Replace", true, "1 replaced");
    row("none", "approveQuantityEdit", "0", "Approve", false);
    row("too many", "approveQuantityEdit", "10001", "Approve", false);
    row("no number", "approveQuantityEdit", "some", "Approve", false);
    row("no medication", "approveDrugEdit", "", "Approve", false);
    row("no instructions any more", "approveSigEdit", "", "Approve", false);
}

void TestEnding::theDialogSaysWhichOutcome()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(QString, button);
    QFETCH(bool, isPossible);
    QFETCH(QString, result);
    Desk desk;
    QVERIFY(desk.open());
    desk.key(Qt::Key_P);
    auto *dialog = desk.dialog();
    QVERIFY(dialog);
    auto *confirm = dialog->findChild<QPushButton *>(u"confirmApproveButton"_s);
    QTRY_VERIFY(confirm->isEnabled());
    QCOMPARE(dialog->findChild<QLabel *>(u"formerQuantityLabel"_s)->text(), u"90"_s);
    QCOMPARE(dialog->findChild<QLabel *>(u"formerRefillsLabel"_s)->text(), u"not known"_s);
    auto *edit = dialog->findChild<QWidget *>(field);
    edit->setFocus();
    QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
    if (text.isEmpty())
        QTest::keyClick(edit, Qt::Key_Delete);
    QTest::keyClicks(edit, text);
    QCOMPARE(confirm->text(), button);
    QCOMPARE(confirm->isEnabled(), isPossible);
    QVERIFY(!dialog->findChild<QLabel *>(u"approveOutcomeLabel"_s)->text().isEmpty());
    desk.key(Qt::Key_Return);
    if (!isPossible) {
        QVERIFY(dialog->isVisible());
        desk.key(Qt::Key_Escape);
        QVERIFY(desk.back());
        QVERIFY(desk.world.renewals.triageRequests.isEmpty());
        return;
    }
    QTRY_COMPARE(desk.world.renewals.triageRequests.size(), 1);
    QVERIFY(last(desk).order);
    QCOMPARE(*last(desk).order->refills, 0);
    QVERIFY(!last(desk).gateOverride);
    QVERIFY(desk.back());
    QVERIFY(desk.settle());
    QCOMPARE(desk.result(), result);
}

void TestEnding::checksStandInTheWay_data()
{
    QTest::addColumn<int>("renewable"); // -1: not known
    QTest::addColumn<QString>("gate");
    QTest::addColumn<QString>("said");
    QTest::newRow("does not pass") << 0 << u"gate6_refills"_s << u"does not pass"_s;
    QTest::newRow("not fully checked")
        << -1 << QString::fromLatin1(notFullyChecked) << u"Not fully checked"_s;
}

void TestEnding::checksStandInTheWay()
{
    QFETCH(int, renewable);
    QFETCH(QString, gate);
    QFETCH(QString, said);
    Desk desk;
    RenewalDetail &detail = desk.world.renewals.details[1];
    detail.renewable = renewable < 0 ? std::nullopt : std::optional(renewable > 0);
    detail.gate = u"gate6_refills"_s;
    detail.verdictText = u"It has refills left."_s;
    QVERIFY(desk.open());
    desk.key(Qt::Key_P);
    auto *dialog = desk.dialog();
    QVERIFY(dialog);
    auto *gates = dialog->findChild<QLabel *>(u"approveGatesLabel"_s);
    QTRY_VERIFY2(gates->text().contains(said), qPrintable(gates->text()));
    auto *confirm = dialog->findChild<QPushButton *>(u"confirmApproveButton"_s);
    QVERIFY(!confirm->isEnabled()); // not without a reason
    auto *why = dialog->findChild<QLineEdit *>(u"overrideReasonEdit"_s);
    QVERIFY(why->isVisible());
    why->setFocus();
    QTest::keyClicks(why, u"She travels"_s);
    QVERIFY(confirm->isEnabled());
    desk.key(Qt::Key_Return);
    QTRY_COMPARE(desk.world.renewals.triageRequests.size(), 1);
    QCOMPARE(last(desk).gateOverride->gate, gate);
    QCOMPARE(last(desk).gateOverride->reason, u"She travels"_s);
}

void TestEnding::returnsToTheVeteran()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.key(Qt::Key_T);
    auto *dialog = desk.dialog();
    QVERIFY(dialog);
    auto *confirm = dialog->findChild<QPushButton *>(u"confirmReturnButton"_s);
    QVERIFY(!confirm->isEnabled());
    QTest::keyClicks(QApplication::focusWidget(), u"Which dose do you take?"_s);
    QVERIFY(confirm->isEnabled());
    QTest::keyClick(confirm, Qt::Key_Space);
    QTRY_COMPARE(desk.world.renewals.triageRequests.size(), 1);
    QCOMPARE(toString(last(desk).action), u"return"_s);
    QCOMPARE(last(desk).message, u"Which dose do you take?"_s);
    QVERIFY(desk.back());
    QVERIFY(desk.settle());
    QCOMPARE(desk.result(), u"1 returned to the Veteran"_s);
}

void TestEnding::closesADuplicate()
{
    Desk desk;
    desk.world.renewals.rows[2].drug = desk.world.renewals.rows[0].drug;
    QVERIFY(desk.open());
    desk.key(Qt::Key_U);
    auto *dialog = desk.dialog();
    QVERIFY(dialog);
    auto *list = dialog->findChild<QListWidget *>(u"duplicatesList"_s);
    QCOMPARE(list->count(), 2); // the patient's others, and nobody else's
    QVERIFY(list->item(0)->text().startsWith(desk.world.renewals.rows[0].drug)); // the same medication first
    QVERIFY(list->selectedItems().isEmpty());
    auto *confirm = dialog->findChild<QPushButton *>(u"confirmDuplicateButton"_s);
    QVERIFY(!confirm->isEnabled());
    desk.key(Qt::Key_Down);
    QVERIFY(confirm->isEnabled());
    desk.key(Qt::Key_Return);
    QTRY_COMPARE(desk.world.renewals.triageRequests.size(), 1);
    QCOMPARE(last(desk).duplicateOf.value, desk.world.renewals.rows[2].id.value);
    QVERIFY(desk.back());
    QVERIFY(desk.settle());
    QCOMPARE(desk.result(), u"1 closed as duplicate"_s);
}

void TestEnding::closesAsWithdrawn()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.key(Qt::Key_X);
    auto *dialog = desk.dialog();
    QVERIFY(dialog);
    QTest::keyClicks(QApplication::focusWidget(), u"Said so by phone"_s);
    desk.key(Qt::Key_Return);
    QTRY_COMPARE(desk.world.renewals.triageRequests.size(), 1);
    QCOMPARE(toString(last(desk).action), u"withdraw"_s);
    QCOMPARE(last(desk).note, u"Said so by phone"_s);
    QVERIFY(desk.back());
    QVERIFY(desk.settle());
    QCOMPARE(desk.result(), u"1 closed as withdrawn"_s);
}

void TestEnding::offersAnotherTeamBeforeDenial()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.key(Qt::Key_D);
    auto *dialog = desk.dialog();
    QVERIFY(dialog);
    auto *offer = dialog->findChild<QPushButton *>(u"rerouteInsteadButton"_s);
    QVERIFY(!offer->isVisible());
    auto *reasons = dialog->findChild<QListWidget *>(u"denialReasonsList"_s);
    const QVector<DenialReason> all = denialReasons();
    for (int i = 0; i < all.size() && all[i].code != u"NOTPAT"; ++i)
        desk.key(Qt::Key_Down);
    desk.key(Qt::Key_Down);
    QCOMPARE(reasons->currentItem()->data(Qt::UserRole).toString(), u"NOTPAT"_s);
    QVERIFY(offer->isVisible());
    desk.key(Qt::Key_Return);
    QTRY_COMPARE(QApplication::focusWidget(), offer); // Enter goes there, before the denial
    desk.key(Qt::Key_Return);
    QTRY_VERIFY(desk.window->findChild<QDialog *>(u"careTeamDialog"_s));
    auto *teams = desk.window->findChild<QDialog *>(u"careTeamDialog"_s);
    QTRY_VERIFY(teams->isVisible());
    QCOMPARE(teams->findChild<QComboBox *>(u"rerouteReasonCombo"_s)->currentData().toString(),
             u"not_my_patient"_s);
    QVERIFY(desk.world.renewals.triageRequests.isEmpty());
}

void TestEnding::anUnfitTeamSaysWhy()
{
    Desk desk;
    for (CareTeam &team : desk.world.correlations.teams)
        team.blocked = true;
    QVERIFY(desk.open());
    desk.key(Qt::Key_E);
    auto *dialog = desk.dialog();
    QVERIFY(dialog);
    auto *list = dialog->findChild<QAbstractItemView *>(u"careTeamsList"_s);
    QTRY_VERIFY(list->model()->rowCount() > 0);
    desk.key(Qt::Key_Down);
    QVERIFY(!dialog->findChild<QPushButton *>(u"linkTeamButton"_s)->isEnabled());
    QVERIFY(dialog->findChild<QLabel *>(u"careTeamAheadLabel"_s)->text().contains(u"blocked"));
}

void TestEnding::severalPatientsAreShownFirst()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.key(Qt::Key_A, Qt::ControlModifier);
    const int checked = desk.model()->checkedCount();
    QVERIFY(checked > 5);
    desk.key(Qt::Key_P, Qt::ShiftModifier);
    auto *dialog = desk.dialog();
    QVERIFY(dialog);
    QCOMPARE(dialog->objectName(), u"bulkPreviewDialog"_s);
    QVERIFY(desk.world.renewals.triageRequests.isEmpty());
    QVERIFY(dialog->findChild<QLabel *>(u"bulkHeadingLabel"_s)->text().contains(u" patient"));
    QCOMPARE(dialog->findChild<QPushButton *>(u"confirmBulkButton"_s)->text(), u"Approve %1"_s.arg(checked));
    desk.key(Qt::Key_Escape);
    QVERIFY(desk.back());
    QVERIFY(desk.world.renewals.triageRequests.isEmpty());
    desk.key(Qt::Key_P, Qt::ShiftModifier);
    QVERIFY(desk.dialog());
    desk.key(Qt::Key_Return);
    QTRY_COMPARE(desk.world.renewals.triageRequests.size(), 1);
    QCOMPARE(last(desk).renewals.size(), checked);
}

void TestEnding::theWholeViewIsRouted()
{
    Desk desk;
    Renewal one = desk.world.renewals.rows[0];
    for (int i = 0; i < 1200; ++i) {
        one.id.value = 1000 + i;
        one.patientKey = u"P%1"_s.arg(1000 + i);
        desk.world.renewals.rows.append(one);
    }
    desk.world.renewals.extraCounts.clear();
    QVERIFY(desk.open());
    desk.key(Qt::Key_R, Qt::ShiftModifier);
    auto *dialog = desk.dialog();
    QVERIFY(dialog);
    auto *confirm = dialog->findChild<QPushButton *>(u"confirmBulkButton"_s);
    QTRY_VERIFY(confirm->isEnabled());
    const auto ready = std::ranges::count_if(desk.world.renewals.rows, [](const Renewal &renewal) {
        return items::whyNot(TriageAction::Route, renewal).isEmpty();
    });
    QCOMPARE(confirm->text(), u"Route %1"_s.arg(QLocale().toString(qint64(ready))));
    QVERIFY(!dialog->findChild<QLabel *>(u"bulkOthersLabel"_s)->text().isEmpty()); // which not, and why
    desk.key(Qt::Key_Return);
    QTRY_COMPARE(desk.world.renewals.triageRequests.size(), 3);
    QVERIFY(desk.back());
    QVERIFY(desk.settle());
    QVERIFY2(desk.result().contains(u" routed to "), qPrintable(desk.result()));
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(desk.settle());
    QCOMPARE(desk.world.renewals.undoneBatches.size(), 3);
}

void TestEnding::aLostPieceIsGoneOnWith()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.world.renewals.triageReplies.error = Error{ErrorCode::Unavailable, u"The service is away."_s, {}};
    desk.key(Qt::Key_R);
    QVERIFY(desk.settle());
    auto *rest = desk.find<QPushButton>(u"restTriageButton"_s);
    QVERIFY(rest->isVisible());
    QCOMPARE(rest->text(), u"Go on with 1"_s);
    desk.world.renewals.triageReplies.error.reset();
    rest->click();
    QVERIFY(desk.settle());
    QCOMPARE(desk.result(), u"1 routed to Blue team, PACT"_s);
    QVERIFY(!rest->isVisible());
    const auto &requests = desk.world.renewals.triageRequests;
    QCOMPARE(requests[0].idempotencyKey, requests[1].idempotencyKey); // it may have been done
}

void TestEnding::ctrlZTakesBackStepByStep()
{
    Desk desk;
    QVERIFY(desk.open());
    const QStringList before = desk.drugs();
    desk.key(Qt::Key_P, Qt::ShiftModifier);
    QVERIFY(desk.settle());
    desk.key(Qt::Key_R);
    QVERIFY(desk.settle());
    auto *undo = desk.find<QPushButton>(u"undoTriageButton"_s);
    QVERIFY2(undo->toolTip().contains(u"1 routed"), qPrintable(undo->toolTip()));
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(desk.settle());
    QVERIFY2(undo->toolTip().contains(u"1 approved"), qPrintable(undo->toolTip()));
    QVERIFY2(undo->text().contains(u"1 approved"), qPrintable(undo->text())); // the bar says which is next
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(desk.settle());
    QTRY_COMPARE(desk.drugs(), before);
    QVERIFY(!desk.find<QAction>(u"undoTriageAction"_s)->isEnabled());
}

QTEST_MAIN(TestEnding)
#include "tst_ending.moc"
