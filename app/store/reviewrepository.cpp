// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/reviewrepository.h"

#include "app/store/connection.h"
#include "app/store/prescriberrows.h"

#include <QCoreApplication>

namespace renewal::store {

using namespace Qt::StringLiterals;

namespace {
/// Below this nobody would let matching link alone, whatever a review finds.
constexpr double leastProbability = 0.5;

QString caseColumns()
{
    return u"id, prescriber_id, parent_station, ehr, sample_id, stratum, drawn_at, probability, "
           "engine_version, care_team, automatic, linked_at, verdict, verdict_team, judged_by, judged_at, note"_s;
}

ReviewCase mapCase(const Row &row)
{
    ReviewCase found;
    found.id.value = row.number(0);
    found.prescriber.value = row.number(1);
    found.parentStation = row.text(2);
    found.ehr = row.text(3);
    found.sample = row.number(4);
    found.stratum = row.integer(5);
    found.drawnAt = row.instant(6);
    found.probability = row.real(7);
    found.engineVersion = row.text(8);
    found.careTeam.value = row.number(9);
    found.automatic = row.truth(10);
    found.linkedAt = row.instant(11);
    found.verdict = reviewVerdictFromString(row.text(12));
    found.verdictTeam.value = row.number(13);
    found.judgedBy = row.text(14);
    found.judgedAt = row.instant(15);
    found.note = row.text(16);
    return found;
}
} // namespace

Result<QVector<correlation::ReviewFrameRow>> ReviewRepository::frame()
{
    return m_connection.rows<correlation::ReviewFrameRow>(
        u"SELECT p.id, s.best_probability, c.status FROM correlation c "
        "JOIN prescriber p ON p.parent_station = c.parent_station AND p.id = c.prescriber_id "
        "JOIN candidate_set s ON s.parent_station = c.parent_station AND s.prescriber_id = c.prescriber_id "
        "WHERE c.status IN ('auto', 'suggested') AND s.candidate_count > 0 AND s.best_probability >= ? "
        "AND p.homonyms < 2 AND NOT EXISTS (SELECT 1 FROM review_case r "
        "WHERE r.parent_station = c.parent_station AND r.prescriber_id = c.prescriber_id AND r.verdict = '') "
        "ORDER BY p.id"_s,
        {leastProbability}, [](const Row &row) {
            return correlation::ReviewFrameRow{PrescriberId{row.number(0)}, row.real(1),
                                               row.text(2) == u"auto"};
        });
}

Result<ReviewSample> ReviewRepository::addSample(const ReviewSample &sample,
                                                 const QVector<correlation::ReviewStratum> &strata)
{
    const auto id = m_connection.first<qint64>(
        u"INSERT INTO review_sample (drawn_at, drawn_by, seed, wanted, engine_version) "
        "VALUES (?, ?, ?, ?, ?) RETURNING id"_s,
        {bound(sample.drawnAt), text(sample.drawnBy), sample.seed, sample.wanted, text(sample.engineVersion)},
        [](const Row &row) { return row.number(0); });
    if (!id)
        return failure(id.error());
    ReviewSample added = sample;
    added.id = id->value_or(0);
    for (qsizetype i = 0; i < strata.size(); ++i) {
        const correlation::ReviewStratum &one = strata.at(i);
        const auto stored = m_connection.run(
            u"INSERT INTO review_stratum (sample_id, stratum, low, high, automatic, population) "
            "VALUES (?, ?, ?, ?, ?, ?)"_s,
            {added.id, i, one.low, one.high, one.automatic ? 1 : 0, one.population});
        if (!stored)
            return failure(stored.error());
    }
    return added;
}

Done ReviewRepository::addCase(const ReviewCase &drawn)
{
    const auto stored = m_connection.run(
        u"INSERT INTO review_case (parent_station, ehr, prescriber_id, sample_id, stratum, drawn_at, "
        "probability, engine_version, care_team, automatic, linked_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {drawn.parentStation, drawn.ehr, drawn.prescriber.value, drawn.sample, drawn.stratum,
         bound(drawn.drawnAt), drawn.probability, text(drawn.engineVersion), drawn.careTeam.value,
         drawn.automatic ? 1 : 0, bound(drawn.linkedAt)});
    return stored ? ok() : Done(failure(stored.error()));
}

