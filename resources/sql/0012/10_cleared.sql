-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- When a renewal stopped waiting: routed or closed. NULL while it waits, and where nobody knows any more.
ALTER TABLE renewal ADD COLUMN cleared_at bigint;

UPDATE renewal SET cleared_at = (SELECT max(b.at) FROM triage_step s JOIN triage_batch b ON b.id = s.batch
        WHERE s.parent_station = renewal.parent_station AND s.renewal_id = renewal.id)
WHERE state IN ('routed', 'closed');

-- What is counted by day and care team is read from these alone, a station at a time. SQLite looks at every
-- column of a condition, so that the state stands in them, too.
CREATE INDEX renewal_waiting_since ON renewal (parent_station, requested_at, ehr, care_team, state)
    WHERE state NOT IN ('routed', 'closed');

CREATE INDEX renewal_ended_since ON renewal (parent_station, requested_at, ehr, routed_to, care_team, state)
    WHERE state IN ('routed', 'closed');

CREATE INDEX renewal_cleared ON renewal (parent_station, cleared_at, requested_at, ehr, routed_to, care_team)
    WHERE cleared_at IS NOT NULL;

CREATE INDEX renewal_cleared_unknown ON renewal (parent_station, ehr, state, cleared_at)
    WHERE state IN ('routed', 'closed') AND cleared_at IS NULL;
