// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/careteam.h"
#include "models/domain/correlation.h"
#include "models/domain/prescriber.h"

#include <QSet>
#include <QString>
#include <QVector>

#include <compare>
#include <optional>

namespace renewal::correlation {

/// A patient's tie to a prescriber or to a care team. Patients are numbered within the station's input, from
/// 0 on: their keys never come here.
struct PatientTie
{
    quint32 patient = 0;
    quint32 row = 0; ///< index of the prescriber, or of the care team

    auto operator<=>(const PatientTie &) const = default;
};

/// What a person decided about a prescriber: matching learns from it, and leaves the prescriber alone.
struct StaffDecision
{
    quint32 prescriber = 0;      ///< index
    std::optional<quint32> team; ///< index; empty: none of the station's care teams

    auto operator<=>(const StaffDecision &) const = default;
};

/// What staff said about a station: all of StationInput that changes while the records stay the same.
struct StaffWord
{
    QSet<std::pair<qint64, qint64>> refused; ///< as StationInput::refused
    QVector<StaffDecision> decided;          ///< as StationInput::decided
};

/// All that one parent station knows, the unit of matching: stations are independent of each other.
/// Vectors are in ascending id order; the same input gives the same output, byte for byte.
struct StationInput
{
    QString parentStation;
    QVector<Prescriber> prescribers;
    QVector<CareTeam> careTeams;
    /// A human's "no": pairs that must never be linked automatically.
    QSet<std::pair<qint64, qint64>> refused; ///< (prescriber id, triageTeamId)
    quint32 patients = 0;                    ///< how many numbers are given to patients
    QVector<PatientTie> prescribed{};        ///< who prescribed for whom; ascending, each pair once
    QVector<PatientTie> associated{};        ///< which care teams a patient is associated with; likewise
    QVector<StaffDecision> decided{};        ///< ascending, one for each prescriber at most
};

/// Finds, for each prescriber of a station, the exclusive set of care teams that may be his or hers.
class Engine
{
public:
    virtual ~Engine() = default;
    /// Stored beside each decision: "surname-1".
    virtual QString version() const = 0;
    /// One set for each prescriber, in input order.
    virtual QVector<CandidateSet> match(const StationInput &station) const = 0;
};

} // namespace renewal::correlation
