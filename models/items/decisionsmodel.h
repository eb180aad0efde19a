// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/decisionstexts.h"

#include <QAbstractTableModel>
#include <QVector>

namespace renewal::items {

/// Many decisions row by row, those with a problem first; all of them, or the problems only.
class DecisionsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        RowColumn,        ///< in the file
        PrescriberColumn, ///< below it: the station
        DecisionColumn,   ///< below it: the problem, or what moves
        StateColumn,      ///< a chip
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setReport(const DecisionsReport &report, DecisionsStage stage);
    void setOnlyProblems(bool only);
    /// nullptr for no row of the table.
    const ReportedDecision *decision(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void show();
    QString shown(const ReportedDecision &row, int column) const;
    QString secondLine(const ReportedDecision &row, int column) const;

    QVector<ReportedDecision> m_all;
    QVector<ReportedDecision> m_rows;
    DecisionsStage m_stage = DecisionsStage::Preview;
    bool m_onlyProblems = false;
};

} // namespace renewal::items
