-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO care_team (parent_station, triage_team_id, station, ehr, name, blocked, preferred,
    migrating_to_oh, signature_required, relation_type, lead_provider_name, location_name, team_name,
    suggested_name_display, health_care_system_name, group_type, sub_group_type, group_type_display,
    sub_group_type_display)
SELECT parent_station, triage_team_id, station, ehr, name, blocked, preferred, migrating_to_oh,
    signature_required, relation_type, lead_provider_name, location_name, team_name,
    suggested_name_display, health_care_system_name, group_type, sub_group_type, group_type_display,
    sub_group_type_display
FROM staging_care_team
WHERE import_id = ?
    AND seq IN (SELECT max(seq) FROM staging_care_team WHERE import_id = ?
        GROUP BY parent_station, triage_team_id)
ON CONFLICT (parent_station, triage_team_id) DO UPDATE SET
    station = excluded.station, ehr = excluded.ehr, name = excluded.name, blocked = excluded.blocked,
    preferred = excluded.preferred, migrating_to_oh = excluded.migrating_to_oh,
    signature_required = excluded.signature_required, relation_type = excluded.relation_type,
    lead_provider_name = excluded.lead_provider_name, location_name = excluded.location_name,
    team_name = excluded.team_name, suggested_name_display = excluded.suggested_name_display,
    health_care_system_name = excluded.health_care_system_name, group_type = excluded.group_type,
    sub_group_type = excluded.sub_group_type, group_type_display = excluded.group_type_display,
    sub_group_type_display = excluded.sub_group_type_display
WHERE care_team.station <> excluded.station
    OR care_team.ehr <> excluded.ehr
    OR care_team.name <> excluded.name
    OR care_team.blocked <> excluded.blocked
    OR care_team.preferred <> excluded.preferred
    OR care_team.migrating_to_oh <> excluded.migrating_to_oh
    OR care_team.signature_required <> excluded.signature_required
    OR care_team.relation_type <> excluded.relation_type
    OR care_team.lead_provider_name <> excluded.lead_provider_name
    OR care_team.location_name <> excluded.location_name
    OR care_team.team_name <> excluded.team_name
    OR care_team.suggested_name_display <> excluded.suggested_name_display
    OR care_team.health_care_system_name <> excluded.health_care_system_name
    OR care_team.group_type <> excluded.group_type
    OR care_team.sub_group_type <> excluded.sub_group_type
    OR care_team.group_type_display <> excluded.group_type_display
    OR care_team.sub_group_type_display <> excluded.sub_group_type_display;
