// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"
#include "ui/activity/activityworkspace.h"

#include "models/items/await.h"
#include "ui/correlations/correlationsworkspace.h"
#include "ui/imports/importcontroller.h"
#include "ui/renewals/renewalsworkspace.h"
#include "ui/rollout/rolloutworkspace.h"
#include "ui/shell/changepoller.h"
#include "ui/shell/connectionview.h"
#include "ui/shell/focuskeeper.h"
#include "ui/shell/layoutmemory.h"
#include "ui/shell/lockcover.h"
#include "ui/shell/navigationbadges.h"
#include "ui/shell/themechoice.h"
#include "ui/shell/topbar.h"
#include "ui/shell/windowcommands.h"
#include "ui/shell/windowparts.h"
#include "ui/shell/workspacehost.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/dialogfit.h"
#include "ui/widgets/screenroom.h"
#include "ui/widgets/statusline.h"
#include "ui/widgets/themesetup.h"
#include "ui/widgets/workspace.h"

#include <QAction>
#include <QApplication>
#include <QLocale>
#include <QSettings>
#include <QStackedWidget>

#include <algorithm>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
const QSize smallest(1024, 700);
const QSize usual(1440, 900);

/// The style and the size of text must stand before the widgets are made: their sizes come from the font.
const Gateways &dressed(const Gateways &gateways, const ShellOptions &options, const QPalette &system)
{
    applyTheme(*qApp, themeFor(options.theme, system));
    applyTextSize(*qApp, options.preferences.textPercent);
    return gateways;
}

/// The desktop's own palette, before the first window put its theme over it.
QPalette systemPalette()
{
    constexpr char kept[] = "systemPalette";
    if (!qApp->property(kept).isValid())
        qApp->setProperty(kept, QApplication::palette());
    return qApp->property(kept).value<QPalette>();
}
} // namespace

class MainWindow::Private : public QObject
{
public:
    Private(MainWindow *window, const Gateways &gateways, const ShellOptions &options);

    void setupPlaces();
    void setupReports();
    void setupService();
    void setupLock();
    void setupImports();

    void start();
    void applyTheme(ThemeChoice choice);
    void takePreferences(const Preferences &chosen);
    void fetchStations();
    void refreshAll();
    void takeStatus();
    void takeChanges(const QSet<QString> &kinds);
    void checkSettled();
    bool isSettled() const;

    MainWindow *window;
    Gateways gateways;
    ShellOptions options;
    QPalette system;
    WindowParts parts;
    WorkspaceHost host;
    FocusKeeper focus;
    DialogFit fit;
    WindowCommands commands;
    NavigationBadges badges;
    LockCover lock;
    std::unique_ptr<ImportController> imports;
    QString importText; ///< what the message told of the last import
    LayoutMemory layout;
    ChangePoller poller;
    ConnectionView connection;
    ThemeChoice theme = ThemeChoice::System;
    items::StationDirectory stations;
    QList<QAction *> resting; ///< behind the lock
    bool stationsAnswered = false;
    bool wasSettled = false;
};

MainWindow::Private::Private(MainWindow *mainWindow, const Gateways &theGateways,
                             const ShellOptions &theOptions)
    : window(mainWindow)
    , gateways(theGateways)
    , options(theOptions)
    , system(systemPalette())
    , parts(dressed(theGateways, theOptions, system), theOptions, mainWindow)
    , host(&parts)
    , focus(&host, mainWindow)
    , commands(mainWindow, &parts, &host, theGateways, theOptions)
    , badges(&parts, theGateways.rollout)
    , lock(mainWindow)
    , layout(theOptions.settings, mainWindow)
    , poller(theGateways.system, theOptions.pollInterval, mainWindow)
    , connection(theGateways.connection, theGateways.clock, {parts.away, parts.status, parts.stack})
{
    options.preferences.theme = options.theme;
    commands.setPreferences(options.preferences);
    applyTheme(options.theme);
    window->setCentralWidget(parts.central);
    window->setMinimumSize(smallest);
    window->resize(usual.boundedTo(roomFor(window)));
    setupReports();
    setupService();
    setupLock();
    setupImports();
    setupPlaces();
}

