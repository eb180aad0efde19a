// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/richworld.h"

#include <QTimeZone>

#include <cmath>

namespace renewal::test {

using namespace Qt::StringLiterals;

namespace {
QDateTime utc(int month, int day, int hour = 12, int minute = 0)
{
    return {QDate(2026, month, day), QTime(hour, minute), Qt::UTC};
}

MetricSeries series(const QString &key, const QString &title, const QString &unit, const QString &labels = {},
                    std::optional<double> threshold = {})
{
    return {.key = key,
            .title = title,
            .unit = unit,
            .source = u"simulated"_s,
            .query = {},
            .labels = labels,
            .threshold = threshold,
            .points = {}};
}

CriterionResult criterion(const QString &key, const QString &title, double limit, const QString &unit,
                          double now, double numerator, double denominator, CriterionVerdict verdict)
{
    CriterionResult result;
    result.key = key;
    result.title = title;
    result.limit = limit;
    result.unit = unit;
    result.now = now;
    result.numerator = numerator;
    result.denominator = denominator;
    result.verdict = verdict;
    return result;
}

QVector<CriterionResult> drawnCriteria()
{
    QVector<CriterionResult> rows{criterion(u"message_send_errors"_s, u"Message send errors"_s, 1, u"%"_s,
                                            0.407, 33, 8101, CriterionVerdict::Met),
                                  criterion(u"send_latency_p95"_s, u"Send latency, 95th percentile"_s, 3,
                                            u"s"_s, 2.2, 0, 8101, CriterionVerdict::Met),
                                  criterion(u"renewals_with_care_team"_s, u"Renewals with a care team"_s, 95,
                                            u"%"_s, 93.4, 8422, 9017, CriterionVerdict::NotMet),
                                  criterion(u"csat"_s, u"Veteran satisfaction (CSAT)"_s, 0, {}, 3.9, 0, 61,
                                            CriterionVerdict::TooLittleData),
                                  criterion(u"misrouted"_s, u"Misrouted renewals"_s, 0.1, u"%"_s, 0.0247, 2,
                                            8101, CriterionVerdict::Met)};
    rows[0].metric = u"message_send_error_share"_s;
    rows[0].sentence = u"33 of 8,101 messages could not be sent (0.4 %)."_s;
    rows[1].metric = u"send_latency_p95"_s;
    rows[1].numerator.reset();
    rows[2].atMost = false;
    rows[2].sentence = u"8,422 of 9,017 renewals found a care team (93.4 %)."_s;
    rows[3].atMost = false;
    rows[3].comparedWith = u"before"_s;
    rows[3].baseline = 3.8;
    rows[3].numerator.reset();
    rows[3].daysToGo = 2;
    const auto setRange = [&rows](int row, double lower, double upper) {
        rows[row].lower = lower;
        rows[row].upper = upper;
    };
    setRange(0, 0.21, 0.7);
    setRange(2, 92.1, 94.5);
    setRange(3, -0.3, 0.5);
    setRange(4, 0, 0.082);
    return rows;
}

/// One hour of a day's rhythm, 0 to 1, with a repeatable roughness.
double wave(int hour)
{
    return std::pow(std::sin((hour % 24) * M_PI / 24), 2);
}
} // namespace

void RichWorld::fillRollout()
{
    RolloutOverview &overview = rollout.overviewData;
    overview.toggle = QString::fromLatin1(renewalRequestToggle);
    overview.environment = u"production"_s;
    overview.percent = 25;
    overview.readAt = clock.now().addSecs(-8);
    overview.stages = {{u"A"_s, 5, utc(11, 16, 0), utc(11, 16, 0)},
                       {u"B"_s, 25, utc(11, 17, 0), utc(11, 17, 0)},
                       {u"C"_s, 50, utc(11, 23, 0), {}},
                       {u"D"_s, 75, utc(11, 26, 0), {}},
                       {u"E"_s, 100, utc(12, 1, 0), {}}};
    overview.criteria = drawnCriteria();
    overview.funnel = {{u"saw_link"_s, u"Saw the renewal link"_s, 18402},
                       {u"opened"_s, u"Opened it"_s, 11225},
                       {u"chose_care_team"_s, u"Chose a care team"_s, 9017},
                       {u"prefilled"_s, u"Message prefilled"_s, 8890},
                       {u"sent"_s, u"Message sent"_s, 8101}};
    overview.signOffs = {{u"product"_s, u"C"_s, true, u"P. Osei"_s, utc(11, 21), {}},
                         {u"engineering"_s, u"C"_s, true, u"D. Lund"_s, utc(11, 21), {}},
                         {u"ux_research"_s, u"C"_s},
                         {u"depo_octo"_s, u"C"_s, true, u"M. Ayala"_s, utc(11, 20), {}},
                         {u"qa"_s, u"C"_s, true, u"T. Brandt"_s, utc(11, 20), u"Checklist 14 of 14"_s}};
    overview.notices = {{u"Station 668 (Oracle Health): 31 % of renewals found no care team since 08:00. "
                         u"Elsewhere 5 %."_s,
                         u"668"_s, u"Oracle Health"_s, u"renewals_with_care_team"_s, utc(11, 22, 8)}};
    overview.stageSummary = {18402, 8101, 33, u"SM API 27, web 6"_s, u"No effect reported"_s};
    overview.incidents = {
        {utc(11, 18), u"low"_s, u"prefill lost “sig”"_s, u"Toggle stayed on, fixed Nov 19"_s}};
    overview.reasonsNotToAdvance = {u"Renewals with a care team is below 95 %"_s,
                                    u"CSAT has too little data"_s, u"UX and research has not signed off"_s};
    fillMetrics();
}

void RichWorld::fillMetrics()
{
    MetricSeries vista = series(u"renewal_messages_sent.vista"_s, u"Renewal messages sent"_s, u"message"_s,
                                u"ehr_source:VISTA"_s);
    MetricSeries oracle = series(u"renewal_messages_sent.oh"_s, u"Renewal messages sent"_s, u"message"_s,
                                 u"ehr_source:ORACLE_HEALTH"_s);
    MetricSeries errors = series(u"message_send_error_share"_s, u"Message send errors"_s, u"%"_s, {}, 1.0);
    MetricSeries latency =
        series(u"send_latency_p95"_s, u"Send latency, 95th percentile"_s, u"second"_s, {}, 3.0);
    for (int hour = 0; hour < 7 * 24 - 9; ++hour) {
        const QDateTime at = utc(11, 16, 0).addSecs(hour * 3600);
        const double noise = std::sin(hour * 12.9898);
        const bool missing = hour >= 100 && hour < 106;
        const double share = hour < 24 ? 0.18 : 1.0;
        const double volume = std::round(share * (70 + 190 * wave(hour) + noise * 12));
        const double small = std::round(share * (24 + 60 * wave(hour) + noise * 5));
        const double fault = hour >= 74 && hour < 80 ? 0.9 : 0;
        const auto value = [missing](double v) { return missing ? std::nullopt : std::optional(v); };
        vista.points.append({at, value(volume), {}});
        oracle.points.append({at, value(small), {}});
        errors.points.append({at, value(0.4 + fault + noise / 12), missing ? 0 : volume + small});
        latency.points.append({at, value(2.1 + noise * 0.25 + fault), missing ? 0 : volume + small});
    }
    rollout.seriesData = {vista, oracle, errors, latency};
    for (MetricSeries one : std::as_const(rollout.seriesData)) {
        one.points.clear();
        rollout.overviewData.series.append(one);
    }
}

} // namespace renewal::test
