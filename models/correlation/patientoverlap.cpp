// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/patientoverlap.h"

#include <algorithm>
#include <cmath>

namespace renewal::correlation {

namespace {

/// For each patient the rows of one list of ties, which is sorted by patient.
class Rows
{
public:
    Rows(const QVector<PatientTie> &ties, quint32 patients)
        : m_ties(ties)
        , m_begin(patients + 1, 0)
    {
        for (const PatientTie &tie : ties)
            ++m_begin[tie.patient + 1];
        for (qsizetype i = 1; i < m_begin.size(); ++i)
            m_begin[i] += m_begin[i - 1];
    }

    const PatientTie *begin(quint32 patient) const { return m_ties.constData() + m_begin.at(patient); }
    const PatientTie *end(quint32 patient) const { return m_ties.constData() + m_begin.at(patient + 1); }

private:
    const QVector<PatientTie> &m_ties;
    QVector<qsizetype> m_begin;
};

} // namespace

PatientOverlap::PatientOverlap(const StationInput &station)
    : m_ofPrescriber(station.prescribers.size(), 0)
    , m_ofTeam(station.careTeams.size(), 0)
    , m_shared(station.prescribers.size() * station.careTeams.size(), 0)
{
    const Rows prescribed(station.prescribed, station.patients);
    const Rows associated(station.associated, station.patients);
    for (quint32 patient = 0; patient < station.patients; ++patient) {
        const auto teams = std::pair(associated.begin(patient), associated.end(patient));
        const auto prescribers = std::pair(prescribed.begin(patient), prescribed.end(patient));
        if (teams.first == teams.second || prescribers.first == prescribers.second)
            continue;
        ++m_population;
        for (auto team = teams.first; team != teams.second; ++team)
            ++m_ofTeam[team->row];
        for (auto prescriber = prescribers.first; prescriber != prescribers.second; ++prescriber) {
            ++m_ofPrescriber[prescriber->row];
            for (auto team = teams.first; team != teams.second; ++team)
                ++m_shared[qsizetype(prescriber->row) * m_ofTeam.size() + team->row];
        }
    }
}

double PatientOverlap::gathering(qsizetype prescriber, qsizetype team) const
{
    const double n = m_ofPrescriber.at(prescriber);
    const double k = shared(prescriber, team);
    const double ofTeam = m_ofTeam.at(team);
    if (n == 0 || ofTeam == 0 || ofTeam == m_population)
        return 0;
    const double chance = ofTeam / m_population;
    const double share = k / n;
    double ratio = 0;
    if (k > 0)
        ratio += k * std::log(share / chance);
    if (k < n)
        ratio += (n - k) * std::log((1 - share) / (1 - chance));
    return share >= chance ? ratio : -ratio;
}

} // namespace renewal::correlation
