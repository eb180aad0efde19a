// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/correlations/careteamdialog.h"
#include "ui/correlations/conflictdialog.h"
#include "ui/correlations/correlationcontroller.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/factsgrid.h"
#include "ui/widgets/statusline.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

using namespace renewal;
using namespace Qt::StringLiterals;

namespace {
constexpr PrescriberId okafor{2};
}

class TestDecisions : public QObject
{
    Q_OBJECT

private slots:
    void evidenceOfTheChosenOneIsShown();
    void linkByKeyboard();
    void anotherCandidateByKeyboard();
    void noneOfTheseIsChosenInTheSet();
    void refuseAndExternalByKeyboard();
    void undoByKeyboard();
    void staleVersionIsToldAndReloaded();
    void ownDecisionCanBeTakenAllTheSame();
    void repeatAfterALostAnswerUsesTheSameKey();
    void noteGoesWithTheDecisionAndNotToTheNext();
    void lettersInTheNoteDecideNothing();
    void otherTeamByDialog();
    void filterAsksForOneState();
    void matchingTellsProgressAndEnd();
    void matchingCanBeCancelled();

private:
    /// At Okafor, the second of the work list.
    [[nodiscard]] static bool openAtOkafor(test::WindowFixture &f)
    {
        if (!f.open(ui::WorkspaceId::Correlations))
            return false;
        f.key(Qt::Key_J);
        auto *controller = f.window->findChild<ui::CorrelationController *>();
        return QTest::qWaitFor([&] { return controller->isSettled() && controller->prescriber() == okafor; });
    }
};

void TestDecisions::evidenceOfTheChosenOneIsShown()
{
    test::WindowFixture f;
    QVERIFY(openAtOkafor(f));
    QCOMPARE(f.find<QLabel>(u"prescriberTitleLabel"_s)->text(), u"Okafor, C. at station 552"_s);
    const QString spoken = f.find<QWidget>(u"evidenceChart"_s)->accessibleDescription();
    QVERIFY2(spoken.contains(u"118 of 164 patients shared: +4.6 bits"), qPrintable(spoken));
    QVERIFY(spoken.endsWith(u"Result: 71 % sure"));
    QCOMPARE(f.find<QPushButton>(u"linkButton"_s)->text(), u"Link and release 22"_s);
    const QString effect = f.find<QLabel>(u"effectLinkLabel"_s)->text();
    QVERIFY2(effect.startsWith(u"22 renewal") && effect.endsWith(u"become ready to route"),
             qPrintable(effect));
}

void TestDecisions::linkByKeyboard()
{
    test::WindowFixture f;
    QVERIFY(openAtOkafor(f));
    const int pages = f.world.correlations.pageReplies.calls();
    f.key(Qt::Key_L);
    QTRY_COMPARE(f.world.correlations.decisions.size(), 1);
    const Decision &decision = f.world.correlations.decisions.first();
    QVERIFY(decision.kind == DecisionKind::Link);
    QCOMPARE(decision.prescriberId.value, 2);
    QCOMPARE(decision.careTeam.value, 6910405);
    QCOMPARE(decision.version, 3);
    QVERIFY(!decision.idempotencyKey.isEmpty());
    QTRY_VERIFY(f.world.correlations.pageReplies.calls() > pages); // the work list is asked again
    QTRY_VERIFY(f.find<ui::StatusLine>(u"statusLine"_s)->resultText().startsWith(u"Okafor, C. is linked"));
    // On to the next case; the way back names what was done.
    QTRY_COMPARE(f.find<QLabel>(u"prescriberTitleLabel"_s)->text(), u"Smith, J. at station 552GA"_s);
    QVERIFY(f.find<QPushButton>(u"undoButton"_s)->isVisible());
    QVERIFY(f.find<QLabel>(u"lastDecisionLabel"_s)->text().startsWith(u"Okafor, C. is linked"));
}

void TestDecisions::anotherCandidateByKeyboard()
{
    test::WindowFixture f;
    QVERIFY(openAtOkafor(f));
    f.key(Qt::Key_BracketRight);
    QTRY_VERIFY(f.find<QWidget>(u"evidenceChart"_s)->accessibleDescription().contains(u"22 % sure"));
    f.key(Qt::Key_BracketLeft);
    QTRY_VERIFY(f.find<QWidget>(u"evidenceChart"_s)->accessibleDescription().contains(u"71 % sure"));
    f.key(Qt::Key_L);
    QTRY_COMPARE(f.world.correlations.decisions.size(), 1);
    QCOMPARE(f.world.correlations.decisions.first().careTeam.value, 6910405);
}

