// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/decisionsreport.h"

#include "models/base/enumtext.h"

#include <algorithm>

namespace renewal {

namespace {
constexpr EnumText<DecisionResult> resultNames[] = {
    {DecisionResult::Decided, "decided"},
    {DecisionResult::Unchanged, "unchanged"},
    {DecisionResult::Conflict, "conflict"},
    {DecisionResult::Refused, "refused"},
};
} // namespace

DecisionEffect &operator+=(DecisionEffect &sum, const DecisionEffect &effect)
{
    sum.becomeReady += effect.becomeReady;
    sum.becomeNeedsTeam += effect.becomeNeedsTeam;
    sum.becomeExternal += effect.becomeExternal;
    sum.unchanged += effect.unchanged;
    sum.stayReady += effect.stayReady;
    sum.stayNeedsTeam += effect.stayNeedsTeam;
    sum.stayExternal += effect.stayExternal;
    return sum;
}

QString toString(DecisionResult result)
{
    return enumText(resultNames, result);
}

std::optional<DecisionResult> decisionResultFromString(QStringView word)
{
    return enumFromText(resultNames, word);
}

bool isProblem(DecisionResult result)
{
    return result == DecisionResult::Conflict || result == DecisionResult::Refused;
}

qint64 DecisionsReport::count(DecisionResult result) const
{
    return std::count_if(rows.cbegin(), rows.cend(),
                         [result](const ReportedDecision &row) { return row.result == result; });
}

qint64 DecisionsReport::problems() const
{
    return count(DecisionResult::Conflict) + count(DecisionResult::Refused);
}

DecisionEffect DecisionsReport::effect() const
{
    DecisionEffect sum;
    for (const ReportedDecision &row : rows) {
        if (row.result == DecisionResult::Decided)
            sum += row.effect;
    }
    return sum;
}

} // namespace renewal
