// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk.h"
#include "ui/renewals/chosenstrip.h"

#include <QAbstractItemView>
#include <QAction>
#include <QListWidget>
#include <QWindow>

using namespace renewal;
using namespace Qt::StringLiterals;
using test::Desk;

/// Nothing happens to a patient whom nobody meant: held keys, double clicks, ticks out of sight.
class TestSafeHands : public QObject
{
    Q_OBJECT

private slots:
    void heldKeyActsOnce_data();
    void heldKeyActsOnce();
    void doubleClickActsOnce();
    void nextActionWaitsForWhatIsShown();
    void doubleUndoTakesOneBack();
    void tickedOthersAreTold();
    void headingTellsItsParts();
    void questionsNameWhomTheyAreAbout_data();
    void questionsNameWhomTheyAreAbout();
    void firstArrowChoosesTheFirstReason();
    void enterOnAReasonDeniesNothing();
    void rerouteChoosesNoTeamByItself();
    void rerouteOffersTheLikelyTeamsFirst();
    void mouseLeavesTheKeyboardInTheList();
    void resultNamesWhomItWasAbout();
    void undoGoesOnWithTheOneBefore();
    void ownWordsStandInTheHead_data();
    void ownWordsStandInTheHead();
    void headDoesNotContradictTheCard();

private:
    static void hold(const Desk &desk, Qt::Key key, int repeats);
};

/// As the window system tells a key that is held down.
void TestSafeHands::hold(const Desk &desk, Qt::Key key, int repeats)
{
    QWindow *window = desk.window->windowHandle();
    for (int i = 0; i <= repeats; ++i) {
        qt_handleKeyEvent(window, QEvent::KeyPress, key, Qt::NoModifier, {}, i > 0);
        QVERIFY(desk.settle());
    }
    qt_handleKeyEvent(window, QEvent::KeyRelease, key, Qt::NoModifier);
    QVERIFY(desk.settle());
}

void TestSafeHands::heldKeyActsOnce_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("Enter") << static_cast<int>(Qt::Key_Return);
    QTest::newRow("Enter of the digits") << static_cast<int>(Qt::Key_Enter);
    QTest::newRow("R") << static_cast<int>(Qt::Key_R);
    QTest::newRow("A") << static_cast<int>(Qt::Key_A);
}

void TestSafeHands::heldKeyActsOnce()
{
    QFETCH(int, key);
    Desk desk;
    QVERIFY(desk.open());
    hold(desk, static_cast<Qt::Key>(key), 6);
    QCOMPARE(desk.world.renewals.triageRequests.size(), 1);
    // Pressed anew it acts again.
    hold(desk, static_cast<Qt::Key>(key), 0);
    QCOMPARE(desk.world.renewals.triageRequests.size(), 2);
}

void TestSafeHands::doubleClickActsOnce()
{
    Desk desk;
    QVERIFY(desk.open(std::chrono::hours(1)));
    QTest::mouseClick(desk.primary(), Qt::LeftButton);
    QTRY_COMPARE(desk.title(), u"METFORMIN HCL 500MG TAB"_s); // the next one is there
    QTRY_VERIFY(desk.find<QLabel>(u"triageSubjectsLabel"_s)->isVisible());
    QVERIFY(!desk.primary()->isEnabled());
    QTest::mouseClick(desk.primary(), Qt::LeftButton);
    desk.key(Qt::Key_R);
    desk.key(Qt::Key_Return);
    QCOMPARE(desk.world.renewals.triageRequests.size(), 1);
    desk.find<ui::RenewalsWorkspace>(u"renewalsWorkspace"_s)->setPause({});
    QTRY_VERIFY(desk.primary()->isEnabled());
    QTest::mouseClick(desk.primary(), Qt::LeftButton);
    QCOMPARE(desk.world.renewals.triageRequests.size(), 2);
}