Result<ReviewCase> ReviewRepository::find(ReviewCaseId id)
{
    const auto found = m_connection.first<ReviewCase>(
        u"SELECT %1 FROM review_case WHERE id = ?"_s.arg(caseColumns()), {id.value}, mapCase);
    if (!found)
        return failure(found.error());
    if (!*found)
        return failure(ErrorCode::NotFound, QCoreApplication::translate(
                                                "store", "There is no case %1 to review. Refresh the list.")
                                                .arg(id.value));
    return **found;
}

Result<QVector<OpenReview>> ReviewRepository::open(const Scope &scope, int limit)
{
    QVariantList values;
    QString terms;
    if (!scope.parentStation.isEmpty()) {
        terms += u" AND r.parent_station = ?"_s;
        values.append(scope.parentStation);
    }
    if (!scope.ehr.isEmpty()) {
        terms += u" AND r.ehr = ?"_s;
        values.append(scope.ehr);
    }
    values.append(limit);
    return m_connection.rows<OpenReview>(
        u"SELECT %1, r.id FROM review_case r JOIN prescriber p ON p.parent_station = r.parent_station "
        "AND p.id = r.prescriber_id WHERE r.verdict = ''%2 "
        "ORDER BY p.parent_station, p.name_key, r.id LIMIT ?"_s.arg(prescriberrows::columns(), terms),
        values, [](const Row &row) {
            return OpenReview{ReviewCaseId{row.number(prescriberrows::count)}, prescriberrows::map(row)};
        });
}

Result<qint64> ReviewRepository::openCount()
{
    return m_connection.number(u"SELECT count(*) FROM review_case WHERE verdict = ''"_s);
}

Done ReviewRepository::storeVerdict(const ReviewCase &judged)
{
    const auto stored = m_connection.run(
        u"UPDATE review_case SET verdict = ?, verdict_team = ?, judged_by = ?, judged_at = ?, note = ? "
        "WHERE parent_station = ? AND id = ? AND verdict = ''"_s,
        {judged.verdict ? toString(*judged.verdict) : u""_s, boundId(judged.verdictTeam),
         text(judged.judgedBy), bound(judged.judgedAt), text(judged.note), judged.parentStation,
         judged.id.value});
    if (!stored)
        return failure(stored.error());
    if (*stored == 1)
        return ok();
    return failure(ErrorCode::Conflict,
                   QCoreApplication::translate("store", "Somebody else reviewed this case in the meantime. "
                                                        "Go on with the next one."));
}

Result<QVector<ReviewSample>> ReviewRepository::samples()
{
    return m_connection.rows<ReviewSample>(
        u"SELECT s.id, s.drawn_at, s.drawn_by, s.seed, s.wanted, s.engine_version, "
        "(SELECT count(*) FROM review_case r WHERE r.sample_id = s.id) FROM review_sample s "
        "ORDER BY s.id DESC"_s,
        {}, [](const Row &row) {
            return ReviewSample{row.number(0),  row.instant(1), row.text(2), row.number(3),
                                row.integer(4), row.number(6),  row.text(5)};
        });
}

Result<QVector<ReviewCase>> ReviewRepository::cases()
{
    return m_connection.rows<ReviewCase>(
        u"SELECT %1 FROM review_case ORDER BY sample_id, id"_s.arg(caseColumns()), {}, mapCase);
}

Result<QMap<std::pair<qint64, int>, qint64>> ReviewRepository::populations()
{
    QMap<std::pair<qint64, int>, qint64> all;
    const Done read = m_connection.each(u"SELECT sample_id, stratum, population FROM review_stratum"_s, {},
                                        [&](const Row &row) {
                                            all.insert({row.number(0), row.integer(1)}, row.number(2));
                                            return true;
                                        });
    if (!read)
        return failure(read.error());
    return all;
}

} // namespace renewal::store
