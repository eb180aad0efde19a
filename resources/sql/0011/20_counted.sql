-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was asked before askings were counted.
INSERT INTO renewal_asking (parent_station, ehr, patient_key, prescription_id, way, message_id, asked_at, renewal_id)
SELECT parent_station, ehr, patient_key, prescription_id, 'message', message_id, COALESCE(sent_at, 0), renewal_id
FROM renewal_message
WHERE is_reply = 0 AND renewal_id IS NOT NULL AND prescription_id <> ''
ON CONFLICT (parent_station, patient_key, prescription_id, ehr, way, message_id, asked_at) DO NOTHING;

UPDATE renewal SET asked = a.number, asked_last = a.last
FROM (SELECT parent_station, renewal_id, count(*) AS number, max(asked_at) AS last FROM renewal_asking
    GROUP BY parent_station, renewal_id HAVING count(*) > 1) AS a
WHERE a.parent_station = renewal.parent_station AND a.renewal_id = renewal.id;
