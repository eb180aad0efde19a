// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/simulatefolder.h"
#include "app/operations/simulateregion.h"
#include "models/simulation/patients.h"

#include <QByteArray>
#include <QVector>

namespace renewal::operations {

class JsonLine;

/// Writes patients, one by one, into the four files that grow with them. What repeats (a drug, a
/// prescriber, a care team) is turned into JSON once.
class PatientWriter
{
public:
    /// Keeps references to all four.
    PatientWriter(const simulation::Region &region, const simulation::Tables &tables,
                  const simulation::Options &options, SimulationReport &report);
    Done open(RegionFolder &folder);
    Done write(const simulation::SimulatedPatient &patient);
    /// How many of the patients written each prescriber of the region has.
    const QVector<int> &patientCounts() const { return m_patientCounts; }

private:
    void countPrescribers(const simulation::SimulatedPatient &patient);
    void writeTeams(const simulation::SimulatedPatient &patient);
    void writeShort(const simulation::SimulatedPrescription &prescription);
    void writeFull(const simulation::SimulatedRenewal &renewal);
    void writeFullDates(JsonLine &line, const simulation::SimulatedRenewal &renewal);
    void writeMessage(const simulation::SimulatedRenewal &renewal, qint64 sentAt, quint64 messageNumber);
    void writeHistory(const simulation::SimulatedRoute &route);
    simulation::BodyValues bodyValues(const simulation::SimulatedRenewal &renewal, qint64 sentAt) const;
    QString rxNumber(const simulation::SimulatedRenewal &renewal) const;
    quint64 prescriptionId(const simulation::SimulatedRenewal &renewal) const;

    const simulation::Region &m_region;
    const simulation::Tables &m_tables;
    const simulation::Options &m_options;
    SimulationReport &m_report;
    QVector<QByteArray> m_drugFields;       ///< "prescriptionName": ... to "quantity": ...
    QVector<QByteArray> m_prescriberFields; ///< "providerLastName": ... to "dataSourceSystem": ...
    QVector<QByteArray> m_teamFields;       ///< "recipientId": ..., "recipientName": ...
    QVector<QString> m_prescriberTexts;     ///< as the message form writes them
    QVector<int> m_patientCounts;           ///< per prescriber
    QByteArray m_patientKey;                ///< quoted
    RegionFile *m_prescriptions = nullptr;
    RegionFile *m_patientTeams = nullptr;
    RegionFile *m_history = nullptr;
    RegionFile *m_messages = nullptr;
};

} // namespace renewal::operations
