// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/triageplan.h"
#include "tests/ui/desk.h"
#include "ui/renewals/triagecontroller.h"

#include <QScrollBar>
#include <QSignalSpy>

using namespace renewal;
using namespace Qt::StringLiterals;
using test::Desk;

namespace {
/// Makes the queue `count` renewals long, four to a patient.
void lengthen(Desk &desk, int count)
{
    auto &rows = desk.world.renewals.rows;
    const Renewal pattern = rows.first();
    for (int i = static_cast<int>(rows.size()); i < count; ++i) {
        Renewal renewal = pattern;
        renewal.id = {1000 + i};
        renewal.patientKey = u"P%1"_s.arg(100000 + i / 4);
        renewal.drug = u"DRUG%1 TAB"_s.arg(i);
        rows.append(renewal);
    }
}

/// Scrolls down until so many are loaded.
void loadUntil(Desk &desk, qint64 count)
{
    while (desk.model()->loadedCount() < count && desk.model()->canFetchMore({}))
        desk.model()->fetchMore({});
}
} // namespace

/// Long queues: the same row stays at the same place, and large selections go in parts.
class TestQueuePlace : public QObject
{
    Q_OBJECT

private slots:
    void largeSelectionGoesInParts();
    void largeActionCanBeStopped();
    void foldSurvivesRefresh();
    void arrivingPageMovesNothing();
    void refreshKeepsThePlace();
    void patientAtWorkStaysInPlace();
};

void TestQueuePlace::largeSelectionGoesInParts()
{
    Desk desk;
    lengthen(desk, 1200);
    QVERIFY(desk.open());
    loadUntil(desk, 1200);
    QCOMPARE(desk.model()->loadedCount(), 1200);
    desk.key(Qt::Key_A, Qt::ControlModifier);
    const QString text = desk.primary()->text();
    const auto all = items::planTriage(TriageAction::Route, desk.model()->checkedRenewals()).fitting.size();
    QVERIFY(all > 1000);
    QCOMPARE(text, u"Route %1"_s.arg(QLocale().toString(all)));
    QSignalSpy progress(desk.window->findChild<ui::TriageController *>(), &ui::TriageController::progressed);
    desk.key(Qt::Key_R);
    QVERIFY(desk.dialog()); // so many are looked at first
    desk.key(Qt::Key_Return);
    const auto &requests = desk.world.renewals.triageRequests;
    QTRY_COMPARE(requests.size(), 3);
    QVERIFY(desk.back());
    QVERIFY(desk.settle());
    QCOMPARE(requests[0].renewals.size(), 500);
    QCOMPARE(requests[2].renewals.size(), all - 1000);
    QCOMPARE(progress.count(), 3);
    QCOMPARE(progress.last().first().toString(), u"Routing 1,000 of %1"_s.arg(QLocale().toString(all)));
    desk.key(Qt::Key_Z, Qt::ControlModifier); // one undo for all of it
    QVERIFY(desk.settle());
    QCOMPARE(desk.world.renewals.undoneBatches.size(), 3);
}

void TestQueuePlace::largeActionCanBeStopped()
{
    Desk desk;
    lengthen(desk, 1200);
    QVERIFY(desk.open());
    loadUntil(desk, 1200);
    desk.key(Qt::Key_A, Qt::ControlModifier);
    desk.world.renewals.triageReplies.hold = true;
    desk.key(Qt::Key_R);
    QVERIFY(desk.dialog());
    desk.key(Qt::Key_Return);
    QTRY_COMPARE(desk.world.renewals.triageReplies.held(), 1);
    QVERIFY(desk.back());
    desk.find<QPushButton>(u"stopTriageButton"_s)->setFocus();
    desk.key(Qt::Key_Space);
    desk.world.renewals.triageReplies.hold = false;
    desk.world.renewals.triageReplies.release();
    QVERIFY(desk.settle());
    QCOMPARE(desk.world.renewals.triageRequests.size(), 1);
    QVERIFY(desk.result().startsWith(u"500 routed"));
}

