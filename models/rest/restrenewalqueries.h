// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/renewalsgateway.h"
#include "models/rest/restpage.h"

#include <QPair>

/// What one asks the queue for: in an address, and kept in a saved view.
namespace renewal {

namespace rest {
using QueryItems = QVector<QPair<QString, QString>>;

/// Empty values stand for what is not set.
QueryItems queryItems(const RenewalFilter &filter);
QueryItems queryItems(const RenewalSort &sort);
QueryItems queryItems(const ChoiceQuery &query);
QueryItems queryItems(const RenewalQuery &query);
} // namespace rest

QJsonObject toJson(const RenewalFilter &filter);
Done fromJson(const QJsonValue &value, RenewalFilter &filter);

QJsonObject toJson(const RenewalSort &sort);
Done fromJson(const QJsonValue &value, RenewalSort &sort);

/// Without limit and cursor.
QJsonObject toJson(const RenewalQuery &query);
Done fromJson(const QJsonValue &value, RenewalQuery &query);

QJsonObject toJson(const FilterChoice &choice);
Done fromJson(const QJsonValue &value, FilterChoice &choice);

QJsonObject toJson(const SavedView &view);
Done fromJson(const QJsonValue &value, SavedView &view);

} // namespace renewal
