// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/renewalsmodel.h"
#include "tests/ui/windowfixture.h"
#include "ui/renewals/renewaldetailpane.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/listframe.h"
#include "ui/widgets/stateoverlay.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTableView>

using namespace renewal;
using namespace Qt::StringLiterals;

namespace {
/// Without the headings of patients.
qint64 renewalsIn(const QTableView *table)
{
    return qobject_cast<items::RenewalsModel *>(table->model())->loadedCount();
}
} // namespace

class TestQueue : public QObject
{
    Q_OBJECT

private slots:
    void firstRowIsShownInFull();
    void keysMoveAndDetailFollows();
    void searchNarrowsAfterAPause();
    void escapeClearsTheSearch();
    void anotherViewIsAskedFor();
    void emptyListSaysWhatToDo();
    void failedListOffersToTryAgain();
    void failedDetailSaysWhy();
    void refreshKeepsTheChosenRow();
    void patientKeyIsNowhereInTheWindow();
    void stationNarrowsTheQueue();
};

void TestQueue::firstRowIsShownInFull()
{
    test::WindowFixture f;
    QVERIFY(f.open());
    QCOMPARE(f.find<QLabel>(u"renewalTitleLabel"_s)->text(), u"LISINOPRIL 20MG TAB"_s);
    QVERIFY(f.find<QLabel>(u"gatesLabel"_s)->text().startsWith(u"✓"));
    QVERIFY(f.find<QLabel>(u"careTeamLabel"_s)->text().contains(u"Blue team"));
    QVERIFY(f.find<QLabel>(u"messageLabel"_s)->text().contains(u"blood pressure"));
}

void TestQueue::keysMoveAndDetailFollows()
{
    test::WindowFixture f;
    QVERIFY(f.open());
    f.key(Qt::Key_J);
    f.key(Qt::Key_Down);
    QTRY_COMPARE(f.find<QLabel>(u"renewalTitleLabel"_s)->text(), u"ATORVASTATIN 40MG TAB"_s);
    QVERIFY(f.find<QLabel>(u"renewalReasonLabel"_s)->text().startsWith(u"Three care teams"));
    f.key(Qt::Key_K);
    QTRY_COMPARE(f.find<QLabel>(u"renewalTitleLabel"_s)->text(), u"METFORMIN HCL 500MG TAB"_s);
}

void TestQueue::searchNarrowsAfterAPause()
{
    test::WindowFixture f;
    QVERIFY(f.open());
    const auto before = f.world.renewals.queries.size();
    f.key(Qt::Key_Slash);
    QVERIFY(f.find<QLineEdit>(u"searchEdit"_s)->hasFocus());
    for (const QChar letter : u"gaba"_s) {
        QTest::keyClick(QApplication::focusWidget(), letter.toLatin1());
        QApplication::processEvents();
    }
    auto *table = f.find<QTableView>(u"renewalsTable"_s);
    QTRY_COMPARE(renewalsIn(table), 1);
    // Letters typed in one go are one question.
    QCOMPARE(f.world.renewals.queries.size(), before + 1);
    QCOMPARE(f.world.renewals.queries.last().search, u"gaba"_s);
    QTRY_COMPARE(f.find<QLabel>(u"renewalTitleLabel"_s)->text(), u"GABAPENTIN 300MG CAP"_s);
    f.key(Qt::Key_Return);
    QVERIFY(table->hasFocus());
}

void TestQueue::escapeClearsTheSearch()
{
    test::WindowFixture f;
    QVERIFY(f.open());
    f.key(Qt::Key_Slash);
    QTest::keyClicks(QApplication::focusWidget(), u"gaba"_s);
    auto *table = f.find<QTableView>(u"renewalsTable"_s);
    QTRY_COMPARE(renewalsIn(table), 1);
    f.key(Qt::Key_Escape);
    QTRY_COMPARE(renewalsIn(table), 18);
}

void TestQueue::anotherViewIsAskedFor()
{
    test::WindowFixture f;
    QVERIFY(f.open());
    auto *list = f.find<QListView>(u"queueViewsList"_s);
    list->setFocus();
    for (int i = 0; i < 7; ++i) // once too often: the heading above cannot be chosen
        f.key(Qt::Key_Up);
    QTRY_COMPARE(f.world.renewals.queries.last().view, u"needs_routing"_s);
    QTRY_COMPARE(renewalsIn(f.find<QTableView>(u"renewalsTable"_s)), 4);
}

