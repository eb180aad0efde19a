-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Rows as version 1 wrote them, one or more of each kind.
INSERT INTO station (parent_station, station, name, ehr) VALUES ('552', '552', 'Dayton', 'VISTA'),
    ('552', '552GA', 'Middletown', 'VISTA'), ('556', '556', 'North Chicago', 'ORACLE_HEALTH');

INSERT INTO care_team (parent_station, triage_team_id, station, ehr, name, lead_provider_name)
    VALUES ('552', 7001, '552', 'VISTA', '** DAYTON: Primary Care, Okafor', 'Okafor, Chidi');

INSERT INTO prescriber (id, parent_station, ehr, name_key, station, name_first, name_last, shown, specialty)
    VALUES (1, '552', 'VISTA', 'OKAFOR CHIDI', '552', 'CHIDI', 'OKAFOR', 'Okafor, Chidi', 'Internal Medicine');

INSERT INTO prescriber_source (parent_station, extract, extract_id, prescriber_id)
    VALUES ('552', 'march', 'D17', 1);

INSERT INTO prescribed (parent_station, prescriber_id, patient_key, station, first_ordered, last_ordered, number)
    VALUES ('552', 1, 'P-1', '552', '2025-01-02', '2026-01-02', 3);

INSERT INTO renewal (id, parent_station, ehr, state, due_at, prescriber_id, patient_key, station, requested_at,
    prescription_id, drug, prescriber_shown)
    VALUES (1, '552', 'VISTA', 'needs_routing', 1772452800000, 1, 'P-1', '552', 1772193600000, '17',
    'LISINOPRIL 10MG TAB', 'Okafor, Chidi'),
    (2, '552', 'VISTA', 'closed', 1772452800000, 1, 'P-2', '552', 1772193600000, '18', 'LISINOPRIL 10MG TAB',
    'Okafor, Chidi');

INSERT INTO correlation (id, parent_station, ehr, prescriber_id, status, care_team, probability, decided_by)
    VALUES (1, '552', 'VISTA', 1, 'manual', 7001, 0.9, 'ann');

INSERT INTO metric_series (id, key, title) VALUES (1, 'message_send_errors', 'Send errors');

INSERT INTO metric_point (series_id, at, value) VALUES (1, 1772452800000, 2.5), (1, 1772456400000, NULL);
