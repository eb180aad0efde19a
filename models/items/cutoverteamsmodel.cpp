// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/cutoverteamsmodel.h"

#include "models/items/cutovertexts.h"
#include "models/items/rowdiff.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace renewal::items {

using namespace Qt::StringLiterals;

void CutOverTeamsModel::setReview(const CutOverReview &review)
{
    dropOldDrafts(review);
    m_pools = review.pools;
    RowDiff::apply(
        m_teams, review.teams, [](const CutOverTeam &team) { return team.careTeam.value; },
        {[this](int first, int last) { beginRemoveRows({}, first, last); }, [this] { endRemoveRows(); },
         [this](int first, int last) { beginInsertRows({}, first, last); }, [this] { endInsertRows(); },
         [this](int from, int to) { beginMoveRows({}, from, from, {}, to); }, [this] { endMoveRows(); },
         [this](int row) { emit dataChanged(index(row, 0), index(row, ColumnCount - 1)); }});
}

/// What was confirmed needs no choice on the screen any more, nor does another cut-over.
void CutOverTeamsModel::dropOldDrafts(const CutOverReview &review)
{
    if (m_cutOver != review.cutOver.id)
        m_drafts.clear();
    m_cutOver = review.cutOver.id;
    for (const CutOverTeam &team : review.teams) {
        if (team.choice && m_drafts.value(team.careTeam.value, {-1}) == team.choice->pool)
            m_drafts.remove(team.careTeam.value);
    }
}

const CutOverTeam *CutOverTeamsModel::team(int row) const
{
    return row >= 0 && row < m_teams.size() ? &m_teams[row] : nullptr;
}

int CutOverTeamsModel::rowOf(TriageTeamId oldTeam) const
{
    const auto found = std::ranges::find(m_teams, oldTeam, &CutOverTeam::careTeam);
    return found == m_teams.cend() ? -1 : int(found - m_teams.cbegin());
}

void CutOverTeamsModel::choose(TriageTeamId oldTeam, TriageTeamId pool)
{
    const int row = rowOf(oldTeam);
    if (row < 0)
        return;
    m_drafts.insert(oldTeam.value, pool);
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

std::optional<TriageTeamId> CutOverTeamsModel::target(int row) const
{
    const CutOverTeam &team = m_teams[row];
    if (const auto draft = m_drafts.constFind(team.careTeam.value); draft != m_drafts.cend())
        return *draft;
    if (team.choice)
        return team.choice->pool;
    const TriageTeamId proposed = team.proposal.proposed();
    return proposed.isValid() ? std::optional(proposed) : std::nullopt;
}

bool CutOverTeamsModel::isConfirmed(int row) const
{
    const CutOverTeam &team = m_teams[row];
    return team.choice && target(row) == team.choice->pool;
}

bool CutOverTeamsModel::canConfirm(int row) const
{
    const auto pool = target(row);
    return pool && (!isConfirmed(row) || (pool->isValid() && m_teams[row].open > 0));
}

int CutOverTeamsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_teams.size());
}

int CutOverTeamsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString CutOverTeamsModel::poolName(TriageTeamId pool) const
{
    const auto found = std::ranges::find(m_pools, pool, &CareTeam::triageTeamId);
    return found == m_pools.cend() ? tr("Care team %1").arg(pool.value) : found->shownName();
}

QString CutOverTeamsModel::shown(int row, int column) const
{
    const CutOverTeam &team = m_teams[row];
    switch (column) {
    case OldColumn:
        return team.name;
    case PoolColumn: {
        const auto pool = target(row);
        return !pool ? tr("To be chosen") : pool->isValid() ? poolName(*pool) : tr("None of the pools");
    }
    case SureColumn:
        return stateText(row);
    case PrescribersColumn:
        return QLocale().toString(team.prescribers);
    case WaitingColumn:
        return QLocale().toString(team.waiting);
    default:
        return {};
    }
}

QString CutOverTeamsModel::secondLine(int row, int column) const
{
    const CutOverTeam &team = m_teams[row];
    if (column == OldColumn)
        return prescribersText(team);
    if (column != PoolColumn)
        return {};
    if (isConfirmed(row))
        return team.open > 0 && team.choice->pool.isValid()
                   ? tr("%n prescriber(s) do not go there yet", nullptr, int(team.open))
                   : tr("Confirmed by %1", "person").arg(team.choice->decidedBy);
    return m_drafts.contains(team.careTeam.value) ? tr("Chosen here, not confirmed yet") : team.proposal.why;
}

QString CutOverTeamsModel::stateText(int row) const
{
    if (isConfirmed(row))
        return m_teams[row].open > 0 && m_teams[row].choice->pool.isValid() ? tr("Incomplete")
                                                                            : tr("Confirmed");
    return m_drafts.contains(m_teams[row].careTeam.value) ? tr("Chosen")
                                                          : strengthText(m_teams[row].proposal);
}

int CutOverTeamsModel::stateTone(int row) const
{
    if (isConfirmed(row))
        return int(canConfirm(row) ? Tone::Caution : Tone::Neutral);
    return int(m_drafts.contains(m_teams[row].careTeam.value) ? Tone::Info
                                                              : strengthTone(m_teams[row].proposal.strength));
}

QVariant CutOverTeamsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int row = index.row();
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return shown(row, column);
    case SecondLineRole:
        return secondLine(row, column);
    case Qt::ToolTipRole:
        return QString(shown(row, column) + u'\n' + secondLine(row, column)).trimmed();
    case SortRole:
        return column == PrescribersColumn ? QVariant(m_teams[row].prescribers)
               : column == WaitingColumn   ? QVariant(m_teams[row].waiting)
                                           : QVariant(shown(row, column));
    case Qt::AccessibleTextRole: {
        QStringList words{shown(row, column), secondLine(row, column)};
        words.removeAll(QString());
        return tr("%1: %2", "column, value")
            .arg(headerData(column, Qt::Horizontal).toString(), words.join(u", "_s));
    }
    case ToneRole:
        return column == SureColumn ? QVariant(stateTone(row)) : QVariant();
    case StrongRole:
        return column == OldColumn || column == WaitingColumn;
    case QuietRole:
        return column == PoolColumn && !target(row);
    case IdRole:
        return m_teams[row].careTeam.value;
    default:
        return {};
    }
}

QVariant CutOverTeamsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case OldColumn:
        return tr("Old care team");
    case PoolColumn:
        return tr("New pool");
    case SureColumn:
        return tr("State");
    case PrescribersColumn:
        return tr("People", "prescribers, a narrow column");
    case WaitingColumn:
        return tr("Waiting");
    default:
        return {};
    }
}

} // namespace renewal::items
