// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/correlations/careteamdialog.h"
#include "ui/correlations/correlationcontroller.h"
#include "ui/correlations/correlationsworkspace.h"
#include "ui/correlations/sharednamedialog.h"
#include "ui/correlations/unlikelylinkdialog.h"
#include "ui/widgets/banner.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTableView>

using namespace renewal;
using namespace Qt::StringLiterals;

namespace {
constexpr PrescriberId okafor{2};
constexpr PrescriberId smith{3}; ///< four people
} // namespace

/// Nothing is linked by a slip: not by a key held down, not by a first row, not to what is probably wrong;
/// and the way back is at hand.
class TestLinkCare : public QObject
{
    Q_OBJECT

private slots:
    void aHeldKeyDecidesOnce_data();
    void aHeldKeyDecidesOnce();
    void anUnlikelyLinkIsAskedAbout();
    void enterAtTheQuestionLinksNothing();
    void aSharedNameIsAskedOnceWithTheDoubt();
    void otherTeamIsChosenByNobodyButThePerson();
    void otherTeamSaysWhatFollows();
    void otherTeamThatIsBlocked();
    void keyboardStaysInTheWorkList_data();
    void keyboardStaysInTheWorkList();
    void undoReachesFromTheTopBar();
    void undoBarSaysAboutWhom();
    void undoKeepsTheFilter();
    void theBarOfAnEarlierRunGoesWithTheNext();

private:
    [[nodiscard]] static bool openAt(test::WindowFixture &f, PrescriberId id)
    {
        if (!f.open(ui::WorkspaceId::Correlations))
            return false;
        auto *workspace = f.find<ui::CorrelationsWorkspace>(u"correlationsWorkspace"_s);
        workspace->openPrescriber(id);
        f.find<QTableView>(u"prescribersTable"_s)->setFocus();
        return settled(f) && workspace->controller()->prescriber() == id;
    }
    static bool settled(const test::WindowFixture &f)
    {
        auto *workspace = f.find<ui::CorrelationsWorkspace>(u"correlationsWorkspace"_s);
        return QTest::qWaitFor([&] { return workspace->isSettled(); });
    }
    /// As a keyboard sends what is held down.
    static void repeat(const test::WindowFixture &f, Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : f.window.get();
        QTest::simulateEvent(target, true, key, modifiers, QString(), true);
    }
    template <class Dialog>
    static Dialog *opened(const test::WindowFixture &f)
    {
        Dialog *dialog = nullptr;
        const bool there = QTest::qWaitFor([&] {
            dialog = f.window->findChild<Dialog *>();
            return dialog && dialog->isVisible();
        });
        return there && QTest::qWaitForWindowActive(dialog) ? dialog : nullptr;
    }
    static QString label(const QWidget *where, const QString &name)
    {
        const auto *found = where->findChild<QLabel *>(name);
        return found ? found->text() : u"(no %1)"_s.arg(name);
    }
    static bool isAtWorkList(const test::WindowFixture &f)
    {
        return QApplication::focusWidget() == f.find<QTableView>(u"prescribersTable"_s);
    }
};

void TestLinkCare::aHeldKeyDecidesOnce_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("link") << int(Qt::Key_L);
    QTest::newRow("none is right") << int(Qt::Key_N);
    QTest::newRow("community care") << int(Qt::Key_X);
}

void TestLinkCare::aHeldKeyDecidesOnce()
{
    QFETCH(int, key);
    test::WindowFixture f;
    for (PrescriberDetail &detail : f.world.correlations.prescriberDetails)
        detail.summary.prescriber.homonyms = 1;
    QVERIFY(openAt(f, okafor));
    f.key(key);
    for (int i = 0; i < 10; ++i) {
        QVERIFY(settled(f));
        repeat(f, Qt::Key(key), Qt::NoModifier);
    }
    QVERIFY(settled(f));
    QCOMPARE(f.world.correlations.decisions.size(), 1);
    f.key(Qt::Key_Z, Qt::ControlModifier);
    for (int i = 0; i < 3; ++i) {
        QVERIFY(settled(f));
        repeat(f, Qt::Key_Z, Qt::ControlModifier);
    }
    QCOMPARE(f.world.correlations.undos, 1);
    f.key(key); // pressed once more it decides once more
    QTRY_COMPARE(f.world.correlations.decisions.size(), 2);
}

