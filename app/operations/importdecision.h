// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/correlation.h"
#include "models/domain/prescription.h"
#include "models/domain/renewal.h"

#include <QDateTime>
#include <QString>
#include <QTimeZone>

#include <optional>

namespace renewal::operations {

/// All that the store knows about one request when an import touches it.
struct RequestFacts
{
    QString parentStation;
    EhrSystem ehr = EhrSystem::VistA;
    QString patientKey;
    QString prescriptionId;
    QTimeZone zone; ///< of the facility; invalid: unknown

    std::optional<Prescription> prescription;
    PrescriberId prescriber; ///< invalid: unknown, or two people share the name
    QString prescriberShown;
    CorrelationStatus status = CorrelationStatus::None;
    TriageTeamId careTeam;
    QString careTeamName;
    std::optional<double> probability;

    std::optional<RenewalMessage> message; ///< the newest one
    QDateTime firstSent;                   ///< of the messages that nothing has answered yet
    QDateTime ended;                       ///< when the last answered request for it was made; invalid: none
    bool isPending = false;                ///< it stands in the queue already
    QDateTime pendingSince;
};

/// The renewal that follows from the facts, whatever arrived first; nullopt when nothing new is asked. The
/// verdict is that of the rule in force at `now`. Pure.
std::optional<Renewal> renewalOf(const RequestFacts &facts, const QDateTime &now);

} // namespace renewal::operations
