// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/simulation/stationplan.h"

#include <algorithm>
#include <numeric>

namespace renewal::simulation {

namespace {
constexpr int fewestTeams = 20;

StationPlan planOf(int size, int teams, int prescribers)
{
    StationPlan plan;
    plan.size = size;
    plan.leftovers = std::max(3, teams * 35 / 1000);
    plan.services = std::clamp(teams * 20 / 100, 4, 14);
    const int staffed = teams - plan.leftovers - plan.services - 1;
    plan.primaryCare = std::max(6, staffed * 60 / 100);
    plan.mentalHealth = std::max(2, staffed * 14 / 100);
    plan.specialty = std::max(5, staffed - plan.primaryCare - plan.mentalHealth);
    plan.prescribers = prescribers;
    return plan;
}
} // namespace

QVector<StationPlan> planStations(const Options &options, Random &random)
{
    static constexpr int sizes[] = {40, 50, 60, 70, 75, 85, 95, 110, 125, 150, 180, 250};
    QVector<int> size;
    for (int i = 0; i < options.stations; ++i)
        size.append(random.pick(sizes));
    const qint64 sum = std::accumulate(size.cbegin(), size.cend(), qint64(0));
    QVector<StationPlan> plans;
    for (const int one : std::as_const(size)) {
        const int teams = std::max(fewestTeams, int(options.careTeamCount() * qint64(one) / sum));
        const int prescribers = int(options.prescriberCount() * qint64(one) / sum);
        // Unless somebody said how many, a station with the fewest teams has people for them.
        const int least = options.prescribers ? 0 : teams * 264 / 100;
        plans.append(planOf(one, teams, std::max(least, prescribers)));
    }
    return plans;
}

} // namespace renewal::simulation
