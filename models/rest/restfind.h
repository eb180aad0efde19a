// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/findhit.h"
#include "models/rest/restpage.h"

namespace renewal {

QJsonObject toJson(const FindHit &hit);
Done fromJson(const QJsonValue &value, FindHit &hit);

} // namespace renewal
