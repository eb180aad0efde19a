// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/simulatepatients.h"

#include "app/operations/simulatejson.h"

#include <QVarLengthArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace renewal::operations {

using simulation::Disposition;

namespace {
constexpr quint64 patientSpan = 100'000'000;
constexpr quint64 prescriptionSpan = 900'000'000;
constexpr qint64 secondsPerDay = 86'400;
constexpr int noonSecond = 12 * 3'600;

QDate dayOf(qint64 secondsSinceEpoch)
{
    return QDate(1970, 1, 1).addDays(secondsSinceEpoch / secondsPerDay);
}

QDate sundayFrom(QDate day)
{
    return day.addDays(7 - day.dayOfWeek());
}

/// When a day begins in Eastern time, in seconds of the same day in UTC: days are delivered as that midnight.
/// Daylight saving time lasts from the second Sunday in March to the first in November.
int easternMidnight(QDate day)
{
    if (!day.isValid())
        return 0;
    const bool isSummer =
        day > sundayFrom(QDate(day.year(), 3, 8)) && day <= sundayFrom(QDate(day.year(), 11, 1));
    return (isSummer ? 4 : 5) * 3'600;
}

struct StatusWords
{
    const char16_t *dispStatus;
    const char16_t *refillStatus;
};

StatusWords statusWords(Disposition disposition, bool oracleHealth)
{
    switch (disposition) {
    case Disposition::NoRefillsLeft:
    case Disposition::RefillsLeft:
        return {u"Active", u"active"};
    case Disposition::ExpiredLately:
    case Disposition::ExpiredLongAgo:
        return {u"Expired", u"expired"};
    case Disposition::Discontinued:
        return {u"Discontinued", u"discontinued"};
    case Disposition::RefillInProcess:
        return {u"Active: Refill in Process", u"refillinprocess"};
    case Disposition::OnHold:
        // The two adapters differ in the case of one letter.
        return oracleHealth ? StatusWords{u"Active: On hold", u"providerHold"}
                            : StatusWords{u"Active: On Hold", u"hold"};
    }
    return {u"Unknown", u"unknown"};
}

/// The fields of one object without its braces, to be set into others.
QByteArray withoutBraces(QByteArray object)
{
    object.chop(2); // "}\n"
    return object.mid(1);
}

QByteArray drugFields(const simulation::Drug &drug)
{
    QByteArray buffer;
    JsonLine(buffer)
        .text("prescriptionName", drug.name)
        .text("sig", drug.sig)
        .text("quantity", drug.quantity)
        .raw("category", "[\"Rx Medication\"]")
        .end();
    return withoutBraces(buffer);
}

/// The v2 list has no first name: the last name holds the whole text.
QString providerText(const PrescriberName &name)
{
    if (!name.display.isEmpty())
        return name.display;
    return name.first.isEmpty() ? name.last : name.last + u", "_s + name.first;
}

QByteArray prescriberFields(const Prescriber &prescriber)
{
    QByteArray buffer;
    JsonLine(buffer)
        .null("providerFirstName")
        .text("providerLastName", providerText(prescriber.name))
        .text("stationNumber", prescriber.station.text())
        .textOrNull("facilityName", prescriber.facilityName)
        .textOrNull("divisionName", prescriber.divisionName)
        .text("dataSourceSystem", toString(prescriber.ehr))
        .text("prescriptionSource", prescriber.ehr == EhrSystem::OracleHealth ? u"VA" : u"RX")
        .end();
    return withoutBraces(buffer);
}

QByteArray teamFields(const CareTeam &team)
{
    QByteArray buffer;
    JsonLine(buffer)
        .text("stationNumber", team.station.text())
        .number("recipientId", team.triageTeamId.value)
        .text("recipientName", team.name)
        .boolean("isOhMessage", team.ehr == EhrSystem::OracleHealth)
        .end();
    return withoutBraces(buffer);
}
} // namespace

PatientWriter::PatientWriter(const simulation::Region &region, const simulation::Tables &tables,
                             const simulation::Options &options, SimulationReport &report)
    : m_region(region)
    , m_tables(tables)
    , m_options(options)
    , m_report(report)
    , m_patientCounts(region.prescribers.size())
{
    for (const simulation::Drug &drug : tables.drugs)
        m_drugFields.append(drugFields(drug));
    for (const simulation::SimulatedPrescriber &prescriber : region.prescribers) {
        m_prescriberFields.append(prescriberFields(prescriber.prescriber));
        m_prescriberTexts.append(providerText(prescriber.prescriber.name));
    }
    for (const simulation::SimulatedTeam &team : region.teams)
        m_teamFields.append(teamFields(team.careTeam));
}

