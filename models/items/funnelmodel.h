// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rolloutreport.h"
#include "models/items/roles.h"

#include <QAbstractTableModel>

namespace renewal::items {

/// The steps of the flow as a table: how many people took each, of all and of those at the step before.
class FunnelModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        StepColumn,
        PeopleColumn,
        OfAllColumn,
        OfPreviousColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setSteps(const QVector<FunnelStep> &steps);
    const QVector<FunnelStep> &steps() const { return m_steps; }
    /// 0 to 1; 0 when nobody took the first step.
    double shareOfAll(qsizetype step) const;
    double shareOfPrevious(qsizetype step) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString shown(int row, int column) const;

    QVector<FunnelStep> m_steps;
};

} // namespace renewal::items
