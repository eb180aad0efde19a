-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- One row for a pair. Days that overlap those known are taken for the same prescriptions seen again; days
-- before or after them are new ones.
INSERT INTO prescribed (parent_station, prescriber_id, patient_key, station, first_ordered, last_ordered, number)
SELECT s.parent_station, k.prescriber_id, s.patient_key, max(s.station),
    COALESCE(min(NULLIF(s.ordered_date, '')), ''), max(s.ordered_date), count(*)
FROM staging_short s
JOIN prescriber_source k
    ON k.parent_station = s.parent_station AND k.extract = s.extract AND k.extract_id = s.extract_id
WHERE s.import_id = ?
GROUP BY s.parent_station, k.prescriber_id, s.patient_key
ON CONFLICT (parent_station, prescriber_id, patient_key) DO UPDATE SET
    station = CASE WHEN excluded.station > prescribed.station THEN excluded.station ELSE prescribed.station END,
    number = CASE
        WHEN excluded.first_ordered > prescribed.last_ordered AND prescribed.last_ordered <> ''
            THEN prescribed.number + excluded.number
        WHEN excluded.last_ordered < prescribed.first_ordered AND excluded.last_ordered <> ''
            THEN prescribed.number + excluded.number
        WHEN excluded.number > prescribed.number THEN excluded.number
        ELSE prescribed.number END,
    first_ordered = CASE WHEN prescribed.first_ordered = '' THEN excluded.first_ordered
        WHEN excluded.first_ordered <> '' AND excluded.first_ordered < prescribed.first_ordered
            THEN excluded.first_ordered
        ELSE prescribed.first_ordered END,
    last_ordered = CASE WHEN excluded.last_ordered > prescribed.last_ordered THEN excluded.last_ordered
        ELSE prescribed.last_ordered END
WHERE excluded.station > prescribed.station OR excluded.number > prescribed.number
    OR excluded.last_ordered > prescribed.last_ordered
    OR (excluded.first_ordered <> '' AND excluded.first_ordered < prescribed.first_ordered)
    OR (prescribed.first_ordered = '' AND excluded.first_ordered <> '');
