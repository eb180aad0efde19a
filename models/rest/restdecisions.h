// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/decisionsreport.h"
#include "models/rest/restpage.h"

namespace renewal {

QJsonObject toJson(const ReportedDecision &reported);
Done fromJson(const QJsonValue &value, ReportedDecision &reported);

/// What POST /correlations/decisions and its preview answer.
QJsonObject toJson(const DecisionsReport &report);
Done fromJson(const QJsonValue &value, DecisionsReport &report);

} // namespace renewal
