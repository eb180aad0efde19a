-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The word a drug's class goes by (models/domain/drugclass.h): the first of its name.
ALTER TABLE renewal ADD COLUMN drug_word text GENERATED ALWAYS AS (
    lower(substr(drug, 1, instr(replace(replace(drug, ',', ' '), '/', ' ') || ' ', ' ') - 1))) VIRTUAL;
