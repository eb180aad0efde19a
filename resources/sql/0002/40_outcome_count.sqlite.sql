-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Exact counts of closed renewals by how they ended.
CREATE TABLE renewal_outcome (
    parent_station text NOT NULL,
    ehr text NOT NULL,
    outcome text NOT NULL,
    number bigint NOT NULL,
    PRIMARY KEY (parent_station, ehr, outcome)
) WITHOUT ROWID;

CREATE TRIGGER renewal_outcome_insert AFTER INSERT ON renewal
WHEN (SELECT paused FROM renewal_upkeep) = 0 AND new.state = 'closed' AND new.outcome <> '' BEGIN
    INSERT INTO renewal_outcome (parent_station, ehr, outcome, number)
        VALUES (new.parent_station, new.ehr, new.outcome, 1)
        ON CONFLICT (parent_station, ehr, outcome) DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER renewal_outcome_delete AFTER DELETE ON renewal
WHEN (SELECT paused FROM renewal_upkeep) = 0 AND old.state = 'closed' AND old.outcome <> '' BEGIN
    UPDATE renewal_outcome SET number = number - 1
        WHERE parent_station = old.parent_station AND ehr = old.ehr AND outcome = old.outcome;
END;

CREATE TRIGGER renewal_outcome_update AFTER UPDATE OF parent_station, ehr, state, outcome ON renewal
WHEN (SELECT paused FROM renewal_upkeep) = 0 AND (old.outcome <> '' OR new.outcome <> '') BEGIN
    UPDATE renewal_outcome SET number = number - 1
        WHERE parent_station = old.parent_station AND ehr = old.ehr AND outcome = old.outcome
            AND old.state = 'closed';
    INSERT INTO renewal_outcome (parent_station, ehr, outcome, number)
        SELECT new.parent_station, new.ehr, new.outcome, 1 WHERE new.state = 'closed' AND new.outcome <> ''
        ON CONFLICT (parent_station, ehr, outcome) DO UPDATE SET number = number + 1;
END;