void TestQueue::emptyListSaysWhatToDo()
{
    test::WindowFixture f;
    QVERIFY(f.open());
    f.key(Qt::Key_Slash);
    QTest::keyClicks(QApplication::focusWidget(), u"zzz"_s);
    auto *overlay = f.find<ui::ListFrame>(u"renewalsListFrame"_s)->overlay();
    QTRY_VERIFY(overlay->state() == ui::StateOverlay::State::Empty);
    QVERIFY(overlay->text().contains(u"zzz"));
    QVERIFY(overlay->isVisible());
    QVERIFY(f.find<ui::RenewalDetailPane>(u"renewalDetailPane"_s)
                ->overlay()
                ->text()
                .contains(u"No renewal chosen"));
}

void TestQueue::failedListOffersToTryAgain()
{
    test::WindowFixture f;
    f.world.renewals.pageReplies.error =
        Error{ErrorCode::Unavailable, u"The service did not answer in time."_s, {}};
    QVERIFY(f.open());
    auto *overlay = f.find<ui::ListFrame>(u"renewalsListFrame"_s)->overlay();
    QVERIFY(overlay->state() == ui::StateOverlay::State::Failed);
    QVERIFY(overlay->text().contains(u"did not answer in time"));
    f.world.renewals.pageReplies.error.reset();
    overlay->findChild<QPushButton *>(u"retryButton"_s)->setFocus();
    f.key(Qt::Key_Space);
    QTRY_VERIFY(overlay->state() == ui::StateOverlay::State::Hidden);
    QCOMPARE(renewalsIn(f.find<QTableView>(u"renewalsTable"_s)), 18);
}

void TestQueue::failedDetailSaysWhy()
{
    test::WindowFixture f;
    QVERIFY(f.open());
    f.world.renewals.detailReplies.error = Error{ErrorCode::NotFound, u"This renewal was withdrawn."_s, {}};
    f.key(Qt::Key_J);
    auto *overlay = f.find<ui::RenewalDetailPane>(u"renewalDetailPane"_s)->overlay();
    QTRY_VERIFY(overlay->state() == ui::StateOverlay::State::Failed);
    QVERIFY(overlay->text().contains(u"withdrawn"));
}

void TestQueue::refreshKeepsTheChosenRow()
{
    test::WindowFixture f;
    QVERIFY(f.open());
    f.key(Qt::Key_J);
    auto *table = f.find<QTableView>(u"renewalsTable"_s);
    QCOMPARE(table->currentIndex().row(), 2); // below the heading and one more
    f.world.renewals.rows.removeFirst();
    f.key(Qt::Key_F5);
    QTRY_COMPARE(renewalsIn(table), 17);
    QCOMPARE(table->currentIndex().row(), 1);
    QCOMPARE(f.find<QLabel>(u"renewalTitleLabel"_s)->text(), u"METFORMIN HCL 500MG TAB"_s);
}

void TestQueue::patientKeyIsNowhereInTheWindow()
{
    test::WindowFixture f;
    QVERIFY(f.open());
    QVERIFY(!f.window->windowTitle().contains(u"4821"));
    const QList<QLabel *> labels = f.window->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        QVERIFY2(!label->text().contains(u"P00004821"), qPrintable(label->objectName()));
    QVERIFY(f.find<QLabel>(u"renewalSubtitleLabel"_s)->text().startsWith(u"Patient •••• 4821"));
}

void TestQueue::stationNarrowsTheQueue()
{
    test::WindowFixture f;
    QVERIFY(f.open());
    auto *stations = f.find<QComboBox>(u"stationCombo"_s);
    QCOMPARE(stations->count(), 4);
    stations->setFocus();
    f.key(Qt::Key_End);
    QTRY_COMPARE(f.world.renewals.queries.last().scope.parentStation, u"668"_s);
    QTRY_COMPARE(renewalsIn(f.find<QTableView>(u"renewalsTable"_s)), 1);
}

QTEST_MAIN(TestQueue)
#include "tst_queue.moc"
