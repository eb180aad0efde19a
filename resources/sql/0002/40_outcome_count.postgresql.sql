-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Exact counts of closed renewals by how they ended, once for a statement.
CREATE TABLE renewal_outcome (
    parent_station text NOT NULL,
    ehr text NOT NULL,
    outcome text NOT NULL,
    number bigint NOT NULL,
    PRIMARY KEY (parent_station, ehr, outcome)
);

CREATE FUNCTION renewal_outcome_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO renewal_outcome (parent_station, ehr, outcome, number)
        SELECT parent_station, ehr, outcome, count(*) FROM added
            WHERE state = 'closed' AND outcome <> '' GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
        ON CONFLICT (parent_station, ehr, outcome) DO UPDATE SET number = renewal_outcome.number + excluded.number;
    RETURN NULL;
END
$$;

CREATE FUNCTION renewal_outcome_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO renewal_outcome (parent_station, ehr, outcome, number)
        SELECT parent_station, ehr, outcome, -count(*) FROM removed
            WHERE state = 'closed' AND outcome <> '' GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
        ON CONFLICT (parent_station, ehr, outcome) DO UPDATE SET number = renewal_outcome.number + excluded.number;
    RETURN NULL;
END
$$;

CREATE FUNCTION renewal_outcome_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO renewal_outcome (parent_station, ehr, outcome, number)
        SELECT parent_station, ehr, outcome, sum(number) FROM (
            SELECT parent_station, ehr, outcome, 1 AS number FROM added WHERE state = 'closed' AND outcome <> ''
            UNION ALL SELECT parent_station, ehr, outcome, -1 FROM removed
            WHERE state = 'closed' AND outcome <> '') d
        GROUP BY 1, 2, 3 HAVING sum(number) <> 0 ORDER BY 1, 2, 3
        ON CONFLICT (parent_station, ehr, outcome) DO UPDATE SET number = renewal_outcome.number + excluded.number;
    RETURN NULL;
END
$$;

CREATE TRIGGER renewal_outcome_insert AFTER INSERT ON renewal
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION renewal_outcome_added();

CREATE TRIGGER renewal_outcome_delete AFTER DELETE ON renewal
    REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION renewal_outcome_removed();

CREATE TRIGGER renewal_outcome_update AFTER UPDATE ON renewal
    REFERENCING NEW TABLE AS added OLD TABLE AS removed
    FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION renewal_outcome_changed();
