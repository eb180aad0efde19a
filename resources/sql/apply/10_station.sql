-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- ehr is empty where the source does not tell it.
INSERT INTO station (parent_station, station, name, health_care_system_name, ehr, time_zone)
SELECT s.parent_station, s.station, s.name, s.health_care_system_name,
    COALESCE(NULLIF(s.ehr, ''), k.ehr, 'VISTA'), s.time_zone
FROM staging_station s
LEFT JOIN station k ON k.parent_station = s.parent_station AND k.station = s.station
WHERE s.import_id = ?
    AND s.seq IN (SELECT max(seq) FROM staging_station WHERE import_id = ? GROUP BY parent_station, station)
ON CONFLICT (parent_station, station) DO UPDATE SET
    name = CASE WHEN excluded.name <> '' THEN excluded.name ELSE station.name END,
    health_care_system_name = CASE WHEN excluded.health_care_system_name <> ''
        THEN excluded.health_care_system_name ELSE station.health_care_system_name END,
    ehr = excluded.ehr,
    time_zone = CASE WHEN excluded.time_zone <> '' THEN excluded.time_zone ELSE station.time_zone END
WHERE station.ehr <> excluded.ehr
    OR (excluded.name <> '' AND excluded.name <> station.name)
    OR (excluded.health_care_system_name <> ''
        AND excluded.health_care_system_name <> station.health_care_system_name)
    OR (excluded.time_zone <> '' AND excluded.time_zone <> station.time_zone);
