// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/rolloutreport.h"

#include "models/base/enumtext.h"

namespace renewal {

namespace {
constexpr EnumText<CriterionVerdict> verdictNames[] = {
    {CriterionVerdict::Met, "met"},
    {CriterionVerdict::NotMet, "not_met"},
    {CriterionVerdict::TooLittleData, "too_little_data"},
};
} // namespace

QString toString(CriterionVerdict verdict)
{
    return enumText(verdictNames, verdict);
}

std::optional<CriterionVerdict> criterionVerdictFromString(QStringView word)
{
    return enumFromText(verdictNames, word);
}

} // namespace renewal
