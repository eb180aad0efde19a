// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/station.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace renewal::renewability {

/// Every rule that has decided about renewals at some time. A stored verdict names its version, because
/// the same prescription had other answers before.
enum class RuleVersion
{
    OracleHealthCurrent,          ///< seven gates; a completed dispense; expiry waives gate 7
    OracleHealth202601,           ///< any dispense is enough; gate 7 always holds
    OracleHealth202512WithClinic, ///< as 202601, and clinic-administered medication passes gate 2
    OracleHealth202512SixGates,   ///< the written specification: expiry does not waive the refills gate
    VistaCurrent,                 ///< decided from status, refills and expiry; upstream's flag is ignored
    VistaV1RefillPage,            ///< what the older refill page computed
    Vista202512PassThrough,       ///< upstream's isRenewable as sent
};

/// The stable word: "oracle_health_current", "vista_v1_refill_page_helper", ...
QString toString(RuleVersion version);
std::optional<RuleVersion> ruleVersionFromString(QStringView word);
/// All words, newest first within each record system.
QStringList ruleVersionWords();

/// The record system the rule was written for.
EhrSystem ehrSystemOf(RuleVersion version);
/// The rule in force for prescriptions of `ehr`.
RuleVersion currentRule(EhrSystem ehr);

} // namespace renewal::renewability
