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

-- A reply whose care team nobody knows lies where what it replies to does.
UPDATE staging_message AS m SET parent_station = o.parent_station, station = o.station, ehr = o.ehr
FROM renewal_message o
WHERE m.import_id = ? AND m.parent_station = '' AND m.reply_to <> '' AND o.message_id = m.reply_to
    AND o.message_id <> '' AND o.patient_key = m.patient_key;

UPDATE staging_message AS m SET parent_station = o.parent_station, station = o.station, ehr = o.ehr
FROM (SELECT DISTINCT thread_id, patient_key, parent_station, station, ehr FROM renewal_message
    WHERE thread_id <> '' AND parent_station <> '' AND is_reply = 0) AS o
WHERE m.import_id = ? AND m.parent_station = '' AND m.is_reply = 1 AND m.thread_id <> ''
    AND o.thread_id = m.thread_id AND o.patient_key = m.patient_key;

-- What was sent from here answers a request, and is none itself.
UPDATE staging_message AS m SET is_reply = 1, answers = 0
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

UPDATE renewal_asking AS a SET parent_station = p.parent_station, ehr = p.ehr
FROM staging_prescription p
WHERE p.import_id = ? AND p.patient_key <> '' AND a.patient_key = p.patient_key
    AND a.prescription_id = p.prescription_id
    AND (a.parent_station = '' OR (a.parent_station = p.parent_station AND a.ehr <> p.ehr))
    AND NOT EXISTS (SELECT 1 FROM prescription own
        WHERE own.parent_station = a.parent_station AND own.ehr = a.ehr
            AND own.prescription_id = a.prescription_id AND own.patient_key = a.patient_key)
    AND NOT EXISTS (SELECT 1 FROM renewal_asking other
        WHERE other.parent_station = p.parent_station AND other.ehr = p.ehr AND other.patient_key = a.patient_key
            AND other.prescription_id = a.prescription_id AND other.way = a.way
            AND other.message_id = a.message_id AND other.asked_at = a.asked_at);

INSERT INTO renewal_message (parent_station, ehr, message_id, patient_key, prescription_id, station,
    recipient_id, recipient_name, sender_name, category, subject, body, sent_at, is_reply, thread_id, reply_to, answers)
SELECT s.parent_station, s.ehr, s.message_id, s.patient_key, s.prescription_id, s.station, s.recipient_id,
    s.recipient_name, s.sender_name, s.category, s.subject, s.body, s.sent_at, s.is_reply, s.thread_id,
    s.reply_to, s.answers
FROM staging_message s
WHERE s.import_id = ? AND s.message_id <> ''
    AND s.seq IN (SELECT min(seq) FROM staging_message WHERE import_id = ? AND message_id <> ''
        GROUP BY parent_station, message_id)
ON CONFLICT (parent_station, message_id) WHERE message_id <> '' DO NOTHING;

-- Without a number of its own a message is known by everything it says.
INSERT INTO renewal_message (parent_station, ehr, message_id, patient_key, prescription_id, station,
    recipient_id, recipient_name, sender_name, category, subject, body, sent_at, is_reply, thread_id, reply_to, answers)
SELECT s.parent_station, s.ehr, s.message_id, s.patient_key, s.prescription_id, s.station, s.recipient_id,
    s.recipient_name, s.sender_name, s.category, s.subject, s.body, s.sent_at, s.is_reply, s.thread_id,
    s.reply_to, s.answers
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

-- A reply belongs to what it replies to, else to the first request of its thread; whichever comes first. Twice: a
-- reply may reply to a reply.
UPDATE renewal_message AS m SET prescription_id = o.prescription_id, ehr = o.ehr
FROM renewal_message o
WHERE m.is_reply = 1 AND m.renewal_id IS NULL AND m.prescription_id = '' AND m.reply_to <> ''
    AND m.patient_key IN (SELECT patient_key FROM staging_message WHERE import_id = ?)
    AND o.message_id = m.reply_to AND o.message_id <> '' AND o.parent_station = m.parent_station
    AND o.patient_key = m.patient_key AND o.prescription_id <> '';

UPDATE renewal_message AS m SET prescription_id = o.prescription_id, ehr = o.ehr
FROM renewal_message o
WHERE m.is_reply = 1 AND m.renewal_id IS NULL AND m.prescription_id = '' AND m.reply_to <> ''
    AND m.patient_key IN (SELECT patient_key FROM staging_message WHERE import_id = ?)
    AND o.message_id = m.reply_to AND o.message_id <> '' AND o.parent_station = m.parent_station
    AND o.patient_key = m.patient_key AND o.prescription_id <> '';

UPDATE renewal_message AS m SET prescription_id = o.prescription_id, ehr = o.ehr
FROM renewal_message o
WHERE m.is_reply = 1 AND m.renewal_id IS NULL AND m.prescription_id = '' AND m.thread_id <> ''
    AND m.patient_key IN (SELECT patient_key FROM staging_message WHERE import_id = ?)
    AND o.parent_station = m.parent_station AND o.id = (SELECT k.id FROM renewal_message k
        WHERE k.thread_id = m.thread_id AND k.parent_station = m.parent_station
            AND k.patient_key = m.patient_key AND k.is_reply = 0 AND k.prescription_id <> ''
        ORDER BY COALESCE(k.sent_at, 0), k.message_id LIMIT 1);

-- It is the Veteran's when it went where the Veteran writes to, or bears the name the Veteran wrote under.
UPDATE renewal_message AS m SET answers = 1
WHERE m.is_reply = 1 AND m.renewal_id IS NULL AND m.answers = 2
    AND m.patient_key IN (SELECT patient_key FROM staging_message WHERE import_id = ?)
    AND (EXISTS (SELECT 1 FROM care_team t
            WHERE t.parent_station = m.parent_station AND t.triage_team_id = m.recipient_id)
        OR EXISTS (SELECT 1 FROM renewal_message o
            WHERE o.parent_station = m.parent_station AND o.patient_key = m.patient_key
                AND o.prescription_id = m.prescription_id AND o.ehr = m.ehr AND o.is_reply = 0
                AND (o.recipient_id = m.recipient_id
                    OR (o.sender_name <> '' AND o.sender_name = m.sender_name))));
