// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/shell/translators.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/stateoverlay.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace renewal;
using namespace Qt::StringLiterals;

namespace {
/// The window at the screen "Cut-over", unless it is told to stay at the desk.
class Place : public test::WindowFixture
{
public:
    [[nodiscard]] bool open()
    {
        if (!WindowFixture::open(ui::WorkspaceId::Correlations))
            return false;
        find<QTableView>(u"prescribersTable"_s)->setFocus();
        key(Qt::Key_C);
        return find<QWidget>(u"cutOverPage"_s)->isVisible();
    }
    bool settle() const
    {
        return QTest::qWaitFor([this] { return window->isSettled(); });
    }
    QTableView *teams() const { return find<QTableView>(u"cutOverTeamsTable"_s); }
    QString cell(int row, int column) const { return teams()->model()->index(row, column).data().toString(); }
    ui::StateOverlay *overlay(const QString &table) const
    {
        return find<QTableView>(table)->findChild<ui::StateOverlay *>();
    }
    QString text(const QString &label) const { return find<QLabel>(label)->text(); }
    QPushButton *button(const QString &name) const { return find<QPushButton>(name); }
};
} // namespace

/// The states of the screen "Cut-over": loading, empty, failed, full, and what a choice does.
class TestCutOverView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { ui::installTranslators(*qApp, QLocale(QLocale::English, QLocale::UnitedStates)); }
    void loadingShowsItsShape();
    void emptySaysWhatToDo();
    void failureCanBeTriedAgain();
    void laterFailureKeepsWhatIsShown();
    void rowsSayWhereTheyGo();
    void choosingIsNotConfirming();
    void whatIsConfirmedCanBeTakenBack();
    void refusedConfirmationIsTold();
    void refreshKeepsChoiceAndPlace();
    void entryAsksWhatItWouldDo();
    void whatWasTypedIsNotLost();
    void undoIsAboutWhatIsShown();
};

void TestCutOverView::loadingShowsItsShape()
{
    Place f;
    f.world.cutOvers.listReplies.hold = true;
    QVERIFY(f.open());
    QVERIFY(f.overlay(u"cutOversTable"_s)->state() == ui::StateOverlay::State::Loading);
    f.world.cutOvers.reviewReplies.hold = true;
    f.world.cutOvers.listReplies.release();
    QTRY_VERIFY(f.overlay(u"cutOverTeamsTable"_s)->state() == ui::StateOverlay::State::Loading);
    QVERIFY(!f.button(u"confirmPoolsButton"_s)->isEnabled());
    f.world.cutOvers.reviewReplies.release();
    QTRY_COMPARE(f.teams()->model()->rowCount(), 3);
    QVERIFY(f.overlay(u"cutOverTeamsTable"_s)->state() == ui::StateOverlay::State::Hidden);
}

void TestCutOverView::emptySaysWhatToDo()
{
    Place f;
    f.world.cutOvers.reviews.clear();
    QVERIFY(f.open() && f.settle());
    QVERIFY(f.overlay(u"cutOversTable"_s)->state() == ui::StateOverlay::State::Empty);
    QVERIFY(f.overlay(u"cutOversTable"_s)->text().contains(u"Enter the day"_s));
    QVERIFY(f.button(u"newCutOverButton"_s)->isEnabled());
    QVERIFY(!f.button(u"withdrawCutOverButton"_s)->isEnabled());
}

void TestCutOverView::failureCanBeTriedAgain()
{
    Place f;
    f.world.cutOvers.listReplies.error = Error{ErrorCode::Unavailable, u"The service does not answer."_s, {}};
    QVERIFY(f.open() && f.settle());
    QVERIFY(f.overlay(u"cutOversTable"_s)->state() == ui::StateOverlay::State::Failed);
    QVERIFY(f.overlay(u"cutOversTable"_s)->text().contains(u"does not answer"_s));
    f.world.cutOvers.listReplies.error.reset();
    f.overlay(u"cutOversTable"_s)->findChild<QPushButton *>()->click();
    QTRY_COMPARE(f.teams()->model()->rowCount(), 3);
}

void TestCutOverView::laterFailureKeepsWhatIsShown()
{
    Place f;
    QVERIFY(f.open() && f.settle());
    f.world.cutOvers.reviewReplies.error =
        Error{ErrorCode::Unavailable, u"The service does not answer."_s, {}};
    f.key(Qt::Key_F5);
    QVERIFY(f.settle());
    QCOMPARE(f.teams()->model()->rowCount(), 3);
    QVERIFY(f.overlay(u"cutOverTeamsTable"_s)->state() == ui::StateOverlay::State::Hidden);
}

