// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/stationrepository.h"

#include "app/store/connection.h"

namespace renewal::store {

using namespace Qt::StringLiterals;

Result<QVector<Station>> StationRepository::list()
{
    return m_connection.rows<Station>(
        u"SELECT station, name, health_care_system_name, ehr, time_zone FROM station "
        "ORDER BY parent_station, station"_s,
        {}, [](const Row &row) {
            Station station;
            station.number = StationNumber(row.text(0));
            station.name = row.text(1);
            station.healthCareSystemName = row.text(2);
            station.ehr = ehrSystemFromString(row.text(3)).value_or(EhrSystem::VistA);
            station.timeZone = row.text(4);
            return station;
        });
}

Done StationRepository::upsert(const Station &station)
{
    QStringList filled;
    for (const QString &column : {u"name"_s, u"health_care_system_name"_s, u"time_zone"_s})
        filled.append(u"%1 = CASE WHEN excluded.%1 <> '' THEN excluded.%1 ELSE station.%1 END"_s.arg(column));
    const auto stored = m_connection.run(
        u"INSERT INTO station (parent_station, station, name, health_care_system_name, ehr, time_zone) "
        "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (parent_station, station) DO UPDATE SET ehr = excluded.ehr, %1"_s
            .arg(filled.join(u", "_s)),
        {station.number.parent(), station.number.text(), text(station.name),
         text(station.healthCareSystemName), toString(station.ehr), text(station.timeZone)});
    if (!stored)
        return failure(stored.error());
    return ok();
}

Result<QStringList> StationRepository::parentsWithPrescribers()
{
    const auto parents = m_connection.rows<QString>(
        u"SELECT DISTINCT parent_station FROM prescriber ORDER BY parent_station"_s, {},
        [](const Row &row) { return row.text(0); });
    if (!parents)
        return failure(parents.error());
    return QStringList(*parents);
}

} // namespace renewal::store
