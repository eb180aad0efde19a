// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/correlation/engine.h"

#include <QVector>

namespace renewal::correlation {

/// How the patients of each prescriber and of each care team of a station overlap. Only patients known on
/// both sides count, with a prescription and with a care team here: others can say nothing.
class PatientOverlap
{
public:
    explicit PatientOverlap(const StationInput &station);

    /// Patients of the station known on both sides.
    int population() const { return m_population; }
    int patientsOf(qsizetype prescriber) const { return m_ofPrescriber.at(prescriber); }
    int patientsOfTeam(qsizetype team) const { return m_ofTeam.at(team); }
    int shared(qsizetype prescriber, qsizetype team) const
    {
        return m_shared.at(prescriber * m_ofTeam.size() + team);
    }

    /// How much more the patients of a prescriber gather in a team than chance would have it: the binomial
    /// log-likelihood ratio (natural logarithm) against the team's share of the station's patients; negative
    /// where they avoid it. Never falls when one more patient is shared.
    double gathering(qsizetype prescriber, qsizetype team) const;

private:
    int m_population = 0;
    QVector<int> m_ofPrescriber;
    QVector<int> m_ofTeam;
    QVector<int> m_shared; ///< a row for each prescriber, a column for each team
};

} // namespace renewal::correlation
