// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/followeddecision.h"

#include "app/operations/matching.h"
#include "app/operations/stationmemory.h"
#include "app/store/correlationrepository.h"
#include "app/store/decisionlock.h"
#include "app/store/prescriberrepository.h"
#include "app/store/transaction.h"
#include "models/base/distinct.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace renewal::operations {

/// What matching thought of a case.
struct FollowedDecision::View
{
    Correlation correlation;
    CandidateSet set;

    /// Nothing when what people see is as it was.
    std::optional<MovedCase> movedTo(const View &after) const;
};

namespace {
/// Less is not worth telling.
constexpr double leastMove = 0.005;

QString say(const char *text)
{
    return QCoreApplication::translate("Matching", text);
}

double chanceOf(const CandidateSet &set, TriageTeamId team)
{
    const auto found = std::ranges::find(set.candidates, team, &Candidate::careTeam);
    return found == set.candidates.cend() ? 0 : found->probability;
}

/// Ascending, each once, without one of them.
QVector<PrescriberId> others(QVector<PrescriberId> touched, PrescriberId without)
{
    sortDistinct(touched);
    touched.removeAll(without);
    return touched;
}
} // namespace

std::optional<MovedCase> FollowedDecision::View::movedTo(const View &after) const
{
    MovedCase moved;
    moved.prescriberId = after.set.prescriberId;
    const bool wasLinked = correlation.status == CorrelationStatus::Automatic;
    const bool isLinked = after.correlation.status == CorrelationStatus::Automatic;
    moved.isLinked = isLinked && (!wasLinked || correlation.careTeam != after.correlation.careTeam);
    moved.isFreed = wasLinked && !isLinked;
    if (!after.set.candidates.isEmpty()) {
        const Candidate &best = after.set.candidates.constFirst();
        moved.careTeam = best.careTeamName;
        moved.after = best.probability;
        moved.before = chanceOf(set, best.careTeam);
    }
    const bool isTold = moved.isLinked || moved.isFreed ||
                        std::abs(moved.after - moved.before) >= leastMove ||
                        set.candidates.isEmpty() != after.set.candidates.isEmpty();
    return isTold ? std::optional(moved) : std::nullopt;
}

Done FollowedDecision::ready(PrescriberId prescriber)
{
    const auto known = store::PrescriberRepository(m_connection).find(prescriber);
    if (!known)
        return failure(known.error());
    const auto kept = m_memory.at(m_connection, known->station.parent());
    return kept ? ok() : Done(failure(kept.error()));
}

Done FollowedDecision::begin(PrescriberId prescriber)
{
    const auto known = store::PrescriberRepository(m_connection).find(prescriber);
    if (!known)
        return failure(known.error());
    const auto kept = m_memory.at(m_connection, known->station.parent());
    if (!kept)
        return failure(kept.error());
    if ((*kept)->touched.isEmpty())
        return ok();
    const auto moved =
        catchUp(known->station.parent(),
                say(QT_TRANSLATE_NOOP("Matching", "It followed earlier decisions at the station.")), {});
    return moved ? ok() : Done(failure(moved.error()));
}

Result<QVector<MovedCase>> FollowedDecision::follow(PrescriberId prescriber)
{
    const auto decided = store::PrescriberRepository(m_connection).find(prescriber);
    if (!decided)
        return failure(decided.error());
    return catchUp(
        decided->station.parent(),
        say(QT_TRANSLATE_NOOP("Matching", "It followed the decision about %1.")).arg(decided->name.shown()),
        prescriber);
}

Result<QVector<MovedCase>> FollowedDecision::catchUp(const QString &parentStation, const QString &because,
                                                     PrescriberId decided)
{
    auto transaction = store::Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    if (const Done locked = store::lockDecisions(m_connection); !locked)
        return failure(locked.error());
    const auto kept = m_memory.at(m_connection, parentStation);
    if (!kept)
        return failure(kept.error());
    QVector<View> before;
    QVector<CandidateSet> sets;
    for (const PrescriberId id : others((*kept)->touched, decided)) {
        const auto set = (*kept)->station.setOf(id);
        const auto view = viewOf(id);
        if (!view)
            return failure(view.error());
        // Where matching never ran, a decision does not start it.
        if (!set || view->set.engineVersion.isEmpty())
            continue;
        before.append(*view);
        sets.append(*set);
    }
    Matching matching(m_connection, *(*kept)->engine, m_clock);
    matching.setPolicy((*kept)->policy);
    if (const auto changed = matching.applyFew(parentStation, sets, because); !changed)
        return failure(changed.error());
    const auto moved = compared(before);
    if (!moved)
        return moved;
    if (const Done done = transaction->commit(); !done)
        return failure(done.error());
    (*kept)->touched.clear();
    return moved;
}

Result<FollowedDecision::View> FollowedDecision::viewOf(PrescriberId id)
{
    store::CorrelationRepository correlations(m_connection);
    const auto present = correlations.current(id);
    if (!present)
        return failure(present.error());
    const auto set = correlations.candidates(id);
    if (!set)
        return failure(set.error());
    return View{*present, *set};
}

Result<QVector<MovedCase>> FollowedDecision::compared(const QVector<View> &before)
{
    QVector<MovedCase> all;
    for (const View &view : before) {
        const auto after = viewOf(view.set.prescriberId);
        if (!after)
            return failure(after.error());
        auto moved = view.movedTo(*after);
        if (!moved)
            continue;
        const auto prescriber = store::PrescriberRepository(m_connection).find(moved->prescriberId);
        if (!prescriber)
            return failure(prescriber.error());
        moved->prescriber = prescriber->name.shown();
        all.append(*moved);
    }
    return all;
}

} // namespace renewal::operations
