// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakegateways.h"

#include <algorithm>

namespace renewal::test {

using namespace Qt::StringLiterals;

namespace {
RenewalState fakeState(const TriageRequest &request, const Renewal &renewal)
{
    switch (request.action) {
    case TriageAction::Route:
    case TriageAction::Reroute:
        return RenewalState::Routed;
    case TriageAction::Return:
        return RenewalState::Returned;
    case TriageAction::Assign:
        return !request.assignee.isEmpty()  ? RenewalState::InReview
               : renewal.careTeam.isValid() ? RenewalState::ReadyToRoute
                                            : RenewalState::NeedsRouting;
    case TriageAction::Deny:
    case TriageAction::Approve:
    case TriageAction::CloseDuplicate:
    case TriageAction::Withdraw:
        break;
    }
    return RenewalState::Closed;
}

QString fakeOutcome(const TriageRequest &request, const Renewal &renewal)
{
    const RenewalOrder former{renewal.drug, renewal.sig, quantityOf(renewal.quantity), {}};
    switch (request.action) {
    case TriageAction::Deny:
        return toString(RenewalOutcome::Denied);
    case TriageAction::Approve:
        return toString(outcomeOf(former, request.order.value_or(former)));
    case TriageAction::CloseDuplicate:
        return toString(RenewalOutcome::Duplicate);
    case TriageAction::Withdraw:
        return toString(RenewalOutcome::Withdrawn);
    case TriageAction::Route:
    case TriageAction::Reroute:
    case TriageAction::Return:
    case TriageAction::Assign:
        break;
    }
    return {};
}
} // namespace

QFuture<Result<QStringList>> FakeRenewals::staff()
{
    return QtFuture::makeReadyFuture(Result<QStringList>(staffNames));
}

TriageOutcome FakeRenewals::apply(const TriageRequest &request)
{
    TriageOutcome outcome;
    QVector<Renewal> before;
    for (const RenewalChoice &choice : request.renewals) {
        const auto it = std::ranges::find(rows, choice.id, &Renewal::id);
        if (refusals.contains(choice.id.value)) {
            outcome.refused.append(refusals.value(choice.id.value));
            continue;
        }
        if (it == rows.end() || it->version != choice.version) {
            outcome.refused.append(
                {choice.id, it == rows.end() ? u"not_found"_s : u"conflict"_s, u"Somebody changed it."_s});
            continue;
        }
        before.append(*it);
        it->version += 1;
        const bool isTaken = request.action == TriageAction::Assign && !request.assignee.isEmpty();
        it->state = fakeState(request, *it);
        it->assignee = isTaken ? request.assignee : QString();
        it->outcome = fakeOutcome(request, *it);
        it->outcomeReason = request.action == TriageAction::Deny ? request.reason : QString();
        outcome.changed.append(*it);
    }
    if (!before.isEmpty()) {
        outcome.batch = u"batch-%1"_s.arg(m_before.size() + undoneBatches.size() + 1);
        m_before.insert(outcome.batch, before);
    }
    return outcome;
}

TriageOutcome FakeRenewals::takeBack(const QString &batch)
{
    TriageOutcome outcome;
    for (const Renewal &before : m_before.take(batch)) {
        const auto it = std::ranges::find(rows, before.id, &Renewal::id);
        if (it == rows.end() || it->version != before.version + 1) {
            outcome.refused.append({before.id, u"conflict"_s, u"Somebody changed it since."_s});
            continue;
        }
        *it = before;
        it->version = before.version + 2;
        outcome.changed.append(*it);
    }
    return outcome;
}

QFuture<Result<TriageOutcome>> FakeRenewals::triage(const TriageRequest &request)
{
    triageRequests.append(request);
    if (triageReplies.error)
        return triageReplies.reply({});
    if (request.idempotencyKey.isEmpty() || !m_answered.contains(request.idempotencyKey))
        m_answered.insert(request.idempotencyKey, apply(request));
    return triageReplies.reply(m_answered.value(request.idempotencyKey));
}

QFuture<Result<TriageOutcome>> FakeRenewals::undoTriage(const QString &batch, const QString &)
{
    if (triageReplies.error)
        return triageReplies.reply({});
    if (!m_before.contains(batch))
        return triageReplies.reply(failure(ErrorCode::Conflict, u"There is nothing to take back."_s));
    undoneBatches.append(batch);
    return triageReplies.reply(takeBack(batch));
}

} // namespace renewal::test
