// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/findrepository.h"

#include "app/store/careteamrepository.h"
#include "app/store/connection.h"
#include "app/store/dialect.h"
#include "app/store/searchtext.h"
#include "app/store/stationrepository.h"

#include <algorithm>

namespace renewal::store {

using namespace Qt::StringLiterals;

namespace {
/// Of so many hits of the index the best are shown; a word that fits more is too common to find a renewal by.
constexpr int mostLookedAt = 400;
constexpr qsizetype patientEndLength = 4;

/// The part of a patient key that may be shown; a key no longer than that stays hidden as a whole.
QString endOf(const QString &patientKey)
{
    return patientKey.size() > patientEndLength ? patientKey.right(patientEndLength) : QString();
}

FindHit hitOf(FindKind kind, qint64 id, const QString &station, const QString &name)
{
    FindHit hit;
    hit.kind = kind;
    hit.id = id;
    hit.station = station;
    hit.name = name;
    return hit;
}

bool fits(const Station &station, const QStringList &words)
{
    const QStringList own = searchWords(
        QStringList{station.number.text(), station.name, station.healthCareSystemName}.join(u' '));
    return std::ranges::all_of(words, [&](const QString &word) {
        return std::ranges::any_of(own, [&](const QString &text) { return text.startsWith(word); });
    });
}
} // namespace

Result<QVector<FindHit>> FindRepository::find(const FindQuery &query)
{
    QVector<FindHit> hits;
    const QStringList words = searchWords(query.words);
    if (words.isEmpty())
        return hits;
    for (const auto part : {&FindRepository::renewals, &FindRepository::prescribers,
                            &FindRepository::careTeams, &FindRepository::stations}) {
        const auto found = (this->*part)(query, words);
        if (!found)
            return found;
        hits += *found;
    }
    return hits;
}

Result<QVector<FindHit>> FindRepository::renewals(const FindQuery &query, const QStringList &words)
{
    QStringList longer;
    std::ranges::copy_if(words, std::back_inserter(longer),
                         [](const QString &word) { return word.size() > 1; });
    if (longer.isEmpty())
        return QVector<FindHit>();
    const Dialect &dialect = m_connection.dialect();
    QVariantList values{dialect.searchValue(longer, query.parentStation)};
    QString condition = dialect.searchCondition();
    if (!query.parentStation.isEmpty()) {
        condition += u" AND renewal.parent_station = ?"_s;
        values.append(query.parentStation);
    }
    // The index is read no further than the limit inside; what waits comes before what has ended.
    const QString sql =
        u"WITH hits AS MATERIALIZED (SELECT renewal.id FROM %1 WHERE %2 LIMIT %3) "
        "SELECT r.id, r.station, r.drug, r.prescription_number, r.prescriber_shown, r.patient_key, r.state "
        "FROM hits JOIN renewal r ON r.id = hits.id "
        "ORDER BY CASE WHEN r.state IN ('routed', 'closed') THEN 1 ELSE 0 END, r.due_at, r.id LIMIT %4"_s.arg(
            dialect.searchSource(), condition, QString::number(mostLookedAt), QString::number(query.limit));
    return m_connection.rows<FindHit>(sql, values, [](const Row &row) {
        FindHit hit = hitOf(FindKind::Renewal, row.number(0), row.text(1), row.text(2));
        hit.number = row.text(3);
        hit.prescriber = row.text(4);
        hit.patientEnd = endOf(row.text(5));
        hit.state = row.text(6);
        return hit;
    });
}

Result<QVector<FindHit>> FindRepository::prescribers(const FindQuery &query, const QStringList &words)
{
    QStringList terms{u"1 = 1"_s};
    QVariantList values;
    if (!query.parentStation.isEmpty()) {
        terms.append(u"parent_station = ?"_s);
        values.append(query.parentStation);
    }
    for (const QString &word : words) {
        terms.append(u"' ' || name_key LIKE ?"_s);
        values.append(QString(u"% "_s + word.toUpper() + u'%'));
    }
    return m_connection.rows<FindHit>(
        u"SELECT id, station, shown, status, waiting FROM prescriber WHERE %1 "
        "ORDER BY waiting DESC, id DESC LIMIT %2"_s.arg(terms.join(u" AND "_s), QString::number(query.limit)),
        values, [](const Row &row) {
            FindHit hit = hitOf(FindKind::Prescriber, row.number(0), row.text(1), row.text(2));
            hit.state = row.text(3);
            hit.waiting = row.number(4);
            return hit;
        });
}

Result<QVector<FindHit>> FindRepository::careTeams(const FindQuery &query, const QStringList &words)
{
    const auto teams =
        CareTeamRepository(m_connection).find(query.parentStation, words.join(u' '), query.limit);
    if (!teams)
        return failure(teams.error());
    QVector<FindHit> hits;
    for (const CareTeam &team : *teams) {
        hits.append(hitOf(FindKind::CareTeam, team.triageTeamId.value, team.station.text(),
                          team.suggestedNameDisplay.isEmpty() ? team.name : team.suggestedNameDisplay));
    }
    return hits;
}

Result<QVector<FindHit>> FindRepository::stations(const FindQuery &query, const QStringList &words)
{
    const auto all = StationRepository(m_connection).list();
    if (!all)
        return failure(all.error());
    QVector<FindHit> hits;
    for (const Station &station : *all) {
        if (hits.size() == query.limit)
            break;
        if (fits(station, words))
            hits.append(hitOf(FindKind::Station, 0, station.number.text(), station.name));
    }
    return hits;
}

} // namespace renewal::store
