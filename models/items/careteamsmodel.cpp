// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/careteamsmodel.h"

#include <QStringList>

namespace renewal::items {

using namespace Qt::StringLiterals;

QString careTeamFacts(const CareTeam &team)
{
    QStringList facts{CareTeamsModel::tr("Station %1").arg(team.station.text())};
    if (!team.groupTypeDisplay.isEmpty())
        facts += team.groupTypeDisplay;
    if (!team.leadProviderName.isEmpty())
        facts += CareTeamsModel::tr("lead %1", "lead provider's name").arg(team.leadProviderName);
    if (team.blocked)
        facts += CareTeamsModel::tr("closed to messages");
    return facts.join(u", ");
}

void CareTeamsModel::setTeams(const QVector<CareTeam> &teams)
{
    beginResetModel();
    m_teams = teams;
    endResetModel();
}

const CareTeam *CareTeamsModel::team(int row) const
{
    return row >= 0 && row < m_teams.size() ? &m_teams[row] : nullptr;
}

int CareTeamsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_teams.size());
}

QVariant CareTeamsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const CareTeam &team = m_teams[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case SortRole:
        return team.shownName();
    case Qt::AccessibleTextRole:
        return QString(team.shownName() + u", "_s + careTeamFacts(team));
    case Qt::ToolTipRole:
        return team.name;
    case SecondLineRole:
        return careTeamFacts(team);
    case IdRole:
        return team.triageTeamId.value;
    default:
        return {};
    }
}

} // namespace renewal::items
