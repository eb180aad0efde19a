-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- A message says little about where its prescription lives: take it from the prescription of the same known
-- patient, first at the station of the care team it was sent to, else where there is only one; else from that
-- care team. A prescription number alone says nothing across stations.
UPDATE staging_message AS m SET parent_station = p.parent_station, station = p.station, ehr = p.ehr
FROM prescription p
JOIN care_team t ON t.parent_station = p.parent_station
WHERE m.import_id = ? AND m.parent_station = '' AND m.prescription_id <> '' AND m.patient_key <> ''
    AND t.triage_team_id = m.recipient_id
    AND p.prescription_id = m.prescription_id AND p.patient_key = m.patient_key;

UPDATE staging_message AS m SET parent_station = p.parent_station, station = p.station, ehr = p.ehr
FROM (SELECT prescription_id, patient_key, min(parent_station) AS parent_station, min(station) AS station,
        min(ehr) AS ehr
    FROM prescription
    WHERE (prescription_id, patient_key) IN (SELECT prescription_id, patient_key FROM staging_message
        WHERE import_id = ? AND parent_station = '' AND prescription_id <> '' AND patient_key <> '')
    GROUP BY prescription_id, patient_key HAVING min(parent_station) = max(parent_station)) AS p
WHERE m.import_id = ? AND m.parent_station = '' AND m.patient_key <> ''
    AND p.prescription_id = m.prescription_id AND p.patient_key = m.patient_key;

UPDATE staging_message AS m SET parent_station = t.parent_station, station = t.station, ehr = t.ehr
FROM care_team t
WHERE m.import_id = ? AND m.parent_station = '' AND t.triage_team_id = m.recipient_id;

UPDATE staging_message AS m SET ehr = t.ehr
FROM care_team t
WHERE m.import_id = ? AND t.parent_station = m.parent_station AND t.triage_team_id = m.recipient_id
    AND t.ehr <> m.ehr;

UPDATE staging_message AS m SET ehr = p.ehr, station = p.station
FROM prescription p
WHERE m.import_id = ? AND m.prescription_id <> '' AND p.parent_station = m.parent_station
    AND p.ehr IN ('VISTA', 'ORACLE_HEALTH')
    AND p.prescription_id = m.prescription_id AND p.patient_key = m.patient_key;

-- What was sent from here answers a request, and is none itself.
UPDATE staging_message AS m SET is_reply = 1
WHERE m.import_id = ? AND m.message_id <> '' AND EXISTS (SELECT 1 FROM outbox o
    WHERE o.parent_station = m.parent_station AND o.message_id = m.message_id);

-- A request that came before its prescription stands where it was guessed to belong: move it.
UPDATE renewal AS r SET parent_station = p.parent_station, ehr = p.ehr, station = p.station, version = r.version + 1
FROM staging_prescription p
WHERE p.import_id = ? AND p.patient_key <> '' AND r.patient_key = p.patient_key
    AND r.prescription_id = p.prescription_id AND r.state NOT IN ('routed', 'closed')
    AND (r.parent_station = '' OR (r.parent_station = p.parent_station AND r.ehr <> p.ehr))
    AND NOT EXISTS (SELECT 1 FROM prescription own
        WHERE own.parent_station = r.parent_station AND own.ehr = r.ehr
            AND own.prescription_id = r.prescription_id AND own.patient_key = r.patient_key)
    -- Two guesses for one request: the first moves, the other stays where it was guessed.
    AND NOT EXISTS (SELECT 1 FROM renewal twin
        WHERE twin.id < r.id AND twin.patient_key = r.patient_key AND twin.prescription_id = r.prescription_id
            AND twin.state NOT IN ('routed', 'closed')
            AND (twin.parent_station = '' OR (twin.parent_station = p.parent_station AND twin.ehr <> p.ehr)))
    AND NOT EXISTS (SELECT 1 FROM renewal other
        WHERE other.parent_station = p.parent_station AND other.ehr = p.ehr
            AND other.patient_key = p.patient_key AND other.prescription_id = p.prescription_id
            AND other.state NOT IN ('routed', 'closed'));

UPDATE renewal_message AS m SET parent_station = p.parent_station, ehr = p.ehr, station = p.station
FROM staging_prescription p
WHERE p.import_id = ? AND p.patient_key <> '' AND m.patient_key = p.patient_key
    AND m.prescription_id = p.prescription_id
    AND (m.parent_station = '' OR (m.parent_station = p.parent_station AND m.ehr <> p.ehr))
    AND NOT EXISTS (SELECT 1 FROM prescription own
        WHERE own.parent_station = m.parent_station AND own.ehr = m.ehr
            AND own.prescription_id = m.prescription_id AND own.patient_key = m.patient_key)
    AND NOT EXISTS (SELECT 1 FROM renewal_message other
        WHERE other.parent_station = p.parent_station AND other.message_id = m.message_id
            AND other.message_id <> '' AND other.id <> m.id);

INSERT INTO renewal_message (parent_station, ehr, message_id, patient_key, prescription_id, station,
    recipient_id, recipient_name, sender_name, category, subject, body, sent_at, is_reply)
SELECT s.parent_station, s.ehr, s.message_id, s.patient_key, s.prescription_id, s.station, s.recipient_id,
    s.recipient_name, s.sender_name, s.category, s.subject, s.body, s.sent_at, s.is_reply
FROM staging_message s
WHERE s.import_id = ? AND s.message_id <> ''
    AND s.seq IN (SELECT min(seq) FROM staging_message WHERE import_id = ? AND message_id <> ''
        GROUP BY parent_station, message_id)
ON CONFLICT (parent_station, message_id) WHERE message_id <> '' DO NOTHING;

-- Without a number of its own a message is known by everything it says.
INSERT INTO renewal_message (parent_station, ehr, message_id, patient_key, prescription_id, station,
    recipient_id, recipient_name, sender_name, category, subject, body, sent_at, is_reply)
SELECT s.parent_station, s.ehr, s.message_id, s.patient_key, s.prescription_id, s.station, s.recipient_id,
    s.recipient_name, s.sender_name, s.category, s.subject, s.body, s.sent_at, s.is_reply
FROM staging_message s
WHERE s.import_id = ? AND s.message_id = ''
    AND s.seq IN (SELECT min(seq) FROM staging_message WHERE import_id = ? AND message_id = ''
        GROUP BY parent_station, ehr, patient_key, prescription_id, recipient_id, sent_at, subject, body)
    AND NOT EXISTS (SELECT 1 FROM renewal_message k
        WHERE k.parent_station = s.parent_station AND k.patient_key = s.patient_key
            AND k.prescription_id = s.prescription_id AND k.ehr = s.ehr AND k.message_id = ''
            AND COALESCE(k.recipient_id, 0) = COALESCE(s.recipient_id, 0)
            AND COALESCE(k.sent_at, 0) = COALESCE(s.sent_at, 0)
            AND k.subject = s.subject AND k.body = s.body);
