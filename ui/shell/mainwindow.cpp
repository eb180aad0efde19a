// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "models/items/await.h"
#include "ui/correlations/correlationsworkspace.h"
#include "ui/renewals/renewalsworkspace.h"
#include "ui/shell/changepoller.h"
#include "ui/shell/connectionview.h"
#include "ui/shell/shortcutsdialog.h"
#include "ui/shell/topbar.h"
#include "ui/shell/windowparts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/navigationbar.h"
#include "ui/widgets/navigationbutton.h"
#include "ui/widgets/statusline.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/themesetup.h"

#include <QAction>
#include <QApplication>
#include <QLocale>
#include <QStackedWidget>

#include <algorithm>

namespace renewal::ui {

using namespace Qt::StringLiterals;

namespace {
const QSize smallest(1024, 700);
const QSize usual(1440, 900);

/// Which workspaces show something of a kind of change.
bool shows(WorkspaceId id, const QSet<QString> &kinds)
{
    if (id == WorkspaceId::Activity || kinds.contains(u"import"_s))
        return true;
    const bool rollout = kinds.contains(u"rollout"_s);
    return id == WorkspaceId::Rollout ? rollout : !(rollout && kinds.size() == 1);
}
} // namespace

class MainWindow::Private : public QObject
{
public:
    Private(MainWindow *window, const Gateways &gateways, const ShellOptions &options);

    void setupKeys();
    void setupReports();
    void setupService();
    QAction *addKey(const QString &text, const QString &objectName, const QList<QKeySequence> &keys);

    void start();
    void loadNext();
    void show(WorkspaceId id);
    void applyTheme(ThemeChoice choice);
    void fetchStations();
    void applyScope(const Scope &scope);
    void applySearch(const QString &words);
    void refreshAll();
    void takeChanges(const QSet<QString> &kinds);
    void showShortcuts();
    void checkSettled();
    bool isSettled() const;
    Workspace *current() const { return parts.workspaces()[static_cast<int>(place)]; }

    MainWindow *window;
    Gateways gateways;
    ShellOptions options;
    QPalette systemPalette;
    WindowParts parts;
    ChangePoller poller;
    ConnectionView connection;
    WorkspaceId place = WorkspaceId::Renewals;
    ThemeChoice theme = ThemeChoice::System;
    QVector<bool> loaded{false, false, false, false};
    QVector<bool> outdated{false, false, false, false};
    items::StationDirectory stations;
    bool stationsAnswered = false;
    bool wasSettled = false;
};

MainWindow::Private::Private(MainWindow *mainWindow, const Gateways &theGateways,
                             const ShellOptions &theOptions)
    : window(mainWindow)
    , gateways(theGateways)
    , options(theOptions)
    , systemPalette(QApplication::palette())
    // Before the widgets are made: their sizes come from the font.
    , parts((ui::applyTheme(*qApp, Theme::light()), theGateways), theOptions, mainWindow)
    , poller(theGateways.system, theOptions.pollInterval)
    , connection(theGateways.connection, theGateways.clock, {parts.away, parts.status, parts.stack})
{
    applyTheme(options.theme);
    window->setCentralWidget(parts.central);
    window->setMinimumSize(smallest);
    window->resize(usual);
    setupKeys();
    setupReports();
    setupService();
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
    // The workspaces tell of their end, and nobody should listen any more.
    for (Workspace *workspace : d->parts.workspaces())
        workspace->disconnect(d.get());
}

void MainWindow::Private::setupKeys()
{
    for (int i = 0; i < parts.workspaces().size(); ++i) {
        const auto id = static_cast<WorkspaceId>(i);
        QAction *action = addKey(workspaceTitle(id), toString(id) + u"PlaceAction"_s,
                                 {QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i))});
        connect(action, &QAction::triggered, this, [this, id] { show(id); });
    }
    connect(addKey(MainWindow::tr("Search"), u"searchAction"_s,
                   {QKeySequence(Qt::CTRL | Qt::Key_K), QKeySequence(Qt::Key_Slash)}),
            &QAction::triggered, parts.topBar, &TopBar::focusSearch);
    connect(addKey(MainWindow::tr("Refresh"), u"refreshAction"_s, {QKeySequence(Qt::Key_F5)}),
            &QAction::triggered, this, &Private::refreshAll);
    connect(addKey(MainWindow::tr("Light or dark"), u"themeAction"_s,
                   {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D)}),
            &QAction::triggered, this, [this] {
                applyTheme(Theme::of(QApplication::palette()).dark ? ThemeChoice::Light : ThemeChoice::Dark);
            });
    connect(addKey(MainWindow::tr("Keyboard"), u"shortcutsAction"_s, {QKeySequence(Qt::Key_Question)}),
            &QAction::triggered, this, &Private::showShortcuts);
}

