// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/candidatesmodel.h"

#include "models/items/datetexts.h"

#include <algorithm>

namespace renewal::items {

using namespace Qt::StringLiterals;

/// The row to be chosen when `detail` comes.
int CandidatesModel::wantedRow(const PrescriberDetail &detail) const
{
    const bool samePrescriber = m_filled && m_detail.summary.prescriber.id == detail.summary.prescriber.id;
    const bool isLinkedNow = detail.linkedTeam && isLinked(detail.summary.correlation.status);
    TriageTeamId wanted = isLinkedNow ? detail.linkedTeam->triageTeamId : TriageTeamId{};
    bool wantNone = detail.summary.correlation.status == CorrelationStatus::Refused;
    if (samePrescriber && m_detail.summary.correlation == detail.summary.correlation) {
        const Candidate *chosen = candidate(m_chosen);
        wanted = chosen ? chosen->careTeam : TriageTeamId{};
        wantNone = !chosen;
    }
    const auto &candidates = detail.candidates.candidates;
    if (wantNone)
        return static_cast<int>(candidates.size());
    const auto it = std::ranges::find(candidates, wanted, &Candidate::careTeam);
    if (it != candidates.cend())
        return static_cast<int>(it - candidates.cbegin());
    // Nobody should link by mistake to what is probably wrong, nor away from a team that is linked already.
    const bool likely = !isLinkedNow && !candidates.isEmpty() &&
                        candidates.first().probability > detail.candidates.noneProbability;
    return likely ? 0 : static_cast<int>(candidates.size());
}

void CandidatesModel::setDetail(const PrescriberDetail &detail)
{
    const int wanted = wantedRow(detail);
    const bool sameRows = m_filled && m_detail.summary.prescriber.id == detail.summary.prescriber.id &&
                          m_detail.candidates.candidates.size() == detail.candidates.candidates.size();
    if (!sameRows)
        beginResetModel();
    m_filled = true;
    m_detail = detail;
    m_chosen = wanted;
    if (sameRows)
        emit dataChanged(index(0), index(rowCount() - 1));
    else
        endResetModel();
    emit chosenChanged();
}

void CandidatesModel::clear()
{
    beginResetModel();
    m_filled = false;
    m_detail = {};
    m_chosen = -1;
    endResetModel();
    emit chosenChanged();
}

void CandidatesModel::choose(int row)
{
    if (row < 0 || row >= rowCount() || row == m_chosen)
        return;
    m_chosen = row;
    emit dataChanged(index(0), index(rowCount() - 1), {ChosenRole, Qt::AccessibleTextRole});
    emit chosenChanged();
}

const Candidate *CandidatesModel::candidate(int row) const
{
    const auto &candidates = m_detail.candidates.candidates;
    return row >= 0 && row < candidates.size() ? &candidates[row] : nullptr;
}

const CareTeam *CandidatesModel::careTeam(int row) const
{
    const Candidate *wanted = candidate(row);
    if (!wanted)
        return nullptr;
    for (const CareTeam &team : m_detail.careTeams) {
        if (team.triageTeamId == wanted->careTeam)
            return &team;
    }
    return nullptr;
}

int CandidatesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_filled ? 0 : static_cast<int>(m_detail.candidates.candidates.size()) + 1;
}

QString CandidatesModel::shown(int row) const
{
    const Candidate *shownCandidate = candidate(row);
    return shownCandidate ? shownCandidate->careTeamName : tr("None of these");
}

double CandidatesModel::probability(int row) const
{
    const Candidate *shownCandidate = candidate(row);
    return shownCandidate ? shownCandidate->probability : m_detail.candidates.noneProbability;
}

std::optional<double> CandidatesModel::chosenProbability() const
{
    const Candidate *chosen = candidate(m_chosen);
    return chosen ? std::optional(chosen->probability) : std::nullopt;
}

QString CandidatesModel::nameOf(TriageTeamId team) const
{
    const auto it = std::ranges::find(m_detail.candidates.candidates, team, &Candidate::careTeam);
    if (it != m_detail.candidates.candidates.cend())
        return it->careTeamName;
    return m_detail.linkedTeam && m_detail.linkedTeam->triageTeamId == team
               ? m_detail.linkedTeam->shownName()
               : tr("care team %1", "number").arg(team.value);
}

QString CandidatesModel::spoken(int row) const
{
    QStringList parts{shown(row)};
    if (!groupText(row).isEmpty())
        parts += groupText(row);
    parts += percent(probability(row));
    if (row == m_chosen)
        parts += tr("chosen");
    return parts.join(u", ");
}

QString CandidatesModel::groupText(int row) const
{
    const CareTeam *team = careTeam(row);
    return team ? team->groupTypeDisplay : QString();
}

QVariant CandidatesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int row = index.row();
    switch (role) {
    case Qt::DisplayRole:
        return shown(row);
    case Qt::ToolTipRole:
        return row < 9 ? tr("%1 (key %2)", "candidate, digit").arg(shown(row)).arg(row + 1) : shown(row);
    case SortRole:
    case ProbabilityRole:
        return probability(row);
    case SecondLineRole:
        return groupText(row);
    case ChosenRole:
        return row == m_chosen;
    case IdRole:
        return candidate(row) ? candidate(row)->careTeam.value : 0;
    case Qt::AccessibleTextRole:
        return spoken(row);
    default:
        return {};
    }
}

} // namespace renewal::items
