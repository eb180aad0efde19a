-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Append-only and chained: see auditHash().
CREATE TABLE audit (
    sequence bigint NOT NULL PRIMARY KEY,
    at bigint NOT NULL,
    actor text NOT NULL,
    action text NOT NULL,
    subject text NOT NULL,
    before_state text NOT NULL DEFAULT '',
    after_state text NOT NULL DEFAULT '',
    note text NOT NULL DEFAULT '',
    previous_hash text NOT NULL,
    hash text NOT NULL
);

CREATE INDEX audit_by_subject ON audit (subject, sequence);

-- The newest entry's number and hash: shows a cut tail, and its row lock puts concurrent writers in a row.
CREATE TABLE audit_head (
    id integer NOT NULL PRIMARY KEY CHECK (id = 1),
    sequence bigint NOT NULL,
    hash text NOT NULL
);

INSERT INTO audit_head (id, sequence, hash)
    VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
