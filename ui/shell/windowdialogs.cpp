// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowdialogs.h"

#include "models/items/await.h"
#include "ui/shell/connectiondialog.h"
#include "ui/shell/factsdialog.h"
#include "ui/shell/helptexts.h"
#include "ui/shell/settingsdialog.h"
#include "ui/shell/shortcutsdialog.h"
#include "ui/shell/windowparts.h"
#include "ui/widgets/workspace.h"

#include <QCoreApplication>
#include <QMainWindow>
#include <QPushButton>

#include <algorithm>

namespace renewal::ui {

using namespace Qt::StringLiterals;

WindowDialogs::WindowDialogs(QMainWindow *window, const Gateways &gateways, bool settingsAreKept)
    : QObject(window)
    , m_window(window)
    , m_gateways(gateways)
    , m_settingsAreKept(settingsAreKept)
{
}

void WindowDialogs::open(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void WindowDialogs::showSettings(const Preferences &now, const items::StationDirectory &stations)
{
    auto *dialog = new SettingsDialog(now, stations, m_settingsAreKept, m_window);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { emit preferencesChosen(dialog->preferences()); });
    open(dialog);
}

void WindowDialogs::showConnection()
{
    if (m_gateways.services)
        open(new ConnectionDialog(m_gateways.services, m_window));
}

void WindowDialogs::showAbout(const std::optional<ServiceStatus> &status, const QString &serviceText)
{
    QVector<Fact> facts{{tr("Version"), QCoreApplication::applicationVersion()},
                        {tr("Qt"), QString::fromLatin1(qVersion())},
                        {tr("Service"), serviceText}};
    if (status) {
        facts.append({tr("Service version"), status->version});
        facts.append({tr("Database"), status->database == u"sqlite" ? u"SQLite"_s : u"PostgreSQL"_s});
    }
    if (m_gateways.services)
        facts.append({tr("Data folder"), m_gateways.services->dataFolder()});
    facts.append({tr("Licence"), tr("GNU General Public License, version 3 or later")});
    open(new FactsDialog(tr("About Renewal Console"), facts,
                         tr("Free software, without warranty. Uses Qt, QCustomPlot, SQLite and simdjson."),
                         u"aboutDialog"_s, m_window));
}

void WindowDialogs::showHelp(WorkspaceId id, const Workspace *workspace)
{
    open(new ShortcutsDialog(workspaceTitle(id), helpTexts(id), {{tr("Keys here"), workspace->allActions()}},
                             m_window));
}

void WindowDialogs::showShortcuts(const QList<Workspace *> &workspaces)
{
    QList<ShortcutsDialog::Section> sections{{tr("Everywhere"), m_window->actions()}};
    for (int i = 0; i < workspaces.size(); ++i)
        sections.append({workspaceTitle(static_cast<WorkspaceId>(i)), workspaces[i]->allActions()});
    open(new ShortcutsDialog(tr("Keyboard"), {}, sections, m_window));
}

void WindowDialogs::showCareTeam(const FindHit &hit)
{
    const auto handle = [this, hit](const Result<QVector<CareTeam>> &teams) {
        if (!teams) {
            emit failed(teams.error().text);
            return;
        }
        const auto it = std::ranges::find(*teams, TriageTeamId{hit.id}, &CareTeam::triageTeamId);
        if (it == teams->cend())
            emit failed(tr("The care team “%1” is no longer there. Search for it once more.").arg(hit.name));
        else
            showTeam(*it);
    };
    items::await(m_gateways.correlations->careTeams(StationNumber(hit.station).parent(), hit.name), this,
                 handle);
}

void WindowDialogs::showTeam(const CareTeam &team)
{
    const QString name = team.shownName();
    const QVector<Fact> facts{
        {tr("Name in Secure Messaging"), team.name == name ? QString() : team.name},
        {tr("Number"), QString::number(team.triageTeamId.value)},
        {tr("Station"), team.station.text()},
        {tr("Kind"), team.groupTypeDisplay},
        {tr("Lead provider"), team.leadProviderName},
        {tr("Location"), team.locationName},
        {tr("Messages"), team.blocked ? tr("Blocked: it takes no messages") : tr("Takes messages")}};
    auto *dialog = new FactsDialog(name, facts, {}, u"careTeamSheet"_s, m_window);
    dialog->addAction(tr("Prescribers of this station"), u"stationPrescribersButton"_s);
    connect(dialog, &QDialog::accepted, this,
            [this, parent = team.station.parent()] { emit stationWanted(parent); });
    open(dialog);
}

void WindowDialogs::askForDemo()
{
    auto *dialog = new FactsDialog(
        tr("Load demo data?"), {},
        tr("A made-up region goes into your own database: prescribers, care teams and some hundred renewals. "
           "It cannot be taken out again by itself; for real work start with a new database later."),
        u"demoDialog"_s, m_window);
    dialog->setCloseText(tr("Cancel"));
    dialog->addAction(tr("Load demo data"), u"agreeDemoButton"_s);
    connect(dialog, &QDialog::accepted, this, &WindowDialogs::demoAgreed);
    open(dialog);
}

} // namespace renewal::ui
