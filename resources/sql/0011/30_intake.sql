-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- How far each list of the upstream is read. since and next say where the look under way goes on, newest is the
-- youngest record that came; all move in the transaction that stores what they brought.
CREATE TABLE intake_source (
    name text NOT NULL PRIMARY KEY,
    since bigint,
    next text NOT NULL DEFAULT '',
    newest bigint,
    version bigint NOT NULL DEFAULT 1,
    looked_at bigint, -- the last look that came to its end
    taken bigint NOT NULL DEFAULT 0, -- by the look under way, else by the last one
    taken_in_all bigint NOT NULL DEFAULT 0,
    set_aside_in_all bigint NOT NULL DEFAULT 0,
    problem text NOT NULL DEFAULT '', -- why the newest call failed; empty when it did not
    problem_at bigint
);

-- What was taken lately, by its content: looks overlap, so that what arrives late is found.
CREATE TABLE intake_seen (
    source text NOT NULL,
    sha256 text NOT NULL,
    at bigint NOT NULL,
    PRIMARY KEY (source, sha256)
);

CREATE INDEX intake_seen_by_age ON intake_seen (at);

-- Imports of the intake are many and small: lists leave them out, and they are dropped after a month.
ALTER TABLE import ADD COLUMN by_intake integer NOT NULL DEFAULT 0;

CREATE INDEX import_of_intake ON import (finished_at) WHERE by_intake = 1;
