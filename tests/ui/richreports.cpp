// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/richworld.h"

namespace renewal::test {

using namespace Qt::StringLiterals;

/// Four weeks of a busy station: nothing known of the first three days, nothing cleared at weekends.
void RichWorld::fillReports()
{
    Throughput &all = reports.throughputAnswer;
    all.to = clock.now().date();
    all.from = all.to.addDays(-29);
    all.zone = u"America/New_York"_s;
    all.asOf = clock.now();
    for (int i = 0; i < 30; ++i) {
        ThroughputDay day;
        day.day = all.from.addDays(i);
        day.isKnown = i >= 3;
        const bool isWeekend = day.day.dayOfWeek() > 5;
        if (day.isKnown) {
            day.received = isWeekend ? 12 + i % 5 : 64 + (i * 7) % 23;
            day.cleared = isWeekend ? 0 : 70 + (i * 11) % 17;
        }
        if (day.cleared > 0) {
            day.medianAge = 3600LL * (18 + (i * 5) % 21);
            day.oldestAge = 86400LL * (3 + i % 4);
        }
        all.received += day.received;
        all.cleared += day.cleared;
        all.days.append(day);
    }
    struct Row
    {
        qint64 team;
        const char *name;
        qint64 waiting;
    };
    for (const Row &row : {Row{1001, "Blue team, PACT", 38}, Row{0, "", 29}, Row{1002, "Gold team, PACT", 21},
                           Row{1003, "Cardiology", 9}, Row{1004, "Pain clinic", 4}}) {
        ThroughputTeam team;
        team.parentStation = u"552"_s;
        team.team.value = row.team;
        team.name = QString::fromLatin1(row.name);
        team.waiting = row.waiting;
        team.received = row.waiting * 4;
        team.cleared = row.waiting * 3;
        team.medianAge = 3600 * (4 + row.waiting);
        team.oldestAge = 86400 * 2 + 3600 * row.waiting;
        all.waiting += team.waiting;
        all.teams.append(team);
    }
    all.teamCount = all.teams.size();
    all.medianAge = 21 * 3600;
    all.oldestAge = 86400 * 3 + 7200;
    all.medianCleared = 26 * 3600;
    all.endedUnknown = 3;
}

} // namespace renewal::test
