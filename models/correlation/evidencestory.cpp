// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/evidencestory.h"

#include "models/correlation/fitevidence.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace renewal::correlation {

using namespace Qt::StringLiterals;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Correlation)
};

/// Less than what is shown with one decimal.
constexpr double negligible = 0.05;
/// A certain candidate would have endless odds.
constexpr double almostCertain = 1e-6;

double bitsOfProbability(double probability)
{
    const double p = std::clamp(probability, almostCertain, 1 - almostCertain);
    return std::log2(p / (1 - p));
}

bool startsSomewhere(const QVector<Evidence> &evidence)
{
    return std::ranges::any_of(evidence, [](const Evidence &piece) { return piece.kind == u"prior"; });
}

QString restText(const CandidateSet &set, bool hasStart, double rest)
{
    const int others = static_cast<int>(set.candidates.size()) - 1;
    if (hasStart && others > 0 && rest < 0)
        return Texts::tr("%n other care team(s) may be right instead.", nullptr, others);
    return hasStart ? Texts::tr("What else may be right.") : Texts::tr("Where the odds start.");
}
} // namespace

double probabilityOfBits(double bits)
{
    return 1 / (1 + std::exp2(-bits));
}

EvidenceStory evidenceStory(const CandidateSet &set, qsizetype candidate)
{
    EvidenceStory story;
    if (candidate < 0 || candidate >= set.candidates.size() || set.candidates[candidate].evidence.isEmpty())
        return story;
    const Candidate &chosen = set.candidates[candidate];
    story.probability = chosen.probability;
    story.resultBits = bitsOfProbability(chosen.probability);
    double at = 0;
    const auto add = [&](const QString &text, double bits) {
        at += bits;
        story.steps.append({text, bits, at});
    };
    bool hasStart = startsSomewhere(chosen.evidence);
    if (!hasStart && set.engineVersion.startsWith(u"surname-")) {
        add(Texts::tr("Starting odds of any one care team."), priorBits);
        hasStart = true;
    }
    for (const Evidence &piece : chosen.evidence)
        add(piece.text, piece.bits);
    const double rest = story.resultBits - at;
    if (std::abs(rest) > negligible)
        add(restText(set, hasStart, rest), rest);
    return story;
}

} // namespace renewal::correlation
