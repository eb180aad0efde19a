// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/page.h"
#include "models/rest/fields.h"

namespace renewal::rest {

/// Every codec header of this folder declares, for its types T,
///     QJsonObject toJson(const T &);
///     Done fromJson(const QJsonValue &, T &);   // unknown members are ignored
/// in the namespace of T, and the templates here build lists and pages from them.
template <class T>
Result<T> decode(const QJsonValue &value)
{
    T out;
    if (const Done done = fromJson(value, out); !done)
        return failure(done.error());
    return out;
}

template <class T>
QJsonArray listJson(const QVector<T> &items)
{
    QJsonArray array;
    for (const T &item : items)
        array.append(toJson(item));
    return array;
}

/// Reads a list member; what is wrong with an element is added to `reader`.
template <class T>
QVector<T> readList(ObjectReader &reader, QLatin1StringView name)
{
    QVector<T> items;
    const QJsonArray array = reader.array(name);
    items.reserve(array.size());
    for (const auto &element : array) {
        T item;
        if (const Done done = fromJson(element, item); !done)
            reader.add(done.error());
        items.append(std::move(item));
    }
    return items;
}

/// An absent or null member gives nullopt.
template <class T>
std::optional<T> readOptional(ObjectReader &reader, QLatin1StringView name)
{
    const QJsonValue value = reader.object(name);
    if (value.isNull() || value.isUndefined())
        return std::nullopt;
    T item;
    if (const Done done = fromJson(value, item); !done)
        reader.add(done.error());
    return item;
}

/// {"items": [...], "next": "..." or null, "total": n}, and where it is so, "hasMore": true
template <class T>
QJsonObject pageJson(const Page<T> &page)
{
    QJsonObject json{
        {QStringLiteral("items"), listJson(page.items)},
        {QStringLiteral("next"), page.next.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(page.next)},
        {QStringLiteral("total"), page.total},
    };
    if (page.hasMore)
        json.insert(QStringLiteral("hasMore"), true);
    return json;
}

template <class T>
Result<Page<T>> decodePage(const QJsonValue &value)
{
    ObjectReader reader(value);
    Page<T> page;
    page.items = readList<T>(reader, QLatin1StringView("items"));
    page.next = reader.text(QLatin1StringView("next"));
    page.total = reader.integer(QLatin1StringView("total"));
    page.hasMore = reader.boolean(QLatin1StringView("hasMore"));
    if (const Done done = reader.done(); !done)
        return failure(done.error());
    return page;
}

/// A list that is never paged: {"items": [...]}.
template <class T>
QJsonObject itemsJson(const QVector<T> &items)
{
    return {{QStringLiteral("items"), listJson(items)}};
}

template <class T>
Result<QVector<T>> decodeItems(const QJsonValue &value)
{
    ObjectReader reader(value);
    QVector<T> items = readList<T>(reader, QLatin1StringView("items"));
    if (const Done done = reader.done(); !done)
        return failure(done.error());
    return items;
}

} // namespace renewal::rest
