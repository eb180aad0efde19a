// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QString>

#include <cstddef>
#include <optional>

namespace renewal {

/// One row of a table that pairs an enumerator with its word in JSON, SQL and CSV.
template <class Enum>
struct EnumText
{
    Enum value;
    const char *text;
};

/// The word of `value`; empty when the table has no row for it.
template <class Enum, std::size_t N>
QString enumText(const EnumText<Enum> (&table)[N], Enum value)
{
    for (const auto &row : table) {
        if (row.value == value)
            return QString::fromLatin1(row.text);
    }
    return {};
}

/// The enumerator of `word`, compared without case.
template <class Enum, std::size_t N>
std::optional<Enum> enumFromText(const EnumText<Enum> (&table)[N], QStringView word)
{
    for (const auto &row : table) {
        if (word.compare(QLatin1StringView(row.text), Qt::CaseInsensitive) == 0)
            return row.value;
    }
    return std::nullopt;
}

} // namespace renewal
