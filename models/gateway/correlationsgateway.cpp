// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/correlationsgateway.h"

#include "models/base/enumtext.h"

namespace renewal {

namespace {
constexpr EnumText<DecisionKind> kindNames[] = {
    {DecisionKind::Link, "link"},
    {DecisionKind::Refuse, "refuse"},
    {DecisionKind::External, "external"},
};
} // namespace

QString toString(DecisionKind kind)
{
    return enumText(kindNames, kind);
}

std::optional<DecisionKind> decisionKindFromString(QStringView word)
{
    return enumFromText(kindNames, word);
}

} // namespace renewal
