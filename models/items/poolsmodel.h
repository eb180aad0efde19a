// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/cutover.h"

#include <QAbstractListModel>
#include <QVector>

#include <optional>

namespace renewal::items {

/// The pools that may take an old care team's place: the likely ones first, then all others by name, and last
/// "None of these". At most one is chosen: nothing is, while the proposal is undecided.
class PoolsModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setTeam(const CutOverTeam &team, const QVector<CareTeam> &pools,
                 const std::optional<TriageTeamId> &chosen);
    void clear();

    /// -1 while nothing is chosen.
    int chosenRow() const;
    /// An invalid id for "None of these".
    TriageTeamId pool(int row) const;
    /// For the evidence of one of them.
    const CandidateSet &set() const { return m_set; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    bool isNone(int row) const { return row == m_set.candidates.size(); }

    TriageTeamId m_oldTeam;
    CandidateSet m_set;
    std::optional<TriageTeamId> m_chosen;
};

} // namespace renewal::items
