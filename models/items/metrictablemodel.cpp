// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/metrictablemodel.h"

#include "models/items/datetexts.h"

#include <QLocale>

#include <cmath>

namespace renewal::items {

using namespace Qt::StringLiterals;

QString metricValue(double value, const QString &unit)
{
    const double size = std::abs(value);
    const int decimals = size >= 100 || value == std::floor(value) ? 0 : size >= 1 ? 1 : 2;
    const QString number = QLocale().toString(value, 'f', decimals);
    return unit.isEmpty() ? number : number + u' ' + unit;
}

void MetricTableModel::setSeries(const MetricSeries &series, const QTimeZone &zone)
{
    beginResetModel();
    m_series = series;
    m_zone = zone;
    endResetModel();
}

int MetricTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_series.points.size());
}

int MetricTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString MetricTableModel::shown(const MetricPoint &point, int column) const
{
    switch (column) {
    case TimeColumn:
        return readableTime(point.at, m_zone);
    case ValueColumn:
        return point.value ? metricValue(*point.value, m_series.unit) : tr("missing");
    case CountColumn:
        return point.count ? QLocale().toString(*point.count, 'f', 0) : QString();
    default:
        return {};
    }
}

QVariant MetricTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    // Newest first: that is what one looks for.
    const MetricPoint &point = m_series.points[m_series.points.size() - 1 - index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return shown(point, index.column());
    case SortRole:
        if (index.column() == TimeColumn)
            return point.at;
        return index.column() == ValueColumn ? QVariant(point.value.value_or(std::nan("")))
                                             : QVariant(point.count.value_or(0));
    case Qt::AccessibleTextRole: {
        const QString text = shown(point, index.column());
        return tr("%1: %2", "column, value")
            .arg(headerData(index.column(), Qt::Horizontal).toString(), text.isEmpty() ? tr("none") : text);
    }
    case QuietRole:
        return index.column() == TimeColumn || !point.value;
    default:
        return {};
    }
}

QVariant MetricTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case ValueColumn:
        return m_series.title.isEmpty() ? tr("Value") : m_series.title;
    case CountColumn:
        return tr("Observations");
    default:
        return {};
    }
}

} // namespace renewal::items
