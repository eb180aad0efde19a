// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/outboxgateway.h"
#include "tests/support/heldreplies.h"

namespace renewal::test {

/// The outbox in memory: repairing changes the state of a row as the service does.
class FakeOutbox final : public OutboxGateway
{
public:
    QVector<OutboxItem> rows;
    bool isConnected = true;
    QString pausedText;
    QVector<RepairRequest> repairs;
    QVector<qint64> refused; ///< rows that cannot be repaired
    Replies<OutboxStatus> statusReplies;
    Replies<Page<OutboxItem>> itemReplies;
    Replies<OutboxItem> repairReplies;
    QVector<EarlierRepair> earlierRepairs;
    Replies<EarlierOutcome> earlierReplies;

    QFuture<Result<OutboxStatus>> status() override
    {
        OutboxStatus status{isConnected, pausedText, {}};
        for (const OutboxItem &row : std::as_const(rows)) {
            status.counts.deadLetters += isIn(row, OutboxList::DeadLetters);
            status.counts.routedEarlier += isIn(row, OutboxList::RoutedEarlier);
            status.counts.unconfirmed += row.entry.state == OutboxState::Unconfirmed;
            status.counts.failed += row.entry.state == OutboxState::Failed;
            status.counts.queued += row.entry.state == OutboxState::Queued;
            status.counts.sentLastDay += row.entry.state == OutboxState::Sent;
        }
        return statusReplies.reply(status);
    }
    QFuture<Result<Page<OutboxItem>>> items(OutboxList list, int, const QString &) override
    {
        Page<OutboxItem> page;
        for (const OutboxItem &row : std::as_const(rows)) {
            if (isIn(row, list))
                page.items.append(row);
        }
        page.total = page.items.size();
        return itemReplies.reply(page);
    }
    QFuture<Result<OutboxItem>> repair(const RepairRequest &request) override
    {
        repairs.append(request);
        for (OutboxItem &row : rows) {
            if (row.entry.id != request.id || refused.contains(request.id.value))
                continue;
            row.entry.state = request.action == RepairAction::GiveUp ? OutboxState::Cancelled
                              : request.action == RepairAction::Sent ? OutboxState::Sent
                                                                     : OutboxState::Queued;
            ++row.entry.version;
            return repairReplies.reply(row);
        }
        return repairReplies.reply(
            failure(ErrorCode::Conflict, QStringLiteral("It changed meanwhile. Look at it again.")));
    }
    /// One at a time.
    QFuture<Result<EarlierOutcome>> repairEarlier(const EarlierRepair &request) override
    {
        earlierRepairs.append(request);
        EarlierOutcome outcome;
        for (OutboxItem &row : rows) {
            if (!isIn(row, OutboxList::RoutedEarlier))
                continue;
            if (outcome.done > 0) {
                outcome.next = row.entry.id;
                break;
            }
            row.entry.state = OutboxState::Sent;
            ++outcome.done;
        }
        return earlierReplies.reply(outcome);
    }

private:
    static bool isIn(const OutboxItem &row, OutboxList list)
    {
        const bool isEarlier = row.entry.code == routedEarlierCode();
        return row.entry.state == stateOf(list) &&
               (list == OutboxList::RoutedEarlier) ==
                   (isEarlier && row.entry.state == OutboxState::DeadLetter);
    }
};

} // namespace renewal::test
