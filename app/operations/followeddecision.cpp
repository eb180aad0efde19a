// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/followeddecision.h"

#include "app/operations/matching.h"
#include "app/operations/stationmemory.h"
#include "app/store/correlationrepository.h"
#include "app/store/prescriberrepository.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <algorithm>
#include <cmath>
#include <utility>

namespace renewal::operations {

namespace {
Q_LOGGING_CATEGORY(followLog, "renewal.matching", QtInfoMsg)

/// Less is not worth telling.
constexpr double leastMove = 0.005;

/// What matching thought of a case.
struct View
{
    Correlation correlation;
    CandidateSet set;
};

Result<View> viewOf(store::Connection &connection, PrescriberId id)
{
    store::CorrelationRepository correlations(connection);
    const auto present = correlations.current(id);
    if (!present)
        return failure(present.error());
    const auto set = correlations.candidates(id);
    if (!set)
        return failure(set.error());
    return View{*present, *set};
}

double chanceOf(const CandidateSet &set, TriageTeamId team)
{
    const auto found = std::ranges::find(set.candidates, team, &Candidate::careTeam);
    return found == set.candidates.cend() ? 0 : found->probability;
}

/// Nothing when it is as it was for all that people see.
std::optional<MovedCase> movedCase(const View &before, const View &after)
{
    MovedCase moved;
    moved.prescriberId = after.set.prescriberId;
    const bool wasLinked = before.correlation.status == CorrelationStatus::Automatic;
    const bool isLinked = after.correlation.status == CorrelationStatus::Automatic;
    moved.isLinked = isLinked && (!wasLinked || before.correlation.careTeam != after.correlation.careTeam);
    moved.isFreed = wasLinked && !isLinked;
    if (!after.set.candidates.isEmpty()) {
        const Candidate &best = after.set.candidates.constFirst();
        moved.careTeam = best.careTeamName;
        moved.after = best.probability;
        moved.before = chanceOf(before.set, best.careTeam);
    }
    const bool isTold = moved.isLinked || moved.isFreed ||
                        std::abs(moved.after - moved.before) >= leastMove ||
                        before.set.candidates.isEmpty() != after.set.candidates.isEmpty();
    return isTold ? std::optional(moved) : std::nullopt;
}

Result<QVector<MovedCase>> follow(store::Connection &connection, const Clock &clock, StationMemory &memory,
                                  const Prescriber &decided)
{
    const QString parent = decided.station.parent();
    const auto kept = memory.at(connection, parent);
    if (!kept)
        return failure(kept.error());
    QVector<PrescriberId> touched = std::exchange((*kept)->touched, {});
    std::ranges::sort(touched);
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    touched.removeAll(decided.id);
    QVector<View> before;
    QVector<CandidateSet> sets;
    for (const PrescriberId id : std::as_const(touched)) {
        const auto set = (*kept)->station.setOf(id);
        const auto view = viewOf(connection, id);
        if (!view)
            return failure(view.error());
        // Where matching never ran, a decision does not start it.
        if (!set || view->set.engineVersion.isEmpty())
            continue;
        before.append(*view);
        sets.append(*set);
    }
    if (sets.isEmpty())
        return QVector<MovedCase>();
    Matching matching(connection, *(*kept)->engine, clock);
    matching.setPolicy((*kept)->policy);
    const auto changed =
        matching.applyFew(parent, sets,
                          QCoreApplication::translate("Matching", "It followed the decision about %1.")
                              .arg(decided.name.shown()));
    if (!changed)
        return failure(changed.error());
    QVector<MovedCase> all;
    for (const View &view : std::as_const(before)) {
        const PrescriberId id = view.set.prescriberId;
        const auto after = viewOf(connection, id);
        const auto prescriber = store::PrescriberRepository(connection).find(id);
        if (!after || !prescriber)
            return failure(after ? prescriber.error() : after.error());
        if (auto moved = movedCase(view, *after)) {
            moved->prescriber = prescriber->name.shown();
            all.append(*moved);
        }
    }
    return all;
}
} // namespace

Result<DecisionOutcome> decideAndFollow(store::Connection &connection, const Clock &clock,
                                        StationMemory &memory, PrescriberId prescriber,
                                        const std::function<Result<DecisionOutcome>()> &decide)
{
    const auto known = store::PrescriberRepository(connection).find(prescriber);
    if (!known)
        return failure(known.error());
    // As it was before the decision: only then is it known what the decision changes.
    const auto ready = memory.at(connection, known->station.parent());
    auto outcome = decide();
    if (!outcome)
        return outcome;
    auto moved = ready ? follow(connection, clock, memory, *known) : failure(ready.error());
    if (moved)
        outcome->moved = std::move(*moved);
    else
        qCWarning(followLog).noquote() << "Matching did not follow:" << moved.error().detail;
    return outcome;
}

void readyToFollow(store::Connection &connection, StationMemory &memory, PrescriberId prescriber)
{
    const auto known = store::PrescriberRepository(connection).find(prescriber);
    if (known)
        static_cast<void>(memory.at(connection, known->station.parent()));
}

} // namespace renewal::operations
