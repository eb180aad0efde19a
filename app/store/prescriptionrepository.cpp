// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/prescriptionrepository.h"

#include "app/store/connection.h"
#include "app/store/prescriptiondocument.h"

namespace renewal::store {

using namespace Qt::StringLiterals;

Result<PrescriptionRowId> PrescriptionRepository::upsert(const Prescription &prescription,
                                                         PrescriberId prescriber)
{
    const auto id = m_connection.first<qint64>(
        u"INSERT INTO prescription (parent_station, ehr, prescription_id, patient_key, station, "
        "prescription_number, prescriber_id, name, disp_status, refill_remaining, ordered_at, expires_at, "
        "renewal_submitted_at, document) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (parent_station, ehr, prescription_id, patient_key) DO UPDATE SET station = "
        "excluded.station, "
        "prescription_number = excluded.prescription_number, prescriber_id = excluded.prescriber_id, "
        "name = excluded.name, disp_status = excluded.disp_status, refill_remaining = "
        "excluded.refill_remaining, "
        "ordered_at = excluded.ordered_at, expires_at = excluded.expires_at, "
        "renewal_submitted_at = excluded.renewal_submitted_at, document = excluded.document RETURNING id"_s,
        {prescription.station.parent(), toString(prescription.ehr), text(prescription.prescriptionId),
         text(prescription.patientKey), prescription.station.text(), text(prescription.prescriptionNumber),
         boundId(prescriber), text(prescription.name), text(prescription.dispStatus),
         bound(prescription.refillRemaining), bound(prescription.orderedDate),
         bound(prescription.expirationDate), bound(prescription.renewalSubmitted),
         QString::fromUtf8(toDocument(prescription))},
        [](const Row &row) { return row.number(0); });
    if (!id)
        return failure(id.error());
    return PrescriptionRowId{id->value_or(0)};
}

Result<std::optional<Prescription>> PrescriptionRepository::find(EhrSystem ehr, const QString &parentStation,
                                                                 const QString &prescriptionId,
                                                                 const QString &patientKey)
{
    PrescriptionRowId id;
    QByteArray document;
    const Done read = m_connection.each(
        u"SELECT id, document FROM prescription WHERE parent_station = ? AND ehr = ? AND prescription_id = ? "
        "AND patient_key = ?"_s,
        {parentStation, toString(ehr), text(prescriptionId), text(patientKey)}, [&](const Row &row) {
            id.value = row.number(0);
            document = row.text(1).toUtf8();
            return false;
        });
    if (!read)
        return failure(read.error());
    if (!id.isValid())
        return std::optional<Prescription>();
    auto prescription = prescriptionFromDocument(document);
    if (!prescription)
        return failure(prescription.error());
    prescription->id = id;
    return std::optional(std::move(*prescription));
}

Done PrescriptionRepository::addShort(PrescriberId prescriber, const ShortPrescription &prescription)
{
    const QString day = prescription.orderedDate.toString(Qt::ISODate);
    const auto added = m_connection.run(
        u"INSERT INTO prescribed (parent_station, prescriber_id, patient_key, station, first_ordered, "
        "last_ordered, number) VALUES (?, ?, ?, ?, ?, ?, 1) "
        "ON CONFLICT (parent_station, prescriber_id, patient_key) DO UPDATE SET "
        "first_ordered = CASE WHEN prescribed.first_ordered = '' OR (excluded.first_ordered <> '' AND "
        "excluded.first_ordered < prescribed.first_ordered) THEN excluded.first_ordered "
        "ELSE prescribed.first_ordered END, last_ordered = CASE WHEN excluded.last_ordered > "
        "prescribed.last_ordered THEN excluded.last_ordered ELSE prescribed.last_ordered END, "
        "number = prescribed.number + 1"_s,
        {prescription.station.parent(), prescriber.value, text(prescription.patientKey),
         prescription.station.text(), text(day), text(day)});
    if (!added)
        return failure(added.error());
    return ok();
}

Result<qint64> PrescriptionRepository::patients(const QString &parentStation, PrescriberId prescriber)
{
    return m_connection.number(
        u"SELECT count(*) FROM (SELECT patient_key FROM prescribed WHERE parent_station = ? "
        "AND prescriber_id = ? UNION SELECT patient_key FROM prescription WHERE parent_station = ? "
        "AND prescriber_id = ?) everybody"_s,
        {parentStation, prescriber.value, parentStation, prescriber.value});
}

Result<QMap<qint64, qint64>> PrescriptionRepository::sharedPatients(const QString &parentStation,
                                                                    PrescriberId prescriber)
{
    QMap<qint64, qint64> shared;
    const Done read = m_connection.each(
        u"SELECT t.triage_team_id, count(*) FROM (SELECT patient_key FROM prescribed WHERE parent_station = "
        u"? "
        "AND prescriber_id = ? UNION SELECT patient_key FROM prescription WHERE parent_station = ? "
        "AND prescriber_id = ?) everybody JOIN patient_team t ON t.parent_station = ? "
        "AND t.patient_key = everybody.patient_key GROUP BY t.triage_team_id"_s,
        {parentStation, prescriber.value, parentStation, prescriber.value, parentStation},
        [&](const Row &row) {
            shared.insert(row.number(0), row.number(1));
            return true;
        });
    if (!read)
        return failure(read.error());
    return shared;
}

Result<QMap<qint64, qint64>> PrescriptionRepository::teamPatients(const QString &parentStation,
                                                                  const QVector<TriageTeamId> &teams)
{
    QMap<qint64, qint64> all;
    if (teams.isEmpty())
        return all;
    QVariantList values{parentStation};
    QStringList places;
    for (const TriageTeamId team : teams) {
        values.append(team.value);
        places.append(u"?"_s);
        all.insert(team.value, 0);
    }
    const Done read =
        m_connection.each(u"SELECT triage_team_id, count(*) FROM patient_team WHERE parent_station = ? "
                          "AND triage_team_id IN (%1) GROUP BY triage_team_id"_s.arg(places.join(u", ")),
                          values, [&](const Row &row) {
                              all.insert(row.number(0), row.number(1));
                              return true;
                          });
    if (!read)
        return failure(read.error());
    return all;
}

Result<QVector<TriageTeamId>> PrescriptionRepository::patientTeams(const QString &parentStation,
                                                                   const QString &patientKey)
{
    return m_connection.rows<TriageTeamId>(
        u"SELECT triage_team_id FROM patient_team WHERE parent_station = ? AND patient_key = ? "
        "ORDER BY triage_team_id"_s,
        {parentStation, patientKey}, [](const Row &row) { return TriageTeamId{row.number(0)}; });
}

Result<qint64> PrescriptionRepository::total()
{
    return m_connection.number(u"SELECT count(*) FROM prescription"_s);
}

} // namespace renewal::store
