// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/review.h"

#include "models/base/enumtext.h"

namespace renewal {

namespace {
constexpr EnumText<ReviewVerdict> verdicts[] = {
    {ReviewVerdict::Team, "team"},
    {ReviewVerdict::None, "none"},
    {ReviewVerdict::Unsure, "unsure"},
};
}

QString toString(ReviewVerdict verdict)
{
    return enumText(verdicts, verdict);
}

std::optional<ReviewVerdict> reviewVerdictFromString(QStringView word)
{
    return enumFromText(verdicts, word);
}

std::optional<bool> ReviewCase::isRight() const
{
    if (!verdict || *verdict == ReviewVerdict::Unsure)
        return std::nullopt;
    return *verdict == ReviewVerdict::Team && verdictTeam == careTeam;
}

} // namespace renewal
