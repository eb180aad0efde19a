-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the import asks for, what it answers, and the waiting requests whose prescription it brings.
INSERT INTO staging_request (import_id, seq, parent_station, ehr, patient_key, prescription_id)
SELECT CAST(? AS bigint), ROW_NUMBER() OVER (ORDER BY parent_station, ehr, patient_key, prescription_id),
    parent_station, ehr, patient_key, prescription_id
FROM (
    SELECT s.parent_station, s.ehr, s.patient_key, s.prescription_id
    FROM staging_prescription s
    JOIN prescription p ON p.parent_station = s.parent_station AND p.ehr = s.ehr
        AND p.prescription_id = s.prescription_id AND p.patient_key = s.patient_key
    WHERE s.import_id = ? AND s.asks_renewal = 1 AND s.patient_key <> ''
    UNION
    SELECT m.parent_station, m.ehr, m.patient_key, m.prescription_id
    FROM staging_message m
    WHERE m.import_id = ? AND m.prescription_id <> '' AND m.is_reply = 0
    UNION
    SELECT m.parent_station, m.ehr, m.patient_key, m.prescription_id
    FROM renewal_message m
    WHERE m.is_reply = 1 AND m.renewal_id IS NULL AND m.prescription_id <> ''
        AND m.patient_key IN (SELECT patient_key FROM staging_message WHERE import_id = ?)
    UNION
    SELECT r.parent_station, r.ehr, r.patient_key, r.prescription_id
    FROM staging_prescription s
    JOIN renewal r ON r.parent_station = s.parent_station AND r.ehr = s.ehr
        AND r.patient_key = s.patient_key AND r.prescription_id = s.prescription_id
        AND r.state NOT IN ('routed', 'closed')
    WHERE s.import_id = ?
) AS touched;
