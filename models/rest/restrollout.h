// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/rolloutgateway.h"
#include "models/rest/restrolloutreport.h"

namespace renewal {

/// Points travel as {at, value, count}; a gap has value null.
QJsonObject toJson(const MetricSeries &series);
Done fromJson(const QJsonValue &value, MetricSeries &series);

QJsonObject toJson(const MetricPoint &point);
Done fromJson(const QJsonValue &value, MetricPoint &point);

QJsonObject toJson(const RolloutStage &stage);
Done fromJson(const QJsonValue &value, RolloutStage &stage);

QJsonObject toJson(const RolloutOverview &overview);
Done fromJson(const QJsonValue &value, RolloutOverview &overview);

} // namespace renewal
