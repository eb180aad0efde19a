// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/station.h"

#include "models/base/enumtext.h"

#include <algorithm>

namespace renewal {

namespace {
constexpr EnumText<EhrSystem> ehrNames[] = {
    {EhrSystem::VistA, "VISTA"},
    {EhrSystem::OracleHealth, "ORACLE_HEALTH"},
};
// Other spellings seen in delivered files and in our own interface.
constexpr EnumText<EhrSystem> ehrSynonyms[] = {
    {EhrSystem::OracleHealth, "OH"},
    {EhrSystem::OracleHealth, "CERNER"},
    {EhrSystem::OracleHealth, "Oracle Health"},
    {EhrSystem::OracleHealth, "oracle-health"},
};

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}
} // namespace

QString toString(EhrSystem ehr)
{
    return enumText(ehrNames, ehr);
}

std::optional<EhrSystem> ehrSystemFromString(QStringView word)
{
    const QStringView trimmed = word.trimmed();
    if (const auto ehr = enumFromText(ehrNames, trimmed))
        return ehr;
    return enumFromText(ehrSynonyms, trimmed);
}

StationNumber::StationNumber(QStringView text)
{
    QStringView trimmed = text.trimmed();
    if (trimmed.startsWith(u"vha_", Qt::CaseInsensitive))
        trimmed = trimmed.mid(4);
    m_text = trimmed.toString().toUpper();
}

bool StationNumber::isValid() const
{
    if (m_text.size() < 3 || m_text.size() > 6)
        return false;
    const auto first = m_text.cbegin();
    return std::all_of(first, first + 3, isDigit) && std::all_of(first + 3, m_text.cend(), [](QChar c) {
               return isDigit(c) || (c >= u'A' && c <= u'Z');
           });
}

QDebug operator<<(QDebug debug, const StationNumber &station)
{
    return debug << station.text();
}

} // namespace renewal
