// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/prescription.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QVector>

#include <optional>

namespace renewal::exchange {

/// One row of a table of renewability edge cases: what a rule is asked, and what its answer should be.
struct RenewabilityCase
{
    QString id;     ///< "oh-all-pass"; also the prescriptionId of `prescription`
    QString source; ///< as in the file: "oracle_health" or "vista"
    EhrSystem ehr = EhrSystem::VistA;
    /// Without value: the input was null or no object, so there is no prescription to judge. A VistA input
    /// fills dispStatus, refillRemaining, source, refillable, renewable, expirationDate and one `fills`
    /// entry per rfRecordExpirationDates; an Oracle Health one fills `fhir` (a null list is empty).
    std::optional<Prescription> prescription;
    QDateTime today; ///< the instant the case is judged at, UTC
    QString description;
    std::optional<bool> expectedRenewable; ///< under the newest rule; nullopt when the table does not say
    QString expectedGate;

    bool operator==(const RenewabilityCase &) const = default;
};

/// Reads {"cases": [...]} as in FileKind::RenewabilityCases. Fails with InvalidInput naming what and where.
Result<QVector<RenewabilityCase>> readRenewabilityCases(const QByteArray &json);

} // namespace renewal::exchange
