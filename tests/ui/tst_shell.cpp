// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakeservices.h"
#include "tests/ui/windowfixture.h"
#include "ui/renewals/renewalsworkspace.h"
#include "ui/shell/shortcutsdialog.h"
#include "ui/widgets/screenroom.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/workspace.h"

#include <QComboBox>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QTableView>
#include <QTemporaryDir>

using namespace renewal;
using namespace Qt::StringLiterals;

namespace {
/// All actions that stand in a menu of the bar.
QList<QAction *> menuActions(const QMenuBar *bar)
{
    QList<QAction *> all;
    const QList<QMenu *> menus = bar->findChildren<QMenu *>();
    for (const QMenu *menu : menus)
        all += menu->actions();
    return all;
}
} // namespace

/// Menus, settings, layout, lock and the first start.
class TestShell : public QObject
{
    Q_OBJECT

private slots:
    void everyActionIsInAMenu_data();
    void everyActionIsInAMenu();
    void menuBarComesBackByKey();
    void settingsAreKept();
    void themesOfTheMenu();
    void layoutIsRemembered();
    void nothingIsRememberedWithoutSettings();
    void layoutCanBeReset();
    void scopeOfThePreferences();
    void lockHidesAndResumes();
    void locksAfterRest();
    void helpIsAboutThePlace();
    void aboutTellsWhatRuns();
    void careTeamHasASheet();
    void firstStartOffersWork();
    void demoDataIsAskedForOnce();
    void failedStartIsTriedAgain();
    void rolloutAlarmIsShown();
};

void TestShell::everyActionIsInAMenu_data()
{
    QTest::addColumn<ui::WorkspaceId>("place");
    for (int i = 0; i < 4; ++i)
        QTest::newRow(qPrintable(toString(static_cast<ui::WorkspaceId>(i))))
            << static_cast<ui::WorkspaceId>(i);
}

void TestShell::everyActionIsInAMenu()
{
    QFETCH(ui::WorkspaceId, place);
    test::WindowFixture f;
    QVERIFY(f.open(place));
    const QList<QAction *> inMenus = menuActions(f.window->menuBar());
    QList<QAction *> wanted = f.window->actions();
    const auto workspaces = f.window->findChildren<ui::Workspace *>();
    for (const ui::Workspace *workspace : workspaces) {
        if (workspace->isVisible())
            wanted += workspace->actions();
    }
    QStringList texts;
    for (const QAction *action : inMenus)
        texts.append(action->text());
    for (QAction *action : std::as_const(wanted)) {
        // Each stands once: what Enter does in a list may have another name for itself.
        QVERIFY2(inMenus.contains(action) || texts.contains(action->text()),
                 qPrintable(action->objectName()));
        QVERIFY2(!action->objectName().isEmpty(), qPrintable(action->text()));
    }
    QVERIFY(wanted.size() > 15);
}

void TestShell::menuBarComesBackByKey()
{
    test::WindowFixture f;
    QVERIFY(f.open());
    QVERIFY(f.window->menuBar()->isVisible());
    f.key(Qt::Key_M, Qt::ControlModifier);
    QVERIFY(!f.window->menuBar()->isVisible());
    f.key(Qt::Key_F10);
    QVERIFY(f.window->menuBar()->isVisible());
}

void TestShell::settingsAreKept()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
    test::WindowFixture f;
    f.options.settings = &settings;
    QVERIFY(f.open());
    f.key(Qt::Key_Comma, Qt::ControlModifier);
    auto *dialog = f.find<QDialog>(u"settingsDialog"_s);
    QVERIFY(dialog->isVisible());
    QTRY_VERIFY(dialog->findChild<QComboBox *>(u"themeCombo"_s)->hasFocus());
    f.key(Qt::Key_End); // high contrast
    auto *lock = dialog->findChild<QComboBox *>(u"lockCombo"_s);
    lock->setFocus();
    f.key(Qt::Key_Down);
    f.key(Qt::Key_Return);
    QTRY_VERIFY(!f.window->findChild<QDialog *>(u"settingsDialog"_s));
    const auto kept = ui::Preferences::read(settings);
    QVERIFY(kept.theme == ui::ThemeChoice::Contrast);
    QCOMPARE(kept.lockMinutes, 1);
    QVERIFY(f.window->themeChoice() == ui::ThemeChoice::Contrast);
    QVERIFY(QApplication::palette().color(QPalette::Base) == ui::Theme::highContrast(false).panel);
    f.window->setThemeChoice(ui::ThemeChoice::Light);
}