Done PatientWriter::open(RegionFolder &folder)
{
    const struct
    {
        QString name;
        RegionFile *&file;
    } files[] = {
        {u"prescriptions.ndjson"_s, m_prescriptions},
        {u"patient_triage_teams.ndjson"_s, m_patientTeams},
        {u"renewal_history.ndjson"_s, m_history},
        {u"renewal_messages.ndjson"_s, m_messages},
    };
    for (const auto &entry : files) {
        const auto file = folder.create(entry.name);
        if (!file)
            return failure(file.error());
        entry.file = *file;
    }
    return ok();
}

void PatientWriter::countPrescribers(const simulation::SimulatedPatient &patient)
{
    QVarLengthArray<int, 16> prescribers;
    for (const simulation::SimulatedPrescription &prescription : patient.prescriptions)
        prescribers.append(prescription.prescriber);
    for (const simulation::SimulatedRenewal &renewal : patient.renewals)
        prescribers.append(renewal.prescriber);
    std::sort(prescribers.begin(), prescribers.end());
    const auto end = std::unique(prescribers.begin(), prescribers.end());
    for (auto it = prescribers.begin(); it != end; ++it)
        ++m_patientCounts[*it];
}

Done PatientWriter::write(const simulation::SimulatedPatient &patient)
{
    m_patientKey.resize(0);
    m_patientKey.append("\"V");
    appendDigits(m_patientKey, simulation::scrambled(patient.number, patientSpan, m_options.seed + 3), 8);
    m_patientKey.append('"');

    writeTeams(patient);
    for (const simulation::SimulatedPrescription &prescription : patient.prescriptions)
        writeShort(prescription);
    for (const simulation::SimulatedRoute &route : patient.history)
        writeHistory(route);
    for (const simulation::SimulatedRenewal &renewal : patient.renewals) {
        writeFull(renewal);
        writeMessage(renewal, renewal.sentAt, renewal.number * 2);
        if (renewal.repeatedAt > 0)
            writeMessage(renewal, renewal.repeatedAt, renewal.number * 2 + 1);
    }
    countPrescribers(patient);
    ++m_report.patients;
    m_report.renewals += patient.renewals.size();
    m_report.prescriptions += patient.prescriptions.size() + patient.renewals.size();
    m_report.history += patient.history.size();
    for (RegionFile *file : {m_prescriptions, m_patientTeams, m_history, m_messages}) {
        if (auto done = file->flushIfLarge(); !done)
            return done;
    }
    return ok();
}

void PatientWriter::writeTeams(const simulation::SimulatedPatient &patient)
{
    if (patient.teams.isEmpty())
        return;
    QByteArray &buffer = m_patientTeams->buffer();
    buffer.append("{\"patientId\":").append(m_patientKey).append(",\"triageTeamIds\":[");
    for (qsizetype i = 0; i < patient.teams.size(); ++i) {
        buffer.append(i > 0 ? ",\"" : "\"");
        appendDigits(buffer, quint64(m_region.teams.at(patient.teams.at(i)).careTeam.triageTeamId.value), 1);
        buffer.append('"');
    }
    buffer.append("]}\n");
}

void PatientWriter::writeShort(const simulation::SimulatedPrescription &prescription)
{
    const Prescriber &prescriber = m_region.prescribers.at(prescription.prescriber).prescriber;
    JsonLine(m_prescriptions->buffer())
        .raw("patientId", m_patientKey)
        .text("prescriberId", prescriber.extractId)
        .text("stationNumber", prescriber.station.text())
        .date("orderedDate", prescription.ordered)
        .end();
}

quint64 PatientWriter::prescriptionId(const simulation::SimulatedRenewal &renewal) const
{
    return 20'000'000 + simulation::scrambled(renewal.number, prescriptionSpan, m_options.seed + 4);
}

QString PatientWriter::rxNumber(const simulation::SimulatedRenewal &renewal) const
{
    const Prescriber &prescriber = m_region.prescribers.at(renewal.prescriber).prescriber;
    const quint64 id = prescriptionId(renewal);
    const QString number = QString::number(2'000'000 + id % 8'000'000);
    if (prescriber.ehr == EhrSystem::OracleHealth)
        return id % 3 == 0 ? prescriber.station.parent() + u'-' + number : QString();
    // VistA adds a letter with each renewal.
    return id % 5 < 2 ? number + QChar(u'A' + int(id % 4)) : number;
}

