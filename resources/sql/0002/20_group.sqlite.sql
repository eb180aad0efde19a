-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Keeps group_due_at. A patient without a key is nobody: each such renewal is a group of its own.
CREATE TRIGGER renewal_group_insert AFTER INSERT ON renewal
WHEN (SELECT paused FROM renewal_upkeep) = 0 AND new.state NOT IN ('routed', 'closed') BEGIN
    UPDATE renewal SET group_due_at = new.due_at WHERE id = new.id AND new.patient_key = '';
    UPDATE renewal SET group_due_at = (SELECT min(g.due_at) FROM renewal g
            WHERE g.parent_station = new.parent_station AND g.ehr = new.ehr AND g.patient_key = new.patient_key
                AND g.state NOT IN ('routed', 'closed'))
        WHERE new.patient_key <> '' AND parent_station = new.parent_station AND ehr = new.ehr
            AND patient_key = new.patient_key AND state NOT IN ('routed', 'closed')
            AND (group_due_at IS NULL OR group_due_at <> (SELECT min(g.due_at) FROM renewal g
                WHERE g.parent_station = new.parent_station AND g.ehr = new.ehr
                    AND g.patient_key = new.patient_key AND g.state NOT IN ('routed', 'closed')));
END;

CREATE TRIGGER renewal_group_delete AFTER DELETE ON renewal
WHEN (SELECT paused FROM renewal_upkeep) = 0 AND old.state NOT IN ('routed', 'closed') AND old.patient_key <> ''
BEGIN
    UPDATE renewal SET group_due_at = (SELECT min(g.due_at) FROM renewal g
            WHERE g.parent_station = old.parent_station AND g.ehr = old.ehr AND g.patient_key = old.patient_key
                AND g.state NOT IN ('routed', 'closed'))
        WHERE parent_station = old.parent_station AND ehr = old.ehr AND patient_key = old.patient_key
            AND state NOT IN ('routed', 'closed') AND group_due_at = old.due_at;
END;

CREATE TRIGGER renewal_group_update AFTER UPDATE OF parent_station, ehr, patient_key, state, due_at ON renewal
WHEN (SELECT paused FROM renewal_upkeep) = 0
    AND (old.parent_station <> new.parent_station OR old.ehr <> new.ehr OR old.patient_key <> new.patient_key
    OR old.due_at <> new.due_at
    OR (old.state IN ('routed', 'closed')) <> (new.state IN ('routed', 'closed')))
BEGIN
    UPDATE renewal SET group_due_at = NULL WHERE id = new.id AND new.state IN ('routed', 'closed');
    UPDATE renewal SET group_due_at = new.due_at
        WHERE id = new.id AND new.patient_key = '' AND new.state NOT IN ('routed', 'closed');
    UPDATE renewal SET group_due_at = (SELECT min(g.due_at) FROM renewal g
            WHERE g.parent_station = old.parent_station AND g.ehr = old.ehr AND g.patient_key = old.patient_key
                AND g.state NOT IN ('routed', 'closed'))
        WHERE old.patient_key <> '' AND parent_station = old.parent_station AND ehr = old.ehr
            AND patient_key = old.patient_key AND state NOT IN ('routed', 'closed')
            AND (group_due_at IS NULL OR group_due_at <> (SELECT min(g.due_at) FROM renewal g
                WHERE g.parent_station = old.parent_station AND g.ehr = old.ehr
                    AND g.patient_key = old.patient_key AND g.state NOT IN ('routed', 'closed')));
    UPDATE renewal SET group_due_at = (SELECT min(g.due_at) FROM renewal g
            WHERE g.parent_station = new.parent_station AND g.ehr = new.ehr AND g.patient_key = new.patient_key
                AND g.state NOT IN ('routed', 'closed'))
        WHERE new.patient_key <> '' AND parent_station = new.parent_station AND ehr = new.ehr
            AND patient_key = new.patient_key AND state NOT IN ('routed', 'closed')
            AND (group_due_at IS NULL OR group_due_at <> (SELECT min(g.due_at) FROM renewal g
                WHERE g.parent_station = new.parent_station AND g.ehr = new.ehr
                    AND g.patient_key = new.patient_key AND g.state NOT IN ('routed', 'closed')));
END;
