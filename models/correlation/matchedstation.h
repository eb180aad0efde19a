// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/correlation/evidenceengine.h"
#include "models/correlation/stationevidence.h"

#include <memory>
#include <optional>

namespace renewal::correlation {

/// One parent station with its evidence kept ready: a decision costs only what it touches, not another
/// reading of the whole station. Answers exactly as EvidenceEngine::match() would for the same input.
class MatchedStation
{
public:
    MatchedStation(StationInput station, std::shared_ptr<const EvidenceEngine> engine);

    const StationInput &station() const { return m_station; }
    /// Takes in what staff say now. Returns the prescribers, ascending, whose sets that may change: of whom a
    /// pair was refused, about whom a decision was taken back, and whom a name that staff gave to somebody
    /// fits as well. Not those whom staff decided about.
    QVector<PrescriberId> hear(const StaffWord &word);
    /// Nothing for one who is not of the station.
    std::optional<CandidateSet> setOf(PrescriberId prescriber) const;
    /// As EvidenceEngine::whyNot(); nothing for one who is not of the station.
    QMap<qint64, QString> whyNot(PrescriberId prescriber) const;

private:
    std::optional<qsizetype> rowOf(PrescriberId prescriber) const;
    bool knowsPatients() const { return EvidenceEngine::knowsPatients(m_station, m_evidence); }

    StationInput m_station;
    std::shared_ptr<const EvidenceEngine> m_engine;
    StationEvidence m_evidence;
};

} // namespace renewal::correlation
