-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- A prescribers file says how a name is written; prescriptions only add those who are in no such file. Of two
-- people with one name the first by extract id speaks for both.
INSERT INTO prescriber (parent_station, ehr, name_key, station, name_first, name_last, name_display,
    shown, specialty, npi, division_name, facility_name)
SELECT parent_station, ehr, name_key, station, name_first, name_last, name_display, shown, specialty,
    npi, division_name, facility_name
FROM staging_prescriber
WHERE import_id = ?
    AND seq IN (SELECT seq FROM (
        SELECT seq, ROW_NUMBER() OVER (PARTITION BY parent_station, ehr, name_key
            ORDER BY extract, extract_id, seq DESC) AS place
        FROM staging_prescriber WHERE import_id = ?) AS ranked WHERE place = 1)
ON CONFLICT (parent_station, ehr, name_key) DO UPDATE SET
    station = excluded.station, name_first = excluded.name_first, name_last = excluded.name_last,
    name_display = excluded.name_display, shown = excluded.shown,
    specialty = CASE WHEN excluded.specialty <> '' THEN excluded.specialty ELSE prescriber.specialty END,
    npi = CASE WHEN excluded.npi <> '' THEN excluded.npi ELSE prescriber.npi END,
    division_name = CASE WHEN excluded.division_name <> '' THEN excluded.division_name ELSE prescriber.division_name END,
    facility_name = CASE WHEN excluded.facility_name <> '' THEN excluded.facility_name ELSE prescriber.facility_name END
WHERE prescriber.station <> excluded.station
    OR prescriber.name_first <> excluded.name_first
    OR prescriber.name_last <> excluded.name_last
    OR prescriber.name_display <> excluded.name_display
    OR prescriber.shown <> excluded.shown
    OR (excluded.specialty <> '' AND excluded.specialty <> prescriber.specialty)
    OR (excluded.npi <> '' AND excluded.npi <> prescriber.npi)
    OR (excluded.division_name <> '' AND excluded.division_name <> prescriber.division_name)
    OR (excluded.facility_name <> '' AND excluded.facility_name <> prescriber.facility_name);

INSERT INTO prescriber (parent_station, ehr, name_key, station, name_first, name_last, name_display,
    shown, division_name, facility_name)
SELECT parent_station, ehr, name_key, station, name_first, name_last, name_display, prescriber_shown,
    division_name, facility_name
FROM staging_prescription
WHERE import_id = ? AND name_key <> '' AND parent_station <> ''
    AND seq IN (SELECT min(seq) FROM staging_prescription WHERE import_id = ? AND name_key <> ''
        GROUP BY parent_station, ehr, name_key)
ON CONFLICT (parent_station, ehr, name_key) DO NOTHING;

INSERT INTO prescriber_source (parent_station, extract, extract_id, prescriber_id)
SELECT s.parent_station, s.extract, s.extract_id, p.id
FROM staging_prescriber s
JOIN prescriber p ON p.parent_station = s.parent_station AND p.ehr = s.ehr AND p.name_key = s.name_key
WHERE s.import_id = ? AND s.extract_id <> ''
    AND s.seq IN (SELECT max(seq) FROM staging_prescriber WHERE import_id = ?
        GROUP BY parent_station, extract, extract_id)
ON CONFLICT (parent_station, extract, extract_id) DO UPDATE SET prescriber_id = excluded.prescriber_id
WHERE prescriber_source.prescriber_id <> excluded.prescriber_id;

INSERT INTO prescriber_source (parent_station, extract, extract_id, prescriber_id)
SELECT s.parent_station, s.extract, s.extract_id, p.id
FROM staging_prescription s
JOIN prescriber p ON p.parent_station = s.parent_station AND p.ehr = s.ehr AND p.name_key = s.name_key
WHERE s.import_id = ? AND s.extract_id <> '' AND s.name_key <> ''
    AND s.seq IN (SELECT min(seq) FROM staging_prescription
        WHERE import_id = ? AND extract_id <> '' AND name_key <> ''
        GROUP BY parent_station, extract, extract_id)
ON CONFLICT (parent_station, extract, extract_id) DO NOTHING;
