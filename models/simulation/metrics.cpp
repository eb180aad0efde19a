// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/simulation/metrics.h"

#include "models/simulation/random.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace renewal::simulation {

namespace {
constexpr int faultFirstHour = 2 * 24 + 14; // day 3, in the American morning
constexpr int faultLastHour = faultFirstHour + 5;
constexpr int shownStations = 12;
constexpr int gapFirstHour = 4 * 24 + 3;
constexpr int gapLastHour = gapFirstHour + 3;
constexpr int stageAHour = 14;
constexpr int stageBPlannedHour = 3 * 24 + 14;
constexpr int stageBHour = 4 * 24 + 14; // a day late, after the fault

/// Messages an hour at full rollout in a station of ten primary-care teams, by hour of the day in UTC.
constexpr int rhythm[24] = {210, 150, 90,  60,  40,  25,  15,  12,  15,  30,  70,  130,
                            240, 340, 420, 460, 450, 440, 430, 420, 390, 350, 310, 260};

bool inFault(int hour)
{
    return hour >= faultFirstHour && hour < faultLastHour;
}

bool inGap(int hour)
{
    return hour >= gapFirstHour && hour < gapLastHour;
}

int percentAt(int hour)
{
    return hour >= stageBHour ? 25 : hour >= stageAHour ? 5 : 0;
}

/// What one station did in one hour.
struct Hour
{
    qint64 sent = 0;
    qint64 errors = 0;
    qint64 latency = 0; ///< milliseconds, 95th percentile
    qint64 noTeam = 0;  ///< per mille of sessions that found no care team
};

QVector<Hour> hoursOf(const Region &region, const Options &options, int station, const SimulatedFault &fault)
{
    Random random(options.seed, Random::Purpose::Metrics, quint64(station));
    const int teams = int(region.stations.at(station).primaryCare.size());
    QVector<Hour> hours;
    for (int hour = 0; hour < options.days * 24; ++hour) {
        const int weekday = options.start.addDays(hour / 24).dayOfWeek();
        const int weekend = weekday >= Qt::Saturday ? 45 : 100;
        const qint64 full = qint64(rhythm[hour % 24]) * teams / 10 * weekend / 100;
        const bool faulty = station == fault.station && inFault(hour);
        Hour value;
        value.sent = full * percentAt(hour) / 100 * random.between(85, 115) / 100;
        const int errorShare = faulty ? random.between(300, 420) : random.between(4, 14); // per mille
        value.errors = (value.sent * errorShare + random.below(1000)) / 1000;
        value.latency = 850 + full / 4 + random.below(240);
        if (faulty)
            value.latency += random.between(4'800, 7'500);
        value.noTeam = random.between(22, 39);
        hours.append(value);
    }
    return hours;
}

/// The region's value from its stations': sums for counts, the mean weighted by messages for the rest.
enum class Combine
{
    Sum,
    Mean,
};

SimulatedMetric metricOf(const Region &region, const QVector<QVector<Hour>> &stations, qint64 Hour::*field,
                         qint64 scale, Combine combine)
{
    SimulatedMetric metric;
    SimulatedSeries whole;
    const int hours = int(stations.first().size());
    for (int hour = 0; hour < hours; ++hour) {
        qint64 sum = 0;
        qint64 weights = 0;
        for (const QVector<Hour> &station : stations) {
            const qint64 weight = combine == Combine::Sum ? 1 : station.at(hour).sent + 1;
            sum += station.at(hour).*field * weight;
            weights += weight;
        }
        const qint64 value = combine == Combine::Sum ? sum : sum / weights;
        whole.values.append(inGap(hour) ? MetricValue() : MetricValue(value * scale));
    }
    metric.series.append(whole);
    for (int i = 0; i < std::min<int>(int(stations.size()), shownStations); ++i) {
        SimulatedSeries one{region.stations.at(i).station.number.text(), {}};
        for (int hour = 0; hour < hours; ++hour)
            one.values.append(inGap(hour) ? MetricValue()
                                          : MetricValue(stations.at(i).at(hour).*field * scale));
        metric.series.append(one);
    }
    return metric;
}

QString queryOf(const char *aggregation, const char *metric, const char *tags)
{
    return QLatin1StringView(aggregation) + u":vets_api.statsd."_s + QLatin1StringView(metric) +
           u"{env:eks-prod"_s + QLatin1StringView(tags) + u"} by {station_number}"_s;
}
} // namespace

SimulatedFault simulatedFault(const Region &region)
{
    SimulatedFault fault{0, faultFirstHour, faultLastHour};
    for (int i = 0; i < region.stations.size(); ++i) {
        if (region.stations.at(i).station.ehr == EhrSystem::OracleHealth) {
            fault.station = i;
            break;
        }
    }
    return fault;
}

QVector<SimulatedMetric> simulateMetrics(const Region &region, const Options &options)
{
    const SimulatedFault fault = simulatedFault(region);
    QVector<QVector<Hour>> stations;
    for (int i = 0; i < region.stations.size(); ++i)
        stations.append(hoursOf(region, options, i, fault));

    SimulatedMetric sent = metricOf(region, stations, &Hour::sent, 1'000, Combine::Sum);
    sent.key = u"renewal_messages_sent"_s;
    sent.title = u"Renewal messages sent"_s;
    sent.query = queryOf("sum", "mhv_sm_api_client_post_create_message", ",status:success");
    sent.aggregation = u"sum"_s;
    sent.unit = u"message"_s;

    SimulatedMetric errors = metricOf(region, stations, &Hour::errors, 1'000, Combine::Sum);
    errors.key = u"message_send_errors"_s;
    errors.title = u"Renewal messages that failed"_s;
    errors.query = queryOf("sum", "mhv_sm_api_client_post_create_message", ",status:failure");
    errors.aggregation = u"sum"_s;
    errors.unit = u"error"_s;

    SimulatedMetric latency = metricOf(region, stations, &Hour::latency, 1, Combine::Mean);
    latency.key = u"send_latency_p95"_s;
    latency.title = u"Time to send, 95th percentile"_s;
    latency.query = queryOf("p95", "api_external_http_request_SM_time", "");
    latency.aggregation = u"p95"_s;
    latency.unit = u"second"_s;

    SimulatedMetric noTeam = metricOf(region, stations, &Hour::noTeam, 100, Combine::Mean);
    noTeam.key = u"no_care_team"_s;
    noTeam.title = u"Patients who found no care team"_s;
    noTeam.query = queryOf("avg", "renewal_no_care_team_share", "");
    noTeam.aggregation = u"avg"_s;
    noTeam.unit = u"percent"_s;
    return {sent, errors, latency, noTeam};
}

RolloutPlan simulateRollout(const Options &options)
{
    const QDateTime begin(options.start, QTime(0, 0), Qt::UTC);
    const auto at = [&](int hour) { return begin.addSecs(qint64(hour) * 3'600); };
    const auto reached = [&](int hour) { return hour < options.days * 24 ? at(hour) : QDateTime(); };
    RolloutPlan plan;
    plan.toggle = QLatin1StringView(renewalRequestToggle);
    plan.environment = u"simulated"_s;
    plan.stages = {{u"A"_s, 5, at(stageAHour), reached(stageAHour)},
                   {u"B"_s, 25, at(stageBPlannedHour), reached(stageBHour)},
                   {u"C"_s, 50, at(stageBPlannedHour + 7 * 24), {}},
                   {u"D"_s, 75, at(stageBPlannedHour + 10 * 24), {}},
                   {u"E"_s, 100, at(stageBPlannedHour + 15 * 24), {}}};
    return plan;
}

} // namespace renewal::simulation
