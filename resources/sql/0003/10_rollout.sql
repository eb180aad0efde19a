-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- How long a stage must be on before the next; 0: the plan does not say.
ALTER TABLE rollout_stage ADD COLUMN minimum_days integer NOT NULL DEFAULT 0;

-- What is known of effects on other systems, in words.
ALTER TABLE rollout_plan ADD COLUMN downstream text NOT NULL DEFAULT '';

-- The word of each discipline for one stage. A word taken back stays as a row, so that an import does not
-- give it again.
CREATE TABLE rollout_sign_off (
    toggle text NOT NULL,
    stage text NOT NULL,
    discipline text NOT NULL,
    given integer NOT NULL,
    given_by text NOT NULL DEFAULT '',
    given_at bigint,
    note text NOT NULL DEFAULT '',
    PRIMARY KEY (toggle, stage, discipline),
    CHECK (given IN (0, 1))
);

CREATE TABLE rollout_incident (
    toggle text NOT NULL REFERENCES rollout_plan (toggle) ON DELETE CASCADE,
    position integer NOT NULL,
    at bigint NOT NULL,
    severity text NOT NULL,
    description text NOT NULL,
    resolution text NOT NULL DEFAULT '',
    PRIMARY KEY (toggle, position)
);
