// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/thresholdrepository.h"

#include "app/store/connection.h"

namespace renewal::store {

using namespace Qt::StringLiterals;

namespace {
MatchingThreshold map(const Row &row)
{
    return {row.number(0), row.real(1), row.real(2), row.text(3), row.instant(4), row.text(5)};
}
} // namespace

Result<QVector<MatchingThreshold>> ThresholdRepository::history()
{
    return m_connection.rows<MatchingThreshold>(
        u"SELECT version, probability, margin_bits, set_by, set_at, reason FROM matching_threshold "
        "ORDER BY version DESC LIMIT 100"_s,
        {}, map);
}

Result<MatchingThreshold> ThresholdRepository::newest()
{
    const auto all = history();
    if (!all)
        return failure(all.error());
    return all->isEmpty() ? MatchingThreshold() : all->constFirst();
}

Done ThresholdRepository::add(const MatchingThreshold &threshold)
{
    const auto stored = m_connection.run(
        u"INSERT INTO matching_threshold (version, probability, margin_bits, set_by, set_at, reason) "
        "VALUES (?, ?, ?, ?, ?, ?)"_s,
        {threshold.version, threshold.probability, threshold.marginBits, text(threshold.setBy),
         bound(threshold.setAt), text(threshold.reason)});
    return stored ? ok() : Done(failure(stored.error()));
}

Done ThresholdRepository::each(double least, const std::function<void(const ThresholdRow &)> &take)
{
    return m_connection.each(
        u"SELECT c.parent_station, c.status, s.best_probability, "
        "s.second_probability "
        "FROM correlation c JOIN candidate_set s ON s.parent_station = c.parent_station "
        "AND s.prescriber_id = c.prescriber_id JOIN prescriber p ON p.parent_station = c.parent_station "
        "AND p.id = c.prescriber_id WHERE s.engine_version NOT LIKE 'surname%' AND (c.status = 'auto' "
        "OR (c.status = 'suggested' AND s.automatic = 0 AND s.best_probability >= ? AND p.homonyms < 2)) "
        "ORDER BY c.parent_station"_s,
        {least}, [&](const Row &row) {
            take({row.text(0), row.text(1) == u"auto", row.real(2), row.real(3)});
            return true;
        });
}

Result<QVector<LinkCounts>> ThresholdRepository::counts(const Scope &scope)
{
    QVariantList values;
    QString terms;
    if (!scope.parentStation.isEmpty()) {
        terms += u" AND p.parent_station = ?"_s;
        values.append(scope.parentStation);
    }
    if (!scope.ehr.isEmpty()) {
        terms += u" AND p.ehr = ?"_s;
        values.append(scope.ehr);
    }
    return m_connection.rows<LinkCounts>(
        u"SELECT p.parent_station, p.ehr, sum(CASE WHEN p.status = 'auto' THEN 1 ELSE 0 END), count(*), "
        "sum(CASE WHEN p.status = 'manual' THEN 1 WHEN p.status = 'refused' OR s.none_probability IS NULL "
        "THEN 0 ELSE 1 - s.none_probability END) FROM prescriber p "
        "LEFT JOIN candidate_set s ON s.parent_station = p.parent_station AND s.prescriber_id = p.id "
        "WHERE p.status <> 'external'%1 GROUP BY p.parent_station, p.ehr ORDER BY 1, 2"_s.arg(terms),
        values, [](const Row &row) {
            return LinkCounts{row.text(0), row.text(1), row.number(2), row.number(3), row.real(4)};
        });
}

} // namespace renewal::store
