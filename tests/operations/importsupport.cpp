// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/operations/importsupport.h"

#include "app/operations/importfiles.h"
#include "app/operations/stagingtables.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace renewal::testing {

using namespace Qt::StringLiterals;

namespace {
struct Listing
{
    const char *name;
    const char *sql;
    int columns;
};

constexpr Listing listings[] = {
    {"station", "SELECT parent_station, station, name, ehr FROM station", 4},
    {"care_team", "SELECT parent_station, triage_team_id, station, ehr, name, blocked FROM care_team", 6},
    {"prescriber",
     "SELECT parent_station, ehr, name_key, station, shown, specialty, npi, homonyms, waiting FROM "
     "prescriber",
     9},
    {"source",
     "SELECT k.extract, k.extract_id, p.name_key FROM prescriber_source k JOIN prescriber p ON p.id = "
     "k.prescriber_id",
     3},
    {"prescribed",
     "SELECT d.parent_station, p.name_key, d.patient_key, d.station, d.first_ordered, d.last_ordered, "
     "d.number "
     "FROM prescribed d JOIN prescriber p ON p.id = d.prescriber_id",
     7},
    {"patient_team", "SELECT parent_station, patient_key, triage_team_id FROM patient_team", 3},
    {"past_route",
     "SELECT d.parent_station, p.name_key, d.patient_key, d.sent_to, d.rerouted_to, d.number "
     "FROM past_route d JOIN prescriber p ON p.id = d.prescriber_id",
     6},
    {"prescription",
     "SELECT d.parent_station, d.ehr, d.prescription_id, d.patient_key, COALESCE(p.name_key, ''), d.document "
     "FROM prescription d LEFT JOIN prescriber p ON p.id = d.prescriber_id",
     6},
    {"message",
     "SELECT m.parent_station, m.ehr, m.message_id, m.patient_key, m.prescription_id, m.station, m.body, "
     "CASE WHEN m.renewal_id IS NULL THEN 0 ELSE 1 END FROM renewal_message m",
     8},
    {"renewal",
     "SELECT r.parent_station, r.ehr, r.patient_key, r.prescription_id, r.state, r.state_reason, r.station, "
     "r.requested_at, r.due_at, COALESCE(p.name_key, ''), r.drug, r.sig, r.quantity, r.prescriber_shown, "
     "COALESCE(r.sent_to, 0), COALESCE(r.care_team, 0), r.care_team_name, r.rule_version, r.gate, "
     "r.renewable, "
     "r.message_id, COALESCE(r.refill_remaining, -1), r.asked, COALESCE(r.asked_last, 0), "
     "COALESCE(r.answered_at, 0) "
     "FROM renewal r LEFT JOIN prescriber p ON p.id = r.prescriber_id",
     25},
    {"asking",
     "SELECT parent_station, ehr, patient_key, prescription_id, way, message_id, asked_at, "
     "CASE WHEN renewal_id IS NULL THEN 0 ELSE 1 END FROM renewal_asking",
     8},
    {"correlation",
     "SELECT c.parent_station, p.name_key, c.status, c.care_team, c.decided_by FROM correlation c "
     "JOIN prescriber p ON p.id = c.prescriber_id",
     5},
    {"metric",
     "SELECT s.key, s.labels, p.at, p.value FROM metric_point p JOIN metric_series s ON s.id = p.series_id",
     4},
    {"toggle", "SELECT name, enabled, state FROM feature_toggle", 3},
    {"rollout", "SELECT toggle, name, percent FROM rollout_stage", 3},
};
} // namespace

QStringList visible(store::Connection &connection)
{
    QStringList lines;
    for (const Listing &listing : listings) {
        const auto read = connection.each(QString::fromLatin1(listing.sql), {}, [&](const store::Row &row) {
            QStringList cells{QString::fromLatin1(listing.name)};
            for (int column = 0; column < listing.columns; ++column)
                cells.append(row.text(column));
            lines.append(cells.join(u'|'));
            return true;
        });
        if (!read)
            lines.append(read.error().detail);
    }
    lines.sort();
    return lines;
}

QString value(store::Connection &connection, const QString &sql)
{
    const auto found = connection.first<QString>(sql, {}, [](const store::Row &row) { return row.text(0); });
    return found ? found->value_or(u"(no row)"_s) : found.error().detail;
}

qint64 staged(store::Connection &connection)
{
    qint64 rows = 0;
    for (const QString &table :
         operations::stagingTableNames() + QStringList{u"staging_request"_s, u"staging_renewal"_s})
        rows += connection.number(u"SELECT count(*) FROM "_s + table).value_or(-1'000'000);
    return rows;
}

