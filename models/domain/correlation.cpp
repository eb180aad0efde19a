// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/correlation.h"

#include "models/base/enumtext.h"

#include <algorithm>

namespace renewal {

using namespace Qt::StringLiterals;

namespace {
constexpr EnumText<CorrelationStatus> statusNames[] = {
    {CorrelationStatus::None, "none"},       {CorrelationStatus::Suggested, "suggested"},
    {CorrelationStatus::Automatic, "auto"},  {CorrelationStatus::Manual, "manual"},
    {CorrelationStatus::Refused, "refused"}, {CorrelationStatus::External, "external"},
    {CorrelationStatus::Stale, "stale"},
};
} // namespace

QString toString(CorrelationStatus status)
{
    return enumText(statusNames, status);
}

std::optional<CorrelationStatus> correlationStatusFromString(QStringView word)
{
    return enumFromText(statusNames, word);
}

bool isLinked(CorrelationStatus status)
{
    return status == CorrelationStatus::Automatic || status == CorrelationStatus::Manual;
}

bool needsAnotherLook(const Correlation &correlation)
{
    return correlation.status == CorrelationStatus::Stale || correlation.change.kind == u"division";
}

const QStringList &decisionReasons()
{
    static const QStringList words{u"works_there"_s, u"asked_clinic"_s, u"took_over"_s, u"other"_s};
    return words;
}

Correlation inDivision(const Correlation &correlation, const QString &division)
{
    const auto found = std::ranges::find(correlation.divisions, division, &DivisionTeam::division);
    if (found == correlation.divisions.cend())
        return correlation;
    Correlation own = correlation;
    own.status = found->careTeam.isValid() ? CorrelationStatus::Manual : CorrelationStatus::Stale;
    own.careTeam = found->careTeam;
    own.decidedBy = found->decidedBy;
    own.probability = {};
    own.validTo = {};
    return own;
}

} // namespace renewal
