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
        if (row.result != DecisionResult::Decided)
            continue;
        sum.becomeReady += row.effect.becomeReady;
        sum.becomeNeedsTeam += row.effect.becomeNeedsTeam;
        sum.becomeExternal += row.effect.becomeExternal;
        sum.unchanged += row.effect.unchanged;
        sum.stayReady += row.effect.stayReady;
        sum.stayNeedsTeam += row.effect.stayNeedsTeam;
        sum.stayExternal += row.effect.stayExternal;
    }
    return sum;
}

} // namespace renewal
