// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/throughputtexts.h"

#include "models/items/datetexts.h"

#include <QCoreApplication>
#include <QLocale>

namespace renewal::items {

using namespace Qt::StringLiterals;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Throughput)
};

QString age(const std::optional<qint64> &seconds)
{
    return seconds ? duration(*seconds) : Texts::tr("–", "no value");
}

QString shownDay(QDate day)
{
    return QLocale().toString(day, Texts::tr("MMM d, yyyy", "format of a day"));
}

bool hasStations(const Throughput &throughput)
{
    for (const ThroughputTeam &team : throughput.teams) {
        if (team.parentStation != throughput.teams.constFirst().parentStation)
            return true;
    }
    return false;
}
} // namespace

QString throughputTeam(const ThroughputTeam &team, bool withStation)
{
    const QString name = !team.team.isValid()  ? Texts::tr("No care team")
                         : team.name.isEmpty() ? Texts::tr("Care team %1").arg(team.team.value)
                                               : team.name;
    return withStation ? Texts::tr("%1, station %2", "care team, number").arg(name, team.parentStation)
                       : name;
}

QString throughputSummary(const Throughput &throughput)
{
    const QLocale locale;
    QString text = Texts::tr("%1 to %2: %3 received, %4 cleared.", "day, day, numbers")
                       .arg(shownDay(throughput.from), shownDay(throughput.to),
                            locale.toString(throughput.received), locale.toString(throughput.cleared));
    if (throughput.medianCleared)
        text += u' ' +
                Texts::tr("Half of what was cleared took less than %1.").arg(age(throughput.medianCleared));
    if (throughput.waiting == 0)
        return text + u' ' + Texts::tr("Nothing waits now.");
    return text + u' ' +
           Texts::tr("%1 wait now: half of them longer than %2, the oldest %3.", "number, times")
               .arg(locale.toString(throughput.waiting), age(throughput.medianAge),
                    age(throughput.oldestAge));
}

QString throughputNote(const Throughput &throughput)
{
    const QString asOf = readableTime(throughput.asOf, QTimeZone::utc());
    QString text = throughput.zone.isEmpty()
                       ? Texts::tr("As of %1 UTC. Days follow each station's own clock.").arg(asOf)
                       : Texts::tr("As of %1. Days follow the clock of %2.", "time, zone")
                             .arg(zonedTime(throughput.asOf, QTimeZone(throughput.zone.toLatin1())),
                                  QString(throughput.zone).replace(u'_', u' '));
    text += u' ' + Texts::tr("Cleared is what was routed or closed and not taken back.");
    if (throughput.endedUnknown > 0)
        text += u' ' + Texts::tr("%1 more ended at a time that was not kept.", "number")
                           .arg(QLocale().toString(throughput.endedUnknown));
    if (throughput.teamCount > throughput.teams.size())
        text += u' ' + Texts::tr("The %1 care teams with the most to do of %2 are listed.", "numbers")
                           .arg(QLocale().toString(throughput.teams.size()),
                                QLocale().toString(throughput.teamCount));
    return text;
}

QStringList throughputDayHeaders()
{
    return {Texts::tr("Day"), Texts::tr("Received"), Texts::tr("Cleared"),
            Texts::tr("Median age when cleared"), Texts::tr("Oldest when cleared")};
}

QVector<QStringList> throughputDayRows(const Throughput &throughput)
{
    const QLocale locale;
    QVector<QStringList> rows;
    for (const ThroughputDay &day : throughput.days) {
        const QString none = Texts::tr("not known");
        rows.append({shownDay(day.day), day.isKnown ? locale.toString(day.received) : none,
                     day.isKnown ? locale.toString(day.cleared) : none, age(day.medianAge),
                     age(day.oldestAge)});
    }
    return rows;
}

QStringList throughputTeamHeaders()
{
    return {Texts::tr("Care team"), Texts::tr("Waiting"),  Texts::tr("Median age"),
            Texts::tr("Oldest"),    Texts::tr("Received"), Texts::tr("Cleared")};
}

QVector<QStringList> throughputTeamRows(const Throughput &throughput)
{
    const QLocale locale;
    const bool withStation = hasStations(throughput);
    QVector<QStringList> rows;
    for (const ThroughputTeam &team : throughput.teams) {
        rows.append({throughputTeam(team, withStation), locale.toString(team.waiting), age(team.medianAge),
                     age(team.oldestAge), locale.toString(team.received), locale.toString(team.cleared)});
    }
    return rows;
}

} // namespace renewal::items
