-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What matching learnt from the data at hand; the newest version holds, no row means the program's own.
CREATE TABLE matching_weights (
    version bigint PRIMARY KEY,
    learnt_by text NOT NULL,
    learnt_at bigint NOT NULL,
    stations integer NOT NULL,
    anchors bigint NOT NULL,
    decisions bigint NOT NULL,
    document text NOT NULL
);

-- The other way round than the key: all patients of one care team.
CREATE INDEX patient_team_by_team ON patient_team (parent_station, triage_team_id);
