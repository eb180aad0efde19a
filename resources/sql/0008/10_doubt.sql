-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Since when a message may be there without our knowing: from then on it is waited for, not from the attempt, whose
-- time another computer's clock may have told. How many looks brought no answer since the newest attempt, and how
-- often it was sent again by itself.
ALTER TABLE outbox ADD COLUMN doubted_at bigint;

ALTER TABLE outbox ADD COLUMN looks bigint NOT NULL DEFAULT 0;

ALTER TABLE outbox ADD COLUMN resends bigint NOT NULL DEFAULT 0;

-- What waits for a person since before messages were sent from here is many, and apart.
CREATE INDEX outbox_routed_earlier ON outbox (id) WHERE state = 'dead_letter' AND code = 'routed_earlier';
