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

    // Of messages and askings those count that belong to no ended request.
    std::optional<RenewalMessage> message; ///< the newest one that asks
    int asked = 0;                         ///< how often, by both ways
    QDateTime firstAsked;                  ///< invalid: nobody asked, or not told when
    QDateTime lastAsked;
    bool hasNewMessage = false; ///< the Veteran wrote something that no renewal has yet
    bool isAnswered = false;    ///< the Veteran replied in the thread
    bool hasNewAnswer = false;  ///< and no renewal has that reply yet
    QDateTime answered;         ///< the newest reply; invalid: none, or not told when
    bool hasEnded = false;      ///< there is an ended request for it
    bool isPending = false;     ///< it stands in the queue already
    QDateTime pendingSince;
};

/// The renewal that follows from the facts, whatever arrived first; nullopt when nothing new is asked. The
/// verdict is that of the rule in force at `now`. Pure.
std::optional<Renewal> renewalOf(const RequestFacts &facts, const QDateTime &now);

} // namespace renewal::operations
