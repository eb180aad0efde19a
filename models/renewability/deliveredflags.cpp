// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/renewability/deliveredflags.h"

#include "models/renewability/gatetable.h"
#include "models/renewability/texts.h"
#include "models/renewability/window.h"

namespace renewal::renewability {

using namespace Qt::StringLiterals;

namespace {

struct Facts
{
    const Prescription &prescription;
    QDateTime now;
    bool expired;
};

/// dispStatus without case: the adapters differ in it ("On Hold", "On hold").
QString statusOf(const Facts &f)
{
    return f.prescription.dispStatus.trimmed().toLower();
}

/// Words the adapter gives only to orders that are not active, and those it gives only to active ones.
GateState status(const Facts &f)
{
    const QString word = statusOf(f);
    for (const auto inactive : {"discontinued"_L1, "active: on hold"_L1, "hold"_L1}) {
        if (word == inactive)
            return GateState::Failed;
    }
    if (f.prescription.refillStatus == "providerHold"_L1 ||
        f.prescription.refillStatus == "discontinued"_L1 || f.prescription.refillStatus == "pending"_L1)
        return GateState::Failed;
    return word.startsWith("active"_L1) && word != "active: non-va"_L1 ? GateState::Passed : GateState::Open;
}

QString statusText(const Facts &f, GateState state)
{
    const QString word =
        f.prescription.dispStatus.isEmpty() ? f.prescription.refillStatus : f.prescription.dispStatus;
    if (state == GateState::Passed)
        return Texts::tr("The order is active (delivered status \"%1\").").arg(word);
    if (state == GateState::Failed)
        return Texts::tr("The order is not active (delivered status \"%1\").").arg(word);
    return Texts::tr("The delivered data do not tell whether the order is active.");
}

/// The adapter gives the source NV to everything but VA prescriptions.
GateState source(const Facts &f)
{
    if (f.prescription.source == "NV"_L1)
        return GateState::Failed;
    return f.prescription.source == "VA"_L1 ? GateState::Passed : GateState::Open;
}

QString sourceText(const Facts &, GateState state)
{
    if (state == GateState::Passed)
        return Texts::tr("It is a VA prescription.");
    return state == GateState::Failed ? Texts::tr("It was delivered as a medication from outside VA.")
                                      : Texts::tr("The delivered data do not tell the class of the order.");
}

GateState dispensed(const Facts &)
{
    return GateState::Open;
}

QString dispensedText(const Facts &, GateState)
{
    return Texts::tr("The delivered data do not tell whether a dispense was completed.");
}

GateState endPresent(const Facts &f)
{
    return f.prescription.expirationDate.isValid() ? GateState::Passed : GateState::Open;
}

QString endPresentText(const Facts &, GateState state)
{
    return state == GateState::Passed ? Texts::tr("An expiration date was delivered.")
                                      : Texts::tr("No expiration date was delivered.");
}

GateState insideWindow(const Facts &f)
{
    const QDateTime &end = f.prescription.expirationDate;
    return end.isValid() ? passedIf(end >= windowStart(f.now)) : GateState::Open;
}

QString windowText(const Facts &f, GateState state)
{
    if (state == GateState::Open)
        return Texts::tr("Without an expiration date the last %1 days cannot be checked.")
            .arg(renewalWindowDays);
    const QString day = dayText(f.prescription.expirationDate.date());
    if (state == GateState::Failed)
        return Texts::tr("It expired on %1, more than %2 days ago.").arg(day).arg(renewalWindowDays);
    return f.expired ? Texts::tr("It expired on %1, within the last %2 days.").arg(day).arg(renewalWindowDays)
                     : Texts::tr("It is valid until %1.").arg(day);
}

GateState refills(const Facts &f)
{
    if (f.expired || f.prescription.refillRemaining == 0)
        return GateState::Passed;
    if (!f.prescription.refillRemaining || !f.prescription.expirationDate.isValid())
        return GateState::Open;
    return GateState::Failed;
}

QString refillsText(const Facts &f, GateState state)
{
    if (state == GateState::Open)
        return Texts::tr("The delivered data do not tell whether refills are left or it has expired.");
    if (f.expired)
        return Texts::tr("It has expired, so refills do not count.");
    if (state == GateState::Passed)
        return Texts::tr("No refills are left.");
    return Texts::tr("Refills left: %1, and it has not expired.").arg(*f.prescription.refillRemaining);
}

GateState processing(const Facts &f)
{
    if (f.expired)
        return GateState::Passed;
    const bool inProcess =
        f.prescription.refillStatus == "refillinprocess"_L1 || statusOf(f) == "active: refill in process"_L1;
    if (inProcess)
        return f.prescription.expirationDate.isValid() ? GateState::Failed : GateState::Open;
    return GateState::Open;
}

QString processingText(const Facts &, GateState state)
{
    if (state == GateState::Passed)
        return Texts::tr("It has expired, so a refill in process does not count.");
    return state == GateState::Failed
               ? Texts::tr("A refill of it is being processed.")
               : Texts::tr("The delivered data do not tell whether a refill is being processed.");
}

constexpr GateRow<Facts> gates[] = {
    {"gate1_status", status, statusText},
    {"gate2_classification", source, sourceText},
    {"gate3_dispense_history", dispensed, dispensedText},
    {"gate4_validity_end_missing", endPresent, endPresentText},
    {"gate5_outside_120_days", insideWindow, windowText},
    {"gate6_refills_remaining_and_not_expired", refills, refillsText},
    {"gate7_active_processing", processing, processingText},
};

Gate flagGate(const Prescription &p)
{
    if (!p.renewable)
        return {
            u"facts_missing"_s, false,
            Texts::tr(
                "Not known: the order's clinical record is missing and no isRenewable flag was delivered."),
            false};
    return {u"delivered_flag"_s, *p.renewable,
            *p.renewable
                ? Texts::tr("It may be renewed by the delivered isRenewable flag alone; the order's clinical "
                            "record is missing, so not every gate was checked.")
                : Texts::tr("It was delivered as not renewable; the order's clinical record that would say "
                            "why is missing.")};
}

} // namespace

Verdict evaluateDelivered(const Prescription &prescription, const QDateTime &now)
{
    const QDateTime &end = prescription.expirationDate;
    const Facts facts{prescription, now, end.isValid() && end < now};
    Verdict verdict = walkGates(gates, facts, RuleVersion::OracleHealthCurrent);
    for (const Gate &gate : std::as_const(verdict.gates)) {
        if (gate.known && !gate.passed) {
            verdict.gate = gate.gate;
            verdict.renewable = false;
            verdict.text = gate.text;
            return verdict;
        }
    }
    const Gate flag = flagGate(prescription);
    verdict.gates.append(flag);
    verdict.gate = flag.gate;
    verdict.renewable = prescription.renewable;
    verdict.text = flag.text;
    return verdict;
}

} // namespace renewal::renewability
