// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/throughput.h"

#include <algorithm>
#include <tuple>

namespace renewal {

namespace {
constexpr qint64 second = 1000;

/// Reorders the ages.
std::optional<qint64> median(QVector<qint64> &ages)
{
    if (ages.isEmpty())
        return std::nullopt;
    const auto middle = ages.begin() + ages.size() / 2;
    std::nth_element(ages.begin(), middle, ages.end());
    if (ages.size() % 2 != 0)
        return *middle;
    return (*middle + *std::max_element(ages.begin(), middle)) / 2;
}

std::optional<qint64> oldest(const QVector<qint64> &ages)
{
    if (ages.isEmpty())
        return std::nullopt;
    return *std::max_element(ages.cbegin(), ages.cend());
}

QDate dateOf(qint64 instant, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(instant, Qt::UTC).toTimeZone(zone).date();
}
} // namespace

ThroughputTally::ThroughputTally(QDate from, QDate to, const QDateTime &now)
    : m_now(now.toMSecsSinceEpoch())
    , m_starts{0, 0}
    , m_zone(QTimeZone::utc())
{
    m_result.from = from;
    m_result.to = to;
    m_result.asOf = now;
    for (QDate day = from; day <= to; day = day.addDays(1)) {
        ThroughputDay counted;
        counted.day = day;
        m_result.days.append(counted);
    }
    m_clearedAges.resize(m_result.days.size());
}

void ThroughputTally::enterStation(const QString &parentStation, const QTimeZone &zone)
{
    leaveStation();
    m_station = parentStation;
    m_zone = zone.isValid() ? zone : QTimeZone::utc();
    m_starts.clear();
    for (QDate day = m_result.from; day <= m_result.to.addDays(1); day = day.addDays(1))
        m_starts.append(day.startOfDay(m_zone).toMSecsSinceEpoch());
    const QDate today = dateOf(m_now, m_zone);
    m_today = m_today.isValid() ? std::max(m_today, today) : today;
}

qsizetype ThroughputTally::dayOf(qint64 instant) const
{
    const auto next = std::upper_bound(m_starts.cbegin(), m_starts.cend(), instant);
    return next == m_starts.cend() ? -1 : next - m_starts.cbegin() - 1;
}

void ThroughputTally::addFirst(qint64 requested)
{
    const QDate day = dateOf(requested, m_zone);
    m_first = m_first.isValid() ? std::min(m_first, day) : day;
}

void ThroughputTally::addReceived(qint64 requested, Team &team)
{
    const qsizetype day = dayOf(requested);
    if (day < 0)
        return;
    ++m_result.days[day].received;
    ++m_result.received;
    ++team.received;
}

void ThroughputTally::addWaiting(qint64 requested, qint64 team)
{
    Team &counted = m_teams[team];
    counted.ages.append(std::max<qint64>(m_now - requested, 0) / second);
    addReceived(requested, counted);
}

void ThroughputTally::addEnded(qint64 requested, qint64 team)
{
    addReceived(requested, m_teams[team]);
}

void ThroughputTally::addCleared(qint64 cleared, qint64 requested, qint64 team)
{
    const qsizetype day = dayOf(cleared);
    if (day < 0)
        return;
    ++m_result.days[day].cleared;
    ++m_result.cleared;
    ++m_teams[team].cleared;
    m_clearedAges[day].append(std::max<qint64>(cleared - requested, 0) / second);
}

void ThroughputTally::leaveStation()
{
    for (auto it = m_teams.begin(); it != m_teams.end(); ++it) {
        ThroughputTeam team;
        team.parentStation = m_station;
        team.team.value = it.key();
        team.received = it->received;
        team.cleared = it->cleared;
        team.waiting = it->ages.size();
        team.medianAge = median(it->ages);
        team.oldestAge = oldest(it->ages);
        m_waiting += it->ages;
        m_result.teams.append(team);
    }
    m_teams.clear();
}

Throughput ThroughputTally::result()
{
    leaveStation();
    Throughput result = m_result;
    result.waiting = m_waiting.size();
    result.oldestAge = oldest(m_waiting);
    result.medianAge = median(m_waiting);
    QVector<qint64> cleared;
    for (qsizetype i = 0; i < result.days.size(); ++i) {
        ThroughputDay &day = result.days[i];
        day.isKnown = m_first.isValid() && day.day >= m_first && day.day <= m_today;
        day.medianAge = median(m_clearedAges[i]);
        day.oldestAge = oldest(m_clearedAges[i]);
        cleared += m_clearedAges[i];
    }
    result.medianCleared = median(cleared);
    const auto place = [](const ThroughputTeam &team) {
        return std::tuple(-team.waiting, -(team.received + team.cleared), team.parentStation,
                          team.team.value);
    };
    std::ranges::sort(result.teams, {}, place);
    result.teamCount = result.teams.size();
    if (result.teams.size() > Throughput::mostTeams)
        result.teams.resize(Throughput::mostTeams);
    return result;
}

} // namespace renewal
