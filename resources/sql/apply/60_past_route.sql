-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO past_route (parent_station, prescriber_id, patient_key, sent_to, rerouted_to, station, number)
SELECT s.parent_station, k.prescriber_id, s.patient_key, s.sent_to, s.rerouted_to, max(s.station), count(*)
FROM staging_past_route s
JOIN prescriber_source k
    ON k.parent_station = s.parent_station AND k.extract = s.extract AND k.extract_id = s.extract_id
WHERE s.import_id = ?
GROUP BY s.parent_station, k.prescriber_id, s.patient_key, s.sent_to, s.rerouted_to
ON CONFLICT (parent_station, prescriber_id, patient_key, sent_to, rerouted_to) DO UPDATE SET
    number = excluded.number
WHERE excluded.number > past_route.number;
