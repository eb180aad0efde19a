-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- A queue as version 1 wrote it: one patient with three requests, one of them answered; the same at another
-- station and in another record system; requests without a patient.
INSERT INTO renewal (id, parent_station, ehr, state, due_at, patient_key, station, requested_at, prescription_id)
    VALUES (1, '552', 'VISTA', 'needs_routing', 3000, 'P-1', '552', 0, '1'),
    (2, '552', 'VISTA', 'in_review', 2000, 'P-1', '552GA', 0, '2'),
    (3, '552', 'VISTA', 'closed', 1000, 'P-1', '552', 0, '3'),
    (4, '552', 'VISTA', 'ready_to_route', 2500, 'P-2', '552', 0, '4'),
    (5, '553', 'VISTA', 'needs_routing', 2900, 'P-1', '553', 0, '5'),
    (6, '552', 'ORACLE_HEALTH', 'external', 2800, 'P-1', '552', 0, '6'),
    (7, '552', 'VISTA', 'needs_routing', 2700, '', '552', 0, '7'),
    (8, '552', 'VISTA', 'needs_routing', 2600, '', '552', 0, '8');
