// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/domain/careteam.h"
#include "models/domain/prescriber.h"

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace renewal {

/// How a prescriber came to its care team, or to none.
enum class CorrelationStatus
{
    None,      ///< nothing decided, and nothing fits
    Suggested, ///< candidates exist; a person must decide
    Automatic, ///< decided by matching
    Manual,    ///< decided by a person: linked
    Refused,   ///< decided by a person: none of the candidates is right
    External,  ///< decided by a person: community care, has no team
    Stale,     ///< was decided, but its grounds changed
};

/// "none", "suggested", "auto", "manual", "refused", "external", "stale".
QString toString(CorrelationStatus status);
std::optional<CorrelationStatus> correlationStatusFromString(QStringView word);
/// Automatic and Manual: renewals of the prescriber become ready to route.
bool isLinked(CorrelationStatus status);

/// What a link rested on when it was made: what differs today says why it holds no more. Empty for links of a
/// time before this was kept.
struct LinkGrounds
{
    QString careTeamName; ///< as the team was called
    QString station;      ///< of the prescriber

    bool operator==(const LinkGrounds &) const = default;
};

/// Why a link came back to a person: what was so, and what is so now. "division" ends only that division's.
struct LinkChange
{
    /// Stable word: "unknown", "blocked", "moving", "over", "shared", "renamed", "moved", "evidence",
    /// "division", "not_begun", "cut_over"; empty while nothing changed.
    QString kind;
    QString before;
    QString after;

    bool operator==(const LinkChange &) const = default;
};

/// The care team of one division (contracts.md 2.1: "552GA"), where a prescriber works in several.
struct DivisionTeam
{
    QString division;      ///< a full station number
    TriageTeamId careTeam; ///< invalid: its renewals need routing
    QString careTeamName;
    QString decidedBy;

    bool operator==(const DivisionTeam &) const = default;
};

/// A link that begins on a later day; until then what holds now goes on.
struct PlannedLink
{
    TriageTeamId careTeam;
    QString careTeamName;
    QDateTime validFrom;
    QDateTime validTo; ///< invalid: open-ended
    QString decidedBy;
    QString reason; ///< as Correlation::reason
    QString note;

    bool operator==(const PlannedLink &) const = default;
};

/// The missing link, keyed by (EHR system, parent station, prescriber). It has validity dates because care
/// teams die at an Oracle Health cut-over (contracts.md 2.2).
struct Correlation
{
    CorrelationId id;
    PrescriberId prescriberId;
    EhrSystem ehr = EhrSystem::VistA;
    QString parentStation;
    CorrelationStatus status = CorrelationStatus::None;
    TriageTeamId careTeam; ///< invalid unless linked (or stale)
    std::optional<double> probability;
    QDateTime validFrom;
    QDateTime validTo; ///< invalid: open-ended
    QString decidedBy; ///< a staff name, or "matching"
    QString note;
    QString engineVersion; ///< of the matching engine whose evidence it rests on; empty for imports
    qint64 version = 0;    ///< of the prescriber's decision; the ETag
    QString reason = {};   ///< a word of decisionReasons(), or empty
    LinkGrounds grounds = {};
    LinkChange change = {};               ///< filled while stale, or after a division lost its team
    QVector<DivisionTeam> divisions = {}; ///< by division; they come before careTeam
    std::optional<PlannedLink> planned = {};

    bool operator==(const Correlation &) const = default;
};

/// Stale, or one of its divisions lost its care team.
bool needsAnotherLook(const Correlation &correlation);
/// Why a person decides so, as stable words: "works_there", "asked_clinic", "took_over", "other".
const QStringList &decisionReasons();
/// What holds for the prescriptions of one division: its own care team where it has one.
Correlation inDivision(const Correlation &correlation, const QString &division);

/// One piece of evidence for or against a candidate: how much it moves the odds, and a sentence.
struct Evidence
{
    QString kind; ///< stable word: "surname", "given_name", "station", ...
    double bits = 0;
    QString text;

    bool operator==(const Evidence &) const = default;
};

/// One care team that may be the right one.
struct Candidate
{
    TriageTeamId careTeam;
    QString careTeamName;
    double probability = 0; ///< within the exclusive set
    QVector<Evidence> evidence;

    bool operator==(const Candidate &) const = default;
};

/// All that matching says about one prescriber: candidates and "none of them" exclude each other, so the
/// probabilities and `noneProbability` add up to one (statistics.md 1.4).
struct CandidateSet
{
    PrescriberId prescriberId;
    QVector<Candidate> candidates; ///< most probable first; ties by triageTeamId
    double noneProbability = 1;
    QString engineVersion;
    /// Set when matching itself may decide; then it is candidates[0].
    bool automatic = false;
    /// Why it is, or is not, automatic: one sentence.
    QString explanation;

    bool operator==(const CandidateSet &) const = default;
};

} // namespace renewal
