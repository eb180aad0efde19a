// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/gateway/outboxitem.h"
#include "models/gateway/page.h"

#include <QFuture>

namespace renewal {

/// What the view "Sending" needs from the world. Futures finish exactly once; calls never block.
class OutboxGateway
{
public:
    virtual ~OutboxGateway() = default;
    virtual QFuture<Result<OutboxStatus>> status() = 0;
    /// Of one list: what waits for a person the newest first, the others the oldest first.
    virtual QFuture<Result<Page<OutboxItem>>> items(OutboxList list, int limit, const QString &cursor) = 0;
    virtual QFuture<Result<OutboxItem>> repair(const RepairRequest &request) = 0;
    /// Some of OutboxList::RoutedEarlier; again with `next` for more.
    virtual QFuture<Result<EarlierOutcome>> repairEarlier(const EarlierRepair &request) = 0;
};

} // namespace renewal
