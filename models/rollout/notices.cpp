// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rollout/notices.h"

#include "models/rollout/criteria.h"
#include "models/rollout/metricscope.h"
#include "models/rollout/stageclock.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>
#include <QMap>
#include <QTimeZone>

#include <algorithm>

namespace renewal::rollout {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 windowSeconds = 24 * 3'600;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(rollout)
};

struct Count
{
    double bad = 0;
    double all = 0;

    double rate() const { return all > 0 ? bad / all : 0; }
    void add(const Count &other)
    {
        bad += other.bad;
        all += other.all;
    }
};

using Hours = QMap<QDateTime, Count>; ///< only hours that both series have
using Values = QMap<QDateTime, double>;

/// One station that stands out.
struct Finding
{
    QString station;
    Count here;
    Count elsewhere;
    QDateTime since;
};

QHash<QString, Values> valuesByStation(const QString &base, const QVector<MetricSeries> &series,
                                       const QDateTime &now)
{
    QHash<QString, Values> values;
    for (const MetricSeries &one : series) {
        const MetricScope scope = scopeOf(one);
        if (scope.base != base || scope.station.isEmpty())
            continue;
        const QDateTime settled = settledUntil(one.source, now);
        for (const MetricPoint &point : one.points) {
            if (point.value && point.at < settled)
                values[scope.station].insert(point.at, *point.value);
        }
    }
    return values;
}

/// The last day of each station, hour by hour.
QMap<QString, Hours> lastDay(const NoticeRule &rule, const QVector<MetricSeries> &series,
                             const QDateTime &now)
{
    const auto bad = valuesByStation(rule.counted, series, now);
    const auto all = valuesByStation(rule.of, series, now);
    QDateTime newest;
    for (const Values &values : all)
        newest = values.isEmpty() ? newest : std::max(newest, values.lastKey());
    QMap<QString, Hours> stations;
    for (auto station = all.cbegin(); station != all.cend(); ++station) {
        const Values badHere = bad.value(station.key());
        for (auto hour = station->cbegin(); hour != station->cend(); ++hour) {
            const bool recent = hour.key().secsTo(newest) < windowSeconds;
            if (recent && badHere.contains(hour.key()))
                stations[station.key()].insert(hour.key(), {badHere.value(hour.key()), hour.value()});
        }
    }
    return stations;
}

Count sumSince(const Hours &hours, const QDateTime &since)
{
    Count sum;
    for (auto hour = hours.lowerBound(since); hour != hours.cend(); ++hour)
        sum.add(hour.value());
    return sum;
}

Count elsewhere(const QMap<QString, Hours> &stations, const QString &but, const QDateTime &since)
{
    Count sum;
    for (auto station = stations.cbegin(); station != stations.cend(); ++station) {
        if (station.key() != but)
            sum.add(sumSince(station.value(), since));
    }
    return sum;
}

/// The start of the stretch up to now that holds the most bad ones above `rate`.
QDateTime beginning(const Hours &hours, double rate)
{
    QDateTime since;
    double excess = 0;
    double most = 0;
    for (auto hour = hours.cend(); hour != hours.cbegin();) {
        --hour;
        excess += hour->bad - rate * hour->all;
        if (excess > most) {
            most = excess;
            since = hour.key();
        }
    }
    return since;
}

/// The stretch up to now in which the station is above `bound`, and both rates over it.
std::optional<Finding> stretch(const QMap<QString, Hours> &stations, const QString &station, double bound)
{
    const Hours hours = stations.value(station);
    Finding finding{station, {}, {}, beginning(hours, bound)};
    if (!finding.since.isValid())
        return std::nullopt;
    finding.here = sumSince(hours, finding.since);
    finding.elsewhere = elsewhere(stations, station, finding.since);
    return finding;
}

