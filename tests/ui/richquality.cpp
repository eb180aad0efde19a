// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/richworld.h"

namespace renewal::test {

using namespace Qt::StringLiterals;

namespace {
EstimatedShare share(qint64 reviewed, qint64 right, double low, double high)
{
    return {reviewed, right, double(right) / double(reviewed), {low, high}};
}

BlindCase blindCase(qint64 id, const QString &last, const QString &first)
{
    BlindCase blind;
    blind.review.id = {id};
    blind.review.prescriber.id = {9000 + id};
    blind.review.prescriber.name = {first, last, {}};
    blind.review.prescriber.station = StationNumber(u"552"_s);
    blind.patients = 40;
    for (const auto &[number, name] : {std::pair(8101, u"Blue team"_s), std::pair(8102, u"Red team"_s)}) {
        CareTeam team;
        team.triageTeamId = {number};
        team.name = name;
        team.station = StationNumber(u"552"_s);
        blind.careTeams.append(team);
        blind.sharedPatients.insert(number, number == 8102 ? 31 : 2);
    }
    return blind;
}
} // namespace

void RichWorld::fillQuality()
{
    quality.cases = {blindCase(1, u"Abbott"_s, u"Ruth"_s), blindCase(2, u"Brandt"_s, u"Karl"_s),
                     blindCase(3, u"Chavez"_s, u"Ines"_s)};
    QualityReport &report = quality.reportData;
    report.sample = 4;
    report.drawnAt = clock.now().addDays(-3);
    report.drawnBy = u"P. Mendez"_s;
    report.engineVersion = u"evidence-1"_s;
    report.drawn = 50;
    report.open = 3;
    report.precision = share(50, 49, 0.894, 0.9995);
    report.coverage = 0.68;
    report.coverageInterval = {0.62, 0.7};
    report.calibrationError = 0.012;
    report.brier = 0.021;
    report.calibration = {{0.8, 0.9, 0.86, share(9, 8, 0.52, 0.99)},
                          {0.95, 0.985, 0.97, share(12, 11, 0.62, 0.99)},
                          {0.985, 0.99, 0.987, share(14, 14, 0.77, 1)},
                          {0.999, 1, 0.9996, share(24, 24, 0.86, 1)}};
    report.thresholds = {{0.9, share(50, 47, 0.83, 0.98), 0.78},
                         {0.95, share(46, 44, 0.85, 0.99), 0.74},
                         {0.985, share(38, 37, 0.86, 0.999), 0.68},
                         {0.995, share(24, 24, 0.86, 1), 0.55}};
    report.stations = {{u"552"_s, 1204, 1800, share(31, 31, 0.89, 1)},
                       {u"668"_s, 640, 1100, share(19, 18, 0.74, 0.999)}};
    report.systems = {{u"ORACLE_HEALTH"_s, 640, 1100, share(19, 18, 0.74, 0.999)},
                      {u"VISTA"_s, 1204, 1800, share(31, 31, 0.89, 1)}};
    report.months = {{u"2026-10"_s, 0, 0, share(28, 27, 0.82, 0.999)},
                     {u"2026-11"_s, 0, 0, share(22, 22, 0.85, 1)}};
    quality.previewData.links = 1844;
    quality.previewData.added = 37;
    quality.previewData.ended = 0;
    quality.previewData.stations = {{u"552"_s, 1204, 30, 0}, {u"668"_s, 640, 7, 0}};
    quality.previewData.precision = share(46, 44, 0.85, 0.99);
    quality.previewData.coverage = 0.74;
}

} // namespace renewal::test
