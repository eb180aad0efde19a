// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/base/result.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QLatin1StringView>
#include <QString>
#include <QVector>

#include <optional>

namespace renewal::rest {

/// What is wrong with one member of a body: the `errors` of a 422 problem.
struct FieldError
{
    QString field; ///< "triageTeamId", "data[3].name"; empty for the body as a whole
    QString text;  ///< one sentence for the user

    bool operator==(const FieldError &) const = default;
};

/// Reads the members of one JSON object and collects what is wrong with them. A member that is absent or
/// null gives the empty value, unless need() asks for it; a member of another type is an error.
class ObjectReader
{
public:
    explicit ObjectReader(const QJsonValue &value, QString where = {});

    /// The named member must be there and not be null.
    void need(QLatin1StringView name);

    QString text(QLatin1StringView name);
    qint64 integer(QLatin1StringView name);
    double number(QLatin1StringView name);
    bool boolean(QLatin1StringView name);
    /// ISO 8601 with a zone, as UTC; invalid when absent.
    QDateTime instant(QLatin1StringView name);
    QByteArray hex(QLatin1StringView name);
    std::optional<qint64> optionalInteger(QLatin1StringView name);
    std::optional<double> optionalNumber(QLatin1StringView name);
    std::optional<bool> optionalBoolean(QLatin1StringView name);
    QJsonValue object(QLatin1StringView name) { return m_object.value(name); }
    QJsonArray array(QLatin1StringView name);

    template <class Id>
    Id id(QLatin1StringView name)
    {
        return Id{integer(name)};
    }

    /// A word of a closed set, read by `parse` (returning std::optional).
    template <class Parse>
    auto word(QLatin1StringView name, Parse parse)
    {
        const QString found = text(name);
        const auto value = parse(found);
        if (!value && !found.isEmpty())
            refuse(name, unknownWord(found));
        return value;
    }

    void refuse(QLatin1StringView name, const QString &text);
    void add(const Error &error);

    const QVector<FieldError> &errors() const { return m_errors; }
    /// Failing with the first error found.
    Done done() const;

private:
    static QString unknownWord(const QString &word);
    QString path(QLatin1StringView name) const;

    QJsonObject m_object;
    QString m_where;
    QVector<FieldError> m_errors;
};

/// UTC with milliseconds ("2026-11-22T21:48:13.000Z"), or null when invalid.
QJsonValue instantJson(const QDateTime &instant);

template <class Tag>
QJsonValue idJson(Id<Tag> id)
{
    return id.isValid() ? QJsonValue(id.value) : QJsonValue(QJsonValue::Null);
}

template <class Number>
QJsonValue optionalJson(const std::optional<Number> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

} // namespace renewal::rest
