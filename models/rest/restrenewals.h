// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/renewalsgateway.h"
#include "models/rest/restpage.h"

namespace renewal {

QJsonObject toJson(const Renewal &renewal);
Done fromJson(const QJsonValue &value, Renewal &renewal);

QJsonObject toJson(const FillRecord &fill);
Done fromJson(const QJsonValue &value, FillRecord &fill);

QJsonObject toJson(const Prescription &prescription);
Done fromJson(const QJsonValue &value, Prescription &prescription);

QJsonObject toJson(const ThreadEntry &entry);
Done fromJson(const QJsonValue &value, ThreadEntry &entry);

QJsonObject toJson(const RenewalDetail &detail);
Done fromJson(const QJsonValue &value, RenewalDetail &detail);

QJsonObject toJson(const ViewCount &count);
Done fromJson(const QJsonValue &value, ViewCount &count);

QJsonObject toJson(const GateResult &gate);
Done fromJson(const QJsonValue &value, GateResult &gate);

} // namespace renewal
