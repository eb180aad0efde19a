// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workspacehost.h"

#include "models/items/renewaltexts.h"
#include "ui/correlations/correlationsworkspace.h"
#include "ui/renewals/renewalsworkspace.h"
#include "ui/shell/topbar.h"
#include "ui/shell/windowparts.h"
#include "ui/widgets/navigationbar.h"

#include <QStackedWidget>

#include <utility>

namespace renewal::ui {

using namespace Qt::StringLiterals;

WorkspaceHost::WorkspaceHost(WindowParts *parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(parts->topBar, &TopBar::searchChanged, this, &WorkspaceHost::applySearch);
    connect(parts->topBar, &TopBar::scopeChanged, this, &WorkspaceHost::applyScope);
    connect(parts->topBar, &TopBar::listRequested, this, [this] { current()->mainView()->setFocus(); });
    connect(parts->navigation, &NavigationBar::placeChosen, this,
            [this](int id) { show(static_cast<WorkspaceId>(id)); });
}

bool WorkspaceHost::isShowing(WorkspaceId id, const QSet<QString> &kinds)
{
    if (id == WorkspaceId::Activity || kinds.contains(u"import"_s))
        return true;
    const bool rollout = kinds.contains(u"rollout"_s);
    return id == WorkspaceId::Rollout ? rollout : !(rollout && kinds.size() == 1);
}

Workspace *WorkspaceHost::current() const
{
    return m_parts->workspaces()[static_cast<int>(m_place)];
}

void WorkspaceHost::loadNext()
{
    // The m_place one sees comes first; then those whose counts stand in the navigation.
    for (const WorkspaceId id : {m_place, WorkspaceId::Renewals, WorkspaceId::Correlations}) {
        const int index = static_cast<int>(id);
        if (m_loaded[index]) {
            if (!m_parts->workspaces()[index]->isSettled())
                return;
            continue;
        }
        m_loaded[index] = true;
        m_parts->workspaces()[index]->setStations(m_stations);
        m_parts->workspaces()[index]->setScope(m_parts->topBar->scope());
    }
}

void WorkspaceHost::show(WorkspaceId id)
{
    if (std::exchange(m_place, id) != id)
        emit left();
    Workspace *workspace = current();
    // Only the place in sight decides how much room is needed.
    for (Workspace *other : m_parts->workspaces()) {
        const auto policy = other == workspace ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        other->setSizePolicy(policy, policy);
    }
    m_parts->stack->setCurrentWidget(workspace);
    m_parts->navigation->setCurrent(static_cast<int>(id));
    m_parts->topBar->setTitle(workspaceTitle(id));
    m_parts->topBar->setCanSearch(workspace->canSearch());
    m_parts->topBar->showActions(workspace->topBarWidgets());
    emit shown(id);
    loadNext();
    if (std::exchange(m_outdated[static_cast<int>(id)], false))
        workspace->refresh();
    workspace->mainView()->setFocus();
}

void WorkspaceHost::setStations(const items::StationDirectory &stations)
{
    m_stations = stations;
    for (Workspace *workspace : m_parts->workspaces())
        workspace->setStations(stations);
}

/// Where search and scope are not shown, the counts must still say what they are of.
void WorkspaceHost::tellScope(const Scope &scope)
{
    const auto ehr = ehrSystemFromString(scope.ehr);
    QStringList parts;
    if (!scope.parentStation.isEmpty())
        parts.append(tr("station %1").arg(scope.parentStation));
    if (ehr)
        parts.append(items::ehrText(*ehr));
    m_parts->navigation->setScopeText(
        parts.isEmpty() ? QString() : tr("Counts of %1 only", "station, system").arg(parts.join(u", "_s)));
}

void WorkspaceHost::applyScope(const Scope &scope)
{
    tellScope(scope);
    for (int i = 0; i < m_loaded.size(); ++i) {
        if (m_loaded[i])
            m_parts->workspaces()[i]->setScope(scope);
    }
}

void WorkspaceHost::applySearch(const QString &words)
{
    // One search for both lists: who looks for a prescriber wants to find the same one there.
    for (Workspace *workspace : m_parts->workspaces()) {
        if (workspace->canSearch())
            workspace->setSearch(words);
    }
}

void WorkspaceHost::refreshAll()
{
    for (int i = 0; i < m_loaded.size(); ++i) {
        if (m_loaded[i])
            m_parts->workspaces()[i]->refresh();
    }
}

void WorkspaceHost::takeChanges(const QSet<QString> &kinds)
{
    for (int i = 0; i < m_loaded.size(); ++i) {
        const auto id = static_cast<WorkspaceId>(i);
        if (!m_loaded[i] || !isShowing(id, kinds))
            continue;
        const bool hasBadge = id == WorkspaceId::Renewals || id == WorkspaceId::Correlations;
        if (id == m_place || hasBadge)
            m_parts->workspaces()[i]->refresh();
        else
            m_outdated[i] = true;
    }
}

bool WorkspaceHost::isSettled() const
{
    for (const WorkspaceId id : {m_place, WorkspaceId::Renewals, WorkspaceId::Correlations}) {
        const int index = static_cast<int>(id);
        if (!m_loaded[index] || !m_parts->workspaces()[index]->isSettled())
            return false;
    }
    return true;
}

} // namespace renewal::ui
