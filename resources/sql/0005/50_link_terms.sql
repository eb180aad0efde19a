-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a link rested on, why it ended, why a person decided so, and the link that begins on a later day.
ALTER TABLE correlation ADD COLUMN reason text NOT NULL DEFAULT '';

ALTER TABLE correlation ADD COLUMN team_name text NOT NULL DEFAULT '';

ALTER TABLE correlation ADD COLUMN prescriber_station text NOT NULL DEFAULT '';

ALTER TABLE correlation ADD COLUMN change_kind text NOT NULL DEFAULT '';

ALTER TABLE correlation ADD COLUMN change_before text NOT NULL DEFAULT '';

ALTER TABLE correlation ADD COLUMN change_after text NOT NULL DEFAULT '';

-- A planned link as JSON, and the instant it begins.
ALTER TABLE correlation ADD COLUMN planned text NOT NULL DEFAULT '';

ALTER TABLE correlation ADD COLUMN planned_from bigint;

CREATE INDEX correlation_planned ON correlation (planned_from) WHERE planned_from IS NOT NULL;
