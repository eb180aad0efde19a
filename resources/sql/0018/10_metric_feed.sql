-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- How far each figure that is asked of a service has been taken, and what came of the newest look. A feed whose query
-- changed begins anew.
CREATE TABLE metric_feed (
    key text NOT NULL PRIMARY KEY,
    source text NOT NULL,
    query text NOT NULL,
    polled_until bigint, -- what is older arrived, but for what the source delivers late
    looked_at bigint, -- the newest look
    answered_at bigint, -- the newest that was answered
    problem text NOT NULL DEFAULT '',
    warnings text NOT NULL DEFAULT '' -- a line each
);
