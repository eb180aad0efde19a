// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/base/result.h"
#include "models/domain/station.h"
#include "models/exchange/record.h"

#include <QDateTime>
#include <QString>

#include <simdjson.h>

#include <optional>
#include <string_view>
#include <utility>

namespace renewal::exchange {

using JsonValue = simdjson::dom::element;
using JsonObject = simdjson::dom::object;
using JsonArray = simdjson::dom::array;

/// True when two keys are the same but for case and underscores: "stationNumber" is "station_number".
bool isSameKey(std::string_view left, std::string_view right);

// Tolerant scalars. Each leaves `out` as it is for null, and answers false when the value has a type or a
// content that cannot be meant.
bool readText(JsonValue value, QString &out);                  ///< text, number, true or false
bool readInteger(JsonValue value, std::optional<qint64> &out); ///< number or digits in a text
bool readNumber(JsonValue value, std::optional<double> &out);  ///< number or text; never NaN or infinite
bool readBoolean(JsonValue value, std::optional<bool> &out);   ///< true, "true", 1, "1", "yes", "Y"
bool readDate(JsonValue value, QDateTime &out);                ///< see dates.h; empty text counts as null

/// The value of a key by any of its spellings; nothing when absent or null.
std::optional<JsonValue> findValue(JsonObject object, std::string_view key);
/// The same along a chain of keys: findPath(root, {"data", "nodeQuery", "entities"}).
std::optional<JsonValue> findPath(JsonObject root, std::initializer_list<std::string_view> keys);
QString textAt(JsonObject root, std::initializer_list<std::string_view> keys);

/// "a list", "an object", "text", "a number", "true or false", "null".
QString typeWord(JsonValue value);
// Reasons for set-aside records, as a user reads them.
QString missingField(std::string_view key);
QString wrongField(std::string_view key, JsonValue value);
QString wrongDate(std::string_view key);
QString wrongNumber(std::string_view key);
QString wrongStation(std::string_view key);

/// Reads the fields of one object and remembers the first thing that was wrong with it, so that a reader
/// maps all fields in a row and asks once. Looks through the JSON:API wrapping: fields are those of
/// "attributes" when there is one, and "id" is then the wrapping's.
class FieldReader
{
public:
    explicit FieldReader(JsonObject object);

    QString text(std::string_view key);
    /// The first of two names of one field that has a text.
    QString text(std::string_view key, std::string_view olderKey);
    QString requiredText(std::string_view key);
    std::optional<qint64> integer(std::string_view key);
    std::optional<bool> boolean(std::string_view key);
    bool flag(std::string_view key) { return boolean(key).value_or(false); }
    QDateTime date(std::string_view key);
    StationNumber station(std::string_view key);
    StationNumber requiredStation(std::string_view key);
    TriageTeamId team(std::string_view key);
    std::optional<JsonValue> value(std::string_view key) const;

    bool hasProblem() const { return !m_problem.isEmpty(); }
    const QString &problem() const { return m_problem; }
    void fail(const QString &reason);
    /// The record, or the first problem.
    template <class T>
    Result<Record> finish(T &&record) const
    {
        if (hasProblem())
            return failure(ErrorCode::InvalidInput, m_problem);
        return Record(std::forward<T>(record));
    }

private:
    JsonObject m_fields;
    std::optional<JsonObject> m_wrapping;
    QString m_problem;
};

} // namespace renewal::exchange
