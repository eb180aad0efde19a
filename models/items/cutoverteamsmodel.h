// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/cutover.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QVector>

namespace renewal::items {

/// The old care teams of a cut-over with the pools that are to take their places: what a person confirmed,
/// what is chosen on the screen, or what is proposed. Never resets on refresh.
class CutOverTeamsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        OldColumn,  ///< below it: its prescribers
        PoolColumn, ///< below it: why
        SureColumn, ///< a chip
        PrescribersColumn,
        WaitingColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setReview(const CutOverReview &review);
    /// nullptr for no row of the table.
    const CutOverTeam *team(int row) const;
    int rowOf(TriageTeamId oldTeam) const;
    const QVector<CareTeam> &pools() const { return m_pools; }

    /// Chooses on the screen, until it is confirmed; an invalid pool means none.
    void choose(TriageTeamId oldTeam, TriageTeamId pool);
    /// Where the row goes; nullopt while that is undecided, an invalid id for none.
    std::optional<TriageTeamId> target(int row) const;
    /// There is something to confirm: it goes somewhere, and somebody does not go there yet.
    bool canConfirm(int row) const;
    bool isConfirmed(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void dropOldDrafts(const CutOverReview &review);
    QString poolName(TriageTeamId pool) const;
    QString shown(int row, int column) const;
    QString secondLine(int row, int column) const;
    QString stateText(int row) const;
    int stateTone(int row) const;

    QVector<CutOverTeam> m_teams;
    QVector<CareTeam> m_pools;
    QHash<qint64, TriageTeamId> m_drafts; ///< by old team
    CutOverId m_cutOver;
};

} // namespace renewal::items
