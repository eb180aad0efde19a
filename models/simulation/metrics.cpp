// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/simulation/metrics.h"

#include "models/simulation/metrichours.h"
#include "models/simulation/random.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace renewal::simulation {

namespace {
constexpr int shownStations = 12;

/// The region's value from its stations': sums for counts, the mean weighted by messages for the rest.
enum class Combine
{
    Sum,
    Mean,
};

struct Field
{
    qint64 MetricHour::*member;
    qint64 scale;
    Combine combine;
};

using Hours = QVector<MetricHour>;

SimulatedSeries combined(const QVector<const Hours *> &stations, const Field &field)
{
    SimulatedSeries series;
    const int hours = int(stations.first()->size());
    for (int hour = 0; hour < hours; ++hour) {
        qint64 sum = 0;
        qint64 weights = 0;
        for (const Hours *station : stations) {
            const qint64 weight = field.combine == Combine::Sum ? 1 : station->at(hour).sent + 1;
            sum += station->at(hour).*field.member * weight;
            weights += weight;
        }
        const qint64 value = field.combine == Combine::Sum ? sum : sum / weights;
        series.values.append(isInGap(hour) ? MetricValue() : MetricValue(value * field.scale));
    }
    return series;
}

QString ehrTag(EhrSystem ehr)
{
    return ehr == EhrSystem::OracleHealth ? u"oracle_health"_s : u"vista"_s;
}

/// The whole region, both record systems, and the first stations.
QVector<SimulatedSeries> allScopes(const Region &region, const QVector<Hours> &hours, const Field &field)
{
    QVector<SimulatedSeries> all;
    const auto add = [&](auto belongs) {
        QVector<const Hours *> chosen;
        for (int i = 0; i < region.stations.size(); ++i) {
            if (belongs(i))
                chosen.append(&hours.at(i));
        }
        if (!chosen.isEmpty())
            all.append(combined(chosen, field));
        return !chosen.isEmpty();
    };
    const auto ehrOf = [&](int i) { return region.stations.at(i).station.ehr; };
    add([](int) { return true; });
    for (const EhrSystem ehr : {EhrSystem::VistA, EhrSystem::OracleHealth}) {
        if (!add([&](int i) { return ehrOf(i) == ehr; }))
            continue;
        all.last().suffix = u'.' + ehrTag(ehr);
        all.last().place = ehr == EhrSystem::VistA ? u"VistA"_s : u"Oracle Health"_s;
        all.last().tags = {u"ehr_source:"_s + ehrTag(ehr)};
    }
    for (int i = 0; i < std::min<int>(int(region.stations.size()), shownStations); ++i) {
        const QString number = region.stations.at(i).station.number.text();
        add([&](int other) { return other == i; });
        all.last().suffix = u'.' + number;
        all.last().place = u"station "_s + number;
        all.last().tags = {u"ehr_source:"_s + ehrTag(ehrOf(i)), u"station_number:"_s + number};
    }
    return all;
}

QString queryOf(const char *aggregation, const char *metric, const char *tags)
{
    return QLatin1StringView(aggregation) + u":vets_api.statsd."_s + QLatin1StringView(metric) +
           u"{env:eks-prod"_s + QLatin1StringView(tags) + u"} by {station_number}"_s;
}

SimulatedMetric messages(const char *key, const char *title, const char *query, const char *tags,
                         const char *unit)
{
    SimulatedMetric metric;
    metric.key = QLatin1StringView(key);
    metric.title = QLatin1StringView(title);
    metric.query = queryOf("sum", query, tags);
    metric.aggregation = u"sum"_s;
    metric.unit = QLatin1StringView(unit);
    return metric;
}

/// Failures of the Secure Messaging API, and those before it was reached.
SimulatedSeries errorsOfKind(const QVector<Hours> &stations, qint64 MetricHour::*member, const char *tag,
                             const char *place)
{
    QVector<const Hours *> all;
    for (const Hours &hours : stations)
        all.append(&hours);
    SimulatedSeries series = combined(all, {member, 1'000, Combine::Sum});
    series.suffix = u'.' + QLatin1StringView(tag);
    series.place = QLatin1StringView(place);
    series.tags = {u"error_type:"_s + QLatin1StringView(tag)};
    return series;
}

/// How many people came so far, hour by hour: a fixed part of those who sent a message.
QVector<SimulatedMetric> funnelMetrics(const QVector<MetricValue> &sent)
{
    struct Step
    {
        const char *key;
        const char *title;
        const char *action;
        int perThousand; ///< of those who saw the link
    };
    constexpr Step steps[] = {
        {"funnel_saw_link", "Saw the renewal link", "rx_renewal_link_shown", 1'000},
        {"funnel_opened", "Opened the renewal link", "rx_renewal_modal_open", 610},
        {"funnel_chose_care_team", "Chose a care team", "recent_care_team_selected", 490},
        {"funnel_prefilled", "Message prefilled", "sm_editor_prefill_loaded", 483},
        {"funnel_sent", "Message sent", "mhv_sm_message_sent", 440},
    };
    constexpr int sentPerThousand = 440;
    QVector<SimulatedMetric> metrics;
    for (const Step &step : steps) {
        SimulatedMetric metric = messages(step.key, step.title, step.action, ",first_time:true", "person");
        SimulatedSeries whole;
        qint64 sentSoFar = 0;
        qint64 countedSoFar = 0;
        for (const MetricValue &value : sent) {
            if (!value) {
                whole.values.append(MetricValue());
                continue;
            }
            // From the running sum, so that no step ever counts more people than the one before it.
            sentSoFar += *value / 1'000;
            const qint64 counted = sentSoFar * step.perThousand / sentPerThousand;
            whole.values.append((counted - countedSoFar) * 1'000);
            countedSoFar = counted;
        }
        metric.series = {whole};
        metrics.append(metric);
    }
    return metrics;
}

/// Daily answers to "how satisfied were you": few before the rollout, more with it, and a little better.
QVector<SimulatedMetric> satisfaction(const Options &options)
{
    constexpr int daysBefore = 28;
    Random random(options.seed, Random::Purpose::Metrics, quint64(1) << 32);
    SimulatedSeries scores;
    SimulatedSeries answers;
    for (int day = -daysBefore; day < options.days; ++day) {
        const bool after = day * 24 >= stageBHour;
        const qint64 count = after ? random.between(30, 33) : random.between(8, 14);
        answers.values.append(count * 1'000);
        scores.values.append(
            MetricValue(after ? random.between(3'780, 4'020) : random.between(3'700, 3'900)));
    }
    SimulatedMetric score =
        messages("csat_score", "Veteran satisfaction (CSAT)", "medallia_renewal_csat", "", "");
    score.query = queryOf("avg", "medallia_renewal_csat", "");
    score.aggregation = u"avg"_s;
    SimulatedMetric count =
        messages("csat_answers", "Answers on satisfaction", "medallia_renewal_answers", "", "answer");
    score.series = {scores};
    count.series = {answers};
    for (SimulatedMetric *metric : {&score, &count}) {
        metric->firstHour = -daysBefore * 24;
        metric->stepHours = 24;
    }
    return {score, count};
}
} // namespace

QVector<SimulatedMetric> simulateMetrics(const Region &region, const Options &options)
{
    const SimulatedFault fault = simulatedFault(region, options);
    const QVector<Hours> hours = metricHours(region, options, fault);
    const auto counts = [&](qint64 MetricHour::*member) {
        return allScopes(region, hours, {member, 1'000, Combine::Sum});
    };
    SimulatedMetric sent = messages("renewal_messages_sent", "Renewal messages sent",
                                    "mhv_sm_api_client_post_create_message", ",status:success", "message");
    sent.series = counts(&MetricHour::sent);
    SimulatedMetric errors = messages("message_send_errors", "Renewal messages that failed",
                                      "mhv_sm_api_client_post_create_message", ",status:failure", "error");
    errors.series = counts(&MetricHour::errors);
    errors.series.append(errorsOfKind(hours, &MetricHour::apiErrors, "sm_api", "SM API"));
    errors.series.append(errorsOfKind(hours, &MetricHour::webErrors, "web", "web"));
    SimulatedMetric latency = messages("send_latency_p95", "Send latency, 95th percentile", "", "", "second");
    latency.query = queryOf("p95", "api_external_http_request_SM_time", "");
    latency.aggregation = u"p95"_s;
    latency.series = allScopes(region, hours, {&MetricHour::latency, 1, Combine::Mean});
    SimulatedMetric begun = messages("renewals_begun", "Renewals that looked for a care team",
                                     "renewal_care_team_lookup", "", "renewal");
    begun.series = counts(&MetricHour::begun);
    SimulatedMetric noTeam = messages("no_care_team", "Renewals that found no care team",
                                      "renewal_care_team_lookup", ",found:false", "renewal");
    noTeam.series = counts(&MetricHour::noTeam);
    SimulatedMetric misrouted = messages("misrouted_renewals", "Renewals sent to the wrong care team",
                                         "renewal_rerouted", "", "renewal");
    misrouted.series = counts(&MetricHour::misrouted);
    QVector<SimulatedMetric> metrics{sent, errors, latency, begun, noTeam, misrouted};
    metrics += funnelMetrics(sent.series.first().values);
    metrics += satisfaction(options);
    return metrics;
}

} // namespace renewal::simulation
