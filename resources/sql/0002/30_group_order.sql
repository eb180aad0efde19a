-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The groups of what waits already.
UPDATE renewal SET group_due_at = g.due
FROM (SELECT parent_station, ehr, patient_key, min(due_at) AS due FROM renewal
    WHERE state NOT IN ('routed', 'closed') GROUP BY parent_station, ehr, patient_key) g
WHERE renewal.parent_station = g.parent_station AND renewal.ehr = g.ehr AND renewal.patient_key = g.patient_key
    AND renewal.patient_key <> '' AND renewal.state NOT IN ('routed', 'closed');

UPDATE renewal SET group_due_at = due_at WHERE patient_key = '' AND state NOT IN ('routed', 'closed');

-- Pages of the views: whoever waits for the earliest reply first, and with it all that is asked for the same
-- patient. These take the place of the order by reply due alone, which counting still uses.
DROP INDEX renewal_by_state;

DROP INDEX renewal_by_station_state;

DROP INDEX renewal_pending;

CREATE INDEX renewal_pending ON renewal (due_at, id, ehr, group_due_at, parent_station, patient_key)
    WHERE state NOT IN ('routed', 'closed');

DROP INDEX renewal_pending_by_station;

CREATE INDEX renewal_pending_by_station ON renewal (parent_station, due_at, id, ehr, group_due_at, patient_key)
    WHERE state NOT IN ('routed', 'closed');

CREATE INDEX renewal_group ON renewal (group_due_at, parent_station, ehr, patient_key, due_at, id)
    WHERE state NOT IN ('routed', 'closed');

CREATE INDEX renewal_group_by_station ON renewal (parent_station, group_due_at, ehr, patient_key, due_at, id)
    WHERE state NOT IN ('routed', 'closed');

CREATE INDEX renewal_group_by_state ON renewal
    (state, group_due_at, parent_station, ehr, patient_key, due_at, id)
    WHERE state NOT IN ('routed', 'closed');

CREATE INDEX renewal_group_by_station_state ON renewal
    (parent_station, state, group_due_at, ehr, patient_key, due_at, id)
    WHERE state NOT IN ('routed', 'closed');

CREATE INDEX renewal_assigned ON renewal
    (assignee, group_due_at, parent_station, ehr, patient_key, due_at, id)
    WHERE state = 'in_review' AND assignee <> '';

-- What waits no longer, by reply due.
CREATE INDEX renewal_routed ON renewal (due_at, id, ehr) WHERE state = 'routed';

CREATE INDEX renewal_routed_by_station ON renewal (parent_station, due_at, id, ehr) WHERE state = 'routed';

CREATE INDEX renewal_denied ON renewal (due_at, id, ehr) WHERE state = 'closed' AND outcome = 'denied';

CREATE INDEX renewal_denied_by_station ON renewal (parent_station, due_at, id, ehr)
    WHERE state = 'closed' AND outcome = 'denied';
