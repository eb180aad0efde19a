-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The parent station is the team's; ties to teams not known yet wait under '' and move when the team arrives.
INSERT INTO patient_team (parent_station, patient_key, triage_team_id)
SELECT DISTINCT COALESCE(t.parent_station, ''), s.patient_key, s.triage_team_id
FROM staging_patient_team s
LEFT JOIN care_team t ON t.triage_team_id = s.triage_team_id
WHERE s.import_id = ?
ON CONFLICT (parent_station, patient_key, triage_team_id) DO NOTHING;

INSERT INTO patient_team (parent_station, patient_key, triage_team_id)
SELECT t.parent_station, p.patient_key, p.triage_team_id
FROM patient_team p
JOIN care_team t ON t.triage_team_id = p.triage_team_id
WHERE p.parent_station = '' AND t.parent_station <> ''
ON CONFLICT (parent_station, patient_key, triage_team_id) DO NOTHING;

DELETE FROM patient_team
WHERE parent_station = '' AND triage_team_id IN (SELECT triage_team_id FROM care_team WHERE parent_station <> '');
