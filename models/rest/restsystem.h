// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/systemgateway.h"
#include "models/rest/restpage.h"

namespace renewal {

QJsonObject toJson(const Station &station);
Done fromJson(const QJsonValue &value, Station &station);

/// Hashes travel as lower-case hexadecimal text; `before` and `after` as the texts they are.
QJsonObject toJson(const AuditEvent &event);
Done fromJson(const QJsonValue &value, AuditEvent &event);

QJsonObject toJson(const Job &job);
Done fromJson(const QJsonValue &value, Job &job);

QJsonObject toJson(const ServiceStatus &status);
Done fromJson(const QJsonValue &value, ServiceStatus &status);

QJsonObject toJson(const Change &change);
Done fromJson(const QJsonValue &value, Change &change);

QJsonObject toJson(const ChangeList &list);
Done fromJson(const QJsonValue &value, ChangeList &list);

/// The body of POST /matching: {"station": "552"}, or null for all.
QJsonObject toJson(const Scope &scope);
Done fromJson(const QJsonValue &value, Scope &scope);

} // namespace renewal
