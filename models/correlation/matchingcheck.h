// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/correlation/reviewstatistics.h"
#include "models/domain/correlation.h"

#include <QMap>
#include <QSet>

namespace renewal::correlation {

/// What is right for a prescriber, where somebody knows: a made-up region says so in truth.csv.
struct Truth
{
    QSet<qint64> right;     ///< the care team and those that do as well; empty: has none
    bool ambiguous = false; ///< two people behind one name: no single team is right
    QString kind;           ///< "pact_lead", "community"
    QString trap;           ///< what makes it hard; parts joined by "+"
    qint64 patients = 1;    ///< the weight in coverage by patients
};

/// How matching did on one kind of prescribers.
struct MatchingCounts
{
    qint64 prescribers = 0;
    qint64 withTeam = 0;
    qint64 first = 0;      ///< the most probable candidate is right
    qint64 firstThree = 0; ///< one of the first three is
    qint64 automatic = 0;
    qint64 right = 0;     ///< of these; two people behind one name count as wrong
    qint64 community = 0; ///< of these: community care, which has no team
    qint64 patients = 0;  ///< of prescribers with a team
    qint64 patientsRight = 0;

    double precision() const;
    double coverage() const; ///< right automatic links over prescribers that have a team
    double patientCoverage() const;
};

/// Compares what matching found with what is right.
class MatchingCheck
{
public:
    void add(const CandidateSet &set, const Truth &truth);

    const MatchingCounts &all() const { return m_all; }
    /// "kind mh", "trap stale_name".
    const QMap<QString, MatchingCounts> &parts() const { return m_parts; }
    Interval precisionInterval() const;
    /// Of the probability of the most probable candidate, in tenths.
    Calibration calibration() const;
    /// Lines for a terminal; the table has one line for each kind and trap.
    QString summary() const;
    QString table() const;

private:
    MatchingCounts m_all;
    QMap<QString, MatchingCounts> m_parts;
    QVector<ReviewedCase> m_cases;
};

} // namespace renewal::correlation
