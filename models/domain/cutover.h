// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/domain/correlation.h"

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace renewal {

using CutOverId = Id<struct CutOverTag>;

/// A parent station goes to Oracle Health on a day: its VistA care teams die, and new pools with other
/// numbers and names take their place (contracts of Secure Messaging: phases p0 to p9 are counted from that
/// day).
struct CutOver
{
    CutOverId id;
    QString parentStation;
    QDate date;       ///< the first day on Oracle Health, where the station is
    QDateTime endsAt; ///< its beginning: links to VistA care teams end, those to the pools begin
    QString enteredBy;
    QDateTime enteredAt;
    QString note;
    qint64 version = 1;       ///< goes up with every change
    qint64 links = 0;         ///< that got the day as their end when it was entered
    qint64 crosswalkRows = 0; ///< 0: none was given
    qint64 oldTeams = 0;      ///< care teams with prescribers to carry over
    qint64 openTeams = 0;     ///< of these, nobody has decided about yet

    bool operator==(const CutOver &) const = default;
};

/// The phase of a cut-over on a day: "p0" from 60 days before to "p9" from 45 days after; empty before.
QString cutOverPhase(const QDate &date, const QDate &today);

/// What a cut-over is to be.
struct CutOverEntry
{
    QString parentStation;
    QDate date;
    QString note;
};

/// What entering it would do.
struct CutOverEffect
{
    qint64 links = 0;     ///< would get that day as their end
    qint64 sooner = 0;    ///< end before that day anyway, and stay as they are
    qint64 waiting = 0;   ///< renewals that wait on these links today
    qint64 oldTeams = 0;  ///< care teams they go to
    qint64 pools = 0;     ///< open Oracle Health pools that are known at the station
    qint64 divisions = 0; ///< care teams of single divisions, which end on that day

    bool operator==(const CutOverEffect &) const = default;
};

/// A row of a crosswalk: which pool takes an old care team's place. Numbers are not shared between the
/// systems and files are typed by hand, so either side may be a number or a name.
struct CrosswalkRow
{
    qint64 row = 0; ///< line of the file, or number of the entry, from 1 on
    QString oldTeam;
    QString oldName; ///< beside a number; may be empty
    QString pool;
    QString poolName;
    QString problem; ///< why it cannot be read; empty: it can

    bool operator==(const CrosswalkRow &) const = default;
};

/// A row of a crosswalk that fits the station.
struct CrosswalkPair
{
    TriageTeamId oldTeam;
    TriageTeamId pool;

    auto operator<=>(const CrosswalkPair &) const = default;
};

struct CrosswalkProblem
{
    qint64 row = 0;
    QString text; ///< one sentence

    bool operator==(const CrosswalkProblem &) const = default;
};

/// What came of giving a crosswalk: all of it is taken, or nothing.
struct CrosswalkReport
{
    qint64 rows = 0;
    bool taken = false;
    QVector<CrosswalkProblem> problems;

    bool operator==(const CrosswalkReport &) const = default;
};

/// How sure a proposal is. Shares are an order of strength, not a measured precision: no cut-over has been
/// counted yet. So only a person confirms, and what is weak or a tie is not even proposed.
enum class ProposalStrength
{
    Strong,
    Likely,
    Undecided, ///< a tie, or too little
};

/// "strong", "likely", "undecided".
QString toString(ProposalStrength strength);
std::optional<ProposalStrength> proposalStrengthFromString(QStringView word);

/// What is proposed for one old care team.
struct PoolProposal
{
    TriageTeamId oldTeam;
    ProposalStrength strength = ProposalStrength::Undecided;
    QString why; ///< one sentence: what carries it, or what is missing
    /// Most probable first; the probabilities of all and noneProbability add up to one. A review holds only
    /// the first few.
    QVector<Candidate> pools;
    double noneProbability = 1;

    /// The pool that is proposed; invalid while undecided.
    TriageTeamId proposed() const
    {
        return strength == ProposalStrength::Undecided ? TriageTeamId() : pools.constFirst().careTeam;
    }
    bool operator==(const PoolProposal &) const = default;
};

/// A person's choice for an old care team.
struct PoolChoice
{
    TriageTeamId oldTeam;
    TriageTeamId pool; ///< invalid: none of the pools
    QString poolName;
    QString decidedBy;
    QDateTime decidedAt;

    bool operator==(const PoolChoice &) const = default;
};

/// An old care team with all that is to be carried over.
struct CutOverTeam
{
    TriageTeamId careTeam;
    QString name;
    qint64 prescribers = 0; ///< whose link it was, or is
    qint64 open = 0;        ///< of these: go to no pool yet, and nobody decided otherwise
    qint64 waiting = 0;     ///< renewals of these prescribers that wait
    QStringList someNames;  ///< the first few of them
    PoolProposal proposal;
    std::optional<PoolChoice> choice;

    bool operator==(const CutOverTeam &) const = default;
};

/// The screen of one cut-over.
struct CutOverReview
{
    CutOver cutOver;
    QVector<CutOverTeam> teams; ///< most prescribers first
    QVector<CareTeam> pools;    ///< open ones, by name

    bool operator==(const CutOverReview &) const = default;
};

/// What came of confirming choices, of taking one back, or of withdrawing a cut-over.
struct CutOverOutcome
{
    CutOver cutOver;
    qint64 prescribers = 0; ///< linked to their pool, or given back what they had
    qint64 left = 0;        ///< stayed as they are: somebody decided otherwise, or a guard objects
    QStringList problems;   ///< why, the first few

    bool operator==(const CutOverOutcome &) const = default;
};

} // namespace renewal
