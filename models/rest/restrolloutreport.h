// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rolloutreport.h"
#include "models/rest/restpage.h"

namespace renewal {

QJsonObject toJson(const CriterionResult &criterion);
Done fromJson(const QJsonValue &value, CriterionResult &criterion);

QJsonObject toJson(const FunnelStep &step);
Done fromJson(const QJsonValue &value, FunnelStep &step);

QJsonObject toJson(const SignOff &signOff);
Done fromJson(const QJsonValue &value, SignOff &signOff);

QJsonObject toJson(const RolloutNotice &notice);
Done fromJson(const QJsonValue &value, RolloutNotice &notice);

QJsonObject toJson(const StageSummary &summary);
Done fromJson(const QJsonValue &value, StageSummary &summary);

QJsonObject toJson(const Incident &incident);
Done fromJson(const QJsonValue &value, Incident &incident);

} // namespace renewal
