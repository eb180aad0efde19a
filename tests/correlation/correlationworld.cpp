// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/correlation/correlationworld.h"

#include <QFile>
#include <QRandomGenerator>
#include <QStringList>

#include <algorithm>

using namespace renewal;
using namespace renewal::correlation;
using namespace Qt::StringLiterals;

namespace {

constexpr int teams = 12;
constexpr int prescribers = 30;
constexpr int patients = 900;

QByteArray contentOf(const QString &name)
{
    QFile file(QStringLiteral(RENEWAL_SOURCE_DIR "/resources/data/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s: %s", qPrintable(file.fileName()), qPrintable(file.errorString()));
    return file.readAll();
}

const QStringList &surnames()
{
    static const QStringList names{u"ADLER"_s,  u"BISHOP"_s,  u"CARVER"_s,   u"DALTON"_s,    u"ELLISON"_s,
                                   u"FARROW"_s, u"GRIMES"_s,  u"HOLLIS"_s,   u"IVERSON"_s,   u"JARVIS"_s,
                                   u"KELLER"_s, u"LOWERY"_s,  u"MERCER"_s,   u"NORRIS"_s,    u"OAKLEY"_s,
                                   u"PRUITT"_s, u"QUINLAN"_s, u"RHODES"_s,   u"STANTON"_s,   u"TOLLIVER"_s,
                                   u"UPTON"_s,  u"VARNEY"_s,  u"WHITLOW"_s,  u"YARBROUGH"_s, u"ZIMMER"_s,
                                   u"BARLOW"_s, u"CONWAY"_s,  u"DRISCOLL"_s, u"EASTMAN"_s,   u"FULTON"_s};
    return names;
}

void sortOnce(QVector<PatientTie> &ties)
{
    std::ranges::sort(ties);
    ties.resize(std::unique(ties.begin(), ties.end()) - ties.begin());
}

} // namespace

Lexicon projectLexicon()
{
    const auto lexicon = Lexicon::parse(
        {contentOf(u"carewords.csv"_s), contentOf(u"specialties.csv"_s), contentOf(u"nicknames.csv"_s)});
    if (!lexicon)
        qFatal("%s", qPrintable(lexicon.error().text));
    return *lexicon;
}

Weights shippedWeights()
{
    const auto weights = Weights::fromJson(contentOf(u"matchingweights.json"_s));
    if (!weights)
        qFatal("%s", qPrintable(weights.error().text));
    return *weights;
}

StationInput madeStation(quint32 seed)
{
    QRandomGenerator random(seed);
    StationInput station;
    station.parentStation = u"552"_s;
    station.patients = patients;
    for (int i = 0; i < teams; ++i) {
        CareTeam team;
        team.triageTeamId.value = 100 + i;
        team.station = StationNumber(u"552"_s);
        team.name =
            i % 2 == 0 ? u"552 PACT TEAM %1 %2"_s.arg(i).arg(surnames().at(i)) : u"552 PACT TEAM %1"_s.arg(i);
        if (i == teams - 1)
            team.name = u"552 PHARMACY"_s;
        station.careTeams.append(team);
    }
    for (int i = 0; i < prescribers; ++i) {
        Prescriber prescriber;
        prescriber.id.value = 1 + i;
        prescriber.station = StationNumber(u"552"_s);
        prescriber.name = {u"JORDAN"_s, surnames().at(i), {}};
        // The last five give community care: their patients are anybody's.
        if (i >= prescribers - 5)
            prescriber.divisionName = u"COMMUNITY CARE"_s;
        station.prescribers.append(prescriber);
    }
    for (int patient = 0; patient < patients; ++patient) {
        const int team = random.bounded(teams - 1);
        if (random.bounded(100) < 80)
            station.associated.append({quint32(patient), quint32(team)});
        if (random.bounded(100) < 60)
            station.associated.append({quint32(patient), quint32(teams - 1)});
        // Two prescribers work in each team.
        const int own = team * 2 + random.bounded(2);
        station.prescribed.append({quint32(patient), quint32(own)});
        if (random.bounded(100) < 30)
            station.prescribed.append({quint32(patient), quint32(random.bounded(prescribers))});
    }
    sortOnce(station.prescribed);
    sortOnce(station.associated);
    return station;
}
