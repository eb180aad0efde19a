-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The end of a patient key stands in every list, so it is found as it stands there. A key of four characters
-- or fewer shows nothing (models/domain maskedKey) and is found as a whole only.
ALTER TABLE renewal DROP COLUMN search;

ALTER TABLE renewal ADD COLUMN search tsvector GENERATED ALWAYS AS (search_words(
    patient_key || ' ' || CASE WHEN length(patient_key) > 4 THEN right(patient_key, 4) ELSE '' END || ' ' ||
    drug || ' ' || prescription_number || ' ' || prescriber_shown)) STORED;

CREATE INDEX renewal_search ON renewal USING gin (search);