void TestLinkCare::anUnlikelyLinkIsAskedAbout()
{
    test::WindowFixture f;
    QVERIFY(openAt(f, okafor));
    f.key(Qt::Key_2); // 22 %
    QVERIFY(settled(f));
    QCOMPARE(f.find<QPushButton>(u"linkButton"_s)->text(), u"Link and release 22…"_s);
    f.key(Qt::Key_L);
    auto *dialog = opened<ui::UnlikelyLinkDialog>(f);
    QVERIFY(dialog);
    QCOMPARE(label(dialog, u"unlikelyTitleLabel"_s), u"Link Okafor, C. to 552 CARDIOLOGY CLINIC B?"_s);
    QVERIFY(label(dialog, u"unlikelyDoubtLabel"_s).startsWith(u"Matching gives this care team 22 %"));
    QVERIFY(label(dialog, u"unlikelyConsequenceLabel"_s).startsWith(u"22 waiting renewal"));
    auto *link = dialog->findChild<QPushButton *>(u"confirmUnlikelyButton"_s);
    QCOMPARE(link->text(), u"Link and release 22"_s);
    QCOMPARE(f.world.correlations.decisions.size(), 0);
    QTest::keyClick(link, Qt::Key_Space);
    QTRY_COMPARE(f.world.correlations.decisions.size(), 1); // asked once, then done
    QCOMPARE(f.world.correlations.decisions.first().careTeam.value, 6910411);
}

void TestLinkCare::enterAtTheQuestionLinksNothing()
{
    test::WindowFixture f;
    QVERIFY(openAt(f, okafor));
    f.key(Qt::Key_2);
    QVERIFY(settled(f));
    f.key(Qt::Key_L);
    auto *dialog = opened<ui::UnlikelyLinkDialog>(f);
    QVERIFY(dialog);
    auto *cancel = dialog->findChild<QPushButton *>(u"cancelUnlikelyButton"_s);
    QTRY_VERIFY(cancel->hasFocus());
    QVERIFY(cancel->isDefault());
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(!f.window->findChild<ui::UnlikelyLinkDialog *>());
    QCOMPARE(f.world.correlations.decisions.size(), 0);
}

void TestLinkCare::aSharedNameIsAskedOnceWithTheDoubt()
{
    test::WindowFixture f;
    QVERIFY(openAt(f, smith));
    f.key(Qt::Key_2); // 12 %
    QVERIFY(settled(f));
    f.key(Qt::Key_L);
    auto *dialog = opened<ui::SharedNameDialog>(f);
    QVERIFY(dialog);
    QVERIFY(!f.window->findChild<ui::UnlikelyLinkDialog *>());
    QVERIFY(label(dialog, u"sharedNameDoubtLabel"_s).contains(u"12 %"));
}

void TestLinkCare::otherTeamIsChosenByNobodyButThePerson()
{
    test::WindowFixture f;
    QVERIFY(openAt(f, okafor));
    f.key(Qt::Key_L, Qt::ShiftModifier);
    auto *dialog = opened<ui::CareTeamDialog>(f);
    QVERIFY(dialog);
    auto *list = dialog->findChild<QListView *>(u"careTeamsList"_s);
    auto *link = dialog->findChild<QPushButton *>(u"linkTeamButton"_s);
    auto *search = dialog->findChild<QLineEdit *>(u"teamSearchEdit"_s);
    QTRY_COMPARE(list->model()->rowCount(), 7);
    QVERIFY(!dialog->chosen().isValid());
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(dialog->isVisible());
    // To come to the list is no choice either; the first step down is to the first team.
    list->setFocus(Qt::TabFocusReason);
    QVERIFY(!dialog->chosen().isValid());
    QVERIFY(!link->isEnabled());
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(dialog->chosen().value, 6910405);
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(dialog->chosen().value, 6910411);
    QCOMPARE(f.world.correlations.decisions.size(), 0);
    // The choice stays while one searches, as long as it is there.
    search->setText(u"cardiology"_s);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QCOMPARE(dialog->chosen().value, 6910411);
    search->setText(u"urology"_s);
    QTRY_VERIFY(!dialog->chosen().isValid());
    QVERIFY(!link->isEnabled());
}

