// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/triagemoves.h"

#include <algorithm>
#include <iterator>

namespace renewal {

namespace {
using enum RenewalState;
using enum TriageAction;

constexpr TriageMove moves[] = {
    {Route, ReadyToRoute, Routed},
    {Route, InReview, Routed},
    // Also what was routed already, as long as nothing of it was sent.
    {Reroute, NeedsRouting, Routed},
    {Reroute, ReadyToRoute, Routed},
    {Reroute, InReview, Routed},
    {Reroute, Returned, Routed},
    {Reroute, External, Routed},
    {Reroute, Routed, Routed},
    {Assign, NeedsRouting, InReview},
    {Assign, ReadyToRoute, InReview},
    {Assign, InReview, InReview},
    {Assign, Returned, InReview},
    {Assign, External, InReview},
    {Assign, NotRenewable, InReview},
    // Given back: to where it waits by its verdict and its prescriber's link.
    {Assign, InReview, NeedsRouting},
    {Assign, InReview, ReadyToRoute},
    {Assign, InReview, External},
    {Assign, InReview, NotRenewable},
    {Return, NeedsRouting, Returned},
    {Return, ReadyToRoute, Returned},
    {Return, InReview, Returned},
    {Return, External, Returned},
    {Return, NotRenewable, Returned},
    // Whatever waits can be ended.
    {Approve, NeedsRouting, Closed},
    {Approve, ReadyToRoute, Closed},
    {Approve, InReview, Closed},
    {Approve, Returned, Closed},
    {Approve, External, Closed},
    {Approve, NotRenewable, Closed},
    {Deny, NeedsRouting, Closed},
    {Deny, ReadyToRoute, Closed},
    {Deny, InReview, Closed},
    {Deny, Returned, Closed},
    {Deny, External, Closed},
    {Deny, NotRenewable, Closed},
    {CloseDuplicate, NeedsRouting, Closed},
    {CloseDuplicate, ReadyToRoute, Closed},
    {CloseDuplicate, InReview, Closed},
    {CloseDuplicate, Returned, Closed},
    {CloseDuplicate, External, Closed},
    {CloseDuplicate, NotRenewable, Closed},
    {Withdraw, NeedsRouting, Closed},
    {Withdraw, ReadyToRoute, Closed},
    {Withdraw, InReview, Closed},
    {Withdraw, Returned, Closed},
    {Withdraw, External, Closed},
    {Withdraw, NotRenewable, Closed},
};
} // namespace

std::span<const TriageMove> triageMoves()
{
    return moves;
}

bool mayMove(TriageAction action, RenewalState from)
{
    return std::ranges::any_of(
        moves, [=](const TriageMove &move) { return move.action == action && move.from == from; });
}

bool mayMove(TriageAction action, RenewalState from, RenewalState to)
{
    return std::ranges::any_of(moves, [=](const TriageMove &move) {
        return move.action == action && move.from == from && move.to == to;
    });
}

} // namespace renewal
