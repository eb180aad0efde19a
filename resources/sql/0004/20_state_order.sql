-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Within a state a patient comes by what waits in that state, not by what else waits for the same patient
-- (app/store/renewalpages.cpp): these take the place of the order by group_due_at there.
DROP INDEX renewal_group_by_state;

DROP INDEX renewal_group_by_station_state;

DROP INDEX renewal_assigned;

CREATE INDEX renewal_by_state ON renewal (state, due_at, parent_station, ehr, patient_key, id)
    WHERE state NOT IN ('routed', 'closed');

CREATE INDEX renewal_by_station_state ON renewal (parent_station, state, due_at, ehr, patient_key, id)
    WHERE state NOT IN ('routed', 'closed');

CREATE INDEX renewal_assigned ON renewal (assignee, due_at, parent_station, ehr, patient_key, id)
    WHERE state = 'in_review' AND assignee <> '';
