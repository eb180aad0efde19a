// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/candidatesmodel.h"

#include "models/items/datetexts.h"

namespace renewal::items {

using namespace Qt::StringLiterals;

void CandidatesModel::setDetail(const PrescriberDetail &detail)
{
    const bool samePrescriber = m_filled && m_detail.summary.prescriber.id == detail.summary.prescriber.id;
    TriageTeamId wanted = detail.linkedTeam ? detail.linkedTeam->triageTeamId : TriageTeamId{};
    bool wantNone = detail.summary.correlation.status == CorrelationStatus::Refused;
    if (samePrescriber && m_detail.summary.correlation == detail.summary.correlation) {
        const Candidate *chosen = candidate(m_chosen);
        wanted = chosen ? chosen->careTeam : TriageTeamId{};
        wantNone = !chosen;
    }
    beginResetModel();
    m_filled = true;
    m_detail = detail;
    m_chosen = wantNone ? rowCount() - 1 : 0;
    for (int row = 0; !wantNone && row < rowCount() - 1; ++row) {
        if (m_detail.candidates.candidates[row].careTeam == wanted)
            m_chosen = row;
    }
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
    case Qt::ToolTipRole:
        return shown(row);
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
        return row == m_chosen ? tr("%1, %2, chosen").arg(shown(row), percent(probability(row)))
                               : tr("%1, %2").arg(shown(row), percent(probability(row)));
    default:
        return {};
    }
}

} // namespace renewal::items
