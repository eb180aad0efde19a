// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/consolesession.h"
#include "models/items/cutoverteamsmodel.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/stateoverlay.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::console;
using Model = items::CutOverTeamsModel;

/// The screen "Cut-over" by keyboard: the real window, the real service, the demo region's station that goes
/// to Oracle Health. The steps follow each other.
class TestCutOverScreen : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_session.reset(); }
    void showsWhatIsProposed();
    void badCrosswalkChangesNothing();
    void oneIsConfirmedAndTakenBack();
    void undecidedNeedsAChoice();
    void severalAtOnce();
    void withdrawnGivesTheEndsBack();
    void anotherDayIsEntered();

private:
    template <class T>
    Result<T> get(QFuture<Result<T>> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
            return failure(ErrorCode::Timeout, u"The future did not end."_s);
        return future.result();
    }
    template <class Widget>
    Widget *find(const QString &name)
    {
        Widget *found = m_session->window()->findChild<Widget *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    /// The dialog of this name in front; nullptr when none comes.
    QWidget *dialog(const QString &name);
    void press(int key, Qt::KeyboardModifiers modifiers = {});
    void pressButton(const QString &name);
    bool settle();
    bool backToWindow();
    QTableView *table() { return find<QTableView>(u"cutOverTeamsTable"_s); }
    Model *model() { return qobject_cast<Model *>(table()->model()); }
    QString state(int row) { return model()->index(row, Model::SureColumn).data().toString(); }
    /// The first row whose state begins so; -1 for none.
    int rowWith(const QString &state);
    void goTo(int row);
    CutOver present() { return get(m_gateways.cutOvers->cutOvers())->value(0); }

    std::unique_ptr<ConsoleSession> m_session;
    ui::Gateways m_gateways;
    QString m_station;
};

