// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/rollout/rolloutworkspace.h"
#include "ui/widgets/banner.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

using namespace renewal;
using namespace Qt::StringLiterals;

namespace {
constexpr int ux = 2; // the row of UX and research
} // namespace

class TestSignOffView : public QObject
{
    Q_OBJECT

private slots:
    void wordsAreSpoken();
    void wordIsGivenAndTakenBack();
    void undoGivesItAgain();
    void cancelChangesNothing();
    void refusalIsToldAndNothingChanges();
    void nothingCanBeChosenWhileItIsSent();

private:
    /// Without a window manager nothing activates the window again after a question.
    static bool isActive(const test::WindowFixture &f)
    {
        f.window->activateWindow();
        return QTest::qWaitForWindowActive(f.window.get());
    }
    static QAbstractButton *row(const test::WindowFixture &f, int number)
    {
        return f.find<QAbstractButton>(u"signOff%1Check"_s.arg(number));
    }
    /// Chooses a row by keyboard, and answers the question with a note.
    static bool choose(const test::WindowFixture &f, int number, const QString &note,
                       int answer = Qt::Key_Return)
    {
        if (!isActive(f))
            return false;
        row(f, number)->setFocus();
        f.key(Qt::Key_Space);
        if (!QTest::qWaitFor([&] { return f.window->findChild<QDialog *>(u"signOffDialog"_s) != nullptr; }))
            return false;
        auto *edit = f.find<QLineEdit>(u"signOffNoteEdit"_s);
        QTest::keyClicks(edit, note);
        QTest::keyClick(edit, static_cast<Qt::Key>(answer));
        return QTest::qWaitFor([&] { return !f.window->findChild<QDialog *>(u"signOffDialog"_s); });
    }
};

void TestSignOffView::wordsAreSpoken()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    const auto *given = QAccessible::queryAccessibleInterface(row(f, 0));
    QCOMPARE(given->role(), QAccessible::CheckBox);
    QVERIFY(given->state().checked);
    QCOMPARE(given->text(QAccessible::Name), u"Product has signed off: P. Osei, Nov 21"_s);
    const auto *missing = QAccessible::queryAccessibleInterface(row(f, ux));
    QVERIFY(!missing->state().checked);
    QCOMPARE(missing->text(QAccessible::Name), u"UX and research has not signed off"_s);
}

void TestSignOffView::wordIsGivenAndTakenBack()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    QSignalSpy reported(f.find<ui::RolloutWorkspace>(u"rolloutWorkspace"_s), &ui::Workspace::resultReported);
    QVERIFY(choose(f, ux, u"Eight sessions, no blocker"_s));
    QTRY_VERIFY(row(f, ux)->isChecked());
    const SignOff &stored = f.world.rollout.overviewData.signOffs[ux];
    QVERIFY(stored.given);
    QCOMPARE(stored.note, u"Eight sessions, no blocker"_s);
    QCOMPARE(reported.last().first().toString(),
             u"UX and research has signed off stage C. Ctrl+Z takes it back."_s);
    QVERIFY(choose(f, ux, u"Found one after all"_s));
    QTRY_VERIFY(!row(f, ux)->isChecked());
    QVERIFY(!f.world.rollout.overviewData.signOffs[ux].given);
    QVERIFY(reported.last().first().toString().contains(u"taken back"));
}

void TestSignOffView::undoGivesItAgain()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    QVERIFY(choose(f, 4, u"Tests are red"_s));
    QTRY_VERIFY(!row(f, 4)->isChecked());
    QVERIFY(isActive(f));
    QVERIFY(row(f, 4)->hasFocus()); // where it was before the question
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(row(f, 4)->isChecked());
    QCOMPARE(f.world.rollout.overviewData.signOffs[4].note, u"Checklist 14 of 14"_s); // as it was
    f.key(Qt::Key_Z, Qt::ControlModifier);                                            // and redone
    QTRY_VERIFY(!row(f, 4)->isChecked());
}

void TestSignOffView::cancelChangesNothing()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    QVERIFY(choose(f, ux, u"not yet"_s, Qt::Key_Escape));
    QVERIFY(!row(f, ux)->isChecked());
    QCOMPARE(f.world.rollout.signOffReplies.calls(), 0);
}

void TestSignOffView::refusalIsToldAndNothingChanges()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    f.world.rollout.signOffReplies.error = Error{
        ErrorCode::Conflict, u"Stage C has begun meanwhile. Refresh to see where the rollout stands."_s, {}};
    QVERIFY(choose(f, ux, u"yes"_s));
    auto *banner = f.find<ui::Banner>(u"messageBanner"_s);
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(banner->text().startsWith(u"Stage C has begun"));
    QVERIFY(!row(f, ux)->isChecked());
}

void TestSignOffView::nothingCanBeChosenWhileItIsSent()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    f.world.rollout.signOffReplies.hold = true;
    QVERIFY(choose(f, ux, u"yes"_s));
    QVERIFY(!row(f, ux)->isChecked()); // not before the service says so
    QVERIFY(isActive(f));
    QVERIFY(row(f, ux)->hasFocus());
    f.key(Qt::Key_Space);
    QVERIFY(!f.window->findChild<QDialog *>(u"signOffDialog"_s));
    f.world.rollout.signOffReplies.release();
    QTRY_VERIFY(row(f, ux)->isChecked());
    QVERIFY(choose(f, 0, u"once more"_s));
}

QTEST_MAIN(TestSignOffView)
#include "tst_signoffview.moc"
