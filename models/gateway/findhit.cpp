// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/findhit.h"

#include "models/base/enumtext.h"

namespace renewal {

namespace {
constexpr EnumText<FindKind> kindNames[] = {
    {FindKind::Renewal, "renewal"},
    {FindKind::Prescriber, "prescriber"},
    {FindKind::CareTeam, "care_team"},
    {FindKind::Station, "station"},
};
} // namespace

QString toString(FindKind kind)
{
    return enumText(kindNames, kind);
}

std::optional<FindKind> findKindFromString(QStringView word)
{
    return enumFromText(kindNames, word);
}

} // namespace renewal