void ImportFolder::write(const QString &fileName, const QStringList &lines)
{
    writeBytes(fileName, (lines.join(u'\n') + u'\n').toUtf8());
}

void ImportFolder::writeBytes(const QString &fileName, const QByteArray &bytes)
{
    QFile file(path(fileName));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(file.fileName()));
}

Result<operations::ImportResult> ImportFolder::import(store::Connection &connection,
                                                      const QStringList &fileNames, const QString &extract,
                                                      const operations::ProgressHandler &progress)
{
    operations::Importer importer(connection, m_clock, progress);
    if (fileNames.isEmpty()) {
        const auto requests = operations::importRequests({m_dir.path()}, extract);
        return requests ? importer.run(requests->first()) : failure(requests.error());
    }
    operations::ImportRequest request{fileNames.first(), extract, {}, {}};
    for (const QString &name : fileNames)
        request.files.append({path(name), name});
    return importer.run(request);
}

QString prescriberLine(const QString &id, const QString &first, const QString &last, const QString &station)
{
    return uR"({"prescriberId":"%1","providerFirstName":"%2","providerLastName":"%3","stationNumber":"%4","dataSourceSystem":"VISTA"})"_s
        .arg(id, first, last, station);
}

QString shortLine(const QString &patient, const QString &prescriber, const QString &station,
                  const QString &date)
{
    return uR"({"patientId":"%1","prescriberId":"%2","stationNumber":"%3","orderedDate":"%4"})"_s.arg(
        patient, prescriber, station, date);
}

namespace {
QString merged(QJsonObject object, const QString &changes)
{
    const QJsonObject more = QJsonDocument::fromJson((u'{' + changes + u'}').toUtf8()).object();
    for (auto it = more.begin(); it != more.end(); ++it)
        object.insert(it.key(), it.value());
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}
} // namespace

QString prescriptionLine(const QString &patient, const QString &prescriptionId, const QString &prescriber,
                         const QString &station, const QString &changes)
{
    QJsonObject object{{u"prescriptionId"_s, prescriptionId},
                       {u"patientId"_s, patient},
                       {u"stationNumber"_s, station},
                       {u"dataSourceSystem"_s, u"VISTA"_s},
                       {u"prescriptionSource"_s, u"RX"_s},
                       {u"prescriptionNumber"_s, u"27"_s + prescriptionId},
                       {u"prescriptionName"_s, u"LISINOPRIL 10MG TAB"_s},
                       {u"sig"_s, u"TAKE ONE DAILY"_s},
                       {u"quantity"_s, 90},
                       {u"dispStatus"_s, u"Active"_s},
                       {u"refillStatus"_s, u"active"_s},
                       {u"refillRemaining"_s, 0},
                       {u"isRefillable"_s, false},
                       {u"orderedDate"_s, u"2025-10-01T00:00:00.000Z"_s},
                       {u"expirationDate"_s, u"2026-10-02T00:00:00.000Z"_s}};
    if (!prescriber.isEmpty())
        object.insert(u"prescriberId"_s, prescriber);
    return merged(object, changes);
}

QString messageLine(const QString &patient, const QString &prescriptionId, qint64 team, const QString &sent,
                    const QString &changes)
{
    const QJsonObject object{
        {u"patientId"_s, patient},
        {u"prescriptionId"_s, prescriptionId},
        {u"recipientId"_s, team},
        {u"sentDate"_s, sent},
        {u"category"_s, u"MEDICATIONS"_s},
        {u"subject"_s, u"Renewal Needed"_s},
        {u"body"_s,
         u"Medication name, strength, and form: LISINOPRIL 10MG TAB\nInstructions: TAKE ONE DAILY\n"
         "Provider who prescribed it: CHIDI OKAFOR\nPrescription expiration date: October 2, 2026\n"
         "Last filled on: Not filled yet\nQuantity: 90"_s}};
    return merged(object, changes);
}

QByteArray teamDocument(qint64 id, const QString &name, const QString &station)
{
    const QJsonObject attributes{{u"triageTeamId"_s, id},       {u"name"_s, name},
                                 {u"stationNumber"_s, station}, {u"blockedStatus"_s, false},
                                 {u"preferredTeam"_s, true},    {u"relationType"_s, u"PATIENT"_s},
                                 {u"ohTriageGroup"_s, false}};
    const QJsonObject item{
        {u"id"_s, QString::number(id)}, {u"type"_s, u"all_triage_teams"_s}, {u"attributes"_s, attributes}};
    return QJsonDocument(QJsonObject{{u"data"_s, QJsonArray{item}}}).toJson(QJsonDocument::Compact);
}

} // namespace renewal::testing
