-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What changed, for GET /changes. Numbers come from change_head, not from a sequence, so that they become
-- visible in their own order: a reader that saw 7 will never find a 6 later.
CREATE TABLE change_log (
    sequence bigint NOT NULL PRIMARY KEY,
    kind text NOT NULL,
    subject text NOT NULL
);

CREATE TABLE change_head (
    id integer NOT NULL PRIMARY KEY CHECK (id = 1),
    sequence bigint NOT NULL
);

INSERT INTO change_head (id, sequence) VALUES (1, 0);

-- Answers already given, so that a repeated request has no second effect.
CREATE TABLE idempotency (
    key text NOT NULL PRIMARY KEY,
    request_hash text NOT NULL,
    status integer NOT NULL,
    response text NOT NULL,
    at bigint NOT NULL
);

CREATE INDEX idempotency_by_age ON idempotency (at);
