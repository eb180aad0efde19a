// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/correlation/engine.h"
#include "models/correlation/lexicon.h"
#include "models/correlation/surnameengine.h"
#include "models/correlation/weights.h"

#include <QMap>

namespace renewal::correlation {

/// When matching may link without a person. The probabilities are calibrated without labels; the bounds are
/// where regions that nothing was tuned on kept 99.8 % of the links right.
struct Policy
{
    double probability = 0.985; ///< of the best candidate
    double marginBits = 4;      ///< over the second candidate
    int fewestShared = 6;       ///< patients, where no word names the prescriber
    double leastOfTeam = 0.04;  ///< part of the team's patients, likewise
    double mostElsewhere = 0.2; ///< part of the patients beyond chance that gather in a second such team

    bool operator==(const Policy &) const = default;
};

/// Matching by all evidence: names, patients in common, kind of care, place. The weights are learnt without
/// labels (learnweights.h); candidates and "none" are one exclusive set. Where no patient is known on both
/// sides of a station it matches by names alone. Stateless: any number of threads.
class EvidenceEngine final : public Engine
{
public:
    EvidenceEngine(Lexicon lexicon, Weights weights, Policy policy = {});

    QString version() const override { return m_weights.version; }
    QVector<CandidateSet> match(const StationInput &station) const override;

    /// match() piece by piece, for who keeps a station's evidence.
    const Lexicon &lexicon() const { return m_lexicon; }
    /// False: nothing is known about patients, match() goes by names alone.
    static bool knowsPatients(const StationInput &station, const StationEvidence &evidence);
    CandidateSet setOf(const StationInput &station, const StationEvidence &evidence,
                       qsizetype prescriber) const;
    /// By team number: what speaks most against each care team of the station being the prescriber's, one
    /// sentence.
    QMap<qint64, QString> whyNot(const StationInput &station, const StationEvidence &evidence,
                                 qsizetype prescriber) const;

private:
    void explain(CandidateSet &set, const StationInput &station, const StationEvidence &evidence,
                 const Posterior &posterior, qsizetype prescriber) const;

    Lexicon m_lexicon;
    Weights m_weights;
    Policy m_policy;
    SurnameEngine m_byNames;
};

} // namespace renewal::correlation