void TestShell::themesOfTheMenu()
{
    test::WindowFixture f;
    QVERIFY(f.open());
    f.find<QAction>(u"darkThemeAction"_s)->trigger();
    QVERIFY(ui::Theme::of(QApplication::palette()).dark);
    QVERIFY(f.find<QAction>(u"darkThemeAction"_s)->isChecked());
    f.find<QAction>(u"lightThemeAction"_s)->trigger();
    QVERIFY(!ui::Theme::of(QApplication::palette()).dark);
}

void TestShell::layoutIsRemembered()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
    QList<int> sizes;
    {
        test::WindowFixture f;
        f.options.settings = &settings;
        QVERIFY(f.open());
        auto *splitter = f.find<QSplitter>(u"renewalsSplitter"_s);
        sizes = splitter->sizes();
        sizes.first() += 30;
        sizes[1] -= 30;
        splitter->setSizes(sizes);
        sizes = splitter->sizes();
        auto *header = f.find<QTableView>(u"prescribersTable"_s)->horizontalHeader();
        header->moveSection(2, 1);
        f.find<ui::RenewalsWorkspace>(u"renewalsWorkspace"_s)->setView(u"needs_routing"_s);
        f.find<QPushButton>(u"noneFilterButton"_s)->click();
        f.window->resize(1300, 800);
    }
    test::WindowFixture f;
    f.options.settings = &settings;
    f.options.workspace = ui::WorkspaceId::Renewals;
    f.window = std::make_unique<ui::MainWindow>(f.world.gateways(), f.options);
    f.window->show();
    QVERIFY(QTest::qWaitForWindowActive(f.window.get()));
    QCOMPARE(f.window->size(), QSize(1300, 800));
    QCOMPARE(f.world.renewals.queries.constLast().view, u"needs_routing"_s);
    QVERIFY(f.find<QPushButton>(u"noneFilterButton"_s)->isChecked());
    QCOMPARE(f.find<QTableView>(u"prescribersTable"_s)->horizontalHeader()->visualIndex(2), 1);
    f.window->resize(1440, 900);
    QTRY_COMPARE(f.find<QSplitter>(u"renewalsSplitter"_s)->sizes().first(), sizes.first());
}

void TestShell::nothingIsRememberedWithoutSettings()
{
    {
        test::WindowFixture f;
        QVERIFY(f.open());
        f.window->resize(1300, 800);
    }
    test::WindowFixture f;
    f.window = std::make_unique<ui::MainWindow>(f.world.gateways(), f.options);
    QCOMPARE(f.window->size(),
             QSize(1440, 900).boundedTo(ui::roomFor(f.window.get())).expandedTo(f.window->minimumSize()));
}

void TestShell::layoutCanBeReset()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
    test::WindowFixture f;
    f.options.settings = &settings;
    QVERIFY(f.open());
    auto *header = f.find<QTableView>(u"prescribersTable"_s)->horizontalHeader();
    header->moveSection(2, 1);
    f.find<QAction>(u"resetLayoutAction"_s)->trigger();
    QCOMPARE(header->visualIndex(2), 2);
}

