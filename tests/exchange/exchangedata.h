// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/documentreader.h"
#include "models/exchange/recordreader.h"

#include <QFile>
#include <QTest>

namespace renewal::test {

inline QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A file of tests/data/exchange.
inline QByteArray exchangeFile(const QString &name)
{
    return fileBytes(QStringLiteral(RENEWAL_TEST_DATA "/exchange/") + name);
}

/// One record from the text of one object.
inline Result<exchange::Record> readOne(const QByteArray &json, exchange::FileKind kind)
{
    exchange::RecordReader reader;
    const QByteArray padded = json + QByteArray(exchange::jsonPadding, '\0');
    return reader.read(QByteArrayView(padded).first(json.size()), kind);
}

/// The record as T; a default T when it is none, so that the comparison that follows fails.
template <class T>
T readAs(const QByteArray &json, exchange::FileKind kind)
{
    const auto record = readOne(json, kind);
    if (!record)
        return {};
    const T *found = std::get_if<T>(&*record);
    return found ? *found : T{};
}

template <class T>
QVector<T> recordsOf(const exchange::DocumentContent &content)
{
    QVector<T> found;
    for (const auto &record : content.records) {
        if (const T *one = std::get_if<T>(&record))
            found.append(*one);
    }
    return found;
}

/// The records of one type of one of our files.
template <class T>
QVector<T> recordsOfFile(const QString &name)
{
    const auto content = exchange::readDocument(exchangeFile(name));
    return content ? recordsOf<T>(*content) : QVector<T>();
}

inline QDateTime utc(const char *iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODateWithMs).toUTC();
}

} // namespace renewal::test