void TestCutOverScreen::initTestCase()
{
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    ConsoleOptions options;
    options.demo = true;
    m_session = std::make_unique<ConsoleSession>(options);
    m_gateways = m_session->gateways();
    QSignalSpy connected(m_session.get(), &ConsoleSession::connected);
    m_session->window()->show();
    m_session->start();
    QVERIFY(connected.wait(100'000));
    QVERIFY(backToWindow());
    press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(settle());
    press(Qt::Key_C);
    QTRY_VERIFY(find<QWidget>(u"cutOverPage"_s)->isVisible());
    QVERIFY(settle());
    QTRY_VERIFY(model()->rowCount() > 5);
    m_station = present().parentStation;
}

QWidget *TestCutOverScreen::dialog(const QString &name)
{
    QWidget *found = nullptr;
    const bool came = QTest::qWaitFor(
        [&] {
            found = m_session->window()->findChild<QWidget *>(name);
            return found && found->isVisible();
        },
        10'000);
    return came && QTest::qWaitForWindowActive(found) ? found : nullptr;
}

void TestCutOverScreen::press(int key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : m_session->window(), static_cast<Qt::Key>(key), modifiers);
}

/// As one who came there by Tab.
void TestCutOverScreen::pressButton(const QString &name)
{
    auto *button = find<QPushButton>(name);
    QVERIFY(button->isVisible() && button->isEnabled());
    QVERIFY(button->focusPolicy() & Qt::TabFocus);
    button->setFocus(Qt::TabFocusReason);
    press(Qt::Key_Space);
}

bool TestCutOverScreen::settle()
{
    return QTest::qWaitFor([this] { return m_session->window()->isSettled(); }, 20'000);
}

bool TestCutOverScreen::backToWindow()
{
    m_session->window()->activateWindow();
    return QTest::qWaitForWindowActive(m_session->window());
}

int TestCutOverScreen::rowWith(const QString &wanted)
{
    for (int row = 0; row < model()->rowCount(); ++row) {
        if (state(row).startsWith(wanted))
            return row;
    }
    return -1;
}

void TestCutOverScreen::goTo(int row)
{
    table()->setFocus();
    press(Qt::Key_Home, Qt::ControlModifier);
    while (table()->currentIndex().row() < row)
        press(Qt::Key_J);
    QCOMPARE(table()->selectionModel()->selectedRows().size(), 1);
}

void TestCutOverScreen::showsWhatIsProposed()
{
    QCOMPARE(QApplication::focusWidget(), table());
    QVERIFY(find<QLabel>(u"cutOverTitleLabel"_s)->text().contains(m_station));
    QVERIFY(rowWith(u"Strong"_s) >= 0);
    QVERIFY(rowWith(u"Undecided"_s) >= 0);
    QCOMPARE(rowWith(u"Confirmed"_s), -1); // nothing by itself
    goTo(0);
    QVERIFY(find<QListView>(u"poolsList"_s)->model()->rowCount() > 2);
    QVERIFY(find<QWidget>(u"poolEvidenceCard"_s)->isVisible());
}

void TestCutOverScreen::badCrosswalkChangesNothing()
{
    const CutOver before = present();
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"crosswalk.csv"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("old,new\nNobody,7000001\n");
    file.close();
    pressButton(u"crosswalkButton"_s);
    QWidget *chooser = dialog(u"crosswalkFileDialog"_s);
    QVERIFY(chooser);
    auto *edit = chooser->findChild<QLineEdit *>(u"fileNameEdit"_s);
    edit->setText(path);
    QTest::keyClick(edit, Qt::Key_Return);
    QWidget *report = dialog(u"crosswalkDialog"_s);
    QVERIFY(report);
    auto *rows = report->findChild<QTableView *>(u"crosswalkTable"_s)->model();
    QCOMPARE(rows->rowCount(), 1);
    QCOMPARE(rows->index(0, 0).data().toString(), u"2"_s);
    QCOMPARE(rows->index(0, 1).data().toString(), u"This station knows no such care team: Nobody."_s);
    QTest::keyClick(report, Qt::Key_Escape);
    QVERIFY(backToWindow());
    QVERIFY(settle());
    QCOMPARE(present(), before);
}

void TestCutOverScreen::oneIsConfirmedAndTakenBack()
{
    const int row = rowWith(u"Strong"_s);
    const CutOver before = present();
    goTo(row);
    press(Qt::Key_L);
    QTRY_COMPARE(state(row), u"Confirmed"_s);
    QVERIFY(settle());
    QCOMPARE(present().openTeams, before.openTeams - 1);
    QVERIFY(find<ui::Banner>(u"cutOverResultBanner"_s)->text().contains(u"new pools"_s));
    QCOMPARE(QApplication::focusWidget(), table());
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(state(row).startsWith(u"Strong"_s));
    QVERIFY(settle());
    QCOMPARE(present().openTeams, before.openTeams);
}

void TestCutOverScreen::undecidedNeedsAChoice()
{
    const int row = rowWith(u"Undecided"_s);
    goTo(row);
    QVERIFY(!find<QPushButton>(u"confirmPoolsButton"_s)->isEnabled());
    QVERIFY(find<QLabel>(u"cutOverHintLabel"_s)->text().contains(u"undecided"_s));
    const qint64 version = present().version;
    press(Qt::Key_L);
    QVERIFY(settle());
    QCOMPARE(present().version, version); // nothing to confirm
    press(Qt::Key_1);
    QCOMPARE(state(row), u"Chosen"_s);
    QVERIFY(model()->target(row)->isValid());
    press(Qt::Key_N);
    QVERIFY(!model()->target(row)->isValid());
    press(Qt::Key_L);
    QTRY_COMPARE(state(row), u"Confirmed"_s);
    QCOMPARE(model()->index(row, Model::PoolColumn).data().toString(), u"None of the pools"_s);
    QVERIFY(settle());
}

void TestCutOverScreen::severalAtOnce()
{
    table()->setFocus();
    press(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(table()->selectionModel()->selectedRows().size(), model()->rowCount());
    press(Qt::Key_L);
    QTRY_COMPARE(rowWith(u"Strong"_s), -1);
    QVERIFY(settle());
    QCOMPARE(rowWith(u"Likely"_s), -1);
    QVERIFY(rowWith(u"Undecided"_s) >= 0); // these wait for a choice
}

void TestCutOverScreen::withdrawnGivesTheEndsBack()
{
    pressButton(u"withdrawCutOverButton"_s);
    QWidget *asked = dialog(u"withdrawCutOverDialog"_s);
    QVERIFY(asked);
    auto *reason = asked->findChild<QLineEdit *>(u"textDialogEdit"_s);
    QTest::keyClicks(reason, u"Postponed"_s);
    QTest::keyClick(reason, Qt::Key_Return);
    QTRY_COMPARE(find<QTableView>(u"cutOversTable"_s)->model()->rowCount(), 0);
    QVERIFY(backToWindow());
    QVERIFY(settle());
    QCOMPARE(model()->rowCount(), 0);
    QVERIFY(get(m_gateways.cutOvers->cutOvers())->isEmpty());
    PrescriberQuery query;
    query.scope.parentStation = m_station;
    const auto page = get(m_gateways.correlations->prescribers(query));
    QVERIFY(page && !page->items.isEmpty());
    for (const PrescriberSummary &one : page->items) {
        QVERIFY(!one.correlation.validTo.isValid());
        QVERIFY(!one.correlation.planned);
    }
}

void TestCutOverScreen::anotherDayIsEntered()
{
    pressButton(u"newCutOverButton"_s);
    QWidget *asked = dialog(u"cutOverDialog"_s);
    QVERIFY(asked);
    auto *station = asked->findChild<QComboBox *>(u"cutOverStationBox"_s);
    station->setFocus();
    QTest::keyClick(station, Qt::Key_Down);
    const QString number = station->currentData().toString();
    auto *enter = asked->findChild<QPushButton *>(u"enterCutOverButton"_s);
    QTRY_VERIFY(enter->isEnabled()); // when it is known what would happen
    QVERIFY(asked->findChild<QLabel *>(u"cutOverEffectLabel"_s)->text().contains(u"would end on"_s));
    QTest::keyClick(enter, Qt::Key_Return);
    QTRY_COMPARE(find<QTableView>(u"cutOversTable"_s)->model()->rowCount(), 1);
    QVERIFY(backToWindow());
    QVERIFY(settle());
    QCOMPARE(present().parentStation, number);
    QTRY_VERIFY(find<QLabel>(u"cutOverTitleLabel"_s)->text().contains(number));
    press(Qt::Key_C);
    QTRY_VERIFY(!find<QWidget>(u"cutOverPage"_s)->isVisible());
}

QTEST_MAIN(TestCutOverScreen)
#include "tst_cutoverscreen.moc"
