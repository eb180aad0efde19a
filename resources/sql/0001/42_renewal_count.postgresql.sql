-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Exact counts for each view without reading the queue, and each prescriber's waiting renewals. Triggers run
-- once for a statement, so that a set-based import of a million rows updates each counter once; rows are
-- taken in key order, so that two statements never wait for each other in a circle.
CREATE TABLE renewal_count (
    parent_station text NOT NULL,
    ehr text NOT NULL,
    state text NOT NULL,
    number bigint NOT NULL,
    PRIMARY KEY (parent_station, ehr, state)
);

-- Pending renewals by the UTC day their reply is due (days since 1970): overdue and due today without a count
-- over the queue.
CREATE TABLE renewal_due (
    parent_station text NOT NULL,
    ehr text NOT NULL,
    due_day bigint NOT NULL,
    number bigint NOT NULL,
    PRIMARY KEY (parent_station, ehr, due_day)
);

CREATE FUNCTION renewal_count_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO renewal_count (parent_station, ehr, state, number)
        SELECT parent_station, ehr, state, count(*) FROM added GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
        ON CONFLICT (parent_station, ehr, state) DO UPDATE SET number = renewal_count.number + excluded.number;
    INSERT INTO renewal_due (parent_station, ehr, due_day, number)
        SELECT parent_station, ehr, due_at / 86400000, count(*) FROM added
            WHERE state NOT IN ('routed', 'closed') GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
        ON CONFLICT (parent_station, ehr, due_day) DO UPDATE SET number = renewal_due.number + excluded.number;
    UPDATE prescriber p SET waiting = p.waiting + d.number
        FROM (SELECT parent_station, prescriber_id, count(*) AS number FROM added
              WHERE prescriber_id IS NOT NULL AND state IN ('needs_routing', 'ready_to_route')
              GROUP BY 1, 2 ORDER BY 1, 2) d
        WHERE p.parent_station = d.parent_station AND p.id = d.prescriber_id;
    RETURN NULL;
END
$$;

CREATE FUNCTION renewal_count_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO renewal_count (parent_station, ehr, state, number)
        SELECT parent_station, ehr, state, -count(*) FROM removed GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
        ON CONFLICT (parent_station, ehr, state) DO UPDATE SET number = renewal_count.number + excluded.number;
    INSERT INTO renewal_due (parent_station, ehr, due_day, number)
        SELECT parent_station, ehr, due_at / 86400000, -count(*) FROM removed
            WHERE state NOT IN ('routed', 'closed') GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
        ON CONFLICT (parent_station, ehr, due_day) DO UPDATE SET number = renewal_due.number + excluded.number;
    UPDATE prescriber p SET waiting = p.waiting - d.number
        FROM (SELECT parent_station, prescriber_id, count(*) AS number FROM removed
              WHERE prescriber_id IS NOT NULL AND state IN ('needs_routing', 'ready_to_route')
              GROUP BY 1, 2 ORDER BY 1, 2) d
        WHERE p.parent_station = d.parent_station AND p.id = d.prescriber_id;
    RETURN NULL;
END
$$;

CREATE FUNCTION renewal_count_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO renewal_count (parent_station, ehr, state, number)
        SELECT parent_station, ehr, state, sum(number) FROM (
            SELECT parent_station, ehr, state, 1 AS number FROM added
            UNION ALL SELECT parent_station, ehr, state, -1 FROM removed) d
        GROUP BY 1, 2, 3 HAVING sum(number) <> 0 ORDER BY 1, 2, 3
        ON CONFLICT (parent_station, ehr, state) DO UPDATE SET number = renewal_count.number + excluded.number;
    INSERT INTO renewal_due (parent_station, ehr, due_day, number)
        SELECT parent_station, ehr, due_day, sum(number) FROM (
            SELECT parent_station, ehr, due_at / 86400000 AS due_day, 1 AS number FROM added
            WHERE state NOT IN ('routed', 'closed')
            UNION ALL SELECT parent_station, ehr, due_at / 86400000, -1 FROM removed
            WHERE state NOT IN ('routed', 'closed')) d
        GROUP BY 1, 2, 3 HAVING sum(number) <> 0 ORDER BY 1, 2, 3
        ON CONFLICT (parent_station, ehr, due_day) DO UPDATE SET number = renewal_due.number + excluded.number;
    UPDATE prescriber p SET waiting = p.waiting + d.number
        FROM (SELECT parent_station, prescriber_id, sum(number) AS number FROM (
                  SELECT parent_station, prescriber_id, 1 AS number FROM added
                  WHERE prescriber_id IS NOT NULL AND state IN ('needs_routing', 'ready_to_route')
                  UNION ALL SELECT parent_station, prescriber_id, -1 FROM removed
                  WHERE prescriber_id IS NOT NULL AND state IN ('needs_routing', 'ready_to_route')) r
              GROUP BY 1, 2 HAVING sum(number) <> 0 ORDER BY 1, 2) d
        WHERE p.parent_station = d.parent_station AND p.id = d.prescriber_id;
    RETURN NULL;
END
$$;

CREATE TRIGGER renewal_count_insert AFTER INSERT ON renewal
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION renewal_count_added();

CREATE TRIGGER renewal_count_delete AFTER DELETE ON renewal
    REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION renewal_count_removed();

CREATE TRIGGER renewal_count_update AFTER UPDATE ON renewal
    REFERENCING NEW TABLE AS added OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION renewal_count_changed();
