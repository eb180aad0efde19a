// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/renewability/ruleversion.h"

#include "models/base/enumtext.h"

namespace renewal::renewability {

namespace {
constexpr EnumText<RuleVersion> versionNames[] = {
    {RuleVersion::OracleHealthCurrent, "oracle_health_current"},
    {RuleVersion::OracleHealth202601, "oh_2026_01_seven_gate_va_only"},
    {RuleVersion::OracleHealth202512WithClinic, "oh_2025_12_seven_gate_with_clinic"},
    {RuleVersion::OracleHealth202512SixGates, "spec_2025_12_six_gate"},
    {RuleVersion::VistaCurrent, "vista_current"},
    {RuleVersion::Vista202512PassThrough, "vista_2025_12_pass_through"},
    {RuleVersion::VistaV1RefillPage, "vista_v1_refill_page_helper"},
};
} // namespace

QString toString(RuleVersion version)
{
    return enumText(versionNames, version);
}

std::optional<RuleVersion> ruleVersionFromString(QStringView word)
{
    return enumFromText(versionNames, word);
}

QStringList ruleVersionWords()
{
    QStringList words;
    for (const auto &row : versionNames)
        words.append(QString::fromLatin1(row.text));
    return words;
}

EhrSystem ehrSystemOf(RuleVersion version)
{
    switch (version) {
    case RuleVersion::OracleHealthCurrent:
    case RuleVersion::OracleHealth202601:
    case RuleVersion::OracleHealth202512WithClinic:
    case RuleVersion::OracleHealth202512SixGates:
        return EhrSystem::OracleHealth;
    case RuleVersion::VistaCurrent:
    case RuleVersion::VistaV1RefillPage:
    case RuleVersion::Vista202512PassThrough:
        break;
    }
    return EhrSystem::VistA;
}

RuleVersion currentRule(EhrSystem ehr)
{
    return ehr == EhrSystem::OracleHealth ? RuleVersion::OracleHealthCurrent : RuleVersion::VistaCurrent;
}

} // namespace renewal::renewability
