// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/renewability/renewability.h"

#include "models/renewability/deliveredflags.h"
#include "models/renewability/oraclehealthrules.h"
#include "models/renewability/texts.h"
#include "models/renewability/vistarules.h"

namespace renewal::renewability {

using namespace Qt::StringLiterals;

namespace {
Verdict answer(RuleVersion version, const QString &gate, std::optional<bool> renewable, const QString &text)
{
    return {version, gate, renewable, text, {{gate, false, text, renewable.has_value()}}};
}

Verdict evaluateOracleHealthVersion(const Prescription &prescription, RuleVersion version,
                                    const QDateTime &now)
{
    if (prescription.fhir)
        return evaluateOracleHealth(*prescription.fhir, version, now);
    if (version == RuleVersion::OracleHealthCurrent)
        return evaluateDelivered(prescription, now);
    return answer(
        version, u"facts_missing"_s, std::nullopt,
        Texts::tr("Not known: this rule needs the order's clinical record, which was not delivered."));
}
} // namespace

Verdict evaluate(const Prescription &prescription, RuleVersion version, const QDateTime &now)
{
    if (prescription.ehr != ehrSystemOf(version)) {
        const QString text =
            prescription.ehr == EhrSystem::VistA
                ? Texts::tr("Not known: this is a VistA prescription and the rule is for Oracle Health.")
                : Texts::tr("Not known: this is an Oracle Health prescription and the rule is for VistA.");
        return answer(version, u"other_system"_s, std::nullopt, text);
    }
    switch (version) {
    case RuleVersion::VistaCurrent:
        return evaluateVistaCurrent(prescription, now);
    case RuleVersion::VistaV1RefillPage:
        return evaluateVistaRefillPage(prescription, now);
    case RuleVersion::Vista202512PassThrough:
        return evaluateVistaPassThrough(prescription);
    case RuleVersion::OracleHealthCurrent:
    case RuleVersion::OracleHealth202601:
    case RuleVersion::OracleHealth202512WithClinic:
    case RuleVersion::OracleHealth202512SixGates:
        break;
    }
    return evaluateOracleHealthVersion(prescription, version, now);
}

Verdict evaluateCurrent(const Prescription &prescription, const QDateTime &now)
{
    return evaluate(prescription, currentRule(prescription.ehr), now);
}

Verdict withoutInput(RuleVersion version)
{
    return answer(version, u"input"_s, false, Texts::tr("There is no prescription to judge."));
}

} // namespace renewal::renewability
