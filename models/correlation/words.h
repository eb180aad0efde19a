// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QStringView>

namespace renewal::correlation {

// Small word tables, in folded form (upper case, no accents, no punctuation). Written by hand from the name
// examples of the interface description and common English usage; no outside list was copied.

/// Letters after a name that say what a person is, not who.
inline constexpr QLatin1StringView credentials[] = {
    QLatin1StringView("AGNP"), QLatin1StringView("ANP"),   QLatin1StringView("APRN"),
    QLatin1StringView("ARNP"), QLatin1StringView("BC"),    QLatin1StringView("BCACP"),
    QLatin1StringView("BCPS"), QLatin1StringView("BSN"),   QLatin1StringView("CNP"),
    QLatin1StringView("CNS"),  QLatin1StringView("CRNA"),  QLatin1StringView("CRNP"),
    QLatin1StringView("DDS"),  QLatin1StringView("DMD"),   QLatin1StringView("DNP"),
    QLatin1StringView("DO"),   QLatin1StringView("DPM"),   QLatin1StringView("DR"),
    QLatin1StringView("FACP"), QLatin1StringView("FNP"),   QLatin1StringView("FNPBC"),
    QLatin1StringView("FNPC"), QLatin1StringView("LCSW"),  QLatin1StringView("LPN"),
    QLatin1StringView("LVN"),  QLatin1StringView("MBBS"),  QLatin1StringView("MD"),
    QLatin1StringView("MPH"),  QLatin1StringView("MS"),    QLatin1StringView("MSN"),
    QLatin1StringView("NP"),   QLatin1StringView("NPC"),   QLatin1StringView("OD"),
    QLatin1StringView("PA"),   QLatin1StringView("PAC"),   QLatin1StringView("PHARMD"),
    QLatin1StringView("PHD"),  QLatin1StringView("PMHNP"), QLatin1StringView("PMHNPBC"),
    QLatin1StringView("PSYD"), QLatin1StringView("RN"),    QLatin1StringView("RPH"),
};

/// Generations; two people may differ in nothing else, but the other side hardly ever writes them.
inline constexpr QLatin1StringView suffixes[] = {
    QLatin1StringView("II"), QLatin1StringView("III"), QLatin1StringView("IV"),
    QLatin1StringView("JR"), QLatin1StringView("SR"),
};

/// First parts of surnames that are written together or apart ("MC CORMICK", "DE LA CRUZ").
inline constexpr QLatin1StringView particles[] = {
    QLatin1StringView("AL"),  QLatin1StringView("DA"),    QLatin1StringView("DE"),  QLatin1StringView("DEL"),
    QLatin1StringView("DEN"), QLatin1StringView("DER"),   QLatin1StringView("DI"),  QLatin1StringView("DOS"),
    QLatin1StringView("EL"),  QLatin1StringView("LA"),    QLatin1StringView("LAS"), QLatin1StringView("LE"),
    QLatin1StringView("LOS"), QLatin1StringView("MAC"),   QLatin1StringView("MC"),  QLatin1StringView("O"),
    QLatin1StringView("SAN"), QLatin1StringView("SANTA"), QLatin1StringView("ST"),  QLatin1StringView("VAN"),
    QLatin1StringView("VON"),
};

/// Team colours. Many are surnames too, and then the team's name proves nothing.
inline constexpr QLatin1StringView colours[] = {
    QLatin1StringView("BLACK"),  QLatin1StringView("BLUE"),   QLatin1StringView("BROWN"),
    QLatin1StringView("GOLD"),   QLatin1StringView("GRAY"),   QLatin1StringView("GREEN"),
    QLatin1StringView("GREY"),   QLatin1StringView("OLIVE"),  QLatin1StringView("ORANGE"),
    QLatin1StringView("PINK"),   QLatin1StringView("PURPLE"), QLatin1StringView("RED"),
    QLatin1StringView("ROSE"),   QLatin1StringView("SILVER"), QLatin1StringView("TAN"),
    QLatin1StringView("TEAL"),   QLatin1StringView("VIOLET"), QLatin1StringView("WHITE"),
    QLatin1StringView("YELLOW"),
};

/// Words of clinics, programmes and administration.
inline constexpr QLatin1StringView clinicWords[] = {
    QLatin1StringView("ADMIN"),       QLatin1StringView("ADVOCATE"),     QLatin1StringView("AMENDMENT"),
    QLatin1StringView("APPOINTMENT"), QLatin1StringView("ASK"),          QLatin1StringView("AUDIOLOGY"),
    QLatin1StringView("BASED"),       QLatin1StringView("BEHAVIORAL"),   QLatin1StringView("BENEFICIARY"),
    QLatin1StringView("BHIP"),        QLatin1StringView("BILL"),         QLatin1StringView("BILLING"),
    QLatin1StringView("CANCER"),      QLatin1StringView("CARDIO"),       QLatin1StringView("CARDIOLOGY"),
    QLatin1StringView("CARE"),        QLatin1StringView("CBOC"),         QLatin1StringView("CENTER"),
    QLatin1StringView("CHRONIC"),     QLatin1StringView("CLIN"),         QLatin1StringView("CLINIC"),
    QLatin1StringView("CLINICAL"),    QLatin1StringView("COACH"),        QLatin1StringView("COORDINATOR"),
    QLatin1StringView("CTR"),         QLatin1StringView("DAY"),          QLatin1StringView("DENTAL"),
    QLatin1StringView("DERM"),        QLatin1StringView("DERMATOLOGY"),  QLatin1StringView("EAGLE"),
    QLatin1StringView("ELIGIBILITY"), QLatin1StringView("ENDOCRINE"),    QLatin1StringView("EYE"),
    QLatin1StringView("FHCC"),        QLatin1StringView("FIRM"),         QLatin1StringView("GI"),
    QLatin1StringView("GROUP"),       QLatin1StringView("HBPC"),         QLatin1StringView("HEALTH"),
    QLatin1StringView("HOME"),        QLatin1StringView("HUB"),          QLatin1StringView("IMMUNIZATION"),
    QLatin1StringView("KIDNEY"),      QLatin1StringView("LIBERTY"),      QLatin1StringView("LIVER"),
    QLatin1StringView("LUNG"),        QLatin1StringView("MED"),          QLatin1StringView("MEDICAL"),
    QLatin1StringView("MEDICATION"),  QLatin1StringView("MENTAL"),       QLatin1StringView("MGMT"),
    QLatin1StringView("MH"),          QLatin1StringView("MHC"),          QLatin1StringView("MHV"),
    QLatin1StringView("MODULE"),      QLatin1StringView("MYHEALTHEVET"), QLatin1StringView("NURSE"),
    QLatin1StringView("ONCOLOGY"),    QLatin1StringView("PACT"),         QLatin1StringView("PAIN"),
    QLatin1StringView("PATIENT"),     QLatin1StringView("PC"),           QLatin1StringView("PCMHI"),
    QLatin1StringView("PCMM"),        QLatin1StringView("PHARM"),        QLatin1StringView("PHARMACY"),
    QLatin1StringView("POOL"),        QLatin1StringView("PRIM"),         QLatin1StringView("PRIMARY"),
    QLatin1StringView("PROS"),        QLatin1StringView("PTSD"),         QLatin1StringView("RECORD"),
    QLatin1StringView("RECORDS"),     QLatin1StringView("REFILL"),       QLatin1StringView("RELATIONSHIP"),
    QLatin1StringView("ROI"),         QLatin1StringView("RX"),           QLatin1StringView("SKIN"),
    QLatin1StringView("SLEEP"),       QLatin1StringView("SPECIALTY"),    QLatin1StringView("SUD"),
    QLatin1StringView("TEAM"),        QLatin1StringView("TELEHEALTH"),   QLatin1StringView("TG"),
    QLatin1StringView("TM"),          QLatin1StringView("TRAVEL"),       QLatin1StringView("TRIAGE"),
    QLatin1StringView("UROLOGY"),     QLatin1StringView("VA"),           QLatin1StringView("WH"),
    QLatin1StringView("WOMENS"),
};

/// Short forms of places that stand in team names without being filled in anywhere else.
inline constexpr QLatin1StringView placeAbbreviations[] = {
    QLatin1StringView("BAC"), QLatin1StringView("DAYT"), QLatin1StringView("DET"),  QLatin1StringView("SAG"),
    QLatin1StringView("SLC"), QLatin1StringView("VAMC"), QLatin1StringView("VISN"),
};

template <std::size_t N>
bool isIn(const QLatin1StringView (&table)[N], QStringView word)
{
    for (const QLatin1StringView row : table) {
        if (word == row)
            return true;
    }
    return false;
}

/// Credential or generation: dropped wherever a person's name is read.
inline bool isNameDecoration(QStringView word)
{
    return isIn(credentials, word) || isIn(suffixes, word);
}

/// A decoration that is nobody's surname. DO, MS, NP, OD and PA are both.
inline bool isNoSurname(QStringView word)
{
    constexpr QLatin1StringView surnamesToo[] = {QLatin1StringView("DO"), QLatin1StringView("MS"),
                                                 QLatin1StringView("NP"), QLatin1StringView("OD"),
                                                 QLatin1StringView("PA")};
    return isNameDecoration(word) && !isIn(surnamesToo, word);
}

/// A word that is about the team and not about a person, at any station.
inline bool isTeamWord(QStringView word)
{
    return isIn(colours, word) || isIn(clinicWords, word) || isIn(placeAbbreviations, word);
}

} // namespace renewal::correlation
