-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Lists sorted by a column (app/store/sortedpages.cpp), either way, and what filters ask for.
CREATE INDEX renewal_by_drug ON renewal (lower(drug), id);

CREATE INDEX renewal_by_number ON renewal (prescription_number, id);

CREATE INDEX renewal_by_last_fill ON renewal (COALESCE(last_filled_at, 0), id);

CREATE INDEX renewal_by_prescriber_name ON renewal (lower(prescriber_shown), id);

CREATE INDEX renewal_by_team_name ON renewal (lower(care_team_name), id);

CREATE INDEX renewal_by_state_id ON renewal (state, id);

CREATE INDEX renewal_by_drug_word ON renewal (drug_word, id);

CREATE INDEX renewal_by_care_team ON renewal (care_team, id);

CREATE INDEX renewal_by_prescriber_id ON renewal (prescriber_id, id);

CREATE INDEX renewal_by_gate ON renewal (gate, id);

CREATE INDEX renewal_by_division ON renewal (station, id);

CREATE INDEX renewal_without_message ON renewal (id) WHERE message_id = '';