void TestSafeHands::nextActionWaitsForWhatIsShown()
{
    Desk desk;
    QVERIFY(desk.open());
    auto &details = desk.world.renewals.detailReplies;
    details.hold = true;
    desk.key(Qt::Key_R);
    QTRY_COMPARE(desk.result(), u"1 routed to Blue team, PACT"_s);
    QTRY_VERIFY(details.held() > 0);
    QCOMPARE(desk.title(), u"LISINOPRIL 20MG TAB"_s); // still the one that is gone
    QVERIFY(!desk.primary()->isEnabled());
    desk.key(Qt::Key_R);
    QCOMPARE(desk.world.renewals.triageRequests.size(), 1);
    details.hold = false;
    while (details.held() > 0)
        details.release();
    QVERIFY(desk.settle());
    QCOMPARE(desk.title(), u"METFORMIN HCL 500MG TAB"_s);
    QVERIFY(desk.primary()->isEnabled());
}

void TestSafeHands::doubleUndoTakesOneBack()
{
    Desk desk;
    QVERIFY(desk.open());
    for (int i = 0; i < 2; ++i) {
        desk.key(Qt::Key_R);
        QVERIFY(desk.settle());
    }
    desk.find<ui::RenewalsWorkspace>(u"renewalsWorkspace"_s)->setPause(std::chrono::hours(1));
    auto *undo = desk.find<QPushButton>(u"undoTriageButton"_s);
    QTest::mouseClick(undo, Qt::LeftButton);
    QTRY_COMPARE(desk.result(), u"1 renewal(s) taken back"_s);
    QTest::mouseClick(undo, Qt::LeftButton);
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.world.renewals.undoneBatches.size(), 1);
}

void TestSafeHands::tickedOthersAreTold()
{
    Desk desk;
    QVERIFY(desk.open());
    auto *strip = desk.find<ui::ChosenStrip>(u"chosenStrip"_s);
    auto *chip = desk.find<QWidget>(u"chosenOtherChip"_s);
    QVERIFY(!strip->isVisible()); // one renewal, shown above
    desk.key(Qt::Key_Space);
    QVERIFY(strip->isVisible());
    QVERIFY(!chip->isVisible());
    QCOMPARE(desk.find<QLabel>(u"chosenCountLabel"_s)->text(), u"1 ticked"_s);
    for (int i = 0; i < 3; ++i)
        desk.key(Qt::Key_J);
    QVERIFY(desk.settle());
    QCOMPARE(desk.title(), u"SERTRALINE 50MG TAB"_s); // another patient is looked at
    QVERIFY(chip->isVisible());
    QCOMPARE(desk.find<QLabel>(u"chosenSubjectsLabel"_s)->text(),
             u"Patient •••• 4821: LISINOPRIL 20MG TAB"_s);
    QTest::mouseClick(desk.find<QPushButton>(u"untickButton"_s), Qt::LeftButton);
    QCOMPARE(desk.model()->checkedCount(), 0);
    QVERIFY(!strip->isVisible());
    QVERIFY(desk.table()->hasFocus());
}

void TestSafeHands::headingTellsItsParts()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.key(Qt::Key_Left); // to the heading, whose first part is shown
    QVERIFY(desk.find<ui::ChosenStrip>(u"chosenStrip"_s)->isVisible());
    QCOMPARE(desk.find<QLabel>(u"chosenSubjectsLabel"_s)->text(),
             u"Patient •••• 4821: LISINOPRIL 20MG TAB, METFORMIN HCL 500MG TAB, ATORVASTATIN 40MG TAB"_s);
    QVERIFY(!desk.find<QPushButton>(u"untickButton"_s)->isVisible());
}

void TestSafeHands::questionsNameWhomTheyAreAbout_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::newRow("deny") << static_cast<int>(Qt::Key_D) << 0;
    QTest::newRow("reroute") << static_cast<int>(Qt::Key_E) << 0;
    QTest::newRow("assign") << static_cast<int>(Qt::Key_A) << static_cast<int>(Qt::ShiftModifier);
}