QAction *MainWindow::Private::addKey(const QString &text, const QString &objectName,
                                     const QList<QKeySequence> &keys)
{
    auto *action = new QAction(text, window);
    action->setObjectName(objectName);
    action->setShortcuts(keys);
    window->addAction(action);
    return action;
}

void MainWindow::Private::setupReports()
{
    connect(parts.navigation, &NavigationBar::placeChosen, this,
            [this](int id) { show(static_cast<WorkspaceId>(id)); });
    connect(parts.navigation, &NavigationBar::shortcutsRequested, this, &Private::showShortcuts);
    connect(parts.navigation, &NavigationBar::themeToggleRequested, this, [this] {
        applyTheme(Theme::of(QApplication::palette()).dark ? ThemeChoice::Light : ThemeChoice::Dark);
    });
    connect(parts.topBar, &TopBar::searchChanged, this, &Private::applySearch);
    connect(parts.topBar, &TopBar::scopeChanged, this, &Private::applyScope);
    connect(parts.topBar, &TopBar::listRequested, this, [this] { current()->mainView()->setFocus(); });
    for (Workspace *workspace : parts.workspaces()) {
        connect(workspace, &Workspace::settledChanged, this, &Private::checkSettled);
        connect(workspace, &Workspace::resultReported, parts.status, &StatusLine::setResult);
        connect(workspace, &Workspace::messageRaised, parts.message, &Banner::showMessage);
        connect(workspace, &Workspace::dataChanged, &poller, &ChangePoller::poll);
    }
    connect(
        parts.renewals, &RenewalsWorkspace::countsArrived, this, [this](const QVector<ViewCount> &counts) {
            const auto it =
                std::ranges::find(counts, QString::fromLatin1(views::needsRouting), &ViewCount::view);
            const qint64 count = it == counts.cend() ? 0 : it->count;
            parts.navigation->place(static_cast<int>(WorkspaceId::Renewals))
                ->setBadge(count > 0 ? QLocale().toString(count) : QString(),
                           count > 0
                               ? MainWindow::tr("%1 need routing", "a number").arg(QLocale().toString(count))
                               : QString());
        });
    connect(parts.correlations, &CorrelationsWorkspace::openCountArrived, this, [this](qint64 count) {
        parts.navigation->place(static_cast<int>(WorkspaceId::Correlations))
            ->setBadge(
                count > 0 ? QLocale().toString(count) : QString(),
                count > 0
                    ? MainWindow::tr("%1 wait for a decision", "a number").arg(QLocale().toString(count))
                    : QString());
    });
}

void MainWindow::Private::setupService()
{
    connect(&connection, &ConnectionView::refreshWanted, this, &Private::refreshAll);
    connect(&poller, &ChangePoller::changed, this, &Private::takeChanges);
    connect(&poller, &ChangePoller::statusArrived, this, [this] {
        if (const auto &status = poller.status())
            parts.status->setSize(
                MainWindow::tr("%1 renewals", "a number").arg(QLocale().toString(status->renewals)));
        checkSettled();
    });
    if (options.pollInterval > 0)
        connection.keepCounting();
}

void MainWindow::Private::start()
{
    connection.show();
    show(options.workspace);
    fetchStations();
    poller.poll();
}

void MainWindow::Private::loadNext()
{
    // The place one sees comes first; then those whose counts stand in the navigation.
    for (const WorkspaceId id : {place, WorkspaceId::Renewals, WorkspaceId::Correlations}) {
        const int index = static_cast<int>(id);
        if (loaded[index]) {
            if (!parts.workspaces()[index]->isSettled())
                return;
            continue;
        }
        loaded[index] = true;
        parts.workspaces()[index]->setStations(stations);
        parts.workspaces()[index]->setScope(parts.topBar->scope());
    }
}

