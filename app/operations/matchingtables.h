// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/correlation/evidenceengine.h"

namespace renewal::operations {

/// The word lists of matching that come with the program (resources/data).
Result<correlation::Lexicon> loadLexicon();
/// The weights that come with the program.
Result<correlation::Weights> loadWeights();
/// Matching with the word lists and the weights that come with the program.
Result<correlation::EvidenceEngine> loadEngine(const correlation::Policy &policy = {});

} // namespace renewal::operations
