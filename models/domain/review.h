// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/domain/careteam.h"
#include "models/domain/prescriber.h"

#include <QDateTime>
#include <QMap>
#include <QString>
#include <QVector>

#include <optional>

namespace renewal {

using ReviewCaseId = Id<struct ReviewCaseTag>;

/// A sample of links for blind review.
struct ReviewSample
{
    qint64 id = 0;
    QDateTime drawnAt;
    QString drawnBy;
    qint64 seed = 0; ///< draws the same sample from the same links
    int wanted = 0;
    qint64 drawn = 0;
    QString engineVersion;

    bool operator==(const ReviewSample &) const = default;
};

/// What a person found, without knowing what matching said.
enum class ReviewVerdict
{
    Team,   ///< one of the care teams is right
    None,   ///< none of them is
    Unsure, ///< cannot be told; left out of the figures
};
/// "team", "none", "unsure".
QString toString(ReviewVerdict verdict);
std::optional<ReviewVerdict> reviewVerdictFromString(QStringView word);

/// A case as it is kept; never sent to anybody while it is open.
struct ReviewCase
{
    ReviewCaseId id;
    PrescriberId prescriber;
    QString parentStation;
    QString ehr;
    qint64 sample = 0;
    int stratum = 0;
    QDateTime drawnAt;
    double probability = 0;
    QString engineVersion;
    TriageTeamId careTeam; ///< the most probable candidate
    bool automatic = false;
    QDateTime linkedAt;
    std::optional<ReviewVerdict> verdict; ///< nullopt: open
    TriageTeamId verdictTeam;
    QString judgedBy;
    QDateTime judgedAt;
    QString note;

    /// A verdict that matching's best candidate is right, or that it is not; nullopt when it says neither.
    std::optional<bool> isRight() const;
    bool operator==(const ReviewCase &) const = default;
};

/// An open case in a list: who, and nothing about what matching thinks.
struct OpenReview
{
    ReviewCaseId id;
    Prescriber prescriber;

    bool operator==(const OpenReview &) const = default;
};

/// An open case with what a person needs to judge. It carries no probability, no bits, no state and no link;
/// the care teams stand in the order of their names.
struct BlindCase
{
    OpenReview review;
    qint64 patients = 0;
    QVector<CareTeam> careTeams;
    QMap<qint64, qint64> sharedPatients; ///< by team number; empty when nothing is known

    bool operator==(const BlindCase &) const = default;
};

/// A verdict on its way.
struct ReviewAnswer
{
    ReviewCaseId review;
    ReviewVerdict verdict = ReviewVerdict::Unsure;
    TriageTeamId careTeam; ///< for Team
    QString note;
    QString idempotencyKey;

    bool operator==(const ReviewAnswer &) const = default;
};

struct ReviewOutcome
{
    bool linkEnded = false; ///< the automatic link was another one, and is in the work list now
    qint64 open = 0;        ///< cases still to be judged
    QString endedTeam = {}; ///< whom the link that ended was to, as shown
    qint64 needRouting = 0; ///< renewals that were ready by it

    bool operator==(const ReviewOutcome &) const = default;
};

} // namespace renewal