std::optional<Finding> examine(const NoticeRule &rule, const QMap<QString, Hours> &stations,
                               const QString &station)
{
    const double usual = elsewhere(stations, station, {}).rate();
    const auto first = stretch(stations, station, std::max(usual * rule.times, usual + rule.pointsAbove));
    if (!first)
        return std::nullopt;
    // Halfway between usual and bad: an hour a little above the usual is not yet the beginning.
    const auto finding = stretch(stations, station, (usual + first->here.rate()) / 2);
    if (!finding)
        return std::nullopt;
    const bool enough = finding->here.all >= rule.minimum && finding->elsewhere.all >= rule.minimum;
    const double rate = finding->here.rate();
    const double others = finding->elsewhere.rate();
    const bool standsOut = rate >= others * rule.times && rate - others >= rule.pointsAbove;
    return enough && standsOut ? finding : std::nullopt;
}

/// The worst station first; it is then no part of the rest any more, or it would hide the next one.
QVector<Finding> examineAll(const NoticeRule &rule, QMap<QString, Hours> stations)
{
    QVector<Finding> findings;
    while (true) {
        std::optional<Finding> worst;
        for (auto station = stations.cbegin(); station != stations.cend(); ++station) {
            const auto finding = examine(rule, stations, station.key());
            if (finding && (!worst || finding->here.rate() > worst->here.rate()))
                worst = finding;
        }
        if (!worst)
            return findings;
        findings.append(*worst);
        stations.remove(worst->station);
    }
}

QString percentText(double rate)
{
    const double percent = rate * 100;
    return QLocale().toString(percent, 'f', percent < 1 && percent > 0 ? 1 : 0) + u" %"_s;
}

/// "08:00 EST", or with the day when that was not today at the station, whose clock it is.
QString sinceText(const QDateTime &since, const QDateTime &now, const QTimeZone &zone)
{
    const QDateTime local = since.toTimeZone(zone);
    const bool sameDay = local.date() == now.toTimeZone(zone).date();
    const QString time = sameDay ? local.toString(u"HH:mm"_s)
                                 : QLocale().toString(local, Texts::tr("MMM d, HH:mm", "date format"));
    return time + u' ' + zone.abbreviation(since);
}

RolloutNotice toNotice(const NoticeRule &rule, const Finding &finding, const QVector<Station> &stations,
                       const QDateTime &now)
{
    const auto known = std::ranges::find_if(
        stations, [&](const Station &station) { return station.number.text() == finding.station; });
    const bool isKnown = known != stations.cend();
    QTimeZone zone(isKnown ? known->timeZone.toLatin1() : QByteArray());
    if (!zone.isValid())
        zone = QTimeZone::utc();
    const EhrSystem ehr = isKnown ? known->ehr : EhrSystem::VistA;
    RolloutNotice notice;
    notice.station = finding.station.left(3);
    notice.ehr = isKnown ? toString(ehr) : QString();
    notice.metric = rule.criterion;
    notice.since = finding.since;
    const QString system = ehr == EhrSystem::OracleHealth ? Texts::tr("Oracle Health") : Texts::tr("VistA");
    notice.text = rule.text.arg(isKnown ? Texts::tr("%1 (%2)").arg(finding.station, system) : finding.station,
                                percentText(finding.here.rate()), sinceText(finding.since, now, zone),
                                percentText(finding.elsewhere.rate()));
    return notice;
}
} // namespace

QVector<NoticeRule> noticeRules()
{
    NoticeRule careTeam;
    careTeam.criterion = u"renewals_with_care_team"_s;
    careTeam.counted = QString::fromLatin1(noTeamKey);
    careTeam.of = QString::fromLatin1(begunKey);
    careTeam.text = Texts::tr("Station %1: %2 of renewals found no care team since %3. Elsewhere %4.");
    NoticeRule errors;
    errors.criterion = u"message_send_errors"_s;
    errors.counted = QString::fromLatin1(errorsKey);
    errors.of = QString::fromLatin1(sentKey);
    errors.text = Texts::tr("Station %1: %2 of messages could not be sent since %3. Elsewhere %4.");
    return {careTeam, errors};
}

QVector<RolloutNotice> findNotices(const QVector<NoticeRule> &rules, const QVector<MetricSeries> &series,
                                   const QVector<Station> &stations, const QDateTime &now)
{
    QVector<RolloutNotice> notices;
    for (const NoticeRule &rule : rules) {
        for (const Finding &finding : examineAll(rule, lastDay(rule, series, now)))
            notices.append(toNotice(rule, finding, stations, now));
    }
    return notices;
}

} // namespace renewal::rollout
