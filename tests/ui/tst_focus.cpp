// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk.h"
#include "ui/widgets/navigationbutton.h"

#include <QLineEdit>
#include <QToolButton>

using namespace renewal;
using namespace Qt::StringLiterals;
using test::Desk;

/// Where the keyboard is, and that undo works from there.
class TestFocus : public QObject
{
    Q_OBJECT

private slots:
    void undoWorksWhereverTheFocusIs_data();
    void undoWorksWhereverTheFocusIs();
    void undoInAFieldIsTheFields();
    void keyboardStaysInThePlace();
    void otherPlacesDoNotHearUndo();
    void lockedWindowResumes_data();
    void lockedWindowResumes();
};

void TestFocus::undoWorksWhereverTheFocusIs_data()
{
    QTest::addColumn<QString>("widget");
    QTest::newRow("the list") << u"renewalsTable"_s;
    QTest::newRow("the navigation") << u"renewalsPlaceButton"_s;
    QTest::newRow("the empty search") << u"searchEdit"_s;
    QTest::newRow("a selector") << u"stationCombo"_s;
}

void TestFocus::undoWorksWhereverTheFocusIs()
{
    QFETCH(QString, widget);
    Desk desk;
    QVERIFY(desk.open());
    desk.key(Qt::Key_R);
    QVERIFY(desk.settle());
    QCOMPARE(desk.world.renewals.triageRequests.size(), 1);
    auto *place = desk.find<QWidget>(widget);
    place->setFocus();
    QVERIFY(place->hasFocus());
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(desk.settle());
    QCOMPARE(desk.world.renewals.undoneBatches.size(), 1);
}

void TestFocus::undoInAFieldIsTheFields()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.key(Qt::Key_R);
    QVERIFY(desk.settle());
    auto *search = desk.find<QLineEdit>(u"searchEdit"_s);
    search->setFocus();
    QTest::keyClicks(search, u"abc"_s);
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(search->text(), QString());
    QCOMPARE(desk.world.renewals.undoneBatches.size(), 0);
}

void TestFocus::keyboardStaysInThePlace()
{
    Desk desk;
    QVERIFY(desk.open());
    // What comes after the last one in the place is the navigation.
    auto *last = new QPushButton(u"Last"_s, desk.find<QWidget>(u"renewalsWorkspace"_s));
    last->show();
    last->setFocus();
    QVERIFY(last->hasFocus());
    last->setEnabled(false);
    QTRY_VERIFY(desk.table()->hasFocus());
    QPushButton *primary = desk.primary();
    primary->setFocus();
    QTest::mouseClick(primary, Qt::LeftButton); // it is disabled while this is on its way
    QVERIFY(desk.settle());
    QCOMPARE(desk.world.renewals.triageRequests.size(), 1);
    const auto *place = desk.find<QWidget>(u"renewalsWorkspace"_s);
    QTRY_VERIFY2(
        place->isAncestorOf(QApplication::focusWidget()),
        qPrintable(QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString()));
}

void TestFocus::otherPlacesDoNotHearUndo()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.key(Qt::Key_R);
    QVERIFY(desk.settle());
    desk.key(Qt::Key_4, Qt::ControlModifier);
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(desk.settle());
    QCOMPARE(desk.world.renewals.undoneBatches.size(), 0); // one does not see what would be taken back
}

void TestFocus::lockedWindowResumes_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("Enter") << static_cast<int>(Qt::Key_Return);
    QTest::newRow("Space") << static_cast<int>(Qt::Key_Space);
    QTest::newRow("the mouse") << 0;
}

void TestFocus::lockedWindowResumes()
{
    QFETCH(int, key);
    Desk desk;
    QVERIFY(desk.open());
    QVERIFY(desk.table()->hasFocus());
    desk.key(Qt::Key_L, Qt::ControlModifier);
    QCoreApplication::processEvents(); // what brings the keyboard back into a place comes afterwards
    auto *resume = desk.find<QPushButton>(u"resumeButton"_s);
    QVERIFY(resume->isVisible());
    QVERIFY(resume->hasFocus());
    if (key != 0) {
        desk.key(key);
    } else {
        QTest::mousePress(resume, Qt::LeftButton);
        QCoreApplication::processEvents();
        QTest::mouseRelease(resume, Qt::LeftButton);
    }
    QTRY_VERIFY(desk.table()->isVisible());
    QVERIFY(!resume->isVisible());
    QTRY_VERIFY(desk.table()->hasFocus());
}

QTEST_MAIN(TestFocus)
#include "tst_focus.moc"