void TestCutOverView::rowsSayWhereTheyGo()
{
    Place f;
    QVERIFY(f.open() && f.settle());
    QVERIFY(f.text(u"cutOverTitleLabel"_s).startsWith(u"Station 552"_s));
    QVERIFY(f.text(u"cutOverFactsLabel"_s).startsWith(u"Phase p2, 26 days to go · 12 links end then"_s));
    QCOMPARE(f.cell(0, 1), u"VHA DAY Primary Care Green - Clinical"_s);
    QCOMPARE(f.cell(0, 2), u"Strong 98 %"_s);
    QCOMPARE(f.cell(1, 1), u"To be chosen"_s);
    QCOMPARE(f.cell(1, 2), u"Undecided"_s);
    QCOMPARE(f.text(u"poolsTitleLabel"_s), u"** DAYTON: Primary Care Green %"_s);
    QCOMPARE(f.button(u"confirmPoolsButton"_s)->text(), u"Confirm 1 care team"_s);
    QCOMPARE(f.button(u"selectStrongButton"_s)->text(), u"Choose the 2 strong ones"_s);
    f.button(u"selectStrongButton"_s)->click();
    QCOMPARE(f.button(u"confirmPoolsButton"_s)->text(), u"Confirm 2 care teams"_s);
}

void TestCutOverView::choosingIsNotConfirming()
{
    Place f;
    QVERIFY(f.open() && f.settle());
    f.key(Qt::Key_J);
    QVERIFY(!f.button(u"confirmPoolsButton"_s)->isEnabled());
    f.key(Qt::Key_2);
    QCOMPARE(f.cell(1, 1), u"VHA DAY Primary Care Blue - Clinical"_s);
    QCOMPARE(f.cell(1, 2), u"Chosen"_s);
    QVERIFY(f.world.cutOvers.confirmed.isEmpty());
    f.key(Qt::Key_N);
    QCOMPARE(f.cell(1, 1), u"None of the pools"_s);
    f.key(Qt::Key_BracketLeft); // the one above "none": a pool by name
    QCOMPARE(f.cell(1, 1), u"VHA DAY Cardiology - Clinical"_s);
    f.key(Qt::Key_L);
    QVERIFY(f.settle());
    QCOMPARE(f.world.cutOvers.confirmed.size(), 1);
    QCOMPARE(f.world.cutOvers.confirmed.first().oldTeam.value, 9102);
    QCOMPARE(f.world.cutOvers.confirmed.first().pool.value, 9203);
    QVERIFY(f.world.correlations.decisions.isEmpty()); // the keys of the desk are off here
}

void TestCutOverView::whatIsConfirmedCanBeTakenBack()
{
    Place f;
    QVERIFY(f.open() && f.settle());
    f.key(Qt::Key_L);
    QVERIFY(f.settle());
    QCOMPARE(f.cell(0, 2), u"Confirmed"_s);
    QVERIFY(f.find<ui::Banner>(u"cutOverResultBanner"_s)->text().startsWith(u"5 prescribers go"_s));
    QVERIFY(f.button(u"takeBackPoolsButton"_s)->isVisible());
    f.key(Qt::Key_L); // there is nothing left to confirm
    QVERIFY(f.settle());
    QCOMPARE(f.world.cutOvers.confirmed.size(), 1);
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(f.settle());
    QCOMPARE(f.world.cutOvers.takenBack.size(), 1);
    QCOMPARE(f.cell(0, 2), u"Strong 98 %"_s);
}

void TestCutOverView::refusedConfirmationIsTold()
{
    Place f;
    QVERIFY(f.open() && f.settle());
    f.world.cutOvers.outcomeReplies.error =
        Error{ErrorCode::PreconditionFailed, u"Somebody else worked on this cut-over."_s, {}};
    const int lists = f.world.cutOvers.listReplies.calls();
    f.key(Qt::Key_L);
    QVERIFY(f.settle());
    QVERIFY(f.find<ui::Banner>(u"messageBanner"_s)->text().contains(u"Somebody else"_s));
    QCOMPARE(f.cell(0, 2), u"Strong 98 %"_s);
    QVERIFY(f.world.cutOvers.listReplies.calls() > lists); // the present state is fetched
}