void MainWindow::Private::show(WorkspaceId id)
{
    place = id;
    Workspace *workspace = current();
    parts.stack->setCurrentWidget(workspace);
    parts.navigation->setCurrent(static_cast<int>(id));
    parts.topBar->setTitle(workspaceTitle(id));
    parts.topBar->setCanSearch(workspace->canSearch());
    parts.topBar->showActions(workspace->topBarWidgets());
    window->setWindowTitle(MainWindow::tr("%1, Renewal Console", "workspace").arg(workspaceTitle(id)));
    loadNext();
    if (std::exchange(outdated[static_cast<int>(id)], false))
        workspace->refresh();
    workspace->mainView()->setFocus();
    checkSettled();
}

void MainWindow::Private::applyTheme(ThemeChoice choice)
{
    theme = choice;
    const bool systemIsDark = systemPalette.color(QPalette::Window).lightness() < 128;
    if (choice == ThemeChoice::System && isHighContrast(systemPalette) &&
        systemPalette.color(QPalette::Window) != Qt::white)
        ui::applyTheme(*qApp, Theme::derived(systemPalette));
    else if (choice == ThemeChoice::Dark || (choice == ThemeChoice::System && systemIsDark))
        ui::applyTheme(*qApp, Theme::night());
    else
        ui::applyTheme(*qApp, Theme::light());
    connection.show();
}

void MainWindow::Private::fetchStations()
{
    items::await(gateways.system->stations(), this, [this](const Result<QVector<Station>> &answer) {
        stationsAnswered = true;
        if (answer) {
            stations = items::StationDirectory(*answer);
            parts.topBar->setStations(stations);
            for (Workspace *workspace : parts.workspaces())
                workspace->setStations(stations);
        }
        checkSettled();
    });
}

void MainWindow::Private::applyScope(const Scope &scope)
{
    for (int i = 0; i < loaded.size(); ++i) {
        if (loaded[i])
            parts.workspaces()[i]->setScope(scope);
    }
}

void MainWindow::Private::applySearch(const QString &words)
{
    // One search for both lists: who looks for a prescriber wants to find the same one there.
    for (Workspace *workspace : parts.workspaces()) {
        if (workspace->canSearch())
            workspace->setSearch(words);
    }
}

void MainWindow::Private::refreshAll()
{
    for (int i = 0; i < loaded.size(); ++i) {
        if (loaded[i])
            parts.workspaces()[i]->refresh();
    }
    if (stations.parents().isEmpty())
        fetchStations();
    poller.poll();
}

void MainWindow::Private::takeChanges(const QSet<QString> &kinds)
{
    for (int i = 0; i < loaded.size(); ++i) {
        const auto id = static_cast<WorkspaceId>(i);
        if (!loaded[i] || !shows(id, kinds))
            continue;
        const bool hasBadge = id == WorkspaceId::Renewals || id == WorkspaceId::Correlations;
        if (id == place || hasBadge)
            parts.workspaces()[i]->refresh();
        else
            outdated[i] = true;
    }
    if (kinds.contains(u"import"_s))
        fetchStations();
}

void MainWindow::Private::showShortcuts()
{
    QList<ShortcutsDialog::Section> sections{{MainWindow::tr("Everywhere"), window->actions()}};
    for (int i = 0; i < parts.workspaces().size(); ++i)
        sections.append({workspaceTitle(static_cast<WorkspaceId>(i)), parts.workspaces()[i]->actions()});
    auto *dialog = new ShortcutsDialog(sections, window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

bool MainWindow::Private::isSettled() const
{
    if (!stationsAnswered || !poller.isAnswered())
        return false;
    for (const WorkspaceId id : {place, WorkspaceId::Renewals, WorkspaceId::Correlations}) {
        const int index = static_cast<int>(id);
        if (!loaded[index] || !parts.workspaces()[index]->isSettled())
            return false;
    }
    return true;
}

void MainWindow::Private::checkSettled()
{
    loadNext();
    const bool now = isSettled();
    if (now && !wasSettled) {
        wasSettled = true;
        emit window->settled();
    }
    wasSettled = now;
}

WorkspaceId MainWindow::workspace() const
{
    return d->place;
}

void MainWindow::showWorkspace(WorkspaceId id)
{
    d->show(id);
}

void MainWindow::setThemeChoice(ThemeChoice choice)
{
    d->applyTheme(choice);
}

ThemeChoice MainWindow::themeChoice() const
{
    return d->theme;
}

bool MainWindow::isSettled() const
{
    return d->isSettled();
}

} // namespace renewal::ui
