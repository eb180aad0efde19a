-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Each asking once, however often it is delivered.
INSERT INTO renewal_asking (parent_station, ehr, patient_key, prescription_id, way, message_id, asked_at, renewal_id)
SELECT q.parent_station, q.ehr, q.patient_key, q.prescription_id, 'message', m.message_id, COALESCE(m.sent_at, 0),
    m.renewal_id
FROM staging_request q
JOIN renewal_message m ON m.parent_station = q.parent_station AND m.patient_key = q.patient_key
    AND m.prescription_id = q.prescription_id AND m.ehr = q.ehr
WHERE q.import_id = ? AND m.is_reply = 0
ON CONFLICT (parent_station, patient_key, prescription_id, ehr, way, message_id, asked_at) DO NOTHING;

-- Also of a delivery that is older than what is known of its prescription.
INSERT INTO renewal_asking (parent_station, ehr, patient_key, prescription_id, way, asked_at)
SELECT parent_station, ehr, patient_key, prescription_id, 'prescription', COALESCE(renewal_submitted_at, 0)
FROM staging_prescription
WHERE import_id = ? AND asks_renewal = 1 AND patient_key <> ''
ON CONFLICT (parent_station, patient_key, prescription_id, ehr, way, message_id, asked_at) DO NOTHING;

INSERT INTO renewal_asking (parent_station, ehr, patient_key, prescription_id, way, asked_at)
SELECT q.parent_station, q.ehr, q.patient_key, q.prescription_id, 'prescription', p.renewal_submitted_at
FROM staging_request q
JOIN prescription p ON p.parent_station = q.parent_station AND p.ehr = q.ehr
    AND p.prescription_id = q.prescription_id AND p.patient_key = q.patient_key
WHERE q.import_id = ? AND p.renewal_submitted_at IS NOT NULL
ON CONFLICT (parent_station, patient_key, prescription_id, ehr, way, message_id, asked_at) DO NOTHING;

-- What was asked no later than an ended request began comes late, and belongs to it. So does what asks the same by
-- the other way: a message and the record of one press are told apart by minutes, not by more than an hour.
UPDATE renewal_asking AS a SET renewal_id = x.id
FROM staging_request q
JOIN renewal x ON x.parent_station = q.parent_station AND x.patient_key = q.patient_key
    AND x.prescription_id = q.prescription_id AND x.ehr = q.ehr AND x.state IN ('routed', 'closed')
WHERE q.import_id = ? AND a.parent_station = q.parent_station AND a.patient_key = q.patient_key
    AND a.prescription_id = q.prescription_id AND a.ehr = q.ehr AND a.renewal_id IS NULL AND a.asked_at > 0
    AND x.id = (SELECT y.id FROM renewal y
        WHERE y.parent_station = a.parent_station AND y.patient_key = a.patient_key
            AND y.prescription_id = a.prescription_id AND y.ehr = a.ehr AND y.state IN ('routed', 'closed')
            AND (y.requested_at >= a.asked_at
                OR (EXISTS (SELECT 1 FROM renewal_asking b
                        WHERE b.parent_station = y.parent_station AND b.renewal_id = y.id AND b.way <> a.way
                            AND b.asked_at BETWEEN a.asked_at - 3600000 AND a.asked_at + 3600000)
                    AND NOT EXISTS (SELECT 1 FROM renewal_asking c
                        WHERE c.parent_station = y.parent_station AND c.renewal_id = y.id AND c.way = a.way
                            AND c.asked_at BETWEEN a.asked_at - 3600000 AND a.asked_at + 3600000)))
        ORDER BY y.requested_at, y.id LIMIT 1);

UPDATE renewal_message AS m SET renewal_id = a.renewal_id
FROM staging_request q
JOIN renewal_asking a ON a.parent_station = q.parent_station AND a.patient_key = q.patient_key
    AND a.prescription_id = q.prescription_id AND a.ehr = q.ehr AND a.way = 'message'
WHERE q.import_id = ? AND m.parent_station = q.parent_station AND m.patient_key = q.patient_key
    AND m.prescription_id = q.prescription_id AND m.ehr = q.ehr AND m.is_reply = 0 AND m.renewal_id IS NULL
    AND a.renewal_id IS NOT NULL AND a.message_id = m.message_id AND a.asked_at = COALESCE(m.sent_at, 0);

-- A reply that is no answer of the Veteran, to what has ended: it is read there.
UPDATE renewal_message AS m SET renewal_id = x.id
FROM staging_request q
JOIN renewal x ON x.parent_station = q.parent_station AND x.patient_key = q.patient_key
    AND x.prescription_id = q.prescription_id AND x.ehr = q.ehr AND x.state IN ('routed', 'closed')
WHERE q.import_id = ? AND m.parent_station = q.parent_station AND m.patient_key = q.patient_key
    AND m.prescription_id = q.prescription_id AND m.ehr = q.ehr AND m.is_reply = 1 AND m.answers <> 1
    AND m.renewal_id IS NULL
    AND x.id = (SELECT y.id FROM renewal y
        WHERE y.parent_station = q.parent_station AND y.patient_key = q.patient_key
            AND y.prescription_id = q.prescription_id AND y.ehr = q.ehr
        ORDER BY y.requested_at DESC, y.id DESC LIMIT 1);
