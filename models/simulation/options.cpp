// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/simulation/options.h"

#include "models/simulation/tables.h"

#include <QCoreApplication>

namespace renewal::simulation {

namespace {
constexpr int maximumPatients = 20'000'000;
constexpr int maximumRenewals = 50'000'000;
constexpr int maximumDays = 60;
constexpr int maximumCareTeams = 100'000;
constexpr int maximumPrescribers = 500'000;

Done inRange(int value, int low, int high, const char *what)
{
    if (value >= low && value <= high)
        return ok();
    return failure(ErrorCode::InvalidInput,
                   QCoreApplication::translate("simulation", "%1 must be a whole number from %2 to %3.")
                       .arg(QLatin1StringView(what))
                       .arg(low)
                       .arg(high));
}
} // namespace

Options demoOptions(QDate today)
{
    Options options;
    options.seed = 7;
    options.patients = 3'000;
    options.renewals = 900;
    options.prescribers = 170; // the least that shows every kind at every station
    options.start = today.addDays(-options.days);
    return options;
}

Done validate(const Options &options, const Tables &tables)
{
    if (auto done = inRange(options.stations, 1, int(tables.facilities.size()), "--stations"); !done)
        return done;
    if (auto done = inRange(options.patients, options.stations, maximumPatients, "--patients"); !done)
        return done;
    if (auto done = inRange(options.renewalCount(), 0, maximumRenewals, "--renewals"); !done)
        return done;
    if (auto done = inRange(options.days, 1, maximumDays, "--days"); !done)
        return done;
    // Unset they follow from the patients; a small station has a least number of each.
    if (auto done = inRange(options.careTeams.value_or(1), 1, maximumCareTeams, "--care-teams"); !done)
        return done;
    if (auto done = inRange(options.prescribers.value_or(1), 1, maximumPrescribers, "--prescribers"); !done)
        return done;
    if (!options.start.isValid() || options.start.year() < 2000 || options.start.year() > 2100) {
        return failure(ErrorCode::InvalidInput,
                       QCoreApplication::translate(
                           "simulation", "--start must be a date like 2026-11-16, between 2000 and 2100."));
    }
    return ok();
}

} // namespace renewal::simulation
