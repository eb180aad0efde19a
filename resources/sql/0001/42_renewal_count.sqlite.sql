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

-- Pending renewals by the UTC day their reply is due (days since 1970): overdue and due today without a count
-- over the queue.
CREATE TABLE renewal_due (
    parent_station text NOT NULL,
    ehr text NOT NULL,
    due_day bigint NOT NULL,
    number bigint NOT NULL,
    PRIMARY KEY (parent_station, ehr, due_day)
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
    INSERT INTO renewal_due (parent_station, ehr, due_day, number)
        SELECT new.parent_station, new.ehr, new.due_at / 86400000, 1 WHERE new.state NOT IN ('routed', 'closed')
        ON CONFLICT (parent_station, ehr, due_day) DO UPDATE SET number = number + 1;
    UPDATE prescriber SET waiting = waiting + 1
        WHERE id = new.prescriber_id AND new.state IN ('needs_routing', 'ready_to_route');
END;

CREATE TRIGGER renewal_count_delete AFTER DELETE ON renewal
WHEN (SELECT paused FROM renewal_upkeep) = 0 BEGIN
    UPDATE renewal_count SET number = number - 1
        WHERE parent_station = old.parent_station AND ehr = old.ehr AND state = old.state;
    UPDATE renewal_due SET number = number - 1
        WHERE parent_station = old.parent_station AND ehr = old.ehr AND due_day = old.due_at / 86400000
            AND old.state NOT IN ('routed', 'closed');
    UPDATE prescriber SET waiting = waiting - 1
        WHERE id = old.prescriber_id AND old.state IN ('needs_routing', 'ready_to_route');
END;

CREATE TRIGGER renewal_count_update AFTER UPDATE OF parent_station, ehr, state, due_at, prescriber_id ON renewal
WHEN (SELECT paused FROM renewal_upkeep) = 0
    AND (old.state <> new.state OR old.prescriber_id IS NOT new.prescriber_id
    OR old.parent_station <> new.parent_station OR old.ehr <> new.ehr OR old.due_at <> new.due_at)
BEGIN
    UPDATE renewal_count SET number = number - 1
        WHERE parent_station = old.parent_station AND ehr = old.ehr AND state = old.state;
    INSERT INTO renewal_count (parent_station, ehr, state, number)
        VALUES (new.parent_station, new.ehr, new.state, 1)
        ON CONFLICT (parent_station, ehr, state) DO UPDATE SET number = number + 1;
    UPDATE renewal_due SET number = number - 1
        WHERE parent_station = old.parent_station AND ehr = old.ehr AND due_day = old.due_at / 86400000
            AND old.state NOT IN ('routed', 'closed');
    INSERT INTO renewal_due (parent_station, ehr, due_day, number)
        SELECT new.parent_station, new.ehr, new.due_at / 86400000, 1 WHERE new.state NOT IN ('routed', 'closed')
        ON CONFLICT (parent_station, ehr, due_day) DO UPDATE SET number = number + 1;
    UPDATE prescriber SET waiting = waiting - 1
        WHERE id = old.prescriber_id AND old.state IN ('needs_routing', 'ready_to_route');
    UPDATE prescriber SET waiting = waiting + 1
        WHERE id = new.prescriber_id AND new.state IN ('needs_routing', 'ready_to_route');
END;