void PatientWriter::writeFull(const simulation::SimulatedRenewal &renewal)
{
    const Prescriber &prescriber = m_region.prescribers.at(renewal.prescriber).prescriber;
    const bool oracleHealth = prescriber.ehr == EhrSystem::OracleHealth;
    const StatusWords words = statusWords(renewal.disposition, oracleHealth);
    QByteArray &buffer = m_prescriptions->buffer();
    JsonLine line(buffer);
    line.raw("patientId", m_patientKey)
        .text("prescriberId", prescriber.extractId)
        .text("prescriptionId", QString::number(prescriptionId(renewal)))
        .textOrNull("prescriptionNumber", rxNumber(renewal));
    buffer.append(',').append(m_drugFields.at(renewal.drug));
    buffer.append(',').append(m_prescriberFields.at(renewal.prescriber));
    line.text("dispStatus", words.dispStatus)
        .text("refillStatus", words.refillStatus)
        .number("refillRemaining", renewal.refillsLeft)
        .boolean("isRefillable", renewal.disposition == Disposition::RefillsLeft)
        .boolean("isRenewable", simulation::isRenewable(renewal.disposition))
        .boolean("isTrackable", false)
        .boolean("inCernerTransition", false);
    writeFullDates(line, renewal);
    if (oracleHealth && renewal.task)
        line.number("renewalSubmittedTimestamp", renewal.sentAt * 1'000);
    line.end();
}

void PatientWriter::writeFullDates(JsonLine &line, const simulation::SimulatedRenewal &renewal)
{
    const int filledSecond = easternMidnight(renewal.lastFilled);
    line.instant("orderedDate", renewal.ordered, easternMidnight(renewal.ordered))
        .instant("refillDate", renewal.lastFilled, filledSecond)
        .instant("dispensedDate", renewal.lastFilled, filledSecond)
        .date("sortedDispensedDate", renewal.lastFilled)
        .instant("expirationDate", renewal.expires, noonSecond);
}

simulation::BodyValues PatientWriter::bodyValues(const simulation::SimulatedRenewal &renewal,
                                                 qint64 sentAt) const
{
    const simulation::Drug &drug = m_tables.drugs.at(renewal.drug);
    simulation::BodyValues values;
    values.medication = drug.name;
    values.instructions = drug.sig;
    values.provider = m_prescriberTexts.at(renewal.prescriber);
    values.expires = renewal.expires;
    values.lastFilled = renewal.lastFilled;
    values.quantity = drug.quantity;
    values.remark = renewal.remark;
    if (renewal.form == simulation::BodyForm::OlderPrefill) {
        values.prescriptionNumber = rxNumber(renewal);
        values.refillsLeft = renewal.refillsLeft;
    }
    values.signer = renewal.signer;
    values.sentOn = dayOf(sentAt);
    return values;
}

void PatientWriter::writeMessage(const simulation::SimulatedRenewal &renewal, qint64 sentAt,
                                 quint64 messageNumber)
{
    QByteArray &buffer = m_messages->buffer();
    JsonLine line(buffer);
    line.number("messageId", qint64(7'000'000 + messageNumber))
        .raw("patientId", m_patientKey)
        .text("prescriptionId", QString::number(prescriptionId(renewal)))
        .text("category", u"MEDICATIONS")
        .text("subject", u"Renewal Needed")
        .text("body", simulation::messageBody(renewal.form, bodyValues(renewal, sentAt)))
        .boolean("attachment", false)
        .instant("sentDate", dayOf(sentAt), int(sentAt % secondsPerDay));
    buffer.append(',').append(m_teamFields.at(renewal.team));
    line.null("readReceipt").end();
    ++m_report.messages;
}

void PatientWriter::writeHistory(const simulation::SimulatedRoute &route)
{
    const auto teamId = [this](int team) {
        return QString::number(m_region.teams.at(team).careTeam.triageTeamId.value);
    };
    const Prescriber &prescriber = m_region.prescribers.at(route.prescriber).prescriber;
    JsonLine(m_history->buffer())
        .raw("patientId", m_patientKey)
        .text("prescriberId", prescriber.extractId)
        .text("stationNumber", prescriber.station.text())
        .text("sentToTriageTeamId", teamId(route.sentTo))
        .textOrNull("reroutedToTriageTeamId", route.reroutedTo < 0 ? QString() : teamId(route.reroutedTo))
        .end();
}

} // namespace renewal::operations
