-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The end of a patient key stands in every list, so it is found as it stands there. A key of four characters
-- or fewer shows nothing (models/domain maskedKey) and is found as a whole only.
CREATE VIEW renewal_words AS SELECT id, patient_key,
    CASE WHEN length(patient_key) > 4 THEN substr(patient_key, -4) ELSE '' END AS patient_end,
    drug, prescription_number, prescriber_shown, parent_station FROM renewal;

DROP TRIGGER renewal_search_insert;

DROP TRIGGER renewal_search_delete;

DROP TRIGGER renewal_search_update;

DROP TABLE renewal_search;

CREATE VIRTUAL TABLE renewal_search USING fts5 (
    patient_key, patient_end, drug, prescription_number, prescriber_shown, parent_station,
    content = 'renewal_words', content_rowid = 'id', prefix = '2 3 4', detail = column,
    tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER renewal_search_insert AFTER INSERT ON renewal
WHEN (SELECT paused FROM renewal_upkeep) = 0 BEGIN
    INSERT INTO renewal_search (rowid, patient_key, patient_end, drug, prescription_number, prescriber_shown,
            parent_station)
        VALUES (new.id, new.patient_key,
            CASE WHEN length(new.patient_key) > 4 THEN substr(new.patient_key, -4) ELSE '' END, new.drug,
            new.prescription_number, new.prescriber_shown, new.parent_station);
END;

CREATE TRIGGER renewal_search_delete AFTER DELETE ON renewal
WHEN (SELECT paused FROM renewal_upkeep) = 0 BEGIN
    INSERT INTO renewal_search (renewal_search, rowid, patient_key, patient_end, drug, prescription_number,
            prescriber_shown, parent_station)
        VALUES ('delete', old.id, old.patient_key,
            CASE WHEN length(old.patient_key) > 4 THEN substr(old.patient_key, -4) ELSE '' END, old.drug,
            old.prescription_number, old.prescriber_shown, old.parent_station);
END;

CREATE TRIGGER renewal_search_update
AFTER UPDATE OF patient_key, drug, prescription_number, prescriber_shown, parent_station ON renewal
WHEN (SELECT paused FROM renewal_upkeep) = 0
    AND (old.patient_key <> new.patient_key OR old.drug <> new.drug OR old.parent_station <> new.parent_station
    OR old.prescription_number <> new.prescription_number OR old.prescriber_shown <> new.prescriber_shown)
BEGIN
    INSERT INTO renewal_search (renewal_search, rowid, patient_key, patient_end, drug, prescription_number,
            prescriber_shown, parent_station)
        VALUES ('delete', old.id, old.patient_key,
            CASE WHEN length(old.patient_key) > 4 THEN substr(old.patient_key, -4) ELSE '' END, old.drug,
            old.prescription_number, old.prescriber_shown, old.parent_station);
    INSERT INTO renewal_search (rowid, patient_key, patient_end, drug, prescription_number, prescriber_shown,
            parent_station)
        VALUES (new.id, new.patient_key,
            CASE WHEN length(new.patient_key) > 4 THEN substr(new.patient_key, -4) ELSE '' END, new.drug,
            new.prescription_number, new.prescriber_shown, new.parent_station);
END;

INSERT INTO renewal_search (renewal_search) VALUES ('rebuild');
