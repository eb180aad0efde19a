// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/correlation.h"

#include "models/base/enumtext.h"

namespace renewal {

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

} // namespace renewal
