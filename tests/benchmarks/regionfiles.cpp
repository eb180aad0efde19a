// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/regionfiles.h"

#include "models/exchange/truthfile.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace renewal;
using namespace renewal::correlation;
using namespace Qt::StringLiterals;

namespace {

/// Where a prescriber or team stands: its station and its row there.
struct Place
{
    QString station;
    quint32 row = 0;
};

struct Reading
{
    Region region;
    QHash<QByteArray, Place> prescribers; ///< by extract id
    QHash<QByteArray, Place> teams;       ///< by triageTeamId
    QHash<QByteArray, qint64> rows;       ///< by extract id
    QHash<QString, QHash<QByteArray, quint32>> patients;

    quint32 number(const QString &station, const QByteArray &patient)
    {
        auto &numbers = patients[station];
        const auto found = numbers.constFind(patient);
        return found != numbers.cend() ? *found : *numbers.insert(patient, quint32(numbers.size()));
    }
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The value of a text member of a flat JSON object on one line.
QByteArray member(QByteArrayView line, QByteArrayView name)
{
    const QByteArray key = '"' + name.toByteArray() + "\":\"";
    const qsizetype at = line.indexOf(key);
    if (at < 0)
        return {};
    const qsizetype start = at + key.size();
    return line.sliced(start, line.indexOf('"', start) - start).toByteArray();
}

void readPrescribers(const QString &directory, Reading &reading)
{
    qint64 row = 0;
    for (const QByteArray &line : contentOf(directory + u"/prescribers.ndjson"_s).split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (object.isEmpty())
            continue;
        Prescriber p;
        p.id.value = ++row;
        p.station = StationNumber(object["stationNumber"_L1].toString());
        p.ehr = ehrSystemFromString(object["dataSourceSystem"_L1].toString()).value_or(EhrSystem::VistA);
        p.name = {object["providerFirstName"_L1].toString(), object["providerLastName"_L1].toString(),
                  object["requesterDisplay"_L1].toString()};
        p.divisionName = object["divisionName"_L1].toString();
        p.facilityName = object["facilityName"_L1].toString();
        p.specialty = object["specialty"_L1].toString();
        StationInput &station = reading.region.stations[p.station.parent()];
        station.parentStation = p.station.parent();
        const QByteArray id = object["prescriberId"_L1].toString().toUtf8();
        reading.prescribers.insert(id, {station.parentStation, quint32(station.prescribers.size())});
        reading.rows.insert(id, row);
        station.prescribers.append(p);
    }
    // Two extract ids behind one name: as the import counts them.
    for (StationInput &station : reading.region.stations) {
        QHash<QString, int> count;
        for (const Prescriber &p : std::as_const(station.prescribers))
            ++count[toString(p.ehr) + p.name.key()];
        for (Prescriber &p : station.prescribers)
            p.homonyms = count.value(toString(p.ehr) + p.name.key());
    }
}

void readCareTeams(const QString &directory, Reading &reading)
{
    const QJsonObject root = QJsonDocument::fromJson(contentOf(directory + u"/triage_teams.json"_s)).object();
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
        team.groupType = object["groupTypeEnumVal"_L1].toString();
        team.subGroupType = object["subGroupTypeEnumVal"_L1].toString();
        StationInput &station = reading.region.stations[team.station.parent()];
        station.parentStation = team.station.parent();
        reading.teams.insert(QByteArray::number(team.triageTeamId.value),
                             {station.parentStation, quint32(station.careTeams.size())});
        station.careTeams.append(team);
    }
}

void readPrescriptions(const QString &directory, Reading &reading)
{
    QFile file(directory + u"/prescriptions.ndjson"_s);
    if (!file.open(QIODevice::ReadOnly))
        return;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        const auto place = reading.prescribers.constFind(member(line, "prescriberId"));
        const QByteArray patient = member(line, "patientId");
        if (place != reading.prescribers.cend() && !patient.isEmpty())
            reading.region.stations[place->station].prescribed.append(
                {reading.number(place->station, patient), place->row});
    }
}

void readAssociations(const QString &directory, Reading &reading)
{
    for (const QByteArray &line : contentOf(directory + u"/patient_triage_teams.ndjson"_s).split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        const QByteArray patient = object["patientId"_L1].toString().toUtf8();
        for (const QJsonValue id : object["triageTeamIds"_L1].toArray()) {
            const auto place = reading.teams.constFind(id.toString().toUtf8());
            if (place != reading.teams.cend())
                reading.region.stations[place->station].associated.append(
                    {reading.number(place->station, patient), place->row});
        }
    }
}

void readTruths(const QString &directory, Reading &reading)
{
    const auto rows = exchange::readTruth(contentOf(directory + u"/truth.csv"_s));
    if (!rows)
        return;
    for (const exchange::TruthRow &row : *rows) {
        const auto found = reading.rows.constFind(row.prescriberId.toUtf8());
        if (found != reading.rows.cend())
            reading.region.truth.insert(*found, {row.right, row.ambiguous, row.kind, row.trap, row.patients});
    }
}

void sortTies(QVector<PatientTie> &ties)
{
    std::ranges::sort(ties);
    ties.resize(std::unique(ties.begin(), ties.end()) - ties.begin());
}

} // namespace

Region readRegion(const QString &directory)
{
    Reading reading;
    readPrescribers(directory, reading);
    readCareTeams(directory, reading);
    readPrescriptions(directory, reading);
    readAssociations(directory, reading);
    readTruths(directory, reading);
    for (StationInput &station : reading.region.stations) {
        sortTies(station.prescribed);
        sortTies(station.associated);
        station.patients = quint32(reading.patients.value(station.parentStation).size());
    }
    return reading.region;
}
