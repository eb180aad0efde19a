// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/steering.h"
#include "models/rest/restpage.h"

namespace renewal {

QJsonObject toJson(const FlipperFeature &feature);
Done fromJson(const QJsonValue &value, FlipperFeature &feature);

QJsonObject toJson(const StepToggle &toggle);
Done fromJson(const QJsonValue &value, StepToggle &toggle);

/// Without the stages before: these are the service's own.
QJsonObject toJson(const RolloutStep &step);
Done fromJson(const QJsonValue &value, RolloutStep &step);

QJsonObject toJson(const StepRequest &request);
/// What is wrong with it, for the 422.
QVector<rest::FieldError> readStepRequest(const QJsonObject &body, StepRequest &request);

QJsonObject toJson(const SteeredToggle &toggle);
Done fromJson(const QJsonValue &value, SteeredToggle &toggle);

QJsonObject toJson(const SteeringMode &mode);
Done fromJson(const QJsonValue &value, SteeringMode &mode);

QJsonObject toJson(const SteeringState &state);
Done fromJson(const QJsonValue &value, SteeringState &state);

} // namespace renewal
