// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace renewal::test {

/// The rows of one list of tests/data/renewability/cases.json.
inline QJsonArray casesOf(const char *list)
{
    QFile file(QStringLiteral(RENEWAL_TEST_DATA "/renewability/cases.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object().value(QLatin1StringView(list)).toArray();
}

inline QByteArray idOf(const QJsonObject &row)
{
    return row.value(QStringLiteral("id")).toString().toUtf8();
}

inline QDateTime instant(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODate);
}

} // namespace renewal::test
