// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/metrictablemodel.h"

#include "models/items/datetexts.h"
#include "models/items/rowdiff.h"

#include <QLocale>
#include <QMap>

#include <algorithm>
#include <cmath>

namespace renewal::items {

using namespace Qt::StringLiterals;

QString shownUnit(const QString &unit)
{
    if (unit == u"percent")
        return u"%"_s;
    return unit == u"second" ? u"s"_s : unit;
}

QString metricValue(double value, const QString &unit)
{
    const QString sign = shownUnit(unit);
    const double size = std::abs(value);
    const bool isWhole = value == std::floor(value);
    int decimals = 1;
    if (sign == u"%" || sign == u"s" || sign.isEmpty()) {
        // Beside a limit of 1.0 % a measured 1 % must not look less exact, nor 0.04 % like nothing.
        if (size >= 1000 || (isWhole && (size >= 10 || size == 0)))
            decimals = 0;
        else if (size < 0.095)
            decimals = 2;
    } else if (isWhole || size >= 100) {
        decimals = 0;
    }
    const QString number = QLocale().toString(value, 'f', decimals);
    return sign.isEmpty() ? number : number + u' ' + sign;
}

MetricTableModel::MetricTableModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_shape(shapeOf({MetricSeries()}))
{
}

MetricTableModel::Shape MetricTableModel::shapeOf(const QVector<MetricSeries> &series)
{
    Shape shape{.columns = {{.title = tr("Time")}}, .unit = series.isEmpty() ? QString() : series[0].unit};
    for (qsizetype i = 0; i < series.size(); ++i)
        shape.columns.append(
            {.title = series[i].title.isEmpty() ? tr("Value") : series[i].title, .series = i});
    for (qsizetype i = 0; i < series.size(); ++i) {
        const bool isCounted = std::ranges::any_of(
            series[i].points, [](const MetricPoint &point) { return point.count.has_value(); });
        if (series.size() == 1)
            shape.columns.append({.title = tr("Observations"), .series = i, .isCount = true});
        else if (isCounted)
            shape.columns.append({.title = tr("Observations, %1", "series").arg(series[i].title),
                                  .series = i,
                                  .isCount = true});
    }
    return shape;
}

QVector<MetricTableModel::Row> MetricTableModel::rowsOf(const QVector<MetricSeries> &series)
{
    QMap<qint64, Row> byTime; // by the negative time: newest first is what one looks for
    for (qsizetype i = 0; i < series.size(); ++i) {
        for (const MetricPoint &point : series[i].points) {
            const qint64 at = point.at.toMSecsSinceEpoch();
            Row &row = byTime[-at];
            row.at = at;
            row.cells.resize(series.size());
            row.cells[i] = {point.value, point.count};
        }
    }
    return byTime.values();
}

void MetricTableModel::setSeries(const MetricSeries &series, const QTimeZone &zone)
{
    setSeries(QVector<MetricSeries>{series}, zone);
}

void MetricTableModel::setSeries(const QVector<MetricSeries> &series, const QTimeZone &zone)
{
    Shape shape = shapeOf(series);
    QVector<Row> rows = rowsOf(series);
    if (shape != m_shape || zone != m_zone) {
        beginResetModel();
        m_shape = std::move(shape);
        m_rows = std::move(rows);
        m_zone = zone;
        endResetModel();
        return;
    }
    const RowDiff::Signals signal{
        .beginRemove = [this](int first, int last) { beginRemoveRows({}, first, last); },
        .endRemove = [this] { endRemoveRows(); },
        .beginInsert = [this](int first, int last) { beginInsertRows({}, first, last); },
        .endInsert = [this] { endInsertRows(); },
        .beginMove = [this](int from, int to) { beginMoveRows({}, from, from, {}, to); },
        .endMove = [this] { endMoveRows(); },
        .changed = [this](int row) { emit dataChanged(index(row, 0), index(row, columnCount() - 1)); },
    };
    RowDiff::apply(
        m_rows, rows, [](const Row &row) { return row.at; }, signal);
}

int MetricTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MetricTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shape.columns.size());
}

QString MetricTableModel::shown(const Row &row, int column) const
{
    const Shape::Column &spec = m_shape.columns[column];
    if (spec.series < 0)
        return zonedTime(QDateTime::fromMSecsSinceEpoch(row.at, Qt::UTC), m_zone);
    const Cell &cell = row.cells[spec.series];
    if (spec.isCount)
        return cell.count ? QLocale().toString(*cell.count, 'f', 0) : QString();
    return cell.value ? metricValue(*cell.value, m_shape.unit) : tr("missing");
}

QVariant MetricTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[index.row()];
    const Shape::Column &spec = m_shape.columns[index.column()];
    const Cell cell = spec.series < 0 ? Cell() : row.cells[spec.series];
    switch (role) {
    case Qt::DisplayRole:
        return shown(row, index.column());
    case SortRole:
        if (spec.series < 0)
            return QDateTime::fromMSecsSinceEpoch(row.at, Qt::UTC);
        return spec.isCount ? cell.count.value_or(0) : cell.value.value_or(std::nan(""));
    case Qt::AccessibleTextRole: {
        const QString text = shown(row, index.column());
        return tr("%1: %2", "column, value").arg(spec.title, text.isEmpty() ? tr("none") : text);
    }
    case QuietRole:
        return spec.series < 0 || spec.isCount || !cell.value;
    default:
        return {};
    }
}

QVariant MetricTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= columnCount())
        return {};
    return m_shape.columns[section].title;
}

} // namespace renewal::items
