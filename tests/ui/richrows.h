// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/correlation.h"
#include "models/domain/renewal.h"

namespace renewal::test {

/// The people and requests of RichWorld, as tables. All names are made up.
struct PrescriberRow
{
    const char16_t *last;
    const char16_t *first;
    const char16_t *station;
    CorrelationStatus status;
    double probability;
    int waiting;
    int candidates;
    int homonyms;
};

inline constexpr PrescriberRow prescriberRows[] = {
    {u"NGUYEN-PARK", u"LINH", u"552", CorrelationStatus::None, 0, 37, 12, 1},
    {u"OKAFOR", u"C.", u"552", CorrelationStatus::Suggested, 0.71, 29, 3, 1},
    {u"SMITH", u"J.", u"552GA", CorrelationStatus::Suggested, 0.64, 24, 4, 4},
    {u"IVANOV", u"P.", u"552", CorrelationStatus::Suggested, 0.62, 18, 2, 1},
    {u"O’BRIEN", u"PAT", u"541", CorrelationStatus::Stale, 0, 15, 1, 1},
    {u"DE LA CRUZ", u"M.", u"552", CorrelationStatus::Suggested, 0.83, 11, 2, 1},
    {u"WHITFIELD", u"ANN", u"668", CorrelationStatus::Suggested, 0.80, 9, 3, 1},
    {u"GARCIA LOPEZ", u"J.", u"552GB", CorrelationStatus::Suggested, 0.55, 8, 5, 5},
    {u"HADDAD", u"S.", u"552", CorrelationStatus::Suggested, 0.88, 6, 1, 1},
    {u"KIM", u"DAE", u"668", CorrelationStatus::None, 0, 5, 0, 1},
    {u"TAYLOR", u"BOB", u"552", CorrelationStatus::Automatic, 0.97, 0, 1, 1},
    {u"REYES", u"M.", u"552", CorrelationStatus::Manual, 0, 0, 2, 1},
    {u"DUARTE", u"A.", u"552", CorrelationStatus::Automatic, 0.96, 0, 1, 1},
};

struct RenewalRow
{
    const char16_t *patient;
    const char16_t *drug;
    const char16_t *number;
    int fillMonth;
    int fillDay;
    const char16_t *prescriber;
    const char16_t *team;
    RenewalState state;
    int dueHours;
};

inline constexpr RenewalRow renewalRows[] = {
    {u"P00004821", u"LISINOPRIL 20MG TAB", u"2721195", 8, 30, u"Taylor, Bob", u"Blue team, PACT",
     RenewalState::ReadyToRoute, -6},
    {u"P00004821", u"METFORMIN HCL 500MG TAB", u"2721202", 9, 2, u"Taylor, Bob", u"Blue team, PACT",
     RenewalState::ReadyToRoute, -6},
    {u"P00004821", u"ATORVASTATIN 40MG TAB", u"2721377", 7, 11, u"Okafor, C.", u"",
     RenewalState::NeedsRouting, -6},
    {u"P00000937", u"SERTRALINE 50MG TAB", u"2698811", 10, 1, u"Nguyen-Park, Linh", u"",
     RenewalState::NeedsRouting, 4},
    {u"P00005510", u"ALBUTEROL HFA 90MCG INHL", u"2733410", 9, 19, u"Smith, J.", u"Green team, PACT",
     RenewalState::ReadyToRoute, 26},
    {u"P00005510", u"OMEPRAZOLE 20MG CAP", u"2733411", 9, 19, u"Smith, J.", u"Green team, PACT",
     RenewalState::ReadyToRoute, 26},
    {u"P00007718", u"WARFARIN NA 5MG TAB", u"2740092", 10, 20, u"Community care", u"", RenewalState::External,
     30},
    {u"P00003364", u"GABAPENTIN 300MG CAP", u"2745561", 8, 8, u"Ivanov, P.", u"Pain clinic",
     RenewalState::ReadyToRoute, 48},
    {u"P00003364", u"HYDROCHLOROTHIAZIDE 25MG TAB", u"2745562", 8, 8, u"Ivanov, P.", u"Pain clinic",
     RenewalState::InReview, 48},
    {u"P00003364", u"AMLODIPINE 10MG TAB", u"2745563", 8, 8, u"Reyes, M.", u"Gold team, PACT",
     RenewalState::ReadyToRoute, 48},
    {u"P00003364", u"ASPIRIN 81MG EC TAB", u"2745570", 0, 0, u"Reyes, M.", u"Gold team, PACT",
     RenewalState::NotRenewable, 48},
    {u"P00001279", u"TAMSULOSIN 0.4MG CAP", u"2750013", 9, 28, u"Duarte, A.", u"Urology",
     RenewalState::ReadyToRoute, 51},
    {u"P00008840", u"INSULIN GLARGINE 100UNIT/ML", u"2751188", 10, 14, u"Smith, J.", u"Green team, PACT",
     RenewalState::ReadyToRoute, 53},
    {u"P00002206", u"LEVOTHYROXINE 75MCG TAB", u"2751303", 9, 7, u"De La Cruz, M.", u"",
     RenewalState::NeedsRouting, 55},
    {u"P00002206", u"PRAZOSIN HCL 2MG CAP", u"2751304", 9, 7, u"Haddad, S.", u"", RenewalState::NeedsRouting,
     55},
    {u"P00006653", u"METOPROLOL SUCC 50MG SA TAB", u"", 10, 3, u"Whitfield, Ann",
     u"FHCC Cardiology - Clinical", RenewalState::Returned, 60},
    {u"P00009144", u"SIMVASTATIN 20MG TAB", u"2752120", 8, 21, u"Taylor, Bob", u"Blue team, PACT",
     RenewalState::ReadyToRoute, 64},
    {u"P00009144", u"TERAZOSIN HCL 5MG CAP", u"2752121", 8, 21, u"Taylor, Bob", u"Blue team, PACT",
     RenewalState::ReadyToRoute, 64},
};

} // namespace renewal::test