void TestQueuePlace::foldSurvivesRefresh()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.key(Qt::Key_Left);
    desk.key(Qt::Key_Left);
    QCOMPARE(desk.drugs().first(), u"SERTRALINE"_s);
    desk.key(Qt::Key_F5);
    QVERIFY(desk.settle());
    QCOMPARE(desk.drugs().first(), u"SERTRALINE"_s);
    QVERIFY(desk.model()->isFolded(desk.table()->currentIndex().row()));
    desk.key(Qt::Key_Right);
    QCOMPARE(desk.drugs().first(), u"LISINOPRIL"_s);
}

void TestQueuePlace::arrivingPageMovesNothing()
{
    Desk desk;
    lengthen(desk, 900);
    QVERIFY(desk.open());
    desk.world.renewals.pageReplies.hold = true;
    desk.table()->verticalScrollBar()->setValue(4000); // asks for the next page
    QTRY_VERIFY(desk.world.renewals.pageReplies.held() > 0);
    const int top = desk.table()->rowAt(0);
    const qint64 id = desk.model()->idAt(top);
    const int y = desk.table()->rowViewportPosition(top);
    const auto loaded = desk.model()->loadedCount();
    desk.world.renewals.pageReplies.hold = false;
    desk.world.renewals.pageReplies.release();
    QTRY_VERIFY(desk.model()->loadedCount() > loaded);
    QApplication::processEvents();
    QCOMPARE(desk.model()->idAt(desk.table()->rowAt(0)), id);
    QCOMPARE(desk.table()->rowViewportPosition(desk.table()->rowAt(0)), y);
}

void TestQueuePlace::refreshKeepsThePlace()
{
    Desk desk;
    lengthen(desk, 900);
    QVERIFY(desk.open());
    desk.table()->verticalScrollBar()->setValue(3000);
    QVERIFY(desk.settle());
    const int top = desk.table()->rowAt(0) + 1; // the first one wholly in sight
    const qint64 id = desk.model()->idAt(top);
    const int y = desk.table()->rowViewportPosition(top);
    auto &rows = desk.world.renewals.rows;
    rows.remove(3, 2);
    Renewal urgent = rows.first();
    for (int i = 0; i < 7; ++i) { // new ones above, of another patient
        urgent.id = {5000 + i};
        urgent.patientKey = u"P00007777"_s;
        rows.prepend(urgent);
    }
    desk.key(Qt::Key_F5);
    QVERIFY(desk.settle());
    QTRY_COMPARE(desk.model()->renewal(1)->id.value, 5006);
    QCOMPARE(desk.table()->rowViewportPosition(desk.model()->rowOf(id)), y);
}

/// What was done to one renewal gives the others of the patient another due time, and sorts them away.
void TestQueuePlace::patientAtWorkStaysInPlace()
{
    Desk desk;
    QVERIFY(desk.open());
    QCOMPARE(desk.drugs().mid(0, 4),
             QStringList({u"LISINOPRIL"_s, u"METFORMIN"_s, u"ATORVASTATIN"_s, u"SERTRALINE"_s}));
    auto &rows = desk.world.renewals.rows;
    std::rotate(rows.begin(), rows.begin() + 3, rows.end()); // where the service has them from now on
    desk.key(Qt::Key_J);                                     // the second one
    QVERIFY(desk.settle());
    desk.key(Qt::Key_R);
    QVERIFY(desk.settle());
    QCOMPARE(desk.title(), u"ATORVASTATIN 40MG TAB"_s); // the patient's next one
    QCOMPARE(desk.drugs().mid(0, 3), QStringList({u"LISINOPRIL"_s, u"ATORVASTATIN"_s, u"SERTRALINE"_s}));
    desk.key(Qt::Key_F5); // as changes of others do
    QVERIFY(desk.settle());
    QCOMPARE(desk.drugs().mid(0, 2), QStringList({u"LISINOPRIL"_s, u"ATORVASTATIN"_s}));
    desk.key(Qt::Key_End); // to another patient
    desk.key(Qt::Key_Home);
    desk.key(Qt::Key_J);
    desk.key(Qt::Key_J);
    desk.key(Qt::Key_J);
    QVERIFY(desk.settle());
    desk.key(Qt::Key_F5);
    QVERIFY(desk.settle());
    QCOMPARE(desk.drugs().first(), u"SERTRALINE"_s);
}

QTEST_MAIN(TestQueuePlace)
#include "tst_queueplace.moc"
