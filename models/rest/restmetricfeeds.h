// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/metricfeedstate.h"
#include "models/rest/fields.h"

namespace renewal {

QJsonObject toJson(const MetricFeedState &state);
Done fromJson(const QJsonValue &value, MetricFeedState &state);

} // namespace renewal