void TestLinkCare::otherTeamSaysWhatFollows()
{
    test::WindowFixture f;
    f.world.correlations.whyNot[6910420] = u"It belongs to another division of the station."_s;
    QVERIFY(openAt(f, okafor));
    f.key(Qt::Key_L, Qt::ShiftModifier);
    auto *dialog = opened<ui::CareTeamDialog>(f);
    QVERIFY(dialog);
    auto *search = dialog->findChild<QLineEdit *>(u"teamSearchEdit"_s);
    auto *list = dialog->findChild<QListView *>(u"careTeamsList"_s);
    auto *link = dialog->findChild<QPushButton *>(u"linkTeamButton"_s);
    QTRY_COMPARE(list->model()->rowCount(), 7);
    QCOMPARE(label(dialog, u"careTeamAheadLabel"_s), u"Choose a care team to see what would follow."_s);
    f.world.correlations.previewReplies.hold = true;
    QTest::keyClick(search, Qt::Key_Down);
    QTest::keyClick(search, Qt::Key_Down);
    QVERIFY(!link->isEnabled()); // not before it is known what follows
    while (f.world.correlations.previewReplies.held() > 0)
        f.world.correlations.previewReplies.release();
    QTRY_COMPARE(link->text(), u"Link and release 22"_s);
    QVERIFY(label(dialog, u"careTeamAheadLabel"_s)
                .startsWith(u"Matching gives this team 22 %: more likely wrong than right."));
    f.world.correlations.previewReplies.hold = false;
    search->setText(u"urology"_s);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QTest::keyClick(search, Qt::Key_Down);
    QVERIFY(list->model()->index(0, 0).data(items::SecondLineRole).toString().endsWith(u"of the station."));
    QTRY_VERIFY(label(dialog, u"careTeamAheadLabel"_s)
                    .startsWith(u"Matching did not suggest this team: It belongs to another division"));
    QTRY_VERIFY(link->isEnabled());
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(f.world.correlations.decisions.size(), 1);
    QCOMPARE(f.world.correlations.decisions.first().careTeam.value, 6910420);
}

void TestLinkCare::otherTeamThatIsBlocked()
{
    test::WindowFixture f;
    QVERIFY(openAt(f, okafor));
    f.key(Qt::Key_L, Qt::ShiftModifier);
    auto *dialog = opened<ui::CareTeamDialog>(f);
    QVERIFY(dialog);
    auto *search = dialog->findChild<QLineEdit *>(u"teamSearchEdit"_s);
    auto *list = dialog->findChild<QListView *>(u"careTeamsList"_s);
    search->setText(u"pain"_s);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QTest::keyClick(search, Qt::Key_Down);
    QTRY_COMPARE(label(dialog, u"careTeamAheadLabel"_s), u"This team is blocked: nobody can write to it."_s);
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(dialog->isVisible());
    QCOMPARE(f.world.correlations.decisions.size(), 0);
}

void TestLinkCare::keyboardStaysInTheWorkList_data()
{
    QTest::addColumn<QString>("button");
    QTest::newRow("link") << u"linkButton"_s;
    QTest::newRow("none is right") << u"refuseButton"_s;
    QTest::newRow("community care") << u"externalButton"_s;
}

void TestLinkCare::keyboardStaysInTheWorkList()
{
    QFETCH(QString, button);
    test::WindowFixture f;
    QVERIFY(openAt(f, okafor));
    auto *pressed = f.find<QPushButton>(button);
    pressed->setFocus(Qt::MouseFocusReason); // as a click does on most desktops
    f.world.correlations.decideReplies.hold = true;
    QTest::mouseClick(pressed, Qt::LeftButton);
    QCOMPARE(f.world.correlations.decisions.size(), 1);
    QVERIFY(isAtWorkList(f)); // at once, not only when the answer is there
    f.world.correlations.decideReplies.hold = false;
    f.world.correlations.decideReplies.release();
    QVERIFY(settled(f));
    QVERIFY(isAtWorkList(f));
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(f.world.correlations.undos, 1);
    QVERIFY(settled(f));
    // Undo by mouse leaves the keyboard there too.
    f.key(Qt::Key_N);
    QTRY_COMPARE(f.world.correlations.decisions.size(), 2);
    QVERIFY(settled(f));
    auto *undo = f.find<QPushButton>(u"undoButton"_s);
    undo->setFocus(Qt::MouseFocusReason);
    QTest::mouseClick(undo, Qt::LeftButton);
    QTRY_COMPARE(f.world.correlations.undos, 2);
    QVERIFY(isAtWorkList(f));
}

