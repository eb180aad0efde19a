// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/extract.h"
#include "models/domain/prescription.h"

#include <QMap>

#include <optional>

namespace renewal::store {

class Connection;

/// Prescriptions in full form, and who prescribed for whom.
class PrescriptionRepository
{
public:
    explicit PrescriptionRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Inserts, or replaces the one with the same ehr, parent station, prescription id and patient.
    Result<PrescriptionRowId> upsert(const Prescription &prescription, PrescriberId prescriber);
    Result<std::optional<Prescription>> find(EhrSystem ehr, const QString &parentStation,
                                             const QString &prescriptionId, const QString &patientKey);
    /// Adds to the pair's count and widens its dates.
    Done addShort(PrescriberId prescriber, const ShortPrescription &prescription);
    /// Distinct patients with prescriptions of this prescriber, of both forms.
    Result<qint64> patients(const QString &parentStation, PrescriberId prescriber);
    /// By team number: how many of those patients are associated with the team. Empty when nothing is known
    /// about the teams of any of them.
    Result<QMap<qint64, qint64>> sharedPatients(const QString &parentStation, PrescriberId prescriber);
    /// By team number: how many patients of the station are associated with the team, for these teams.
    Result<QMap<qint64, qint64>> teamPatients(const QString &parentStation,
                                              const QVector<TriageTeamId> &teams);
    /// The teams a patient is associated with at a parent station.
    Result<QVector<TriageTeamId>> patientTeams(const QString &parentStation, const QString &patientKey);
    Result<qint64> total();

private:
    Connection &m_connection;
};

} // namespace renewal::store
