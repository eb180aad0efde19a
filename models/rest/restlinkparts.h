// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/correlationsgateway.h"
#include "models/rest/restpage.h"

namespace renewal {

QJsonObject toJson(const DivisionTeam &team);
Done fromJson(const QJsonValue &value, DivisionTeam &team);

QJsonObject toJson(const PlannedLink &planned);
Done fromJson(const QJsonValue &value, PlannedLink &planned);

QJsonObject toJson(const DivisionWork &work);
Done fromJson(const QJsonValue &value, DivisionWork &work);

QJsonObject toJson(const TeamChoice &choice);
Done fromJson(const QJsonValue &value, TeamChoice &choice);

QJsonObject toJson(const MovedCase &moved);
Done fromJson(const QJsonValue &value, MovedCase &moved);

/// What a correlation says beside its link: reason, grounds, change, divisions, planned.
void addLinkParts(QJsonObject &json, const Correlation &correlation);
void readLinkParts(rest::ObjectReader &reader, Correlation &correlation);
/// The dates, the reason and the division of a decision; refuses what cannot be.
void addDecisionParts(QJsonObject &json, const Decision &decision);
void readDecisionParts(rest::ObjectReader &reader, Decision &decision);

} // namespace renewal
