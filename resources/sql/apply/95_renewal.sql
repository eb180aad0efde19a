-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who was asked for more and wrote again waits for staff, not the other way round.
UPDATE renewal AS r SET state = s.state, state_reason = s.state_reason, version = r.version + 1
FROM staging_renewal s
WHERE s.import_id = ? AND s.has_news = 1 AND r.state = 'returned' AND r.parent_station = s.parent_station
    AND r.ehr = s.ehr AND r.patient_key = s.patient_key AND r.prescription_id = s.prescription_id;

-- One pending request for one prescription. The groups are right for patients who ask for the first time, which
-- spares their triggers the work. Those that a person has in hand keep their state.
INSERT INTO renewal (parent_station, ehr, patient_key, prescription_id, state, state_reason, station,
    requested_at, due_at, prescription_number, drug, sig, quantity, prescriber_shown, care_team_name,
    rule_version, gate, renewable, message_id, prescriber_id, refill_remaining, last_filled_at,
    expires_at, sent_to, care_team, care_team_probability, asked, asked_last, answered_at, group_due_at)
SELECT parent_station, ehr, patient_key, prescription_id, state, state_reason, station, requested_at,
    due_at, prescription_number, drug, sig, quantity, prescriber_shown, care_team_name, rule_version,
    gate, renewable, message_id, prescriber_id, refill_remaining, last_filled_at, expires_at, sent_to,
    care_team, care_team_probability, asked, asked_last, answered_at,
    min(due_at) OVER (PARTITION BY parent_station, ehr, CASE patient_key WHEN '' THEN CAST(seq AS text)
        ELSE patient_key END)
FROM staging_renewal
WHERE import_id = ?
ON CONFLICT (parent_station, ehr, patient_key, prescription_id) WHERE state NOT IN ('routed', 'closed')
DO UPDATE SET version = renewal.version + 1,
    state = CASE WHEN renewal.state IN ('in_review', 'returned') THEN renewal.state ELSE excluded.state END,
    state_reason = CASE WHEN renewal.state IN ('in_review', 'returned') THEN renewal.state_reason
        ELSE excluded.state_reason END,
    station = excluded.station, requested_at = excluded.requested_at, due_at = excluded.due_at,
    prescription_number = excluded.prescription_number, drug = excluded.drug, sig = excluded.sig,
    quantity = excluded.quantity, prescriber_shown = excluded.prescriber_shown,
    care_team_name = excluded.care_team_name, rule_version = excluded.rule_version,
    gate = excluded.gate, renewable = excluded.renewable, message_id = excluded.message_id,
    prescriber_id = excluded.prescriber_id, refill_remaining = excluded.refill_remaining,
    last_filled_at = excluded.last_filled_at, expires_at = excluded.expires_at,
    sent_to = excluded.sent_to, care_team = excluded.care_team,
    care_team_probability = excluded.care_team_probability,
    asked = excluded.asked, asked_last = excluded.asked_last, answered_at = excluded.answered_at
WHERE (renewal.state NOT IN ('in_review', 'returned')
        AND (renewal.state <> excluded.state OR renewal.state_reason <> excluded.state_reason))
    OR renewal.station <> excluded.station
    OR renewal.requested_at <> excluded.requested_at
    OR renewal.due_at <> excluded.due_at
    OR renewal.prescription_number <> excluded.prescription_number
    OR renewal.drug <> excluded.drug
    OR renewal.sig <> excluded.sig
    OR renewal.quantity <> excluded.quantity
    OR renewal.prescriber_shown <> excluded.prescriber_shown
    OR renewal.care_team_name <> excluded.care_team_name
    OR renewal.rule_version <> excluded.rule_version
    OR renewal.gate <> excluded.gate
    OR renewal.renewable <> excluded.renewable
    OR renewal.message_id <> excluded.message_id
    OR COALESCE(renewal.prescriber_id, -1) <> COALESCE(excluded.prescriber_id, -1)
    OR COALESCE(renewal.refill_remaining, -1) <> COALESCE(excluded.refill_remaining, -1)
    OR COALESCE(renewal.last_filled_at, -1) <> COALESCE(excluded.last_filled_at, -1)
    OR COALESCE(renewal.expires_at, -1) <> COALESCE(excluded.expires_at, -1)
    OR COALESCE(renewal.sent_to, -1) <> COALESCE(excluded.sent_to, -1)
    OR COALESCE(renewal.care_team, -1) <> COALESCE(excluded.care_team, -1)
    OR COALESCE(renewal.care_team_probability, -1) <> COALESCE(excluded.care_team_probability, -1)
    OR renewal.asked <> excluded.asked
    OR COALESCE(renewal.asked_last, -1) <> COALESCE(excluded.asked_last, -1)
    OR COALESCE(renewal.answered_at, -1) <> COALESCE(excluded.answered_at, -1);

UPDATE renewal_message AS m SET renewal_id = r.id
FROM staging_renewal s, renewal r
WHERE s.import_id = ? AND r.parent_station = s.parent_station AND r.ehr = s.ehr
    AND r.patient_key = s.patient_key AND r.prescription_id = s.prescription_id
    AND r.state NOT IN ('routed', 'closed')
    AND m.parent_station = s.parent_station AND m.patient_key = s.patient_key
    AND m.prescription_id = s.prescription_id AND m.ehr = s.ehr AND m.renewal_id IS NULL;

UPDATE renewal_asking AS a SET renewal_id = r.id
FROM staging_renewal s, renewal r
WHERE s.import_id = ? AND r.parent_station = s.parent_station AND r.ehr = s.ehr
    AND r.patient_key = s.patient_key AND r.prescription_id = s.prescription_id
    AND r.state NOT IN ('routed', 'closed')
    AND a.parent_station = s.parent_station AND a.patient_key = s.patient_key
    AND a.prescription_id = s.prescription_id AND a.ehr = s.ehr AND a.renewal_id IS NULL;

DELETE FROM staging_renewal WHERE import_id = ?;

DELETE FROM staging_request WHERE import_id = ?;
