-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TABLE station (
    parent_station text NOT NULL,
    station text NOT NULL,
    name text NOT NULL DEFAULT '',
    health_care_system_name text NOT NULL DEFAULT '',
    ehr text NOT NULL,
    time_zone text NOT NULL DEFAULT '',
    PRIMARY KEY (parent_station, station)
);

CREATE TABLE care_team (
    parent_station text NOT NULL,
    triage_team_id bigint NOT NULL,
    station text NOT NULL,
    ehr text NOT NULL,
    name text NOT NULL,
    blocked integer NOT NULL DEFAULT 0,
    preferred integer NOT NULL DEFAULT 0,
    migrating_to_oh integer NOT NULL DEFAULT 0,
    signature_required integer NOT NULL DEFAULT 0,
    relation_type text NOT NULL DEFAULT '',
    lead_provider_name text NOT NULL DEFAULT '',
    location_name text NOT NULL DEFAULT '',
    team_name text NOT NULL DEFAULT '',
    suggested_name_display text NOT NULL DEFAULT '',
    health_care_system_name text NOT NULL DEFAULT '',
    group_type text NOT NULL DEFAULT '',
    sub_group_type text NOT NULL DEFAULT '',
    group_type_display text NOT NULL DEFAULT '',
    sub_group_type_display text NOT NULL DEFAULT '',
    PRIMARY KEY (parent_station, triage_team_id)
);

CREATE INDEX care_team_by_id ON care_team (triage_team_id);