void TestLinkCare::undoReachesFromTheTopBar()
{
    test::WindowFixture f;
    QVERIFY(openAt(f, okafor));
    f.key(Qt::Key_N);
    QTRY_COMPARE(f.world.correlations.decisions.size(), 1);
    QVERIFY(settled(f));
    f.find<QPushButton>(u"runMatchingButton"_s)->setFocus();
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(f.world.correlations.undos, 1);
}

void TestLinkCare::undoBarSaysAboutWhom()
{
    test::WindowFixture f;
    QVERIFY(openAt(f, okafor));
    f.key(Qt::Key_L);
    auto *title = f.find<QLabel>(u"prescriberTitleLabel"_s);
    QTRY_VERIFY(title->text().startsWith(u"Smith, J."));
    auto *about = f.find<QLabel>(u"lastDecisionAboutLabel"_s);
    auto *text = f.find<QLabel>(u"lastDecisionLabel"_s);
    QVERIFY(text->text().startsWith(u"Okafor, C. is linked"));
    QTRY_COMPARE(about->text(), u"Your last decision, not about Smith, J.:"_s);
    f.find<ui::CorrelationsWorkspace>(u"correlationsWorkspace"_s)->openPrescriber(okafor);
    QTRY_VERIFY(title->text().startsWith(u"Okafor"));
    QTRY_COMPARE(about->text(), u"Your last decision:"_s);
    QVERIFY(f.find<QPushButton>(u"undoButton"_s)->accessibleName().contains(u"Okafor"));
}

void TestLinkCare::undoKeepsTheFilter()
{
    test::WindowFixture f;
    QVERIFY(openAt(f, okafor));
    auto *check = f.find<QPushButton>(u"suggestedFilterButton"_s);
    QTest::keyClick(check, Qt::Key_Space);
    auto *table = f.find<QTableView>(u"prescribersTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 7);
    table->setFocus();
    f.find<ui::CorrelationsWorkspace>(u"correlationsWorkspace"_s)->openPrescriber(okafor);
    QVERIFY(settled(f));
    f.key(Qt::Key_L);
    QTRY_COMPARE(table->model()->rowCount(), 6); // linked by hand: not among them any more
    QVERIFY(settled(f));
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(table->model()->rowCount(), 7);
    QTRY_COMPARE(table->currentIndex().data().toString(), u"Okafor, C."_s);
    QVERIFY(check->isChecked());
}

void TestLinkCare::theBarOfAnEarlierRunGoesWithTheNext()
{
    test::WindowFixture f;
    QVERIFY(openAt(f, okafor));
    f.world.system.jobs[u"job-1"_s] = {
        u"job-1"_s, u"matching"_s, u"finished"_s, 1, u"7 newly linked; 21 renewals became ready."_s, {}};
    auto *start = f.find<QPushButton>(u"runMatchingButton"_s);
    QTest::keyClick(start, Qt::Key_Space);
    auto *bar = f.find<ui::Banner>(u"correlationsResultBanner"_s);
    QTRY_VERIFY(bar->isVisible());
    QCOMPARE(bar->text(), u"7 newly linked; 21 renewals became ready."_s);
    f.key(Qt::Key_J); // it stays
    QVERIFY(settled(f));
    QVERIFY(bar->isVisible());
    f.world.correlations.matchingReplies.hold = true;
    QTest::keyClick(start, Qt::Key_Space);
    QVERIFY(!bar->isVisible());
    f.world.correlations.matchingReplies.release();
    QTRY_VERIFY(bar->isVisible());
}

QTEST_MAIN(TestLinkCare)
#include "tst_linkcare.moc"
