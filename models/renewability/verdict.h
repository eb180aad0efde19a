// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/renewal.h"
#include "models/renewability/ruleversion.h"

#include <QDebug>
#include <QString>
#include <QVector>

#include <optional>

namespace renewal::renewability {

/// One gate of a rule as it stands for one prescription.
struct Gate
{
    QString gate; ///< stable word: "gate1_status"
    bool passed = false;
    QString text;      ///< one sentence
    bool known = true; ///< false: the delivered data do not tell; then `passed` is false too

    bool operator==(const Gate &) const = default;
};

/// The answer of one rule version for one prescription.
struct Verdict
{
    RuleVersion ruleVersion = RuleVersion::VistaCurrent;
    QString gate;                  ///< the word that decided: "all_gates_pass", "gate1_status", ...
    std::optional<bool> renewable; ///< nullopt: the rule or the delivered data leave it open
    QString text;                  ///< why, one sentence
    QVector<Gate> gates;           ///< every gate of the rule, in its order

    /// What is kept beside a renewal. An open answer is stored as not renewable: nothing may be promised.
    StoredVerdict stored() const { return {toString(ruleVersion), gate, renewable.value_or(false)}; }
    bool operator==(const Verdict &) const = default;
};

/// "renewable", "not renewable", "unknown".
QString verdictWord(std::optional<bool> renewable);

QDebug operator<<(QDebug debug, const Verdict &verdict);

} // namespace renewal::renewability
