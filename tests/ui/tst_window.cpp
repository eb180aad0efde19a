// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/shell/shortcutsdialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/navigationbutton.h"
#include "ui/widgets/statusline.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/workspace.h"

#include <QLabel>
#include <QMenuBar>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTableView>

using namespace renewal;
using namespace Qt::StringLiterals;

namespace {
/// Within a part that scrolls by itself; the column of the window scrolls for large text only.
bool isInScroll(const QWidget *widget)
{
    for (const QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        if (qobject_cast<const QScrollArea *>(parent) && parent->objectName() != u"contentScroll")
            return true;
    }
    return false;
}
} // namespace

class TestWindow : public QObject
{
    Q_OBJECT

private slots:
    void keysOpenThePlaces_data();
    void keysOpenThePlaces();
    void navigationCountsWhatWaits();
    void awayIsAStateNotADialog();
    void statusLineTellsAgeAndSize();
    void changesRefreshByThemselves();
    void fitsTheSmallestWindow_data();
    void fitsTheSmallestWindow();
    void themeChangesByKey();
    void questionMarkShowsAllKeys();
    void settlesOnceAndTellsIt();
    void settlesAgainAfterASelection();
    void mayBeClosedWhileEverythingIsAsked();
};

void TestWindow::keysOpenThePlaces_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("view");
    QTest::newRow("renewals") << int(Qt::Key_1) << u"Renewals"_s << u"renewalsWorkspace"_s;
    QTest::newRow("correlations") << int(Qt::Key_2) << u"Correlations"_s << u"correlationsWorkspace"_s;
    QTest::newRow("rollout") << int(Qt::Key_3) << u"Rollout"_s << u"rolloutWorkspace"_s;
    QTest::newRow("activity") << int(Qt::Key_4) << u"Activity"_s << u"activityWorkspace"_s;
}

void TestWindow::keysOpenThePlaces()
{
    QFETCH(int, key);
    QFETCH(QString, title);
    QFETCH(QString, view);
    test::WindowFixture f;
    QVERIFY(f.open(key == Qt::Key_1 ? ui::WorkspaceId::Activity : ui::WorkspaceId::Renewals));
    f.key(key, Qt::ControlModifier);
    QCOMPARE(f.find<QLabel>(u"workspaceTitleLabel"_s)->text(), title);
    const auto *place = f.find<ui::Workspace>(view);
    QTRY_VERIFY(place->isVisible());
    QVERIFY(place->mainView()->hasFocus());
    QVERIFY(f.window->windowTitle().startsWith(title));
    QStringList checked;
    const QList<QAction *> actions = f.window->actions();
    for (const QAction *action : actions) {
        if (action->objectName().endsWith(u"PlaceAction") && action->isChecked())
            checked += action->text();
    }
    QCOMPARE(checked, QStringList{title});
}

void TestWindow::navigationCountsWhatWaits()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    auto *renewals = f.find<ui::NavigationButton>(u"renewalsPlaceButton"_s);
    QCOMPARE(renewals->badge(), u"142"_s);
    QCOMPARE(renewals->accessibleName(), u"Renewals, 142 need routing"_s);
    QCOMPARE(f.find<ui::NavigationButton>(u"correlationsPlaceButton"_s)->badge(), u"39"_s);
}

void TestWindow::awayIsAStateNotADialog()
{
    test::WindowFixture f;
    QVERIFY(f.open());
    auto *banner = f.find<ui::Banner>(u"awayBanner"_s);
    auto *table = f.find<QTableView>(u"renewalsTable"_s);
    const int rows = table->model()->rowCount();
    const QColor fresh = table->palette().color(QPalette::Text);
    QVERIFY(!banner->isVisible());
    f.world.connection.reportAway(f.world.clock.now(), u"The connection was refused."_s);
    QVERIFY(banner->isVisible());
    QVERIFY2(banner->text().contains(u"15:00"), qPrintable(banner->text()));
    QVERIFY(banner->text().contains(u"What you see is from 14:59"));
    QVERIFY(banner->text().endsWith(u"The connection was refused."));
    QVERIFY(table->palette().color(QPalette::Text) != fresh);
    QVERIFY(ui::contrast(table->palette().color(QPalette::Text), table->palette().color(QPalette::Base)) >=
            4.5);
    QCOMPARE(table->model()->rowCount(), rows); // what is there stays and can be looked at
    QVERIFY(!QApplication::activeModalWidget());
    const int calls = f.world.renewals.pageReplies.calls();
    f.world.connection.reportContact(f.world.clock.now());
    QVERIFY(!banner->isVisible());
    QCOMPARE(table->palette().color(QPalette::Text), fresh);
    QTRY_VERIFY(f.world.renewals.pageReplies.calls() > calls); // back: look again
}

void TestWindow::statusLineTellsAgeAndSize()
{
    test::WindowFixture f;
    QVERIFY(f.open());
    QCOMPARE(f.find<ui::StatusLine>(u"statusLine"_s)->connectionText(), u"Connected, updated 4 s ago"_s);
    QCOMPARE(f.find<QLabel>(u"sizeLabel"_s)->text(), u"1,204,518 renewals"_s);
    QCOMPARE(f.find<QLabel>(u"serviceLabel"_s)->text(), u"Embedded service"_s);
}

