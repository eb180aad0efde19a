// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"

#include <QString>

#include <optional>

namespace renewal {

/// How a renewal ends. The first four mean what the answers of NCPDP SCRIPT RxRenewalResponse mean: Approved,
/// ApprovedWithChanges (another count), Replace (another drug or other instructions), Denied.
enum class RenewalOutcome
{
    Approved,
    ApprovedWithChanges,
    Replaced,
    Denied,
    Duplicate, ///< another request stands for it
    Withdrawn, ///< the Veteran does not want it any more
};

/// "approved", "approved_with_changes", "replaced", "denied", "duplicate", "withdrawn".
QString toString(RenewalOutcome outcome);
std::optional<RenewalOutcome> renewalOutcomeFromString(QStringView word);

/// What a prescriber authorizes, or authorized before.
struct RenewalOrder
{
    QString drug;
    QString sig;
    std::optional<double> quantity; ///< nullopt: not known
    std::optional<int> refills;     ///< nullopt: not known, or not asked for

    static constexpr int mostRefills = 11;
    static constexpr double mostQuantity = 10'000;
    static constexpr int longestText = 500; ///< of drug and of sig

    bool operator==(const RenewalOrder &) const = default;
};

/// The count at the beginning of a delivered quantity: 90 of "90", "90.0" and "90 TAB".
std::optional<double> quantityOf(const QString &text);
/// "90", "2.5".
QString quantityText(double quantity);

/// What is wrong with a part of an order, one sentence; empty: nothing.
QString drugFault(const RenewalOrder &order);
/// Instructions may be missing only where the former ones are.
QString sigFault(const RenewalOrder &order, const RenewalOrder &former);
QString quantityFault(const RenewalOrder &order);
QString refillsFault(const RenewalOrder &order);
/// The first of them.
QString orderFault(const RenewalOrder &order, const RenewalOrder &former);

/// Which of the three approvals it is: the figures say so, not the person's word. Another drug or other
/// instructions make Replaced, another count or number of refills ApprovedWithChanges. A count that is not
/// known cannot be changed: where no number of refills was asked for, any number approves.
RenewalOutcome outcomeOf(const RenewalOrder &former, const RenewalOrder &given);

/// A check that did not pass, as the person saw it, and why it is approved all the same.
struct GateOverride
{
    QString gate; ///< the one that stopped it, or notFullyChecked
    QString reason;

    static constexpr int longestReason = 500;

    bool operator==(const GateOverride &) const = default;
};

/// Stands for the gate where the delivered data do not tell whether the prescription may be renewed.
inline constexpr char notFullyChecked[] = "not_fully_checked";

/// What goes with an outcome, or with a return to the Veteran.
struct RenewalAnswer
{
    std::optional<RenewalOrder> order; ///< what was approved
    std::optional<GateOverride> gateOverride;
    RenewalId duplicateOf;
    QString message; ///< what is asked of the Veteran

    bool operator==(const RenewalAnswer &) const = default;
};

} // namespace renewal
