// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/simulation/region.h"

#include <QString>
#include <QVector>

namespace renewal::simulation {

/// One specialty: how teams, extracts and group types call it.
struct SpecialtyWords
{
    const char *name;     ///< "Cardiology"
    const char *code;     ///< "CARDS"
    const char *taxonomy; ///< what prescribers.ndjson says: "CARDIOVASCULAR DISEASE"
    const char *subGroup; ///< "CARDIOLOGY"
};

/// One service without prescribers.
struct ServiceWords
{
    const char *name;   ///< "Release of Information (ROI)"
    const char *code;   ///< "ROI"
    const char *suffix; ///< the suffix some sites add: "_ADMIN"
    bool signature;     ///< Veterans must sign what they send
};

int specialtyCount();
const SpecialtyWords &specialtyWords(int index);
int serviceCount();
const ServiceWords &serviceWords(int index);

/// "Green", "Blue", ... for the nth team.
QString teamColour(int ordinal);

/// "Primary Care", "Cardiology", "Pharmacy": the care a team gives, spelled out.
QString careWords(const SimulatedTeam &team);
/// "PC", "MH", "CARDS": the same as staff shorten it.
QString careCode(const SimulatedTeam &team);

} // namespace renewal::simulation
