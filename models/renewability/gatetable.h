// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/renewability/verdict.h"

#include <cstddef>

namespace renewal::renewability {

/// How one gate came out.
enum class GateState
{
    Passed,
    Failed,
    Open, ///< the delivered data, or the rule's own text, do not say
};

/// A gate of a rule written as a row of a table: its word, what the facts say, and the sentence for it.
template <class Facts>
struct GateRow
{
    const char *gate;
    GateState (*state)(const Facts &);
    QString (*text)(const Facts &, GateState);
};

inline GateState passedIf(bool condition)
{
    return condition ? GateState::Passed : GateState::Failed;
}

/// Works out every gate in order, so that a reader sees all of them. The first one that does not pass
/// decides: `verdict.gate`, `verdict.renewable` and `verdict.text` are its own. When all pass, `renewable`
/// is true and the caller says so in words. An open gate leaves the answer open, with the word "unspecified".
template <class Facts, std::size_t N>
Verdict walkGates(const GateRow<Facts> (&table)[N], const Facts &facts, RuleVersion version)
{
    Verdict verdict;
    verdict.ruleVersion = version;
    bool decided = false;
    for (const auto &row : table) {
        const GateState state = row.state(facts);
        const bool open = state == GateState::Open;
        verdict.gates.append(
            {QString::fromLatin1(row.gate), state == GateState::Passed, row.text(facts, state), !open});
        if (state == GateState::Passed || decided)
            continue;
        decided = true;
        verdict.gate = open ? QStringLiteral("unspecified") : QString::fromLatin1(row.gate);
        verdict.renewable = open ? std::nullopt : std::optional(false);
        verdict.text = verdict.gates.constLast().text;
    }
    if (!decided)
        verdict.renewable = true;
    return verdict;
}

} // namespace renewal::renewability
