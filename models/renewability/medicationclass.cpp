// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/renewability/medicationclass.h"

#include "models/renewability/texts.h"

#include <algorithm>

namespace renewal::renewability {

using namespace Qt::StringLiterals;

namespace {
struct ClassRow
{
    const char *categories; ///< sorted, comma separated
    const char *intent;     ///< empty: any
    MedicationClass kind;
    std::optional<bool> reported;
};
constexpr ClassRow classes[] = {
    {"community,discharge", "order", MedicationClass::VaPrescription, false},
    {"community,patientspecified", "plan", MedicationClass::DocumentedNonVa, true},
    {"outpatient", "order", MedicationClass::ClinicAdministered, false},
    {"charge-only", "", MedicationClass::PharmacyCharge, std::nullopt},
    {"inpatient", "", MedicationClass::Inpatient, std::nullopt},
};

QString sortedCategories(const FhirFacts &facts)
{
    QStringList codes;
    for (const QString &code : facts.categories)
        codes.append(code.trimmed().toLower());
    codes.removeDuplicates();
    codes.sort();
    return codes.join(u',');
}
} // namespace

MedicationClass medicationClass(const FhirFacts &facts)
{
    const QString categories = sortedCategories(facts);
    for (const ClassRow &row : classes) {
        const QLatin1StringView intent(row.intent);
        if (categories == QLatin1StringView(row.categories) &&
            (!row.reported || facts.reported == row.reported) && (intent.isEmpty() || facts.intent == intent))
            return row.kind;
    }
    return MedicationClass::Uncategorized;
}

QString medicationClassText(MedicationClass kind)
{
    switch (kind) {
    case MedicationClass::VaPrescription:
        return Texts::tr("a VA prescription");
    case MedicationClass::DocumentedNonVa:
        return Texts::tr("a documented medication from outside VA");
    case MedicationClass::ClinicAdministered:
        return Texts::tr("given in the clinic");
    case MedicationClass::PharmacyCharge:
        return Texts::tr("a pharmacy charge");
    case MedicationClass::Inpatient:
        return Texts::tr("an inpatient order");
    case MedicationClass::Uncategorized:
        break;
    }
    return Texts::tr("an order of no known class");
}

int refillsRemaining(const FhirFacts &facts)
{
    if (medicationClass(facts) != MedicationClass::VaPrescription)
        return 0;
    const auto completed = static_cast<int>(facts.dispenseStatuses.count(u"completed"_s));
    return std::max(facts.repeatsAllowed.value_or(0) - std::max(completed - 1, 0), 0);
}

} // namespace renewal::renewability
