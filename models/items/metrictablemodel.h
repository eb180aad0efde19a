// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rollout.h"
#include "models/items/roles.h"

#include <QAbstractTableModel>
#include <QTimeZone>

namespace renewal::items {

/// The points of a chart as a table: what a chart shows must also be readable. Missing values say so.
class MetricTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        TimeColumn,
        ValueColumn,
        CountColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setSeries(const MetricSeries &series, const QTimeZone &zone);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString shown(const MetricPoint &point, int column) const;

    MetricSeries m_series;
    QTimeZone m_zone;
};

/// "412", "0.42 %", "2.2 s": a value with as many digits as it deserves, and its unit.
QString metricValue(double value, const QString &unit);

} // namespace renewal::items
