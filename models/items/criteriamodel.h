// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rolloutreport.h"
#include "models/items/roles.h"

#include <QAbstractTableModel>

namespace renewal::items {

/// The success criteria of the present stage, one a row: what is asked for, what is, where the true
/// value must be, on how many observations that rests, and the verdict.
class CriteriaModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        CriterionColumn,
        MustBeColumn,
        NowColumn,
        RangeColumn,
        CountedColumn,
        VerdictColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setCriteria(const QVector<CriterionResult> &criteria);
    const CriterionResult &criterion(int row) const { return m_rows[row]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QVariant shown(const CriterionResult &criterion, int column) const;
    QVariant sorted(const CriterionResult &criterion, int column) const;

    QVector<CriterionResult> m_rows;
};

} // namespace renewal::items
