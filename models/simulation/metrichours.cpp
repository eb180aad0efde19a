// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/simulation/metrichours.h"

#include "models/simulation/random.h"

#include <algorithm>

namespace renewal::simulation {

namespace {
constexpr int faultFirstHour = 2 * 24 + 14; // day 3, in the American morning
constexpr int faultLastHour = faultFirstHour + 5;
constexpr int noTeamHourOfDay = 13; // 08:00 in the East
constexpr int gapFirstHour = 4 * 24 + 3;
constexpr int gapLastHour = gapFirstHour + 3;

/// Messages in the busiest hour at full rollout in a station of middle size. A rollout is watched where many
/// people are: the rate does not shrink with the few patients of a small region, or its charts would be
/// noise.
constexpr int busiestHour = 290;

/// Per cent of the busiest hour, by hour of the day in UTC.
constexpr int rhythm[24] = {66, 60, 54, 48, 43, 39, 36, 34, 33, 34, 38, 46,
                            60, 76, 89, 97, 99, 98, 98, 99, 96, 92, 85, 75};

int percentAt(int hour)
{
    return hour >= stageBHour ? 25 : hour >= stageAHour ? 5 : 0;
}

int primaryCareTeams(const Region &region)
{
    int teams = 0;
    for (const SimulatedStation &station : region.stations)
        teams += int(station.primaryCare.size());
    return std::max(teams, 1);
}

/// Takes a part of each hour's count in thousandths; what is left over goes to the next hours, so that sums
/// come out right and a rare thing happens about as often as it should.
class Part
{
public:
    explicit Part(Random &random)
        : m_rest(random.below(1'000))
    {
    }
    qint64 of(qint64 whole, int perMille)
    {
        m_rest += whole * perMille;
        const qint64 taken = m_rest / 1'000;
        m_rest %= 1'000;
        return taken;
    }

private:
    qint64 m_rest;
};

QVector<MetricHour> hoursOf(const Region &region, const Options &options, int station,
                            const SimulatedFault &fault)
{
    Random random(options.seed, Random::Purpose::Metrics, quint64(station));
    const SimulatedStation &place = region.stations.at(station);
    const bool hasFault = station == fault.station;
    const int usualNoTeam = place.station.ehr == EhrSystem::OracleHealth ? 88 : 53; // per mille
    const int teams = primaryCareTeams(region);
    // Between a half and the double of the middle size, whatever the numbers of teams are.
    const qint64 size = std::clamp<qint64>(
        qint64(place.primaryCare.size()) * region.stations.size() * 1'000 / teams, 500, 2'000);
    Part errors(random);
    Part webErrors(random);
    Part begun(random);
    Part noTeam(random);
    QVector<MetricHour> hours;
    for (int hour = 0; hour < options.days * 24; ++hour) {
        const int weekday = options.start.addDays(hour / 24).dayOfWeek();
        const int weekend = weekday >= Qt::Saturday ? 80 : 100;
        const qint64 full = qint64(busiestHour) * rhythm[hour % 24] * size / 100'000 * weekend / 100;
        const bool faulty = hasFault && hour >= fault.firstHour && hour < fault.lastHour;
        MetricHour value;
        value.sent = full * percentAt(hour) * random.between(94, 106) / 10'000;
        value.errors = errors.of(value.sent, faulty ? random.between(60, 90) : 4);
        value.webErrors = webErrors.of(value.errors, 180);
        value.apiErrors = value.errors - value.webErrors;
        value.latency = 1'900 + random.below(380);
        if (faulty)
            value.latency += random.between(7'200, 9'300);
        value.begun = begun.of(value.sent, 1'120);
        const bool lost = hasFault && hour >= fault.noTeamFirstHour;
        value.noTeam = noTeam.of(value.begun, lost ? random.between(290, 330) : usualNoTeam);
        value.misrouted = random.below(10'000) < value.sent * 2 ? 1 : 0;
        hours.append(value);
    }
    return hours;
}
} // namespace

bool isInGap(int hour)
{
    return hour >= gapFirstHour && hour < gapLastHour;
}

SimulatedFault simulatedFault(const Region &region, const Options &options)
{
    SimulatedFault fault{0, faultFirstHour, faultLastHour, (options.days - 1) * 24 + noTeamHourOfDay};
    for (int i = 0; i < region.stations.size(); ++i) {
        if (region.stations.at(i).station.ehr == EhrSystem::OracleHealth) {
            fault.station = i;
            break;
        }
    }
    return fault;
}

QVector<QVector<MetricHour>> metricHours(const Region &region, const Options &options,
                                         const SimulatedFault &fault)
{
    QVector<QVector<MetricHour>> stations;
    for (int i = 0; i < region.stations.size(); ++i)
        stations.append(hoursOf(region, options, i, fault));
    return stations;
}

} // namespace renewal::simulation
