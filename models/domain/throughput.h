// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"

#include <QDate>
#include <QDateTime>
#include <QHash>
#include <QString>
#include <QTimeZone>
#include <QVector>

#include <optional>

namespace renewal {

/// One day by the clock of the station. Ages are seconds from the request to its end.
struct ThroughputDay
{
    QDate day;
    bool isKnown = true; ///< false: before the first request that is known, or a day that has not come yet
    qint64 received = 0; ///< asked for on that day
    qint64 cleared = 0;  ///< stopped waiting on that day: routed or closed, and not taken back since
    std::optional<qint64> medianAge; ///< of what was cleared that day
    std::optional<qint64> oldestAge;

    bool operator==(const ThroughputDay &) const = default;
};

/// What came to one care team. Ages are those of what waits now.
struct ThroughputTeam
{
    QString parentStation;
    TriageTeamId team; ///< invalid: no care team is known
    QString name;
    qint64 received = 0;
    qint64 cleared = 0;
    qint64 waiting = 0;
    std::optional<qint64> medianAge;
    std::optional<qint64> oldestAge;

    bool operator==(const ThroughputTeam &) const = default;
};

/// How many requests came and went between two days, and how long the present ones wait; exact, over all.
struct Throughput
{
    QDate from;
    QDate to;
    QString zone; ///< IANA name; empty: each station's days by its own clock
    QDateTime asOf;
    qint64 received = 0;
    qint64 cleared = 0;
    qint64 waiting = 0;              ///< now
    std::optional<qint64> medianAge; ///< seconds, of what waits now
    std::optional<qint64> oldestAge;
    std::optional<qint64> medianCleared; ///< seconds from the request to its end, of what was cleared
    qint64 endedUnknown = 0;             ///< that ended at a time nobody knows: not counted as cleared
    QVector<ThroughputDay> days;
    QVector<ThroughputTeam> teams; ///< those with the most to do first; at most mostTeams
    qint64 teamCount = 0;          ///< of all, also of those left out

    static constexpr qsizetype mostTeams = 200;
    static constexpr qint64 mostDays = 366;

    bool operator==(const Throughput &) const = default;
};

/// Counts requests station by station. Instants are milliseconds since 1970, teams are numbers, 0 for none.
class ThroughputTally
{
public:
    ThroughputTally(QDate from, QDate to, const QDateTime &now);

    /// What is added next is of this station; its days begin by this clock.
    void enterStation(const QString &parentStation, const QTimeZone &zone);
    /// The first and the last instant but one that count for the station.
    qint64 begin() const { return m_starts.constFirst(); }
    qint64 end() const { return m_starts.constLast(); }

    /// The station knows of requests since then.
    void addFirst(qint64 requested);
    void addWaiting(qint64 requested, qint64 team);
    void addEnded(qint64 requested, qint64 team);
    void addCleared(qint64 cleared, qint64 requested, qint64 team);
    void addUnknown(qint64 number) { m_result.endedUnknown += number; }

    /// Without the names of the teams.
    Throughput result();

private:
    struct Team
    {
        qint64 received = 0;
        qint64 cleared = 0;
        QVector<qint64> ages; ///< of what waits
    };

    /// The day an instant is in; negative when it is in none of them.
    qsizetype dayOf(qint64 instant) const;
    void addReceived(qint64 requested, Team &team);
    void leaveStation();

    qint64 m_now;
    QVector<qint64> m_starts; ///< of each day by the clock of the station, and of the day behind the last
    QString m_station;
    QTimeZone m_zone;
    QHash<qint64, Team> m_teams;            ///< of the station
    QVector<qint64> m_waiting;              ///< ages, of all stations
    QVector<QVector<qint64>> m_clearedAges; ///< for each day
    QDate m_first;                          ///< the first day that anything is known of
    QDate m_today;                          ///< the latest one
    Throughput m_result;
};

} // namespace renewal
