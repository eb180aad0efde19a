-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Of two deliveries the one that was changed later counts, whichever comes first.
-- The prescriber is the one of that name when only one person at the station has it. The extract's id counts
-- where the prescription names nobody, or the same name: an id of another delivery may stand for somebody else.
INSERT INTO prescription (parent_station, ehr, prescription_id, patient_key, station,
    prescription_number, prescriber_id, name, disp_status, refill_remaining, ordered_at, expires_at,
    renewal_submitted_at, document, modified_at)
SELECT s.parent_station, s.ehr, s.prescription_id, s.patient_key, s.station, s.prescription_number,
    COALESCE(CASE WHEN s.name_key = '' OR k.prescriber_id = p.id THEN k.prescriber_id END,
        CASE WHEN p.homonyms = 1 THEN p.id END), s.name, s.disp_status,
    s.refill_remaining, s.ordered_at, s.expires_at, s.renewal_submitted_at, s.document,
    s.modified_at
FROM staging_prescription s
LEFT JOIN prescriber_source k
    ON k.parent_station = s.parent_station AND k.extract = s.extract AND k.extract_id = s.extract_id
LEFT JOIN prescriber p ON p.parent_station = s.parent_station AND p.ehr = s.ehr AND p.name_key = s.name_key
WHERE s.import_id = ? AND (s.extract_id = '' OR s.name_key <> '' OR k.prescriber_id IS NOT NULL)
    AND s.seq IN (SELECT seq FROM (SELECT seq, ROW_NUMBER() OVER (
            PARTITION BY parent_station, ehr, prescription_id, patient_key
            ORDER BY COALESCE(modified_at, -1) DESC, seq DESC) AS place
        FROM staging_prescription WHERE import_id = ?) AS newest WHERE place = 1)
ON CONFLICT (parent_station, ehr, prescription_id, patient_key) DO UPDATE SET
    station = excluded.station, prescription_number = excluded.prescription_number,
    prescriber_id = excluded.prescriber_id, name = excluded.name, disp_status = excluded.disp_status,
    refill_remaining = excluded.refill_remaining, ordered_at = excluded.ordered_at,
    expires_at = excluded.expires_at, renewal_submitted_at = excluded.renewal_submitted_at,
    document = excluded.document,
    modified_at = COALESCE(excluded.modified_at, prescription.modified_at)
WHERE (prescription.document <> excluded.document OR prescription.station <> excluded.station
        OR COALESCE(prescription.prescriber_id, 0) <> COALESCE(excluded.prescriber_id, 0))
    AND (prescription.modified_at IS NULL OR excluded.modified_at IS NULL
        OR excluded.modified_at >= prescription.modified_at);
