// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/outboxitem.h"
#include "models/items/roles.h"

#include <QTimeZone>

namespace renewal::items {

/// Where the sending of a renewal stands, for the renewal's own page: with the time that counts, and what a
/// person can do.
QString sendingText(const OutboxItem &item, const QTimeZone &zone);
/// "Could not be sent", "Not confirmed": the chip.
QString outboxStateText(OutboxState state);
/// The same of a list: "Routed earlier" where it is no state.
QString outboxListText(OutboxList list);
Tone outboxTone(OutboxState state);
/// What is sent and what waits, in one line: "3 could not be sent, 1 not confirmed".
QString outboxSummary(const OutboxStatus &status);
/// Dead letters and unconfirmed ones: what a person must see.
qint64 needAPerson(const OutboxStatus &status);

} // namespace renewal::items