void TestShell::scopeOfThePreferences()
{
    test::WindowFixture f;
    f.options.preferences.scope = {u"552"_s, u"VISTA"_s};
    QVERIFY(f.open());
    QCOMPARE(f.find<QComboBox>(u"stationCombo"_s)->currentData().toString(), u"552"_s);
    QCOMPARE(f.find<QComboBox>(u"stationCombo"_s)->currentText(), u"552  Dayton VA Medical Center"_s);
    QCOMPARE(f.find<QComboBox>(u"ehrCombo"_s)->currentData().toString(), u"VISTA"_s);
    QVERIFY(f.world.renewals.queries.constLast().scope == f.options.preferences.scope);
    // Also where the selectors are not shown the counts say what they are of.
    f.window->showWorkspace(ui::WorkspaceId::Activity);
    QVERIFY(!f.find<QComboBox>(u"stationCombo"_s)->isVisible());
    QCOMPARE(f.find<QLabel>(u"scopeLabel"_s)->text(), u"Counts of station 552, VistA only"_s);
    QVERIFY(f.find<QLabel>(u"scopeLabel"_s)->isVisible());
}

void TestShell::lockHidesAndResumes()
{
    test::WindowFixture f;
    QVERIFY(f.open());
    const QString title = f.window->windowTitle();
    f.key(Qt::Key_Question);
    auto *dialog = f.window->findChild<ui::ShortcutsDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    f.find<QAction>(u"lockAction"_s)->trigger();
    QVERIFY(f.find<QWidget>(u"lockCover"_s)->isVisible());
    QVERIFY(!f.window->centralWidget()->isVisible());
    QVERIFY(!dialog->isVisible());
    QCOMPARE(f.window->windowTitle(), u"Locked, Renewal Console"_s);
    auto *resume = f.find<QPushButton>(u"resumeButton"_s);
    QTRY_VERIFY(resume->hasFocus());
    f.key(Qt::Key_K, Qt::ControlModifier); // behind the curtain nothing happens
    QVERIFY(!f.find<QWidget>(u"findPalette"_s)->isVisible());
    QTest::keyClick(resume, Qt::Key_Return);
    QVERIFY(!f.find<QWidget>(u"lockCover"_s)->isVisible());
    QVERIFY(f.window->centralWidget()->isVisible());
    QVERIFY(dialog->isVisible());
    QCOMPARE(f.window->windowTitle(), title);
}

void TestShell::locksAfterRest()
{
    test::WindowFixture f;
    f.options.preferences.lockMinutes = 1;
    QVERIFY(f.open());
    // The minute itself is not waited for: its timer is told that it is over.
    QTimer *rest = nullptr;
    const auto timers = f.find<QWidget>(u"lockCover"_s)->findChildren<QTimer *>();
    for (QTimer *timer : timers)
        rest = timer->interval() == 60'000 ? timer : rest;
    QVERIFY(rest && rest->isActive());
    rest->setInterval(1);
    QTRY_VERIFY(f.find<QWidget>(u"lockCover"_s)->isVisible());
}

void TestShell::helpIsAboutThePlace()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Correlations));
    f.key(Qt::Key_F1);
    auto *dialog = f.window->findChild<ui::ShortcutsDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->windowTitle(), u"Correlations"_s);
    QVERIFY(dialog->findChild<QLabel *>(u"helpTextLabel"_s)->text().contains(u"care team"));
    QVERIFY(!dialog->findChildren<QLabel *>(u"shortcutKeyLabel"_s).isEmpty());
}

void TestShell::aboutTellsWhatRuns()
{
    test::WindowFixture f;
    QVERIFY(f.open());
    f.find<QAction>(u"aboutAction"_s)->trigger();
    auto *dialog = f.find<QDialog>(u"aboutDialog"_s);
    QStringList texts;
    const auto labels = dialog->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        texts += label->text();
    for (const QString &text : {u"SQLite"_s, QString::fromLatin1(qVersion()), u"0.1.0"_s})
        QVERIFY2(texts.contains(text), qPrintable(text));
}