MainWindow::MainWindow(const Gateways &gateways, const ShellOptions &options, QWidget *parent)
    : QMainWindow(parent)
    , d(std::make_unique<Private>(this, gateways, options))
{
    setObjectName(u"mainWindow"_s);
    setWindowIcon(QIcon(u":/icons/renewal-console.svg"_s));
    d->start();
}

MainWindow::~MainWindow()
{
    d->layout.save();
    // The workspaces tell of their end, and nobody should listen any more.
    for (Workspace *workspace : d->parts.workspaces())
        workspace->disconnect(d.get());
}

void MainWindow::Private::setupPlaces()
{
    parts.topBar->setScope(options.scope.value_or(options.preferences.scope));
    for (int i = 0; i < parts.workspaces().size(); ++i)
        layout.add(parts.workspaces()[i], toString(static_cast<WorkspaceId>(i)));
    layout.restoreWindow();
}

void MainWindow::Private::setupReports()
{
    connect(&host, &WorkspaceHost::shown, this, &Private::checkSettled, Qt::QueuedConnection);
    connect(&host, &WorkspaceHost::left, parts.message, &Banner::leave);
    connect(&commands, &WindowCommands::preferencesChosen, this, &Private::takePreferences);
    connect(&commands, &WindowCommands::refreshWanted, this, &Private::refreshAll);
    connect(commands.actions().resetLayout, &QAction::triggered, &layout, &LayoutMemory::reset);
    connect(commands.actions().lock, &QAction::triggered, &lock, &LockCover::lock);
    connect(commands.actions().quit, &QAction::triggered, window, &QWidget::close);
    connect(parts.correlations, &CorrelationsWorkspace::importWanted, commands.actions().importFiles,
            &QAction::trigger);
    connect(parts.renewals, &RenewalsWorkspace::prescriberWanted, this, [this](PrescriberId id) {
        host.show(WorkspaceId::Correlations);
        parts.correlations->openPrescriber(id);
    });
    connect(parts.rollout, &RolloutWorkspace::correlationsRequested, this, [this](const QString &station) {
        parts.topBar->setScope({.parentStation = station, .ehr = {}});
        host.show(WorkspaceId::Correlations);
        parts.correlations->showOpenCases();
    });
    for (Workspace *workspace : parts.workspaces()) {
        connect(workspace, &Workspace::settledChanged, this, &Private::checkSettled);
        connect(workspace, &Workspace::resultReported, parts.status, &StatusLine::setResult);
        connect(workspace, &Workspace::messageRaised, parts.message, &Banner::showMessage);
        connect(workspace, &Workspace::dataChanged, &poller, &ChangePoller::poll);
    }
}

void MainWindow::Private::setupImports()
{
    if (!gateways.imports)
        return;
    imports = std::make_unique<ImportController>(gateways.imports, window);
    const auto open = [this] { imports->open(); };
    connect(parts.activity, &ActivityWorkspace::importWanted, this, open);
    connect(&commands, &WindowCommands::importWanted, this, open);
    connect(imports.get(), &ImportController::progressed, parts.status, &StatusLine::setResult);
    connect(imports.get(), &ImportController::dataChanged, &poller, &ChangePoller::poll);
    connect(imports.get(), &ImportController::settledChanged, this, &Private::checkSettled);
    connect(imports.get(), &ImportController::finished, this,
            [this](const QString &text, items::Tone tone, const QString &actionText) {
                importText = text;
                parts.message->showMessage(text, tone, actionText);
            });
    connect(parts.message, &Banner::actionRequested, this, [this] {
        if (parts.message->text() != importText)
            return; // another's message
        parts.message->hide();
        imports->showRun();
    });
    connect(imports.get(), &ImportController::reportWanted, this, [this](ImportId id) {
        host.show(WorkspaceId::Activity);
        parts.activity->showImport(id);
    });
}

void MainWindow::Private::setupService()
{
    connect(&connection, &ConnectionView::refreshWanted, this, [this] {
        if (gateways.services && gateways.services->hasFailed())
            gateways.services->startAgain();
        else
            refreshAll();
    });
    connect(&poller, &ChangePoller::changed, this, &Private::takeChanges);
    connect(&poller, &ChangePoller::statusArrived, this, &Private::takeStatus);
    if (options.pollInterval > 0)
        connection.keepCounting();
}

