// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/poolsmodel.h"

#include "models/items/datetexts.h"
#include "models/items/roles.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace renewal::items {

using namespace Qt::StringLiterals;

void PoolsModel::setTeam(const CutOverTeam &team, const QVector<CareTeam> &pools,
                         const std::optional<TriageTeamId> &chosen)
{
    CandidateSet set;
    set.candidates = team.proposal.pools;
    set.noneProbability = team.proposal.noneProbability;
    for (const CareTeam &pool : pools) {
        if (std::ranges::find(std::as_const(set.candidates), pool.triageTeamId, &Candidate::careTeam) ==
            set.candidates.cend())
            set.candidates.append({pool.triageTeamId, pool.shownName(), 0, {}});
    }
    const bool sameRows = m_oldTeam == team.careTeam && m_set.candidates.size() == set.candidates.size();
    if (!sameRows)
        beginResetModel(); // another old care team, not a refresh
    m_oldTeam = team.careTeam;
    m_set = set;
    m_chosen = chosen;
    if (sameRows)
        emit dataChanged(index(0), index(rowCount() - 1));
    else
        endResetModel();
}

void PoolsModel::clear()
{
    beginResetModel();
    m_oldTeam = {};
    m_set = {};
    m_chosen.reset();
    endResetModel();
}

int PoolsModel::chosenRow() const
{
    for (int row = 0; m_chosen && row < rowCount(); ++row) {
        if (pool(row) == *m_chosen)
            return row;
    }
    return -1;
}

TriageTeamId PoolsModel::pool(int row) const
{
    return row >= 0 && row < m_set.candidates.size() ? m_set.candidates[row].careTeam : TriageTeamId();
}

int PoolsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_oldTeam.isValid() ? 0 : int(m_set.candidates.size()) + 1;
}

QVariant PoolsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int row = index.row();
    const QString name = isNone(row) ? tr("None of these") : m_set.candidates[row].careTeamName;
    const double probability = isNone(row) ? m_set.noneProbability : m_set.candidates[row].probability;
    const bool chosen = row == chosenRow();
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case Qt::ToolTipRole:
        return row < 9 ? tr("%1 (key %2)", "pool, digit").arg(name).arg(row + 1) : name;
    case SortRole:
    case ProbabilityRole:
        return probability;
    case ChosenRole:
        return chosen;
    case IdRole:
        return pool(row).value;
    case Qt::AccessibleTextRole: {
        QStringList words{name, percent(probability)};
        if (chosen)
            words.append(tr("chosen"));
        return words.join(u", "_s);
    }
    default:
        return {};
    }
}

} // namespace renewal::items