void TestDecisions::noneOfTheseIsChosenInTheSet()
{
    test::WindowFixture f;
    QVERIFY(openAtOkafor(f));
    auto *list = f.find<QListView>(u"candidatesList"_s);
    QCOMPARE(list->model()->rowCount(), 4);
    list->setFocus();
    f.key(Qt::Key_End);
    QTRY_VERIFY(!f.find<QPushButton>(u"linkButton"_s)->isEnabled());
    QVERIFY(f.find<QLabel>(u"noTeamLabel"_s)->isVisible());
    f.key(Qt::Key_L);
    QCOMPARE(f.world.correlations.decisions.size(), 0);
}

void TestDecisions::refuseAndExternalByKeyboard()
{
    test::WindowFixture f;
    QVERIFY(openAtOkafor(f));
    f.key(Qt::Key_N);
    QTRY_COMPARE(f.world.correlations.decisions.size(), 1);
    QVERIFY(f.world.correlations.decisions.last().kind == DecisionKind::Refuse);
    QVERIFY(!f.world.correlations.decisions.last().careTeam.isValid());
    QTRY_COMPARE(f.find<QLabel>(u"prescriberTitleLabel"_s)->text(), u"Smith, J. at station 552GA"_s);
    f.key(Qt::Key_X);
    QTRY_COMPARE(f.world.correlations.decisions.size(), 2);
    QVERIFY(f.world.correlations.decisions.last().kind == DecisionKind::External);
    QCOMPARE(f.world.correlations.decisions.last().prescriberId.value, 3);
    // Back at the first one: what was decided cannot be decided again, everything else can.
    f.key(Qt::Key_Z, Qt::ControlModifier);
    f.key(Qt::Key_K);
    QTRY_COMPARE(f.find<QLabel>(u"prescriberTitleLabel"_s)->text(), u"Okafor, C. at station 552"_s);
    QVERIFY(!f.find<QPushButton>(u"refuseButton"_s)->isEnabled());
    f.key(Qt::Key_N);
    QCOMPARE(f.world.correlations.decisions.size(), 2);
    f.key(Qt::Key_X);
    QTRY_COMPARE(f.world.correlations.decisions.size(), 3);
    QCOMPARE(f.world.correlations.decisions.last().version, 4); // the one after the first decision
}

void TestDecisions::undoByKeyboard()
{
    test::WindowFixture f;
    QVERIFY(openAtOkafor(f));
    f.key(Qt::Key_Z, Qt::ControlModifier); // nothing to take back yet
    QCOMPARE(f.world.correlations.undos, 0);
    f.key(Qt::Key_L);
    QTRY_VERIFY(f.find<QPushButton>(u"undoButton"_s)->isVisible());
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(f.world.correlations.undos, 1);
    // Back to whom it was about, wherever one had gone.
    QTRY_COMPARE(f.find<QLabel>(u"prescriberTitleLabel"_s)->text(), u"Okafor, C. at station 552"_s);
    QTRY_VERIFY(f.find<QPushButton>(u"linkButton"_s)->isEnabled());
    QVERIFY(!f.find<QPushButton>(u"undoButton"_s)->isVisible());
    QCOMPARE(f.world.correlations.find(okafor)->summary.waiting, 29);
    QVERIFY(f.find<ui::StatusLine>(u"statusLine"_s)->resultText().startsWith(u"Took back"));
}

void TestDecisions::staleVersionIsToldAndReloaded()
{
    test::WindowFixture f;
    QVERIFY(openAtOkafor(f));
    f.world.correlations.find(okafor)->summary.correlation.version = 9; // somebody was faster
    f.world.correlations.find(okafor)->summary.waiting = 12;
    f.world.correlations.find(okafor)->summary.correlation.decidedBy = u"M. Reyes"_s;
    f.world.correlations.find(okafor)->summary.correlation.status = CorrelationStatus::External;
    f.world.correlations.find(okafor)->history.clear();
    auto *note = f.find<QPlainTextEdit>(u"noteEdit"_s);
    note->setPlainText(u"Asked the clinic"_s);
    f.find<QTableView>(u"prescribersTable"_s)->setFocus();
    f.key(Qt::Key_L);
    auto *banner = f.find<ui::Banner>(u"messageBanner"_s);
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(banner->text().startsWith(u"Somebody else decided"));
    QTRY_COMPARE(f.find<QPushButton>(u"linkButton"_s)->text(), u"Link and release 9"_s);
    // What one wanted stands beside what is now; nothing of it is lost.
    const auto conflict = [&f] {
        auto *dialog = f.window->findChild<ui::ConflictDialog *>();
        return dialog && QTest::qWaitForWindowActive(dialog) ? dialog : nullptr;
    };
    QTRY_VERIFY(conflict());
    auto *dialog = conflict();
    const auto mine = dialog->findChild<ui::FactsGrid *>(u"myFacts"_s)->facts();
    QCOMPARE(mine.first().value, u"Link to 552_CARDIO_OKAFOR CHIDI_SLC4"_s);
    QCOMPARE(mine.last().value, u"Asked the clinic"_s);
    const auto theirs = dialog->findChild<ui::FactsGrid *>(u"theirFacts"_s)->facts();
    QCOMPARE(theirs.first().value, u"Community care, has no team"_s);
    QCOMPARE(theirs[1].value, u"M. Reyes"_s);
    QTRY_VERIFY(dialog->findChild<QLabel *>(u"myEffectLabel"_s)->text().startsWith(u"9 renewal"));
    QTRY_VERIFY(dialog->findChild<QLabel *>(u"theirEffectLabel"_s)->text().startsWith(u"9 renewal"));
    QTRY_VERIFY(dialog->isAncestorOf(QApplication::focusWidget()));
    // Return keeps theirs: nothing is decided by a key pressed too often.
    f.key(Qt::Key_Return);
    QTRY_VERIFY(!f.window->findChild<ui::ConflictDialog *>());
    QCOMPARE(f.world.correlations.decisions.size(), 1);
    QCOMPARE(note->toPlainText(), u"Asked the clinic"_s);
}

