// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/simulation/words.h"

#include <iterator>

using namespace Qt::StringLiterals;

namespace renewal::simulation {

namespace {
constexpr SpecialtyWords specialties[] = {
    {"Cardiology", "CARDS", "CARDIOVASCULAR DISEASE", "CARDIOLOGY"},
    {"Endocrinology", "ENDO", "ENDOCRINOLOGY", "ENDOCRINOLOGY"},
    {"Dermatology", "DERM", "DERMATOLOGY", "DERMATOLOGY"},
    {"Neurology", "NEURO", "NEUROLOGY", "NEUROLOGY"},
    {"Pulmonary", "PULM", "PULMONARY DISEASE", "PULMONARY"},
    {"Women's Health", "WH", "OBSTETRICS & GYNECOLOGY", "WOMENS_HEALTH"},
    {"Urology", "URO", "UROLOGY", "UROLOGY"},
    {"Pain Chronic", "PAIN", "PAIN MEDICINE", "PAIN"},
    {"Gastroenterology", "GI", "GASTROENTEROLOGY", "GASTROENTEROLOGY"},
    {"Rheumatology", "RHEUM", "RHEUMATOLOGY", "RHEUMATOLOGY"},
    {"Kidney Clinic", "RENAL", "NEPHROLOGY", "NEPHROLOGY"},
    {"Heme/Onc", "HEMONC", "HEMATOLOGY & ONCOLOGY", "ONCOLOGY"},
    {"Sleep", "SLEEP", "SLEEP MEDICINE", "SLEEP"},
    {"Geriatrics", "GERI", "GERIATRIC MEDICINE", "GERIATRICS"},
};

constexpr ServiceWords services[] = {
    {"Patient Advocate", "PT ADV", "_ADMIN", false},
    {"Release of Information (ROI)", "ROI", "", true},
    {"Ask My HealtheVet Coordinator", "MHV", "_MHV", false},
    {"Record Amendment Admin", "REC AMEND", "", true},
    {"Audiology", "AUD", "", false},
    {"Maternity Care Coordination", "MAT", " _WVP", false},
    {"Billing and Eligibility", "ELIG", "_ADMIN", false},
    {"Laboratory", "LAB", "", false},
    {"Appointments", "APPT", "", false},
    {"Nutrition", "NUTR", "", false},
    {"Caregiver Support", "CSP", "", false},
    {"Immunization", "IMM", "", false},
    {"Radiology", "RAD", "", false},
    {"Community Care", "CITC", "_ADMIN", false},
};

constexpr const char *colours[] = {"Green",  "Blue",   "Gold", "Red",  "Purple",
                                   "Silver", "Orange", "Teal", "White"};
} // namespace

int specialtyCount()
{
    return int(std::size(specialties));
}

const SpecialtyWords &specialtyWords(int index)
{
    return specialties[index % specialtyCount()];
}

int serviceCount()
{
    return int(std::size(services));
}

const ServiceWords &serviceWords(int index)
{
    return services[index % serviceCount()];
}

QString teamColour(int ordinal)
{
    const int count = int(std::size(colours));
    const QString colour = QLatin1StringView(colours[ordinal % count]);
    return ordinal < count ? colour : colour + QString::number(ordinal / count + 1);
}

QString careWords(const SimulatedTeam &team)
{
    switch (team.role) {
    case TeamRole::PrimaryCare:
        return u"Primary Care"_s;
    case TeamRole::MentalHealth:
        return u"Mental Health"_s;
    case TeamRole::Specialty:
        return QLatin1StringView(specialtyWords(team.subject).name);
    case TeamRole::Pharmacy:
        return u"Pharmacy"_s;
    case TeamRole::Service:
        return QLatin1StringView(serviceWords(team.subject).name);
    }
    return {};
}

QString careCode(const SimulatedTeam &team)
{
    switch (team.role) {
    case TeamRole::PrimaryCare:
        return u"PC"_s;
    case TeamRole::MentalHealth:
        return u"MH"_s;
    case TeamRole::Specialty:
        return QLatin1StringView(specialtyWords(team.subject).code);
    case TeamRole::Pharmacy:
        return u"PHARM"_s;
    case TeamRole::Service:
        return QLatin1StringView(serviceWords(team.subject).code);
    }
    return {};
}

} // namespace renewal::simulation
