-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Where an import's records wait until all of its files are read. No keys: rows are only appended, read as a
-- whole and deleted as a whole. seq orders the rows of one import; extract is where extract ids are valid.
CREATE TABLE staging_station (
    import_id bigint NOT NULL,
    seq bigint NOT NULL,
    parent_station text NOT NULL,
    station text NOT NULL,
    name text NOT NULL,
    health_care_system_name text NOT NULL,
    ehr text NOT NULL,
    time_zone text NOT NULL
);

CREATE TABLE staging_prescriber (
    import_id bigint NOT NULL,
    seq bigint NOT NULL,
    extract text NOT NULL,
    extract_id text NOT NULL,
    parent_station text NOT NULL,
    ehr text NOT NULL,
    name_key text NOT NULL,
    station text NOT NULL,
    name_first text NOT NULL,
    name_last text NOT NULL,
    name_display text NOT NULL,
    shown text NOT NULL,
    specialty text NOT NULL,
    npi text NOT NULL,
    division_name text NOT NULL,
    facility_name text NOT NULL
);

CREATE TABLE staging_care_team (
    import_id bigint NOT NULL,
    seq bigint NOT NULL,
    parent_station text NOT NULL,
    triage_team_id bigint NOT NULL,
    station text NOT NULL,
    ehr text NOT NULL,
    name text NOT NULL,
    blocked integer NOT NULL,
    preferred integer NOT NULL,
    migrating_to_oh integer NOT NULL,
    signature_required integer NOT NULL,
    relation_type text NOT NULL,
    lead_provider_name text NOT NULL,
    location_name text NOT NULL,
    team_name text NOT NULL,
    suggested_name_display text NOT NULL,
    health_care_system_name text NOT NULL,
    group_type text NOT NULL,
    sub_group_type text NOT NULL,
    group_type_display text NOT NULL,
    sub_group_type_display text NOT NULL
);

CREATE TABLE staging_patient_team (
    import_id bigint NOT NULL,
    seq bigint NOT NULL,
    patient_key text NOT NULL,
    triage_team_id bigint NOT NULL
);

CREATE TABLE staging_past_route (
    import_id bigint NOT NULL,
    seq bigint NOT NULL,
    extract text NOT NULL,
    patient_key text NOT NULL,
    extract_id text NOT NULL,
    parent_station text NOT NULL,
    station text NOT NULL,
    sent_to bigint NOT NULL,
    rerouted_to bigint NOT NULL
);

CREATE TABLE staging_short (
    import_id bigint NOT NULL,
    seq bigint NOT NULL,
    extract text NOT NULL,
    patient_key text NOT NULL,
    extract_id text NOT NULL,
    parent_station text NOT NULL,
    station text NOT NULL,
    ordered_date text NOT NULL
);

-- Full prescriptions, and whether they ask for a renewal.
CREATE TABLE staging_prescription (
    import_id bigint NOT NULL,
    seq bigint NOT NULL,
    extract text NOT NULL,
    extract_id text NOT NULL,
    parent_station text NOT NULL,
    ehr text NOT NULL,
    prescription_id text NOT NULL,
    patient_key text NOT NULL,
    station text NOT NULL,
    prescription_number text NOT NULL,
    name_key text NOT NULL,
    name_first text NOT NULL,
    name_last text NOT NULL,
    name_display text NOT NULL,
    prescriber_shown text NOT NULL,
    division_name text NOT NULL,
    facility_name text NOT NULL,
    name text NOT NULL,
    disp_status text NOT NULL,
    refill_remaining integer,
    ordered_at bigint,
    expires_at bigint,
    renewal_submitted_at bigint,
    asks_renewal integer NOT NULL,
    document text NOT NULL
);

CREATE TABLE staging_message (
    import_id bigint NOT NULL,
    seq bigint NOT NULL,
    parent_station text NOT NULL,
    ehr text NOT NULL,
    message_id text NOT NULL,
    patient_key text NOT NULL,
    prescription_id text NOT NULL,
    station text NOT NULL,
    recipient_id bigint,
    recipient_name text NOT NULL,
    sender_name text NOT NULL,
    category text NOT NULL,
    subject text NOT NULL,
    body text NOT NULL,
    sent_at bigint,
    is_reply integer NOT NULL
);

CREATE TABLE staging_correlation (
    import_id bigint NOT NULL,
    seq bigint NOT NULL,
    extract text NOT NULL,
    extract_id text NOT NULL,
    parent_station text NOT NULL,
    station text NOT NULL,
    care_team bigint,
    probability double precision NOT NULL,
    status text NOT NULL
);

-- Series, toggles and Flipper features are few: kind and one JSON document.
CREATE TABLE staging_other (
    import_id bigint NOT NULL,
    seq bigint NOT NULL,
    kind text NOT NULL,
    document text NOT NULL
);

-- The requests that an import touches, new or known, and what becomes of each. Both are filled and emptied
-- while the import is applied.
CREATE TABLE staging_request (
    import_id bigint NOT NULL,
    seq bigint NOT NULL,
    parent_station text NOT NULL,
    ehr text NOT NULL,
    patient_key text NOT NULL,
    prescription_id text NOT NULL,
    PRIMARY KEY (import_id, seq)
);

CREATE TABLE staging_renewal (
    import_id bigint NOT NULL,
    seq bigint NOT NULL,
    parent_station text NOT NULL,
    ehr text NOT NULL,
    patient_key text NOT NULL,
    prescription_id text NOT NULL,
    state text NOT NULL,
    state_reason text NOT NULL,
    station text NOT NULL,
    requested_at bigint NOT NULL,
    due_at bigint NOT NULL,
    prescriber_id bigint,
    prescription_number text NOT NULL,
    drug text NOT NULL,
    sig text NOT NULL,
    quantity text NOT NULL,
    refill_remaining integer,
    last_filled_at bigint,
    expires_at bigint,
    prescriber_shown text NOT NULL,
    sent_to bigint,
    care_team bigint,
    care_team_name text NOT NULL,
    care_team_probability double precision,
    rule_version text NOT NULL,
    gate text NOT NULL,
    renewable integer NOT NULL,
    message_id text NOT NULL
);
