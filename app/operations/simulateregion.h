// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/simulation/options.h"
#include "models/simulation/tables.h"

#include <QString>
#include <QStringList>

#include <functional>

namespace renewal::operations {

/// What was written.
struct SimulationReport
{
    int stations = 0;
    int careTeams = 0;
    int prescribers = 0;
    qint64 patients = 0;
    qint64 prescriptions = 0; ///< short and full together
    qint64 messages = 0;      ///< repeats included
    qint64 renewals = 0;      ///< distinct prescriptions asked for
    qint64 history = 0;
    qint64 bytes = 0;

    bool operator==(const SimulationReport &) const = default;
};

/// Patients done, of how many. Returning false stops; nothing is left behind then.
using SimulationProgress = std::function<bool(qint64 done, qint64 total)>;

/// Writes a region in the format of an extract (docs/region-extras.md tells what is added to it) into
/// `folder`, all or nothing. Memory does not grow with the number of patients. Fails with InvalidInput for
/// options out of range, Conflict for a folder that is not empty, Unavailable when writing fails, Cancelled.
Result<SimulationReport> simulateRegion(const simulation::Tables &tables, const simulation::Options &options,
                                        const QString &folder, bool force = false,
                                        const SimulationProgress &progress = {});

/// The names of all files simulateRegion() writes.
QStringList simulatedFileNames();

} // namespace renewal::operations
