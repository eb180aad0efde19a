-- SPDX-FileCopyrightText: 2026 The Renewal Console authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What goes with an outcome: the order that was approved, the request that stands for a duplicate, what was asked
-- of the Veteran; JSON, empty where there is nothing.
ALTER TABLE renewal ADD COLUMN answer text NOT NULL DEFAULT '';
