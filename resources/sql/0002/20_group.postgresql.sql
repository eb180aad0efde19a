-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Keeps group_due_at, once for a statement. A patient without a key is nobody: each such renewal is a group of
-- its own. Statements are made up each time: a plan kept from an import of a million rows would read the whole
-- queue for a single one. Two writers of one station wait for each other, else each would miss the other's rows.
CREATE FUNCTION renewal_group_statements(touched text) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
    SELECT ARRAY[
        format('SELECT pg_advisory_xact_lock(7219, hashtext(s.parent_station))
            FROM (SELECT DISTINCT parent_station FROM (%s) t ORDER BY 1) s', touched),
        format('UPDATE renewal r SET group_due_at = r.due_at FROM (%s) t
            WHERE t.patient_key = %L AND r.patient_key = %L AND r.parent_station = t.parent_station AND r.id = t.id
                AND r.state NOT IN (%L, %L) AND r.group_due_at IS DISTINCT FROM r.due_at',
            touched, '', '', 'routed', 'closed'),
        format('UPDATE renewal r SET group_due_at = g.due FROM (
                SELECT p.parent_station, p.ehr, p.patient_key, min(p.due_at) AS due
                FROM (SELECT DISTINCT parent_station, ehr, patient_key FROM (%s) t WHERE patient_key <> %L) k
                JOIN renewal p ON p.parent_station = k.parent_station AND p.ehr = k.ehr
                    AND p.patient_key = k.patient_key AND p.state NOT IN (%L, %L)
                GROUP BY 1, 2, 3) g
            WHERE r.parent_station = g.parent_station AND r.ehr = g.ehr AND r.patient_key = g.patient_key
                AND r.state NOT IN (%L, %L) AND r.group_due_at IS DISTINCT FROM g.due',
            touched, '', 'routed', 'closed', 'routed', 'closed')]
$$;

CREATE FUNCTION renewal_group_added() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    statement text;
BEGIN
    FOREACH statement IN ARRAY renewal_group_statements('SELECT id, parent_station, ehr, patient_key FROM added
        WHERE state NOT IN (''routed'', ''closed'')') LOOP
        EXECUTE statement;
    END LOOP;
    RETURN NULL;
END
$$;

CREATE FUNCTION renewal_group_removed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    statement text;
BEGIN
    FOREACH statement IN ARRAY renewal_group_statements('SELECT id, parent_station, ehr, patient_key FROM removed
        WHERE state NOT IN (''routed'', ''closed'')') LOOP
        EXECUTE statement;
    END LOOP;
    RETURN NULL;
END
$$;

CREATE FUNCTION renewal_group_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    statement text;
BEGIN
    EXECUTE 'UPDATE renewal r SET group_due_at = NULL FROM added a
        WHERE a.state IN (''routed'', ''closed'') AND a.group_due_at IS NOT NULL
            AND r.parent_station = a.parent_station AND r.id = a.id';
    FOREACH statement IN ARRAY renewal_group_statements('
        (SELECT id, parent_station, ehr, patient_key, due_at FROM added WHERE state NOT IN (''routed'', ''closed'')
        EXCEPT SELECT id, parent_station, ehr, patient_key, due_at FROM removed
            WHERE state NOT IN (''routed'', ''closed''))
        UNION ALL
        (SELECT id, parent_station, ehr, patient_key, due_at FROM removed
            WHERE state NOT IN (''routed'', ''closed'')
        EXCEPT SELECT id, parent_station, ehr, patient_key, due_at FROM added
            WHERE state NOT IN (''routed'', ''closed''))') LOOP
        EXECUTE statement;
    END LOOP;
    RETURN NULL;
END
$$;

CREATE TRIGGER renewal_group_insert AFTER INSERT ON renewal
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT
    WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION renewal_group_added();

CREATE TRIGGER renewal_group_delete AFTER DELETE ON renewal
    REFERENCING OLD TABLE AS removed FOR EACH STATEMENT
    WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION renewal_group_removed();

CREATE TRIGGER renewal_group_update AFTER UPDATE ON renewal
    REFERENCING NEW TABLE AS added OLD TABLE AS removed FOR EACH STATEMENT
    WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION renewal_group_changed();
