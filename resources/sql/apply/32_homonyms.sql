-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many ids one extract uses for one name: above 1, two people share it.
UPDATE prescriber SET homonyms = COALESCE((
    SELECT max(n) FROM (SELECT count(*) AS n FROM prescriber_source k
        WHERE k.parent_station = prescriber.parent_station AND k.prescriber_id = prescriber.id
        GROUP BY k.extract) AS counted), 1)
WHERE parent_station IN (
        SELECT parent_station FROM staging_prescriber WHERE import_id = ?
        UNION SELECT parent_station FROM staging_prescription WHERE import_id = ? AND extract_id <> '')
    AND homonyms <> COALESCE((
        SELECT max(n) FROM (SELECT count(*) AS n FROM prescriber_source k
            WHERE k.parent_station = prescriber.parent_station AND k.prescriber_id = prescriber.id
            GROUP BY k.extract) AS counted), 1);