void TestSafeHands::questionsNameWhomTheyAreAbout()
{
    QFETCH(int, key);
    QFETCH(int, modifiers);
    Desk desk;
    QVERIFY(desk.open());
    desk.key(Qt::Key_Space);
    for (int i = 0; i < 4; ++i)
        desk.key(Qt::Key_J);
    desk.key(key, Qt::KeyboardModifiers(modifiers));
    auto *dialog = desk.dialog();
    QVERIFY(dialog);
    QString text;
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        text += label->text() + u'\n';
    QVERIFY2(text.contains(u"Patient •••• 4821: LISINOPRIL 20MG TAB"), qPrintable(text));
    QVERIFY2(!text.contains(u"ALBUTEROL"), qPrintable(text)); // the one shown
    dialog->reject();
    QVERIFY(desk.back());
}

void TestSafeHands::firstArrowChoosesTheFirstReason()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.key(Qt::Key_D);
    auto *dialog = desk.dialog();
    QVERIFY(dialog);
    auto *reasons = dialog->findChild<QListWidget *>(u"denialReasonsList"_s);
    QVERIFY(reasons->selectedItems().isEmpty());
    desk.key(Qt::Key_Down);
    QCOMPARE(reasons->selectedItems().size(), 1);
    QCOMPARE(reasons->row(reasons->selectedItems().first()), 0);
    desk.key(Qt::Key_Down);
    QCOMPARE(reasons->row(reasons->selectedItems().first()), 1);
    dialog->reject();
    QVERIFY(desk.back());
}

void TestSafeHands::enterOnAReasonDeniesNothing()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.key(Qt::Key_D);
    auto *dialog = desk.dialog();
    QVERIFY(dialog);
    desk.key(Qt::Key_Down);
    QWindow *window = dialog->windowHandle();
    for (int i = 0; i < 4; ++i)
        qt_handleKeyEvent(window, QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, {}, i > 0);
    qt_handleKeyEvent(window, QEvent::KeyRelease, Qt::Key_Return, Qt::NoModifier);
    QVERIFY(dialog->isVisible());
    QVERIFY(desk.world.renewals.triageRequests.isEmpty());
    QVERIFY(dialog->findChild<QPushButton *>(u"confirmDenyButton"_s)->hasFocus());
    desk.key(Qt::Key_Return);
    QTRY_COMPARE(desk.world.renewals.triageRequests.size(), 1);
}

void TestSafeHands::rerouteChoosesNoTeamByItself()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.key(Qt::Key_E);
    auto *dialog = desk.dialog();
    QVERIFY(dialog);
    auto *list = dialog->findChild<QAbstractItemView *>(u"careTeamsList"_s);
    QTRY_VERIFY(list->model()->rowCount() > 0);
    desk.key(Qt::Key_Return);
    list->setFocus();
    desk.key(Qt::Key_Return);
    QVERIFY(dialog->isVisible());
    QVERIFY(desk.world.renewals.triageRequests.isEmpty());
    dialog->reject();
    QVERIFY(desk.back());
}

/// In the order of their names the first ones are offices that prescribe nothing.
void TestSafeHands::rerouteOffersTheLikelyTeamsFirst()
{
    Desk desk;
    Renewal &first = desk.world.renewals.rows[0];
    const auto &teams = desk.world.correlations.teams;
    first.sentTo = teams[4].triageTeamId;
    first.careTeam = teams[3].triageTeamId;
    first.prescriberId = {};
    QVERIFY(desk.open());
    desk.key(Qt::Key_E);
    auto *dialog = desk.dialog();
    QVERIFY(dialog);
    const auto *model = dialog->findChild<QAbstractItemView *>(u"careTeamsList"_s)->model();
    QTRY_VERIFY(model->rowCount() > 2);
    QCOMPARE(model->index(0, 0).data(items::IdRole).toLongLong(), teams[4].triageTeamId.value);
    QVERIFY(model->index(0, 0).data(items::SecondLineRole).toString().endsWith(u"the Veteran wrote to it"));
    QCOMPARE(model->index(1, 0).data(items::IdRole).toLongLong(), teams[3].triageTeamId.value);
    QVERIFY(model->index(1, 0).data(items::SecondLineRole).toString().endsWith(u"it goes there now"));
    dialog->reject();
    QVERIFY(desk.back());
}