/// The choice of the own decision, by keyboard, with all that was said.
void TestDecisions::ownDecisionCanBeTakenAllTheSame()
{
    test::WindowFixture f;
    QVERIFY(openAtOkafor(f));
    f.find<QPlainTextEdit>(u"noteEdit"_s)->setPlainText(u"Asked the clinic"_s);
    auto *reason = f.find<QComboBox>(u"reasonBox"_s);
    reason->setCurrentIndex(reason->findData(u"asked_clinic"_s));
    QTRY_VERIFY(f.window->isSettled());
    f.world.correlations.find(okafor)->summary.correlation.version = 9;
    f.find<QTableView>(u"prescribersTable"_s)->setFocus();
    f.key(Qt::Key_L);
    QTRY_VERIFY(f.window->findChild<ui::ConflictDialog *>());
    auto *dialog = f.window->findChild<ui::ConflictDialog *>();
    QTRY_VERIFY(dialog->isAncestorOf(QApplication::focusWidget()));
    f.key(Qt::Key_M, Qt::AltModifier);
    QTRY_COMPARE(f.world.correlations.decisions.size(), 2);
    const Decision &again = f.world.correlations.decisions.last();
    QCOMPARE(again.note, u"Asked the clinic"_s);
    QCOMPARE(again.reason, u"asked_clinic"_s);
    QCOMPARE(again.version, 9);
    QVERIFY(f.world.correlations.decisions[0].idempotencyKey != again.idempotencyKey);
    QTRY_VERIFY(!f.window->findChild<ui::ConflictDialog *>());
}

void TestDecisions::repeatAfterALostAnswerUsesTheSameKey()
{
    test::WindowFixture f;
    QVERIFY(openAtOkafor(f));
    f.world.correlations.decideReplies.error =
        Error{ErrorCode::Timeout, u"The service did not answer in time."_s, {}};
    f.key(Qt::Key_L);
    QTRY_VERIFY(f.find<ui::Banner>(u"messageBanner"_s)->isVisible());
    f.world.correlations.decideReplies.error.reset();
    f.key(Qt::Key_L);
    QTRY_COMPARE(f.world.correlations.decisions.size(), 2);
    QCOMPARE(f.world.correlations.decisions[0].idempotencyKey,
             f.world.correlations.decisions[1].idempotencyKey);
}

void TestDecisions::noteGoesWithTheDecisionAndNotToTheNext()
{
    test::WindowFixture f;
    QVERIFY(openAtOkafor(f));
    auto *note = f.find<QPlainTextEdit>(u"noteEdit"_s);
    note->setPlainText(u"Asked the clinic"_s);
    f.find<QTableView>(u"prescribersTable"_s)->setFocus();
    f.key(Qt::Key_J);
    QTRY_COMPARE(note->toPlainText(), QString());
    f.key(Qt::Key_K);
    QTRY_COMPARE(f.find<QLabel>(u"prescriberTitleLabel"_s)->text(), u"Okafor, C. at station 552"_s);
    note->setPlainText(u"Asked the clinic"_s);
    f.key(Qt::Key_L);
    QTRY_COMPARE(f.world.correlations.decisions.size(), 1);
    QCOMPARE(f.world.correlations.decisions.first().note, u"Asked the clinic"_s);
    QTRY_COMPARE(note->toPlainText(), QString());
}

