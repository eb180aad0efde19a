// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_correlation DIR: matches a region directory that has a truth.csv and prints how many links were made
// without a person, how many of them are right, and how long it took.
#include "models/correlation/surnameengine.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QTextStream>

using namespace renewal;
using namespace renewal::correlation;
using namespace Qt::StringLiterals;

namespace {

struct Truth
{
    QSet<qint64> right; ///< the team and those that are acceptable too
    bool hasTeam = false;
};

struct Region
{
    QMap<QString, StationInput> stations;
    QHash<qint64, Truth> truth;       ///< by prescriber row
    QHash<qint64, QString> extractId; ///< by prescriber row
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void readPrescribers(const QString &dir, Region &region)
{
    qint64 row = 0;
    for (const QByteArray &line : contentOf(dir + u"/prescribers.ndjson"_s).split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (object.isEmpty())
            continue;
        Prescriber p;
        p.id.value = ++row;
        p.extractId = object["prescriberId"_L1].toString();
        p.station = StationNumber(object["stationNumber"_L1].toString());
        p.ehr = ehrSystemFromString(object["dataSourceSystem"_L1].toString()).value_or(EhrSystem::VistA);
        p.name = {object["providerFirstName"_L1].toString(), object["providerLastName"_L1].toString(),
                  object["requesterDisplay"_L1].toString()};
        p.divisionName = object["divisionName"_L1].toString();
        p.facilityName = object["facilityName"_L1].toString();
        p.specialty = object["specialty"_L1].toString();
        region.extractId.insert(row, p.extractId);
        StationInput &station = region.stations[p.station.parent()];
        station.parentStation = p.station.parent();
        station.prescribers.append(p);
    }
    // Two extract ids behind one name: as the import counts them.
    for (StationInput &station : region.stations) {
        QHash<QString, int> count;
        for (const Prescriber &p : std::as_const(station.prescribers))
            ++count[toString(p.ehr) + p.name.key()];
        for (Prescriber &p : station.prescribers)
            p.homonyms = count.value(toString(p.ehr) + p.name.key());
    }
}

void readCareTeams(const QString &dir, Region &region)
{
    const QJsonObject root = QJsonDocument::fromJson(contentOf(dir + u"/triage_teams.json"_s)).object();
    for (const QJsonValue item : root["data"_L1].toArray()) {
        const QJsonValue object = item["attributes"_L1];
        CareTeam team;
        team.triageTeamId.value = object["triageTeamId"_L1].toInteger();
        team.name = object["name"_L1].toString();
        team.station = StationNumber(object["stationNumber"_L1].toString());
        team.ehr = object["ohTriageGroup"_L1].toBool() ? EhrSystem::OracleHealth : EhrSystem::VistA;
        team.blocked = object["blockedStatus"_L1].toBool();
        team.migratingToOh = object["migratingToOh"_L1].toBool();
        team.leadProviderName = object["leadProviderName"_L1].toString();
        team.locationName = object["locationName"_L1].toString();
        team.teamName = object["teamName"_L1].toString();
        team.suggestedNameDisplay = object["suggestedNameDisplay"_L1].toString();
        team.healthCareSystemName = object["healthCareSystemName"_L1].toString();
        region.stations[team.station.parent()].careTeams.append(team);
    }
}

void readTruth(const QString &dir, Region &region)
{
    QHash<QString, Truth> byId;
    for (const QByteArray &line : contentOf(dir + u"/truth.csv"_s).split('\n').mid(1)) {
        const QStringList cells = QString::fromUtf8(line).split(u',');
        if (cells.size() < 4)
            continue;
        Truth truth;
        truth.hasTeam = !cells.at(2).isEmpty();
        for (const QString &id : (cells.at(2) + u';' + cells.at(3)).split(u';', Qt::SkipEmptyParts))
            truth.right.insert(id.toLongLong());
        byId.insert(cells.at(0), truth);
    }
    for (auto it = region.extractId.cbegin(); it != region.extractId.cend(); ++it)
        region.truth.insert(it.key(), byId.value(it.value()));
}

struct Counts
{
    qint64 prescribers = 0, candidates = 0, automatic = 0, right = 0, first = 0, withTeam = 0;
    double expected = 0; ///< what the probabilities of the automatic links promise
};

void count(Counts &counts, const CandidateSet &set, const Truth &truth)
{
    ++counts.prescribers;
    counts.withTeam += truth.hasTeam;
    counts.candidates += !set.candidates.isEmpty();
    if (set.candidates.isEmpty())
        return;
    const bool right = truth.right.contains(set.candidates.constFirst().careTeam.value);
    counts.first += right;
    counts.automatic += set.automatic;
    counts.right += set.automatic && right;
    if (set.automatic)
        counts.expected += set.candidates.constFirst().probability;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QTextStream out(stdout);
    if (app.arguments().size() != 2) {
        out << "usage: bench_correlation REGION_DIRECTORY\n";
        return 2;
    }
    Region region;
    const QString dir = app.arguments().at(1);
    readPrescribers(dir, region);
    readCareTeams(dir, region);
    readTruth(dir, region);

    const SurnameEngine engine;
    Counts counts;
    QElapsedTimer timer;
    timer.start();
    QVector<QVector<CandidateSet>> results;
    for (const StationInput &station : std::as_const(region.stations))
        results.append(engine.match(station));
    const qint64 elapsed = timer.elapsed();
    for (const auto &sets : std::as_const(results)) {
        for (const CandidateSet &set : sets)
            count(counts, set, region.truth.value(set.prescriberId.value));
    }
    const auto percent = [](double part, qint64 whole) { return whole ? 100.0 * part / double(whole) : 0.0; };
    out << counts.prescribers << " prescribers, " << counts.withTeam << " with a team, "
        << region.stations.size() << " stations, engine " << engine.version() << '\n'
        << "candidates for " << counts.candidates << ", the first one right for " << counts.first << '\n'
        << "linked without a person: " << counts.automatic << " ("
        << percent(double(counts.automatic), counts.prescribers) << " %), right " << counts.right << " ("
        << percent(double(counts.right), counts.automatic) << " %, promised "
        << percent(counts.expected, counts.automatic) << " %)\n"
        << "time " << elapsed << " ms\n";
    return 0;
}
