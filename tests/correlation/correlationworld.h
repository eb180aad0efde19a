// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/correlation/evidenceengine.h"

/// A made-up station for tests of matching: teams that name some of their people, patients that gather in
/// them, prescribers of community care among them. The same seed gives the same station.
renewal::correlation::StationInput madeStation(quint32 seed);

/// The word lists of the project.
renewal::correlation::Lexicon projectLexicon();
/// The weights that come with the program.
renewal::correlation::Weights shippedWeights();
