-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The care team of one division of a prescriber who works in several; it comes before the general link. Without
-- a team its renewals need routing. Its history is correlation_decision's.
CREATE TABLE correlation_division (
    parent_station text NOT NULL,
    prescriber_id bigint NOT NULL,
    division text NOT NULL,
    care_team bigint,
    decided_by text NOT NULL DEFAULT '',
    PRIMARY KEY (parent_station, prescriber_id, division)
);

CREATE INDEX correlation_division_by_care_team ON correlation_division (parent_station, care_team);
