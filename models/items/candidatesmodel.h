// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/correlationsgateway.h"
#include "models/items/roles.h"

#include <QAbstractListModel>

namespace renewal::items {

/// The exclusive set of one prescriber: his candidate care teams and, last, "None of these". Exactly one
/// row is chosen while there is any; the probabilities add up to one.
class CandidatesModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    /// Chooses the linked team, else the most probable one when it is more likely than "None of these".
    /// Keeps the choice when it is the same prescriber seen again and the chosen team is still there.
    void setDetail(const PrescriberDetail &detail);
    void clear();

    /// -1 when empty.
    int chosenRow() const { return m_chosen; }
    void choose(int row);
    bool isNoneRow(int row) const { return row == m_detail.candidates.candidates.size(); }
    const Candidate *candidate(int row) const;
    const CareTeam *careTeam(int row) const;
    /// Of the chosen row's candidate; nullopt for "None of these" and when empty.
    std::optional<double> chosenProbability() const;
    double noneProbability() const { return m_detail.candidates.noneProbability; }
    /// What a team is called here; a team that is none of these by its number.
    QString nameOf(TriageTeamId team) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

signals:
    void chosenChanged();

private:
    int wantedRow(const PrescriberDetail &detail) const;
    QString shown(int row) const;
    QString spoken(int row) const;
    double probability(int row) const;
    QString groupText(int row) const;

    bool m_filled = false;
    PrescriberDetail m_detail;
    int m_chosen = -1;
};

} // namespace renewal::items
