// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/stationmemory.h"

#include "app/operations/matchingthreshold.h"
#include "app/operations/matchingweights.h"
#include "app/store/changerepository.h"
#include "app/store/correlationrepository.h"
#include "app/store/transaction.h"
#include "app/store/weightsrepository.h"

#include <algorithm>

namespace renewal::operations {

using namespace Qt::StringLiterals;

namespace {
/// Stations of national size take some 10 MB each.
constexpr size_t mostKept = 8;
constexpr int mostChanges = 1000;

/// A change that leaves the records of every station as they are: matching and staff write these.
bool leavesRecords(const Change &change)
{
    if (change.kind == "prescriber"_L1)
        return change.subject != "*"_L1;
    return change.kind == "renewal"_L1 || change.kind == "rollout"_L1 || change.kind == "review"_L1;
}

/// What matching goes by besides the records.
struct Ground
{
    correlation::Policy policy;
    qint64 weights = 0;
};

Result<Ground> groundOf(store::Connection &connection)
{
    const auto policy = MatchingThresholds(connection).policy();
    if (!policy)
        return failure(policy.error());
    const auto weights = store::WeightsRepository(connection).newest();
    if (!weights)
        return failure(weights.error());
    return Ground{*policy, *weights ? (*weights)->version : 0};
}

/// True when the kept one still holds but for staff's decisions; then its place in the changes moves on.
Result<bool> isFresh(store::Connection &connection, StationMemory::Kept &kept, const Ground &ground)
{
    if (kept.policy != ground.policy || kept.weights != ground.weights)
        return false;
    const auto list = store::ChangeRepository(connection).after(kept.seen, mostChanges);
    if (!list)
        return failure(list.error());
    kept.seen = list->next;
    return list->changes.size() < mostChanges && std::ranges::all_of(list->changes, leavesRecords);
}

Result<std::unique_ptr<StationMemory::Kept>> read(store::Connection &connection, const QString &parentStation,
                                                  const Ground &ground)
{
    const auto seen = store::ChangeRepository(connection).newest();
    if (!seen)
        return failure(seen.error());
    auto engine = MatchingWeights(connection).engine(ground.policy);
    if (!engine)
        return failure(engine.error());
    auto input = store::CorrelationRepository(connection).stationInput(parentStation);
    if (!input)
        return failure(input.error());
    const auto shared = std::make_shared<const correlation::EvidenceEngine>(std::move(*engine));
    return std::make_unique<StationMemory::Kept>(
        StationMemory::Kept{correlation::MatchedStation(std::move(*input), shared),
                            shared,
                            ground.policy,
                            ground.weights,
                            *seen,
                            {}});
}
} // namespace

Result<StationMemory::Kept *> StationMemory::at(store::Connection &connection, const QString &parentStation)
{
    auto transaction = store::Transaction::begin(connection, store::Transaction::Mode::Read);
    if (!transaction)
        return failure(transaction.error());
    const auto ground = groundOf(connection);
    if (!ground)
        return failure(ground.error());
    const auto found = std::ranges::find_if(
        m_kept, [&](const auto &kept) { return kept->station.station().parentStation == parentStation; });
    std::unique_ptr<Kept> kept;
    if (found != m_kept.end()) {
        kept = std::move(*found);
        m_kept.erase(found);
        const auto fresh = isFresh(connection, *kept, *ground);
        if (!fresh)
            return failure(fresh.error());
        if (!*fresh)
            kept.reset();
    }
    if (kept) {
        const auto word = store::CorrelationRepository(connection).staffWord(kept->station.station());
        if (!word)
            return failure(word.error());
        kept->touched += kept->station.hear(*word);
    } else {
        auto made = read(connection, parentStation, *ground);
        if (!made)
            return failure(made.error());
        kept = std::move(*made);
    }
    m_kept.push_front(std::move(kept));
    if (m_kept.size() > mostKept)
        m_kept.pop_back();
    return m_kept.front().get();
}

} // namespace renewal::operations