void MainWindow::Private::setupLock()
{
    lock.setRest(options.preferences.lockMinutes);
    connect(&lock, &LockCover::locked, this, [this] {
        for (Workspace *workspace : parts.workspaces())
            workspace->conceal();
        // Behind the curtain no key does anything.
        for (QAction *action : window->actions()) {
            if (action->isEnabled())
                resting.append(action);
            action->setEnabled(false);
        }
    });
    connect(&lock, &LockCover::resumed, this, [this] {
        for (QAction *action : std::exchange(resting, {}))
            action->setEnabled(true);
        host.show(host.place());
    });
}

void MainWindow::Private::start()
{
    connection.show();
    host.show(options.workspace);
    fetchStations();
    badges.lookAtRollout();
    poller.poll();
}

void MainWindow::Private::applyTheme(ThemeChoice choice)
{
    theme = choice;
    ui::applyTheme(*qApp, themeFor(choice, system));
    commands.actions().theme(choice)->setChecked(true);
    connection.show();
}

void MainWindow::Private::takePreferences(const Preferences &chosen)
{
    const Preferences before = std::exchange(options.preferences, chosen);
    commands.setPreferences(chosen);
    if (options.settings)
        chosen.write(*options.settings);
    applyTheme(chosen.theme);
    lock.setRest(chosen.lockMinutes);
    if (chosen.checkSeconds != before.checkSeconds)
        poller.setInterval(chosen.checkSeconds * 1000);
    if (chosen.textPercent == before.textPercent)
        return;
    if (gateways.services && options.settings)
        gateways.services->rebuild(); // this window ends with it
    else
        parts.status->setResult(MainWindow::tr("The text size changes with the next start."));
}

void MainWindow::Private::fetchStations()
{
    items::await(gateways.system->stations(), this, [this](const Result<QVector<Station>> &answer) {
        stationsAnswered = true;
        if (answer) {
            stations = items::StationDirectory(*answer);
            parts.topBar->setStations(stations);
            host.setStations(stations);
            commands.setStations(stations);
        }
        checkSettled();
    });
}

void MainWindow::Private::refreshAll()
{
    host.refreshAll();
    if (stations.parents().isEmpty())
        fetchStations();
    badges.lookAtRollout();
    poller.poll();
}

void MainWindow::Private::takeStatus()
{
    if (const auto &status = poller.status()) {
        parts.status->setSize(
            MainWindow::tr("%1 renewals", "a number").arg(QLocale().toString(status->renewals)));
        commands.setStatus(*status);
    }
    checkSettled();
}

void MainWindow::Private::takeChanges(const QSet<QString> &kinds)
{
    host.takeChanges(kinds);
    if (kinds.contains(u"import"_s))
        fetchStations();
    if (WorkspaceHost::isShowing(WorkspaceId::Rollout, kinds))
        badges.lookAtRollout();
}

bool MainWindow::Private::isSettled() const
{
    return stationsAnswered && poller.isAnswered() && host.isSettled() && (!imports || imports->isSettled());
}

void MainWindow::Private::checkSettled()
{
    host.loadNext();
    const bool now = isSettled();
    if (now && !wasSettled) {
        wasSettled = true;
        emit window->settled();
    }
    wasSettled = now;
}

WorkspaceId MainWindow::workspace() const
{
    return d->host.place();
}

void MainWindow::showWorkspace(WorkspaceId id)
{
    d->host.show(id);
    d->checkSettled();
}

Scope MainWindow::scope() const
{
    return d->parts.topBar->scope();
}

void MainWindow::setThemeChoice(ThemeChoice choice)
{
    d->applyTheme(choice);
}

ThemeChoice MainWindow::themeChoice() const
{
    return d->theme;
}

void MainWindow::importFiles(const QStringList &paths)
{
    if (d->imports)
        d->imports->open(paths);
}

bool MainWindow::isSettled() const
{
    return d->isSettled();
}

} // namespace renewal::ui
