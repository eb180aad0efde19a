// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/decisionstexts.h"

#include "models/items/correlationtexts.h"

#include <QCoreApplication>

namespace renewal::items {

using namespace Qt::StringLiterals;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(DecisionsTexts)
};
} // namespace

QString decisionResultText(DecisionResult result, DecisionsStage stage)
{
    switch (result) {
    case DecisionResult::Decided:
        return stage == DecisionsStage::Preview ? Texts::tr("Ready", "a decision that can be taken")
                                                : Texts::tr("Done", "a decision that was taken");
    case DecisionResult::Unchanged:
        return Texts::tr("So already");
    case DecisionResult::Conflict:
        return Texts::tr("Changed since");
    case DecisionResult::Refused:
        return Texts::tr("Problem");
    }
    return {};
}

Tone decisionResultTone(DecisionResult result)
{
    switch (result) {
    case DecisionResult::Decided:
        return Tone::Good;
    case DecisionResult::Unchanged:
        return Tone::Neutral;
    case DecisionResult::Conflict:
        return Tone::Caution;
    case DecisionResult::Refused:
        return Tone::Bad;
    }
    return Tone::Neutral;
}

QString decisionRowText(const ReportedDecision &row)
{
    if (!row.kind)
        return Texts::tr("Not read");
    if (*row.kind == DecisionKind::Link && row.careTeamName.isEmpty())
        return Texts::tr("Link to care team %1", "a number").arg(row.careTeam.value);
    return decisionText(*row.kind, row.careTeamName);
}

QString decisionRowDetail(const ReportedDecision &row)
{
    if (isProblem(row.result))
        return row.text;
    if (row.result == DecisionResult::Unchanged)
        return Texts::tr("Stays as it is");
    const QStringList moves = movedLines(row.effect);
    return moves.isEmpty() ? Texts::tr("No renewal is waiting") : moves.join(u", "_s);
}

QString decisionsSummary(const DecisionsReport &report, DecisionsStage stage)
{
    const int decided = int(report.count(DecisionResult::Decided));
    const int unchanged = int(report.count(DecisionResult::Unchanged));
    const int problems = int(report.problems());
    QStringList parts;
    if (decided > 0)
        parts += stage == DecisionsStage::Preview
                     ? Texts::tr("%Ln decision(s) can be taken", nullptr, decided)
                     : Texts::tr("%Ln decision(s) taken", nullptr, decided);
    else
        parts += stage == DecisionsStage::Preview ? Texts::tr("No decision can be taken")
                                                  : Texts::tr("No decision was taken");
    if (const QStringList moves = movedLines(report.effect()); !moves.isEmpty())
        parts.last() += u": "_s + moves.join(u", "_s);
    if (problems > 0)
        parts += Texts::tr("%Ln problem(s), left as they are", nullptr, problems);
    if (unchanged > 0)
        parts += Texts::tr("%Ln decided so already", nullptr, unchanged);
    if (report.undecided > 0)
        parts += Texts::tr("%Ln row(s) without a decision", nullptr, int(report.undecided));
    return parts.join(u"; "_s) + u'.';
}

} // namespace renewal::items