void TestSafeHands::mouseLeavesTheKeyboardInTheList()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.primary()->setFocus(); // as after a click
    QTest::mouseClick(desk.primary(), Qt::LeftButton);
    QVERIFY(desk.settle());
    QVERIFY(desk.table()->hasFocus());
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(desk.settle());
    QCOMPARE(desk.world.renewals.undoneBatches.size(), 1);
    QVERIFY(desk.table()->hasFocus());
}

void TestSafeHands::resultNamesWhomItWasAbout()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.key(Qt::Key_R);
    QVERIFY(desk.settle());
    const QString subject = u"Patient •••• 4821: LISINOPRIL 20MG TAB"_s;
    QCOMPARE(desk.find<QLabel>(u"triageSubjectsLabel"_s)->text(), subject);
    QVERIFY(desk.find<QPushButton>(u"undoTriageButton"_s)->toolTip().contains(subject));
    QVERIFY(desk.find<QAction>(u"undoTriageAction"_s)->text().contains(subject));
}

void TestSafeHands::undoGoesOnWithTheOneBefore()
{
    Desk desk;
    QVERIFY(desk.open());
    for (int i = 0; i < 2; ++i) {
        desk.key(Qt::Key_R);
        QVERIFY(desk.settle());
    }
    auto *undo = desk.find<QPushButton>(u"undoTriageButton"_s);
    QTest::mouseClick(undo, Qt::LeftButton);
    QVERIFY(desk.settle());
    QCOMPARE(desk.find<QLabel>(u"triageSubjectsLabel"_s)->text(),
             u"Patient •••• 4821: METFORMIN HCL 500MG TAB"_s);
    QVERIFY(undo->isVisible());
    QVERIFY2(undo->text().startsWith(u"Undo the one before: "), qPrintable(undo->text()));
    QVERIFY(undo->toolTip().contains(u"LISINOPRIL"));
    QTest::mouseClick(undo, Qt::LeftButton);
    QVERIFY(desk.settle());
    QCOMPARE(desk.world.renewals.undoneBatches.size(), 2);
    QVERIFY(!undo->isVisible()); // nothing is left
}

void TestSafeHands::ownWordsStandInTheHead_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("words");
    const QString filled = u"Medication name, strength, and form: LISINOPRIL 20MG TAB\nQuantity: 45"_s;
    QTest::newRow("as delivered") << filled << QString();
    QTest::newRow("a sentence below") << filled + u"\n\nMy doctor retired. I don’t know who writes it now."_s
                                      << u"My doctor retired. I don’t know who writes it now."_s;
    QTest::newRow("nothing else") << u"Please call me."_s << u"Please call me."_s;
    QTest::newRow("no message") << QString() << QString();
}

void TestSafeHands::ownWordsStandInTheHead()
{
    QFETCH(QString, body);
    QFETCH(QString, words);
    Desk desk;
    desk.world.renewals.details[1].messageBody = body;
    QVERIFY(desk.open());
    auto *label = desk.find<QLabel>(u"veteranWordsLabel"_s);
    QCOMPARE(label->isVisible(), !words.isEmpty());
    QVERIFY2(label->text().contains(words), qPrintable(label->text()));
}

void TestSafeHands::headDoesNotContradictTheCard()
{
    Desk desk;
    Renewal &first = desk.world.renewals.rows[0];
    first.state = RenewalState::NeedsRouting;
    first.stateReason = u"No care team is known for this prescriber."_s;
    RenewalDetail &detail = desk.world.renewals.details[1];
    detail.careTeam.reset();
    detail.careTeamReason = u"A person must choose between the suggested care teams."_s;
    QVERIFY(desk.open());
    QVERIFY(!desk.find<QLabel>(u"renewalReasonLabel"_s)->isVisible());
    QCOMPARE(desk.find<QLabel>(u"careTeamReasonLabel"_s)->text(), detail.careTeamReason);
}

QTEST_MAIN(TestSafeHands)
#include "tst_safehands.moc"
