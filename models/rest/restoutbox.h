// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/outboxitem.h"
#include "models/rest/restpage.h"

namespace renewal {

QJsonObject toJson(const OutboxItem &item);
Done fromJson(const QJsonValue &value, OutboxItem &item);

QJsonObject toJson(const OutboxStatus &status);
Done fromJson(const QJsonValue &value, OutboxStatus &status);

/// The body of POST /outbox/{id}/repair: {version, action, messageId, note}. The id travels in the address,
/// the idempotency key in a header.
QJsonObject toJson(const RepairRequest &request);
QVector<rest::FieldError> readRepair(const QJsonValue &value, RepairRequest &request);

/// The body of POST /outbox/routed-earlier: {action, note, before}.
QJsonObject toJson(const EarlierRepair &request);
QVector<rest::FieldError> readEarlierRepair(const QJsonValue &value, EarlierRepair &request);

QJsonObject toJson(const EarlierOutcome &outcome);
Done fromJson(const QJsonValue &value, EarlierOutcome &outcome);

} // namespace renewal