void TestShell::careTeamHasASheet()
{
    test::WindowFixture f;
    FindHit hit;
    hit.kind = FindKind::CareTeam;
    hit.id = 6910411;
    hit.name = u"552 CARDIOLOGY CLINIC B"_s;
    hit.station = u"552"_s;
    f.world.system.findData = {hit};
    QVERIFY(f.open());
    f.key(Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"cardio"_s);
    f.key(Qt::Key_Return);
    QTRY_VERIFY(f.window->findChild<QDialog *>(u"careTeamSheet"_s));
    auto *sheet = f.find<QDialog>(u"careTeamSheet"_s);
    QCOMPARE(sheet->windowTitle(), hit.name);
    sheet->findChild<QPushButton *>(u"stationPrescribersButton"_s)->click();
    QCOMPARE(f.find<QLabel>(u"workspaceTitleLabel"_s)->text(), u"Correlations"_s);
    QCOMPARE(f.find<QComboBox>(u"stationCombo"_s)->currentData().toString(), u"552"_s);
}

void TestShell::firstStartOffersWork()
{
    test::WindowFixture f;
    f.world.system.statusData.renewals = 0;
    f.world.system.statusData.prescribers = 0;
    f.world.system.statusData.careTeams = 0;
    QVERIFY(f.open());
    auto *welcome = f.find<QWidget>(u"welcomePane"_s);
    QTRY_VERIFY(welcome->isVisible());
    QVERIFY(f.find<QPushButton>(u"welcomeImportButton"_s)->hasFocus());
    QVERIFY(!f.find<QPushButton>(u"welcomeDemoButton"_s)->isVisible()); // this service offers none
    f.key(Qt::Key_4, Qt::ControlModifier);
    QVERIFY(!welcome->isVisible()); // the record has its own to tell
    f.key(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(welcome->isVisible());
}

void TestShell::demoDataIsAskedForOnce()
{
    test::FakeServices services;
    services.canDemo = true;
    test::WindowFixture f;
    f.world.system.statusData.renewals = 0;
    f.world.system.statusData.prescribers = 0;
    f.world.system.statusData.careTeams = 0;
    f.services = &services;
    QVERIFY(f.open());
    auto *demo = f.find<QPushButton>(u"welcomeDemoButton"_s);
    QTRY_VERIFY(demo->isVisible());
    services.demoReplies.hold = true;
    demo->click();
    QCOMPARE(services.demoReplies.calls(), 0); // not without being asked
    f.find<QDialog>(u"demoDialog"_s)->findChild<QPushButton *>(u"agreeDemoButton"_s)->click();
    QCOMPARE(services.demoReplies.calls(), 1);
    QVERIFY(!demo->isEnabled());
    f.world.system.statusData.renewals = 900;
    services.demoReplies.release();
    QTRY_VERIFY(demo->isEnabled());
}

void TestShell::failedStartIsTriedAgain()
{
    test::FakeServices services;
    services.failed = true;
    test::WindowFixture f;
    f.services = &services;
    QVERIFY(f.open());
    f.world.connection.reportAway(f.world.clock.now(), u"The database file cannot be opened."_s);
    auto *button = f.find<QWidget>(u"awayBanner"_s)->findChild<QPushButton *>(u"bannerActionButton"_s);
    QVERIFY(button && button->isVisible());
    button->click();
    QCOMPARE(services.startsAgain, 1);
    services.failed = false;
    const int pages = f.world.renewals.pageReplies.calls();
    button->click();
    QCOMPARE(services.startsAgain, 1);
    QTRY_VERIFY(f.world.renewals.pageReplies.calls() > pages);
}

void TestShell::rolloutAlarmIsShown()
{
    test::WindowFixture f;
    QVERIFY(f.open());
    f.world.rollout.overviewData.notices = {{}};
    f.key(Qt::Key_F5);
    auto *button = f.find<QAbstractButton>(u"rolloutPlaceButton"_s);
    QTRY_VERIFY2(button->accessibleName().startsWith(u"Rollout, 1 thing"),
                 qPrintable(button->accessibleName()));
    f.world.rollout.overviewData.notices.clear();
    f.key(Qt::Key_F5);
    QTRY_COMPARE(button->accessibleName(), u"Rollout"_s);
}

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
