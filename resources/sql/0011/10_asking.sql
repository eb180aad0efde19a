-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- How often a renewal was asked for, when last, and when the Veteran last answered in its thread.
ALTER TABLE renewal ADD COLUMN asked bigint NOT NULL DEFAULT 1;

ALTER TABLE renewal ADD COLUMN asked_last bigint;

ALTER TABLE renewal ADD COLUMN answered_at bigint;

-- Each asking, by a message or by the prescription's own record; asked_at is 0 when it was not told. It belongs to a
-- renewal like a message does, and to none before there is one. A record keeps only its newest time, hence the table.
CREATE TABLE renewal_asking (
    parent_station text NOT NULL,
    ehr text NOT NULL,
    patient_key text NOT NULL,
    prescription_id text NOT NULL,
    way text NOT NULL,
    message_id text NOT NULL DEFAULT '',
    asked_at bigint NOT NULL,
    renewal_id bigint,
    PRIMARY KEY (parent_station, patient_key, prescription_id, ehr, way, message_id, asked_at),
    CHECK (way IN ('message', 'prescription'))
);

CREATE INDEX renewal_asking_by_renewal ON renewal_asking (parent_station, renewal_id);

-- Where a reply belongs, and whose it is: 0 none or of staff, 1 the Veteran's answer, 2 not known yet.
ALTER TABLE renewal_message ADD COLUMN thread_id text NOT NULL DEFAULT '';

ALTER TABLE renewal_message ADD COLUMN reply_to text NOT NULL DEFAULT '';

ALTER TABLE renewal_message ADD COLUMN answers integer NOT NULL DEFAULT 0;

CREATE INDEX renewal_message_by_thread ON renewal_message (thread_id) WHERE thread_id <> '';

CREATE INDEX renewal_message_by_number ON renewal_message (message_id) WHERE message_id <> '';

CREATE INDEX renewal_message_open_reply ON renewal_message (patient_key) WHERE is_reply = 1 AND renewal_id IS NULL;

-- Of two deliveries of one prescription the one that was changed later counts, whichever comes first.
ALTER TABLE prescription ADD COLUMN modified_at bigint;

ALTER TABLE staging_prescription ADD COLUMN modified_at bigint;

ALTER TABLE staging_message ADD COLUMN thread_id text NOT NULL DEFAULT '';

ALTER TABLE staging_message ADD COLUMN reply_to text NOT NULL DEFAULT '';

ALTER TABLE staging_message ADD COLUMN answers integer NOT NULL DEFAULT 0;

ALTER TABLE staging_renewal ADD COLUMN asked bigint NOT NULL DEFAULT 1;

ALTER TABLE staging_renewal ADD COLUMN asked_last bigint;

ALTER TABLE staging_renewal ADD COLUMN answered_at bigint;

ALTER TABLE staging_renewal ADD COLUMN has_news integer NOT NULL DEFAULT 0;
