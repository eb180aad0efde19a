// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rollout.h"
#include "models/items/roles.h"

#include <QAbstractTableModel>
#include <QTimeZone>

#include <optional>

namespace renewal::items {

/// The points of a chart as a table, newest first: what a chart shows must also be readable. One column for
/// the value of each series, and one for the number of observations behind it. Missing values say so.
class MetricTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// The columns of a single series. With several, all values come first, then the counts there are.
    enum Column
    {
        TimeColumn,
        ValueColumn,
        CountColumn,
        ColumnCount
    };

    explicit MetricTableModel(QObject *parent = nullptr);

    void setSeries(const MetricSeries &series, const QTimeZone &zone);
    /// All in the unit of the first. Rows that stay are kept; only other series reset the model.
    void setSeries(const QVector<MetricSeries> &series, const QTimeZone &zone);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Cell
    {
        std::optional<double> value;
        std::optional<double> count;

        bool operator==(const Cell &) const = default;
    };
    struct Row
    {
        qint64 at = 0; ///< milliseconds since 1970
        QVector<Cell> cells;

        bool operator==(const Row &) const = default;
    };
    struct Shape
    {
        struct Column
        {
            QString title;
            qsizetype series = -1; ///< -1: the time
            bool isCount = false;

            bool operator==(const Column &) const = default;
        };
        QVector<Column> columns;
        QString unit;

        bool operator==(const Shape &) const = default;
    };
    static Shape shapeOf(const QVector<MetricSeries> &series);
    static QVector<Row> rowsOf(const QVector<MetricSeries> &series);
    QString shown(const Row &row, int column) const;

    Shape m_shape;
    QVector<Row> m_rows;
    QTimeZone m_zone;
};

/// "412 per hour", "0.4 %", "2.2 s": a value with as many digits as it deserves, and its unit.
QString metricValue(double value, const QString &unit);
/// The unit as people write it: "%" for "percent", "s" for "second".
QString shownUnit(const QString &unit);

} // namespace renewal::items
