-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- From where on matching links alone; the newest version holds, no row means the program's own.
CREATE TABLE matching_threshold (
    version bigint PRIMARY KEY,
    probability double precision NOT NULL,
    margin_bits double precision NOT NULL,
    set_by text NOT NULL,
    set_at bigint NOT NULL,
    reason text NOT NULL
);

-- The probability of the second candidate, so that the margin is known without reading the list; 0 until the
-- next matching.
ALTER TABLE candidate_set ADD COLUMN second_probability double precision NOT NULL DEFAULT 0;
