// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/democutover.h"

#include "app/operations/cutoverreviews.h"
#include "app/operations/cutovers.h"
#include "app/operations/matchingtables.h"
#include "app/store/careteamrepository.h"
#include "app/store/connection.h"
#include "app/store/correlationrepository.h"
#include "app/store/transaction.h"
#include "models/correlation/teamreading.h"

#include <QSet>

#include <algorithm>

namespace renewal::console {

using namespace Qt::StringLiterals;

namespace {
constexpr int daysAhead = 26;
constexpr int withoutPool = 5;     ///< every so many teams: no pool
constexpr int withoutPatients = 4; ///< likewise: its pool is empty yet
constexpr int bareName = 3;        ///< likewise: the pool has a number in place of a name
constexpr int crosswalkRows = 3;
constexpr qint64 poolNumbers = 7'000'000;

QString careWords(const correlation::CareType &care)
{
    switch (care.kind) {
    case correlation::CareKind::Primary:
        return u"Primary Care"_s;
    case correlation::CareKind::MentalHealth:
        return u"Mental Health"_s;
    case correlation::CareKind::Specialty: {
        QString words = QString(care.specialty).replace(u'_', u' ').toLower();
        if (!words.isEmpty())
            words[0] = words.at(0).toUpper();
        return words.isEmpty() ? u"Specialty"_s : words;
    }
    default:
        return u"Clinic"_s;
    }
}

/// "VHA COP Primary Care Martinez - Clinical"
QString poolName(const CareTeam &old, const correlation::TeamReading &reading, const QString &place,
                 int number)
{
    QString mark;
    for (const correlation::ReadWord &word : reading.words) {
        if (word.role == correlation::WordRole::Surname || word.role == correlation::WordRole::Colour)
            mark = old.name.mid(word.start, word.length);
    }
    if (mark.isEmpty() || number % bareName == 0)
        mark = QString::number(number);
    return u"VHA %1 %2 %3 - Clinical"_s.arg(place, careWords(reading.care), mark);
}

/// The care teams that links go to, of the VistA station that has most of them.
Result<QVector<qint64>> linkedTeams(store::Connection &connection, QString &parentStation)
{
    const auto busiest = connection.first<QString>(
        u"SELECT parent_station FROM correlation WHERE ehr = 'VISTA' AND status = 'auto' "
        "GROUP BY parent_station ORDER BY count(*) DESC, parent_station LIMIT 1"_s,
        {}, [](const store::Row &row) { return row.text(0); });
    if (!busiest)
        return failure(busiest.error());
    parentStation = busiest->value_or(QString());
    return connection.rows<qint64>(
        u"SELECT DISTINCT care_team FROM correlation WHERE parent_station = ? AND ehr = 'VISTA' "
        "AND status = 'auto' ORDER BY care_team"_s,
        {parentStation}, [](const store::Row &row) { return row.number(0); });
}

Done addPool(store::Connection &connection, const CareTeam &pool, TriageTeamId old, bool withPatients)
{
    if (const Done added = store::CareTeamRepository(connection).upsert(pool); !added)
        return added;
    if (!withPatients)
        return ok();
    // Some patients are not there yet.
    const auto moved =
        connection.run(u"INSERT INTO patient_team (parent_station, patient_key, triage_team_id) "
                       "SELECT parent_station, patient_key, %1 FROM patient_team WHERE parent_station = ? "
                       "AND triage_team_id = ? AND patient_key NOT LIKE '%3'"_s.arg(pool.triageTeamId.value),
                       {pool.station.parent(), old.value});
    return moved ? ok() : Done(failure(moved.error()));
}

/// The rows that the crosswalk of the demo has.
Result<QVector<CrosswalkRow>> addPools(store::Connection &connection, const QString &parentStation,
                                       const QVector<qint64> &teams)
{
    const auto station = store::CorrelationRepository(connection).stationInput(parentStation);
    if (!station)
        return failure(station.error());
    const auto lexicon = operations::loadLexicon();
    if (!lexicon)
        return failure(lexicon.error());
    const correlation::TeamReader reader(*station, *lexicon);
    QVector<CrosswalkRow> crosswalk;
    int number = 0;
    for (const CareTeam &old : station->careTeams) {
        if (!teams.contains(old.triageTeamId.value) || ++number % withoutPool == 0)
            continue;
        const auto named = std::ranges::find_if(
            station->prescribers, [](const Prescriber &one) { return !one.facilityName.isEmpty(); });
        const QString place =
            named == station->prescribers.cend() ? parentStation : named->facilityName.left(3).toUpper();
        CareTeam pool;
        pool.triageTeamId.value = poolNumbers + number;
        pool.station = StationNumber(parentStation);
        pool.ehr = EhrSystem::OracleHealth;
        pool.name = poolName(old, reader.read(old), place, number);
        if (const Done added = addPool(connection, pool, old.triageTeamId, number % withoutPatients != 0);
            !added)
            return failure(added.error());
        if (crosswalk.size() < crosswalkRows)
            crosswalk.append({number, QString::number(old.triageTeamId.value), {}, pool.name, {}, {}});
    }
    return crosswalk;
}
} // namespace

Done addDemoCutOver(store::Connection &connection, const Clock &clock)
{
    auto transaction = store::Transaction::begin(connection);
    if (!transaction)
        return failure(transaction.error());
    QString parentStation;
    const auto teams = linkedTeams(connection, parentStation);
    if (!teams)
        return failure(teams.error());
    if (teams->isEmpty())
        return ok();
    const auto crosswalk = addPools(connection, parentStation, *teams);
    if (!crosswalk)
        return failure(crosswalk.error());
    const QString actor = u"demo"_s;
    const auto cutOver = operations::CutOvers(connection, clock)
                             .enter({parentStation, clock.now().date().addDays(daysAhead), {}}, actor);
    if (!cutOver)
        return failure(cutOver.error());
    const auto given =
        operations::CutOverReviews(connection, clock).giveCrosswalk(cutOver->id, *crosswalk, actor);
    if (!given)
        return failure(given.error());
    return transaction->commit();
}

} // namespace renewal::console
