// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/renewalsgateway.h"
#include "models/rest/restpage.h"

namespace renewal {

QJsonObject toJson(const RenewalChoice &choice);
Done fromJson(const QJsonValue &value, RenewalChoice &choice);

QJsonObject toJson(const RenewalOrder &order);
Done fromJson(const QJsonValue &value, RenewalOrder &order);
QJsonObject toJson(const GateOverride &gateOverride);
Done fromJson(const QJsonValue &value, GateOverride &gateOverride);
QJsonObject toJson(const RenewalAnswer &answer);
Done fromJson(const QJsonValue &value, RenewalAnswer &answer);

/// The body of POST /renewals/triage: {action, renewals: [{id, version}], triageTeamId, assignee, reason,
/// note, order, override, message, duplicateOf}. The idempotency key travels in a header.
QJsonObject toJson(const TriageRequest &request);
Done fromJson(const QJsonValue &value, TriageRequest &request);
/// The same, with every error by its field, for the `errors` of a 422 answer.
QVector<rest::FieldError> readTriage(const QJsonValue &value, TriageRequest &request);

QJsonObject toJson(const TriageRefusal &refusal);
Done fromJson(const QJsonValue &value, TriageRefusal &refusal);

QJsonObject toJson(const TriageOutcome &outcome);
Done fromJson(const QJsonValue &value, TriageOutcome &outcome);

QJsonObject toJson(const RevealedPatient &patient);
Done fromJson(const QJsonValue &value, RevealedPatient &patient);

} // namespace renewal