void TestDecisions::lettersInTheNoteDecideNothing()
{
    test::WindowFixture f;
    QVERIFY(openAtOkafor(f));
    auto *note = f.find<QPlainTextEdit>(u"noteEdit"_s);
    note->setFocus();
    QTest::keyClicks(note, u"lLnxtjk?/29"_s);
    QCOMPARE(note->toPlainText(), u"lLnxtjk?/29"_s);
    QCOMPARE(f.world.correlations.decisions.size(), 0);
}

void TestDecisions::otherTeamByDialog()
{
    test::WindowFixture f;
    QVERIFY(openAtOkafor(f));
    f.key(Qt::Key_L, Qt::ShiftModifier);
    QTRY_VERIFY(f.window->findChild<ui::CareTeamDialog *>());
    auto *dialog = f.window->findChild<ui::CareTeamDialog *>();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    auto *search = dialog->findChild<QLineEdit *>(u"teamSearchEdit"_s);
    QTRY_VERIFY(search->hasFocus());
    QTest::keyClicks(search, u"urology"_s);
    QTRY_COMPARE(dialog->findChild<QListView *>(u"careTeamsList"_s)->model()->rowCount(), 1);
    QTest::keyClick(search, Qt::Key_Down);
    QTRY_COMPARE(dialog->findChild<QPushButton *>(u"linkTeamButton"_s)->text(), u"Link and release 22"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(f.world.correlations.decisions.size(), 1);
    QCOMPARE(f.world.correlations.decisions.first().careTeam.value, 6910420);
}

void TestDecisions::filterAsksForOneState()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Correlations));
    auto *filter = f.find<QPushButton>(u"autoFilterButton"_s);
    QCOMPARE(filter->text(), u"Auto 1,842"_s);
    auto *all = f.find<QPushButton>(u"allFilterButton"_s);
    QCOMPARE(all->text(), u"All 2,085"_s); // what the others add up to
    QVERIFY(all->isChecked());
    QTest::keyClick(filter, Qt::Key_Space);
    auto *model = f.find<QTableView>(u"prescribersTable"_s)->model();
    QTRY_COMPARE(model->rowCount(), 2);
    QVERIFY(!all->isChecked());
    QTest::keyClick(filter, Qt::Key_Space); // once more lets go of it
    QTRY_COMPARE(model->rowCount(), 13);
    QVERIFY(all->isChecked());
    QTest::keyClick(filter, Qt::Key_Space);
    QTRY_COMPARE(model->rowCount(), 2);
    QTest::keyClick(all, Qt::Key_Space);
    QTRY_COMPARE(model->rowCount(), 13);
}

void TestDecisions::matchingTellsProgressAndEnd()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Correlations));
    f.world.system.jobs[u"job-1"_s] = {u"job-1"_s, u"matching"_s, u"running"_s, 0.43, u"Station 552"_s, {}};
    QTest::keyClick(f.find<QPushButton>(u"runMatchingButton"_s), Qt::Key_Space);
    auto *progress = f.find<QLabel>(u"matchingProgressLabel"_s);
    QTRY_VERIFY(progress->isVisible());
    QCOMPARE(progress->text(), u"Matching, 43 %"_s);
    QVERIFY(!f.find<QPushButton>(u"runMatchingButton"_s)->isEnabled());
    f.world.system.jobs[u"job-1"_s] = {
        u"job-1"_s, u"matching"_s, u"finished"_s, 1, u"12 prescribers were linked."_s, {}};
    QTRY_COMPARE(f.find<ui::StatusLine>(u"statusLine"_s)->resultText(), u"12 prescribers were linked."_s);
    auto *bar = f.find<ui::Banner>(u"correlationsResultBanner"_s);
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->text(), u"12 prescribers were linked."_s);
    QVERIFY(!progress->isVisible());
    QVERIFY(f.find<QPushButton>(u"runMatchingButton"_s)->isEnabled());
}

void TestDecisions::matchingCanBeCancelled()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Correlations));
    f.world.system.jobs[u"job-1"_s] = {u"job-1"_s, u"matching"_s, u"running"_s, 0.1, {}, {}};
    QTest::keyClick(f.find<QPushButton>(u"runMatchingButton"_s), Qt::Key_Space);
    auto *cancel = f.find<QPushButton>(u"cancelMatchingButton"_s);
    QTRY_VERIFY(cancel->isVisible());
    QTest::keyClick(cancel, Qt::Key_Space);
    QTRY_VERIFY(f.find<ui::StatusLine>(u"statusLine"_s)->resultText().contains(u"cancelled"));
}

QTEST_MAIN(TestDecisions)
#include "tst_decisions.moc"
