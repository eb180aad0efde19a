// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/decisionsreport.h"

#include <QVector>

#include <optional>

namespace renewal::items {

/// One decision about several prescribers: about whom it can be taken, and about whom it cannot and why.
struct ManyPlan
{
    QVector<IntendedDecision> fitting;
    QVector<ReportedDecision> leftOut;
};

/// A candidate below this is linked by looking at it, never together with others.
constexpr double likelyEnough = 0.8;
/// The most prescribers that one decision is taken about together.
constexpr int mostChosen = 200;

/// "None of these is right" or community care, with the versions that are in the list.
ManyPlan planMany(DecisionKind kind, const QVector<PrescriberSummary> &chosen, const QString &note);
/// A link of each to its first candidate, where that is likely enough, nobody decided yet, and no guard
/// objects. `details` are those of `chosen`, in its order; what is missing is left out.
ManyPlan planLinks(const QVector<PrescriberSummary> &chosen,
                   const QVector<std::optional<PrescriberDetail>> &details, const QString &note);

} // namespace renewal::items
