// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rest/restpage.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

/// How the tests of the REST forms look at a value.
namespace renewal::test {

/// There and back through bytes; what comes back must write the same bytes again, and equal the original.
template <class T>
void travels(const T &original)
{
    const QByteArray bytes = QJsonDocument(toJson(original)).toJson();
    const auto back = rest::decode<T>(QJsonDocument::fromJson(bytes).object());
    QVERIFY2(back.has_value(), back ? "" : qPrintable(back.error().text));
    QCOMPARE(QJsonDocument(toJson(*back)).toJson(), bytes);
    if constexpr (requires { original == original; })
        QVERIFY(*back == original);
}

/// Members that say nothing: a sample with one of them would not notice its loss on the way.
inline QStringList emptyMembers(const QJsonValue &value, const QString &place = {})
{
    QStringList found;
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            found += emptyMembers(member.value(), place + u'.' + member.key());
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &element : array)
            found += emptyMembers(element, place + QStringLiteral("[]"));
    }
    const bool empty = value.isNull() || value == QJsonValue(QString()) || value == QJsonValue(0) ||
                       value == QJsonValue(false) || value == QJsonValue(QJsonArray());
    return empty ? QStringList(place) : found;
}

template <class T>
void fullTravels(const T &original)
{
    const QStringList empty = emptyMembers(toJson(original));
    QVERIFY2(empty.isEmpty(), qPrintable(empty.join(u' ')));
    travels(original);
}

} // namespace renewal::test
