// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/correlationsgateway.h"

#include <QVector>

#include <optional>

namespace renewal {

/// What two decisions move together.
DecisionEffect &operator+=(DecisionEffect &sum, const DecisionEffect &effect);

/// One of many decisions that are to be taken together, with what tells that it is about the right one.
struct IntendedDecision
{
    qint64 row = 0; ///< where it stands in its file, the header being 1; what the report names it by
    Decision decision;
    StationNumber station;      ///< of the prescriber, as the file has it
    QString name;               ///< of the prescriber, as the file has it
    bool checksVersion = false; ///< Decision::version is what the person saw
    QString problem;            ///< one sentence: why it cannot be read as a decision; empty when it can
};

/// How one of many decisions ends.
enum class DecisionResult
{
    Decided,   ///< taken; in a preview: would be
    Unchanged, ///< a person decided just so already
    Conflict,  ///< somebody decided otherwise since the person looked
    Refused,   ///< the text says why, and what to do
};

/// "decided", "unchanged", "conflict", "refused".
QString toString(DecisionResult result);
std::optional<DecisionResult> decisionResultFromString(QStringView word);
/// Neither taken nor so already: somebody has to look at it.
bool isProblem(DecisionResult result);

struct ReportedDecision
{
    qint64 row = 0;
    PrescriberId prescriberId;
    QString prescriber; ///< shown name; as the file has it where the prescriber is not known
    QString station;
    std::optional<DecisionKind> kind; ///< nullopt when the file does not say
    TriageTeamId careTeam;
    QString careTeamName;
    DecisionResult result = DecisionResult::Refused;
    QString text; ///< of a problem: one sentence with what to do
    DecisionEffect effect;
    qint64 version = 0; ///< of the correlation now, for taking the decision back

    bool operator==(const ReportedDecision &) const = default;
};

/// What became, or would become, of many decisions, one by one in their order.
struct DecisionsReport
{
    QVector<ReportedDecision> rows;
    qint64 undecided = 0; ///< rows of the file that decide nothing

    qint64 count(DecisionResult result) const;
    qint64 problems() const;
    /// Of all that are decided.
    DecisionEffect effect() const;
    bool operator==(const DecisionsReport &) const = default;
};

/// The most decisions that are taken together: longer, and others would have to wait.
constexpr int mostDecisions = 500;
/// The largest file of decisions, in bytes.
constexpr qint64 largestDecisionsFile = 8 * 1024 * 1024;

} // namespace renewal
