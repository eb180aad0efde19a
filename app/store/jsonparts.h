// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

/// The stored documents' small vocabulary: what is empty or unknown is left out, instants are milliseconds.
namespace renewal::store::json {

void put(QJsonObject &json, const char *name, const QString &value);
void put(QJsonObject &json, const char *name, const QStringList &value);
void put(QJsonObject &json, const char *name, const QDateTime &value);
void put(QJsonObject &json, const char *name, const QJsonArray &value);
void put(QJsonObject &json, const char *name, std::optional<bool> value);
void put(QJsonObject &json, const char *name, std::optional<int> value);
void put(QJsonObject &json, const char *name, std::optional<double> value);
void put(QJsonObject &json, const char *name, qint64 value);
/// False is left out.
void put(QJsonObject &json, const char *name, bool value);

void take(const QJsonObject &json, const char *name, QString &value);
void take(const QJsonObject &json, const char *name, QStringList &value);
void take(const QJsonObject &json, const char *name, QDateTime &value);
void take(const QJsonObject &json, const char *name, std::optional<bool> &value);
void take(const QJsonObject &json, const char *name, std::optional<int> &value);
void take(const QJsonObject &json, const char *name, std::optional<double> &value);
void take(const QJsonObject &json, const char *name, qint64 &value);
void take(const QJsonObject &json, const char *name, bool &value);

/// ErrorCode::Integrity when a stored document is not what we wrote.
Result<QJsonObject> parseObject(const QByteArray &document);
Result<QJsonArray> parseArray(const QByteArray &document);

} // namespace renewal::store::json
