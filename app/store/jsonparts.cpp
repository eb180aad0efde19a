// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/jsonparts.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace renewal::store::json {

using namespace Qt::StringLiterals;

namespace {
QJsonValue valueOf(const QJsonObject &json, const char *name)
{
    return json.value(QLatin1StringView(name));
}

template <class Value>
void putMaybe(QJsonObject &json, const char *name, const std::optional<Value> &value)
{
    if (value)
        json.insert(QLatin1StringView(name), *value);
}

Error damaged(const QJsonParseError &error)
{
    return {ErrorCode::Integrity,
            QCoreApplication::translate("store",
                                        "A stored record is damaged. Restore the database from a backup."),
            u"document: "_s + error.errorString()};
}
} // namespace

void put(QJsonObject &json, const char *name, const QString &value)
{
    if (!value.isEmpty())
        json.insert(QLatin1StringView(name), value);
}

void put(QJsonObject &json, const char *name, const QStringList &value)
{
    if (!value.isEmpty())
        json.insert(QLatin1StringView(name), QJsonArray::fromStringList(value));
}

void put(QJsonObject &json, const char *name, const QDateTime &value)
{
    if (value.isValid())
        json.insert(QLatin1StringView(name), value.toMSecsSinceEpoch());
}

void put(QJsonObject &json, const char *name, const QJsonArray &value)
{
    if (!value.isEmpty())
        json.insert(QLatin1StringView(name), value);
}

void put(QJsonObject &json, const char *name, std::optional<bool> value)
{
    putMaybe(json, name, value);
}

void put(QJsonObject &json, const char *name, std::optional<int> value)
{
    putMaybe(json, name, value);
}

void put(QJsonObject &json, const char *name, std::optional<double> value)
{
    putMaybe(json, name, value);
}

void put(QJsonObject &json, const char *name, qint64 value)
{
    json.insert(QLatin1StringView(name), value);
}

void put(QJsonObject &json, const char *name, bool value)
{
    if (value)
        json.insert(QLatin1StringView(name), true);
}

void take(const QJsonObject &json, const char *name, QString &value)
{
    value = valueOf(json, name).toString();
}

void take(const QJsonObject &json, const char *name, QStringList &value)
{
    value.clear();
    const QJsonArray items = valueOf(json, name).toArray();
    for (const auto &item : items)
        value.append(item.toString());
}

void take(const QJsonObject &json, const char *name, QDateTime &value)
{
    const QJsonValue found = valueOf(json, name);
    value = found.isDouble() ? QDateTime::fromMSecsSinceEpoch(found.toInteger(), Qt::UTC) : QDateTime();
}

void take(const QJsonObject &json, const char *name, std::optional<bool> &value)
{
    const QJsonValue found = valueOf(json, name);
    value = found.isBool() ? std::optional(found.toBool()) : std::nullopt;
}

void take(const QJsonObject &json, const char *name, std::optional<int> &value)
{
    const QJsonValue found = valueOf(json, name);
    value = found.isDouble() ? std::optional(found.toInt()) : std::nullopt;
}

void take(const QJsonObject &json, const char *name, std::optional<double> &value)
{
    const QJsonValue found = valueOf(json, name);
    value = found.isDouble() ? std::optional(found.toDouble()) : std::nullopt;
}

void take(const QJsonObject &json, const char *name, qint64 &value)
{
    value = valueOf(json, name).toInteger();
}

void take(const QJsonObject &json, const char *name, bool &value)
{
    value = valueOf(json, name).toBool();
}

Result<QJsonObject> parseObject(const QByteArray &document)
{
    QJsonParseError error;
    const QJsonDocument parsed = QJsonDocument::fromJson(document, &error);
    if (!parsed.isObject())
        return failure(damaged(error));
    return parsed.object();
}

Result<QJsonArray> parseArray(const QByteArray &document)
{
    QJsonParseError error;
    const QJsonDocument parsed = QJsonDocument::fromJson(document, &error);
    if (!parsed.isArray())
        return failure(damaged(error));
    return parsed.array();
}

} // namespace renewal::store::json
