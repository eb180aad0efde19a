// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/intake.h"
#include "models/rest/restpage.h"

namespace renewal {

QJsonObject toJson(const IntakeSourceStatus &source);
Done fromJson(const QJsonValue &value, IntakeSourceStatus &source);

QJsonObject toJson(const IntakeStatus &status);
Done fromJson(const QJsonValue &value, IntakeStatus &status);

} // namespace renewal
