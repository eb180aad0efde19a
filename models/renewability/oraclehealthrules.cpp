// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/renewability/oraclehealthrules.h"

#include "models/renewability/gatetable.h"
#include "models/renewability/medicationclass.h"
#include "models/renewability/texts.h"
#include "models/renewability/window.h"

#include <algorithm>

namespace renewal::renewability {

using namespace Qt::StringLiterals;

namespace {

/// What the gates ask, worked out once.
struct Facts
{
    const FhirFacts &fhir;
    RuleVersion version;
    QDateTime now;
    QDateTime end; ///< invalid: absent or no date
    MedicationClass kind;
    int refills;
    bool expired;
    bool processing;
};

bool isProcessing(const FhirFacts &fhir)
{
    const bool requested =
        std::any_of(fhir.extensions.cbegin(), fhir.extensions.cend(), [](const FhirExtension &e) {
            return e.valueBoolean && e.url.contains(u"refill-request");
        });
    return requested || fhir.dispenseStatuses.contains(u"in-progress"_s) ||
           fhir.dispenseStatuses.contains(u"preparation"_s);
}

Facts factsOf(const FhirFacts &fhir, RuleVersion version, const QDateTime &now)
{
    const QDateTime end = instantFromText(fhir.validityPeriodEnd);
    return {fhir,
            version,
            now,
            end,
            medicationClass(fhir),
            refillsRemaining(fhir),
            end.isValid() && end < now,
            isProcessing(fhir)};
}

GateState status(const Facts &f)
{
    return passedIf(f.fhir.status == "active"_L1);
}

QString statusText(const Facts &f, GateState state)
{
    if (state == GateState::Passed)
        return Texts::tr("The order is active.");
    if (f.fhir.status.isEmpty())
        return Texts::tr("The order has no status.");
    return Texts::tr("The order is %1, not active.").arg(f.fhir.status);
}

GateState vaOnly(const Facts &f)
{
    return passedIf(f.kind == MedicationClass::VaPrescription);
}

GateState vaOrClinic(const Facts &f)
{
    return passedIf(f.kind == MedicationClass::VaPrescription ||
                    f.kind == MedicationClass::ClinicAdministered);
}

QString classText(const Facts &f, GateState state)
{
    const QString kind = medicationClassText(f.kind);
    return state == GateState::Passed ? Texts::tr("It is %1.").arg(kind)
                                      : Texts::tr("It is %1, not a VA prescription.").arg(kind);
}

GateState completedDispense(const Facts &f)
{
    return passedIf(f.fhir.dispenseStatuses.contains(u"completed"_s));
}

GateState anyDispense(const Facts &f)
{
    return passedIf(!f.fhir.dispenseStatuses.isEmpty());
}

QString dispenseText(const Facts &f, GateState state)
{
    if (state == GateState::Passed)
        return Texts::tr("It has been dispensed.");
    return f.fhir.dispenseStatuses.isEmpty() ? Texts::tr("It was never dispensed.")
                                             : Texts::tr("No dispense of it was completed.");
}

GateState endPresent(const Facts &f)
{
    return passedIf(!f.fhir.validityPeriodEnd.trimmed().isEmpty());
}

QString endPresentText(const Facts &, GateState state)
{
    return state == GateState::Passed ? Texts::tr("The order has an end date.")
                                      : Texts::tr("The order has no end date.");
}

GateState insideWindow(const Facts &f)
{
    return passedIf(f.end.isValid() && f.end >= windowStart(f.now));
}

/// The written specification says nothing about an order without an end.
GateState insideWindowOrOpen(const Facts &f)
{
    return f.end.isValid() ? insideWindow(f) : GateState::Open;
}

QString windowText(const Facts &f, GateState state)
{
    if (!f.end.isValid())
        return state == GateState::Open
                   ? Texts::tr("The rule does not say what holds for an order without an end date.")
                   : Texts::tr("The order has no end date that can be read.");
    const QString day = dayText(f.end.date());
    if (state == GateState::Failed)
        return Texts::tr("It ended on %1, more than %2 days ago.").arg(day).arg(renewalWindowDays);
    return f.expired ? Texts::tr("It ended on %1, within the last %2 days.").arg(day).arg(renewalWindowDays)
                     : Texts::tr("It is valid until %1.").arg(day);
}

GateState expiredOrNoRefills(const Facts &f)
{
    return passedIf(f.expired || f.refills == 0);
}

GateState noRefills(const Facts &f)
{
    return passedIf(f.refills == 0);
}

QString refillsText(const Facts &f, GateState state)
{
    if (f.refills == 0)
        return Texts::tr("No refills are left.");
    if (state == GateState::Passed)
        return Texts::tr("Refills left: %1, but it has expired.").arg(f.refills);
    return f.expired ? Texts::tr("Refills left: %1.").arg(f.refills)
                     : Texts::tr("Refills left: %1, and it has not expired.").arg(f.refills);
}

GateState notProcessing(const Facts &f)
{
    return passedIf(!f.processing);
}

GateState notProcessingOrExpired(const Facts &f)
{
    return passedIf(!f.processing || f.expired);
}

QString processingText(const Facts &f, GateState state)
{
    if (state == GateState::Failed)
        return Texts::tr("A refill of it is being processed.");
    return f.processing ? Texts::tr("A refill is being processed, which does not count once it has expired.")
                        : Texts::tr("No refill of it is being processed.");
}

constexpr GateRow<Facts> currentGates[] = {
    {"gate1_status", status, statusText},
    {"gate2_classification", vaOnly, classText},
    {"gate3_dispense_history", completedDispense, dispenseText},
    {"gate4_validity_end_missing", endPresent, endPresentText},
    {"gate5_outside_120_days", insideWindow, windowText},
    {"gate6_refills_remaining_and_not_expired", expiredOrNoRefills, refillsText},
    {"gate7_active_processing", notProcessingOrExpired, processingText},
};
constexpr GateRow<Facts> gates202601[] = {
    {"gate1_status", status, statusText},
    {"gate2_classification", vaOnly, classText},
    {"gate3_dispense_history", anyDispense, dispenseText},
    {"gate4_validity_end_missing", endPresent, endPresentText},
    {"gate5_outside_120_days", insideWindow, windowText},
    {"gate6_refills_remaining_and_not_expired", expiredOrNoRefills, refillsText},
    {"gate7_active_processing", notProcessing, processingText},
};
constexpr GateRow<Facts> gates202512[] = {
    {"gate1_status", status, statusText},
    {"gate2_classification", vaOrClinic, classText},
    {"gate3_dispense_history", anyDispense, dispenseText},
    {"gate4_validity_end_missing", endPresent, endPresentText},
    {"gate5_outside_120_days", insideWindow, windowText},
    {"gate6_refills_remaining_and_not_expired", expiredOrNoRefills, refillsText},
    {"gate7_active_processing", notProcessing, processingText},
};
constexpr GateRow<Facts> sixGates[] = {
    {"gate1_status", status, statusText},
    {"gate2_classification", vaOrClinic, classText},
    {"gate3_dispense_history", anyDispense, dispenseText},
    {"gate4_refills_remaining", noRefills, refillsText},
    {"gate5_active_processing", notProcessing, processingText},
    {"gate6_outside_120_days", insideWindowOrOpen, windowText},
};

Verdict walkVersion(const Facts &facts)
{
    switch (facts.version) {
    case RuleVersion::OracleHealth202601:
        return walkGates(gates202601, facts, facts.version);
    case RuleVersion::OracleHealth202512WithClinic:
        return walkGates(gates202512, facts, facts.version);
    case RuleVersion::OracleHealth202512SixGates:
        return walkGates(sixGates, facts, facts.version);
    case RuleVersion::OracleHealthCurrent:
    case RuleVersion::VistaCurrent:
    case RuleVersion::VistaV1RefillPage:
    case RuleVersion::Vista202512PassThrough:
        break;
    }
    return walkGates(currentGates, facts, facts.version);
}

} // namespace

Verdict evaluateOracleHealth(const FhirFacts &facts, RuleVersion version, const QDateTime &now)
{
    const Facts known = factsOf(facts, version, now);
    Verdict verdict = walkVersion(known);
    if (verdict.renewable == true) {
        verdict.gate = u"all_gates_pass"_s;
        verdict.text = known.expired ? Texts::tr("It may be renewed: it has expired within the last %1 days.")
                                           .arg(renewalWindowDays)
                                     : Texts::tr("It may be renewed: it is active and no refills are left.");
    }
    return verdict;
}

} // namespace renewal::renewability
