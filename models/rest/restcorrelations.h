// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/correlationsgateway.h"
#include "models/rest/restpage.h"

namespace renewal {

QJsonObject toJson(const CareTeam &team);
Done fromJson(const QJsonValue &value, CareTeam &team);

QJsonObject toJson(const Prescriber &prescriber);
Done fromJson(const QJsonValue &value, Prescriber &prescriber);

QJsonObject toJson(const Correlation &correlation);
Done fromJson(const QJsonValue &value, Correlation &correlation);

QJsonObject toJson(const Evidence &evidence);
Done fromJson(const QJsonValue &value, Evidence &evidence);

QJsonObject toJson(const Candidate &candidate);
Done fromJson(const QJsonValue &value, Candidate &candidate);

QJsonObject toJson(const CandidateSet &set);
Done fromJson(const QJsonValue &value, CandidateSet &set);

QJsonObject toJson(const HistoryEntry &entry);
Done fromJson(const QJsonValue &value, HistoryEntry &entry);

QJsonObject toJson(const PrescriberSummary &summary);
Done fromJson(const QJsonValue &value, PrescriberSummary &summary);

QJsonObject toJson(const PrescriberDetail &detail);
Done fromJson(const QJsonValue &value, PrescriberDetail &detail);

/// The body of PUT .../correlation and of its preview: {decision, triageTeamId, note}. Prescriber, version
/// and idempotency key travel in the path and in headers.
QJsonObject toJson(const Decision &decision);
Done fromJson(const QJsonValue &value, Decision &decision);
/// The same, with every error by its field, for the `errors` of a 422 answer.
QVector<rest::FieldError> readDecision(const QJsonValue &value, Decision &decision);

QJsonObject toJson(const DecisionEffect &effect);
Done fromJson(const QJsonValue &value, DecisionEffect &effect);

QJsonObject toJson(const MatchingQuality &quality);
Done fromJson(const QJsonValue &value, MatchingQuality &quality);

QJsonObject toJson(const DecisionOutcome &outcome);
Done fromJson(const QJsonValue &value, DecisionOutcome &outcome);

} // namespace renewal
