// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/domain/station.h"

#include <QString>
#include <QVector>

namespace renewal {

/// Which care teams a patient is associated with in Secure Messaging. Noisy: lapsed ties are missing and
/// service teams are shared by everybody.
struct PatientTeams
{
    QString patientKey;
    QVector<TriageTeamId> careTeams;

    bool operator==(const PatientTeams &) const = default;
};

/// A past renewal message and what staff did. Not being rerouted is no proof that it was right.
struct PastRoute
{
    QString patientKey;
    QString extractPrescriberId;
    StationNumber station;
    TriageTeamId sentTo;
    TriageTeamId reroutedTo; ///< invalid: not rerouted

    bool operator==(const PastRoute &) const = default;
};

/// One row of a correlations CSV: what another system, or an earlier export, decided.
struct ImportedCorrelation
{
    QString extractPrescriberId;
    StationNumber station;
    TriageTeamId careTeam; ///< invalid: none
    double probability = 0;
    QString status; ///< auto, suggested, manual, none

    bool operator==(const ImportedCorrelation &) const = default;
};

/// An error body of an upstream (contracts.md 3.5), normalised.
struct UpstreamError
{
    QString code; ///< "SM119", "RX139", "404"
    QString title;
    QString detail;
    int httpStatus = 0; ///< 0 when the body does not say

    bool operator==(const UpstreamError &) const = default;
};

/// A record that could not go in: where it stands, and why, in words a user understands.
struct SetAside
{
    QString file;
    QString place; ///< "line 17", "data[3]", "row 5, column stationNumber"
    QString reason;

    bool operator==(const SetAside &) const = default;
};

} // namespace renewal
