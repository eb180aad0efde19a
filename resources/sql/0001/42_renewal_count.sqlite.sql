-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Exact counts for each view without reading the queue, and each prescriber's waiting renewals.
CREATE TABLE renewal_count (
    parent_station text NOT NULL,
    ehr text NOT NULL,
    state text NOT NULL,
    number bigint NOT NULL,
    PRIMARY KEY (parent_station, ehr, state)
) WITHOUT ROWID;

-- A large import pauses these triggers and those of the search index, and makes up for it at once in its own
-- transaction (app/store/renewalload.h).
CREATE TABLE renewal_upkeep (paused integer NOT NULL);

INSERT INTO renewal_upkeep (paused) VALUES (0);

CREATE TRIGGER renewal_count_insert AFTER INSERT ON renewal
WHEN (SELECT paused FROM renewal_upkeep) = 0 BEGIN
    INSERT INTO renewal_count (parent_station, ehr, state, number)
        VALUES (new.parent_station, new.ehr, new.state, 1)
        ON CONFLICT (parent_station, ehr, state) DO UPDATE SET number = number + 1;
    UPDATE prescriber SET waiting = waiting + 1
        WHERE id = new.prescriber_id AND new.state IN ('needs_routing', 'ready_to_route');
END;

CREATE TRIGGER renewal_count_delete AFTER DELETE ON renewal
WHEN (SELECT paused FROM renewal_upkeep) = 0 BEGIN
    UPDATE renewal_count SET number = number - 1
        WHERE parent_station = old.parent_station AND ehr = old.ehr AND state = old.state;
    UPDATE prescriber SET waiting = waiting - 1
        WHERE id = old.prescriber_id AND old.state IN ('needs_routing', 'ready_to_route');
END;

CREATE TRIGGER renewal_count_update AFTER UPDATE OF parent_station, ehr, state, prescriber_id ON renewal
WHEN (SELECT paused FROM renewal_upkeep) = 0
    AND (old.state <> new.state OR old.prescriber_id IS NOT new.prescriber_id
    OR old.parent_station <> new.parent_station OR old.ehr <> new.ehr)
BEGIN
    UPDATE renewal_count SET number = number - 1
        WHERE parent_station = old.parent_station AND ehr = old.ehr AND state = old.state;
    INSERT INTO renewal_count (parent_station, ehr, state, number)
        VALUES (new.parent_station, new.ehr, new.state, 1)
        ON CONFLICT (parent_station, ehr, state) DO UPDATE SET number = number + 1;
    UPDATE prescriber SET waiting = waiting - 1
        WHERE id = old.prescriber_id AND old.state IN ('needs_routing', 'ready_to_route');
    UPDATE prescriber SET waiting = waiting + 1
        WHERE id = new.prescriber_id AND new.state IN ('needs_routing', 'ready_to_route');
END;
