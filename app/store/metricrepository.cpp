// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/metricrepository.h"

#include "app/store/connection.h"
#include "app/store/transaction.h"

#include <QCoreApplication>

namespace renewal::store {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype keysAtOnce = 100;

QString columns()
{
    return u"key, title, unit, source, query, labels, threshold"_s;
}

MetricSeries map(const Row &row)
{
    MetricSeries series;
    series.key = row.text(0);
    series.title = row.text(1);
    series.unit = row.text(2);
    series.source = row.text(3);
    series.query = row.text(4);
    series.labels = row.text(5);
    series.threshold = row.maybeReal(6);
    return series;
}
} // namespace

Result<QVector<MetricSeries>> MetricRepository::list()
{
    return m_connection.rows<MetricSeries>(
        u"SELECT %1 FROM metric_series ORDER BY title, key"_s.arg(columns()), {}, map);
}

Result<MetricSeries> MetricRepository::find(const QString &key, const QDateTime &from, const QDateTime &to)
{
    auto found = m_connection.first<MetricSeries>(
        u"SELECT %1 FROM metric_series WHERE key = ?"_s.arg(columns()), {key}, map);
    if (!found)
        return failure(found.error());
    if (!*found)
        return failure(
            ErrorCode::NotFound,
            QCoreApplication::translate("store", "There is no metric of that name. Choose one of the list."));
    QString range;
    QVariantList values{key};
    if (from.isValid()) {
        range += u" AND at >= ?"_s;
        values.append(bound(from));
    }
    if (to.isValid()) {
        range += u" AND at <= ?"_s;
        values.append(bound(to));
    }
    auto points = m_connection.rows<MetricPoint>(
        u"SELECT at, value, observations FROM metric_point WHERE series_id = "
        "(SELECT id FROM metric_series WHERE key = ?)%1 ORDER BY at"_s.arg(range),
        values, [](const Row &row) {
            return MetricPoint{row.instant(0), row.maybeReal(1), row.maybeReal(2)};
        });
    if (!points)
        return failure(points.error());
    (*found)->points = std::move(*points);
    return std::move(**found);
}

Result<QVector<MetricSeries>> MetricRepository::read(const QStringList &keys, const QDateTime &from,
                                                     const QDateTime &to)
{
    QVector<MetricSeries> series;
    for (qsizetype begin = 0; begin < keys.size(); begin += keysAtOnce) {
        const QStringList some = keys.mid(begin, keysAtOnce);
        QVariantList values(some.cbegin(), some.cend());
        const QString marks = QStringList(some.size(), u"?"_s).join(u", "_s);
        QHash<qint64, qsizetype> places; // by row id: thousands of points are put by it
        const Done heads = m_connection.each(
            u"SELECT %1, id FROM metric_series WHERE key IN (%2) ORDER BY id"_s.arg(columns(), marks), values,
            [&](const Row &row) {
                places.insert(row.number(7), series.size());
                series.append(map(row));
                return true;
            });
        if (!heads)
            return failure(heads.error());
        values << bound(from) << bound(to);
        const Done points = m_connection.each(
            u"SELECT s.id, p.at, p.value, p.observations FROM metric_series s JOIN metric_point p "
            "ON p.series_id = s.id WHERE s.key IN (%1) AND p.at >= ? AND p.at < ? ORDER BY s.id, p.at"_s.arg(
                marks),
            values, [&](const Row &row) {
                series[places.value(row.number(0))].points.append(
                    {row.instant(1), row.maybeReal(2), row.maybeReal(3)});
                return true;
            });
        if (!points)
            return failure(points.error());
    }
    return series;
}

Done MetricRepository::remove(const QStringList &keys)
{
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    for (const QString &key : keys) {
        const auto points = m_connection.run(
            u"DELETE FROM metric_point WHERE series_id = (SELECT id FROM metric_series WHERE key = ?)"_s,
            {key});
        if (!points)
            return failure(points.error());
        if (const auto series = m_connection.run(u"DELETE FROM metric_series WHERE key = ?"_s, {key});
            !series)
            return failure(series.error());
    }
    return transaction->commit();
}

Done MetricRepository::upsert(const MetricSeries &series)
{
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    const auto id = m_connection.first<qint64>(
        u"INSERT INTO metric_series (%1) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET "
        "title = excluded.title, unit = excluded.unit, source = excluded.source, query = excluded.query, "
        "labels = excluded.labels, threshold = excluded.threshold RETURNING id"_s.arg(columns()),
        {series.key, text(series.title), text(series.unit), text(series.source), text(series.query),
         text(series.labels), bound(series.threshold)},
        [](const Row &row) { return row.number(0); });
    if (!id)
        return failure(id.error());
    for (const MetricPoint &point : series.points) {
        const auto stored = m_connection.run(
            u"INSERT INTO metric_point (series_id, at, value, observations) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (series_id, at) DO UPDATE SET value = excluded.value, "
            "observations = excluded.observations"_s,
            {id->value_or(0), bound(point.at), bound(point.value), bound(point.count)});
        if (!stored)
            return failure(stored.error());
    }
    return transaction->commit();
}

} // namespace renewal::store