void TestWindow::changesRefreshByThemselves()
{
    test::WindowFixture f;
    f.options.pollInterval = 20;
    QVERIFY(f.open());
    auto *table = f.find<QTableView>(u"renewalsTable"_s);
    const int selected = table->currentIndex().row();
    const int rows = table->model()->rowCount();
    f.world.renewals.rows.removeLast();
    f.world.system.pendingChanges = {{11, u"renewal"_s, u"renewal/18"_s}};
    QTRY_COMPARE(table->model()->rowCount(), rows - 1);
    QCOMPARE(table->currentIndex().row(), selected);
    // What changed once is not fetched for ever.
    QTRY_VERIFY(f.world.system.changeReplies.calls() > 3);
    const int pages = f.world.renewals.pageReplies.calls();
    const int looks = f.world.system.changeReplies.calls();
    QTRY_VERIFY(f.world.system.changeReplies.calls() > looks + 3);
    QCOMPARE(f.world.renewals.pageReplies.calls(), pages);
}

void TestWindow::fitsTheSmallestWindow_data()
{
    QTest::addColumn<ui::WorkspaceId>("place");
    for (int i = 0; i < 4; ++i)
        QTest::newRow(qPrintable(toString(static_cast<ui::WorkspaceId>(i))))
            << static_cast<ui::WorkspaceId>(i);
}

void TestWindow::fitsTheSmallestWindow()
{
    QFETCH(ui::WorkspaceId, place);
    test::WindowFixture f;
    QVERIFY(f.open(place));
    // What does not fit would be scrolled to, which is for large text only.
    const QSize needed = f.find<QWidget>(u"contentColumn"_s)->minimumSizeHint() +
                         QSize(f.find<QWidget>(u"navigationBar"_s)->width(), f.window->menuBar()->height());
    QString wide = u"%1 x %2"_s.arg(needed.width()).arg(needed.height());
    const QList<QWidget *> parts = f.find<QWidget>(u"contentColumn"_s)->findChildren<QWidget *>();
    for (const QWidget *part : parts) {
        if (part->minimumSizeHint().width() > 800)
            wide += u" %1: %2"_s.arg(part->objectName()).arg(part->minimumSizeHint().width());
    }
    QVERIFY2(needed.width() <= 1024 && needed.height() <= 700, qPrintable(wide));
    f.window->resize(1024, 700);
    QTRY_COMPARE(f.window->size(), QSize(1024, 700));
    const QRect inside = f.window->rect();
    const QList<QAbstractButton *> buttons = f.window->findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        if (!button->isVisible() || isInScroll(button))
            continue; // what scrolls may lie outside
        const QRect place2(button->mapTo(f.window.get(), QPoint()), button->size());
        QVERIFY2(inside.contains(place2), qPrintable(button->objectName()));
        QVERIFY2(button->width() >= button->fontMetrics().horizontalAdvance(button->text()),
                 qPrintable(button->objectName()));
    }
}

void TestWindow::themeChangesByKey()
{
    test::WindowFixture f;
    QVERIFY(f.open());
    QVERIFY(!ui::Theme::of(QApplication::palette()).dark);
    f.key(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(ui::Theme::of(QApplication::palette()).dark);
    QVERIFY(ui::Theme::of(f.find<QWidget>(u"renewalsTable"_s)->palette()).dark);
    f.window->setThemeChoice(ui::ThemeChoice::Light);
    QVERIFY(!ui::Theme::of(f.find<QWidget>(u"renewalsTable"_s)->palette()).dark);
}

void TestWindow::questionMarkShowsAllKeys()
{
    test::WindowFixture f;
    QVERIFY(f.open());
    f.key(Qt::Key_Question);
    auto *dialog = f.window->findChild<ui::ShortcutsDialog *>();
    QVERIFY(dialog);
    QStringList texts;
    const QList<QLabel *> labels = dialog->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        texts += label->text();
    for (const QAction *action : f.window->findChildren<QAction *>()) {
        if (!action->shortcuts().isEmpty() && action->objectName().endsWith(u"Action"))
            QVERIFY2(texts.contains(action->text()), qPrintable(action->objectName()));
    }
}

void TestWindow::settlesOnceAndTellsIt()
{
    test::WindowFixture f;
    f.world.renewals.pageReplies.hold = true;
    ui::MainWindow window(f.world.gateways(), f.options);
    QSignalSpy settled(&window, &ui::MainWindow::settled);
    window.show();
    QVERIFY(!window.isSettled());
    f.world.renewals.pageReplies.release();
    QTRY_VERIFY(window.isSettled());
    QCOMPARE(settled.count(), 1);
}

void TestWindow::settlesAgainAfterASelection()
{
    test::WindowFixture f;
    QVERIFY(f.open());
    QSignalSpy settled(f.window.get(), &ui::MainWindow::settled);
    f.world.renewals.detailReplies.hold = true;
    f.key(Qt::Key_J);
    QVERIFY(!f.window->isSettled());
    f.world.renewals.detailReplies.release();
    QTRY_VERIFY(f.window->isSettled());
    QCOMPARE(settled.count(), 1);
}

void TestWindow::mayBeClosedWhileEverythingIsAsked()
{
    test::WindowFixture f;
    f.world.renewals.pageReplies.hold = true;
    f.world.system.stationReplies.hold = true;
    f.world.system.statusReplies.hold = true;
    {
        ui::MainWindow window(f.world.gateways(), f.options);
        window.show();
    }
    f.world.renewals.pageReplies.release();
    f.world.system.stationReplies.release();
    f.world.system.statusReplies.release();
    QCOMPARE(f.world.system.statusReplies.held(), 0);
}

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
