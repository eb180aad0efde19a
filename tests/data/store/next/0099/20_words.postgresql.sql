-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE prescriber SET specialty = upper(specialty);
