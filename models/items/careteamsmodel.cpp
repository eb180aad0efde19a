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
    QVector<TeamChoice> choices;
    choices.reserve(teams.size());
    for (const CareTeam &team : teams)
        choices.append({team, {}});
    setChoices(choices);
}

void CareTeamsModel::setChoices(const QVector<TeamChoice> &choices)
{
    beginResetModel();
    m_choices = choices;
    endResetModel();
}

QString CareTeamsModel::reason(int row) const
{
    return row >= 0 && row < m_choices.size() ? m_choices[row].reason : QString();
}

const CareTeam *CareTeamsModel::team(int row) const
{
    return row >= 0 && row < m_choices.size() ? &m_choices[row].team : nullptr;
}

int CareTeamsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_choices.size());
}

QVariant CareTeamsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto &[team, reason] = m_choices[index.row()];
    const QString second = reason.isEmpty() ? careTeamFacts(team)
                                            : tr("%1 · %2", "facts, reason").arg(careTeamFacts(team), reason);
    switch (role) {
    case Qt::DisplayRole:
    case SortRole:
        return team.shownName();
    case Qt::AccessibleTextRole:
        return QString(team.shownName() + u", "_s + second);
    case Qt::ToolTipRole:
        return reason.isEmpty() ? team.name : QString(team.name + u'\n' + reason);
    case SecondLineRole:
        return second;
    case IdRole:
        return team.triageTeamId.value;
    default:
        return {};
    }
}

} // namespace renewal::items
