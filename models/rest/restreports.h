// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/reportsgateway.h"
#include "models/rest/restpage.h"

namespace renewal {

QJsonObject toJson(const ThroughputDay &day);
Done fromJson(const QJsonValue &value, ThroughputDay &day);

QJsonObject toJson(const ThroughputTeam &team);
Done fromJson(const QJsonValue &value, ThroughputTeam &team);

QJsonObject toJson(const Throughput &throughput);
Done fromJson(const QJsonValue &value, Throughput &throughput);

/// The body of POST /reports/throughput.
QJsonObject toJson(const ThroughputQuery &query);
QVector<rest::FieldError> readThroughputQuery(const QJsonValue &value, ThroughputQuery &query);

/// The body of POST /reports/renewals.
QJsonObject toJson(const RenewalExport &wanted);
QVector<rest::FieldError> readRenewalExport(const QJsonValue &value, RenewalExport &wanted);

} // namespace renewal
