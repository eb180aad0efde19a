// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/importreport.h"
#include "models/rest/restpage.h"

namespace renewal {

QJsonObject toJson(const SetAside &item);
Done fromJson(const QJsonValue &value, SetAside &item);

QJsonObject toJson(const ImportFileReport &file);
Done fromJson(const QJsonValue &value, ImportFileReport &file);

QJsonObject toJson(const ImportReport &report);
Done fromJson(const QJsonValue &value, ImportReport &report);

} // namespace renewal