void TestCutOverView::refreshKeepsChoiceAndPlace()
{
    Place f;
    QVERIFY(f.open() && f.settle());
    f.key(Qt::Key_J);
    f.key(Qt::Key_1);
    f.world.cutOvers.reviews.first().teams.removeFirst();
    f.key(Qt::Key_F5);
    QVERIFY(f.settle());
    QTRY_COMPARE(f.teams()->model()->rowCount(), 2);
    QCOMPARE(f.teams()->currentIndex().row(), 0);
    QCOMPARE(f.cell(0, 2), u"Chosen"_s);
}

void TestCutOverView::entryAsksWhatItWouldDo()
{
    Place f;
    QVERIFY(f.open() && f.settle());
    f.button(u"newCutOverButton"_s)->click();
    auto *dialog = f.find<QWidget>(u"cutOverDialog"_s);
    auto *enter = dialog->findChild<QPushButton *>(u"enterCutOverButton"_s);
    QVERIFY(!enter->isEnabled());
    QTRY_VERIFY(enter->isEnabled());
    const QString effect = dialog->findChild<QLabel *>(u"cutOverEffectLabel"_s)->text();
    QVERIFY2(effect.contains(u"12 links to VistA care teams would end on"_s), qPrintable(effect));
    QVERIFY(effect.contains(u"40 renewals wait"_s));
    auto *station = dialog->findChild<QComboBox *>(u"cutOverStationBox"_s);
    QCOMPARE(station->findData(u"552"_s), -1); // has its day already
    f.world.cutOvers.previewReplies.error = Error{ErrorCode::InvalidInput, u"That day cannot be."_s, {}};
    dialog->findChild<QDateEdit *>(u"cutOverDateEdit"_s)->setDate(f.world.clock.now().date());
    QTRY_COMPARE(dialog->findChild<QLabel *>(u"cutOverEffectLabel"_s)->text(), u"That day cannot be."_s);
    QVERIFY(!enter->isEnabled());
    f.world.cutOvers.previewReplies.error.reset();
    dialog->findChild<QDateEdit *>(u"cutOverDateEdit"_s)->setDate(f.world.clock.now().date().addDays(9));
    QTRY_VERIFY(enter->isEnabled());
    enter->click();
    QVERIFY(f.settle());
    QCOMPARE(f.world.cutOvers.entered.size(), 1);
    QCOMPARE(f.world.cutOvers.entered.first().date, f.world.clock.now().date().addDays(9));
}

/// The service refuses: the next attempt begins with the same words.
void TestCutOverView::whatWasTypedIsNotLost()
{
    Place f;
    QVERIFY(f.open() && f.settle());
    f.world.cutOvers.enterReplies.error = Error{ErrorCode::Unavailable, u"Not now."_s, {}};
    f.button(u"newCutOverButton"_s)->click();
    auto *dialog = f.find<QWidget>(u"cutOverDialog"_s);
    dialog->findChild<QLineEdit *>(u"cutOverNoteEdit"_s)->setText(u"wave 7"_s);
    const QDate day = f.world.clock.now().date().addDays(33);
    dialog->findChild<QDateEdit *>(u"cutOverDateEdit"_s)->setDate(day);
    auto *enter = dialog->findChild<QPushButton *>(u"enterCutOverButton"_s);
    QTRY_VERIFY(enter->isEnabled());
    enter->click();
    QVERIFY(f.settle());
    QTRY_VERIFY(!f.window->findChild<QWidget *>(u"cutOverDialog"_s));
    f.world.cutOvers.enterReplies.error.reset();
    f.button(u"newCutOverButton"_s)->click();
    dialog = f.find<QWidget>(u"cutOverDialog"_s);
    QCOMPARE(dialog->findChild<QLineEdit *>(u"cutOverNoteEdit"_s)->text(), u"wave 7"_s);
    QCOMPARE(dialog->findChild<QDateEdit *>(u"cutOverDateEdit"_s)->date(), day);
}

void TestCutOverView::undoIsAboutWhatIsShown()
{
    Place f;
    CutOverReview other = f.world.cutOvers.reviews.first();
    other.cutOver.id.value += 1;
    other.cutOver.parentStation = u"757"_s;
    f.world.cutOvers.reviews.append(other);
    QVERIFY(f.open() && f.settle());
    f.key(Qt::Key_L);
    QVERIFY(f.settle());
    auto *banner = f.find<ui::Banner>(u"cutOverResultBanner"_s);
    QVERIFY(banner->isVisible());
    f.find<QTableView>(u"cutOversTable"_s)->selectRow(1);
    QVERIFY(f.settle());
    QVERIFY(!banner->isVisible());
}

QTEST_MAIN(TestCutOverView)
#include "tst_cutoverview.moc"
