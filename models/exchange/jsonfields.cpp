// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/jsonfields.h"

#include "models/exchange/dates.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace renewal::exchange {

namespace {
using simdjson::dom::element_type;

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString tr(const char *text)
{
    return QCoreApplication::translate("exchange", text);
}
} // namespace

bool isSameKey(std::string_view left, std::string_view right)
{
    std::size_t l = 0;
    std::size_t r = 0;
    for (;;) {
        while (l < left.size() && left[l] == '_')
            ++l;
        while (r < right.size() && right[r] == '_')
            ++r;
        if (l == left.size() || r == right.size())
            return l == left.size() && r == right.size();
        if (lower(left[l++]) != lower(right[r++]))
            return false;
    }
}

bool readText(JsonValue value, QString &out)
{
    switch (value.type()) {
    case element_type::STRING:
        out = fromUtf8(value.get_string().value_unsafe());
        return true;
    case element_type::INT64:
        out = QString::number(value.get_int64().value_unsafe());
        return true;
    case element_type::UINT64:
        out = QString::number(value.get_uint64().value_unsafe());
        return true;
    case element_type::DOUBLE:
        out = QString::number(value.get_double().value_unsafe(), 'g', QLocale::FloatingPointShortest);
        return true;
    case element_type::BOOL:
        out = value.get_bool().value_unsafe() ? u"true"_s : u"false"_s;
        return true;
    case element_type::NULL_VALUE:
        return true;
    default:
        return false;
    }
}

bool readInteger(JsonValue value, std::optional<qint64> &out)
{
    if (value.type() == element_type::INT64) {
        out = value.get_int64().value_unsafe();
        return true;
    }
    if (value.type() == element_type::STRING) {
        const std::string_view text = trimmed(value.get_string().value_unsafe());
        if (text.empty())
            return true;
        bool isNumber = false;
        const qint64 number = QByteArrayView(text.data(), static_cast<qsizetype>(text.size()))
                                  .toByteArray()
                                  .toLongLong(&isNumber);
        if (isNumber)
            out = number;
        return isNumber;
    }
    if (value.type() == element_type::DOUBLE) {
        // 3.0 is three; 3.5 is a mistake in a counting field.
        const double number = value.get_double().value_unsafe();
        if (std::abs(number) > 1e15 || number != std::floor(number))
            return false;
        out = static_cast<qint64>(number);
        return true;
    }
    return value.is_null();
}

bool readNumber(JsonValue value, std::optional<double> &out)
{
    double number = 0;
    if (value.is_null())
        return true;
    if (value.type() == element_type::STRING) {
        const std::string_view text = trimmed(value.get_string().value_unsafe());
        if (text.empty())
            return true;
        bool isNumber = false;
        number = QByteArrayView(text.data(), static_cast<qsizetype>(text.size()))
                     .toByteArray()
                     .toDouble(&isNumber);
        if (!isNumber)
            return false;
    } else if (value.get(number) != simdjson::SUCCESS) {
        return false;
    }
    if (!std::isfinite(number))
        return false;
    out = number;
    return true;
}

bool readBoolean(JsonValue value, std::optional<bool> &out)
{
    if (value.type() == element_type::BOOL) {
        out = value.get_bool().value_unsafe();
        return true;
    }
    if (value.is_null())
        return true;
    QString word;
    if (!readText(value, word))
        return false;
    word = word.trimmed().toLower();
    if (word.isEmpty())
        return true;
    const bool isTrue = word == "true"_L1 || word == "1"_L1 || word == "yes"_L1 || word == "y"_L1;
    const bool isFalse = word == "false"_L1 || word == "0"_L1 || word == "no"_L1 || word == "n"_L1;
    if (isTrue || isFalse)
        out = isTrue;
    return isTrue || isFalse;
}

bool readDate(JsonValue value, QDateTime &out)
{
    if (value.type() == element_type::STRING) {
        const std::string_view text = value.get_string().value_unsafe();
        if (trimmed(text).empty())
            return true;
        out = dateFromText({text.data(), static_cast<qsizetype>(text.size())});
        return out.isValid();
    }
    double number = 0;
    if (value.is_null())
        return true;
    if (value.type() == element_type::BOOL || value.get(number) != simdjson::SUCCESS)
        return false;
    // 20250131 without quotes is a day, not half a year after 1970.
    constexpr double earliest = 1e8;
    out = number >= earliest ? dateFromNumber(number) : QDateTime();
    return out.isValid();
}

std::optional<JsonValue> findValue(JsonObject object, std::string_view key)
{
    for (const auto field : object) {
        if (isSameKey(key, field.key) && !field.value.is_null())
            return field.value;
    }
    return std::nullopt;
}

std::optional<JsonValue> findPath(JsonObject root, std::initializer_list<std::string_view> keys)
{
    JsonObject object = root;
    std::optional<JsonValue> at;
    for (const std::string_view key : keys) {
        if (at && at->get(object) != simdjson::SUCCESS)
            return std::nullopt;
        at = findValue(object, key);
        if (!at)
            return std::nullopt;
    }
    return at;
}

QString textAt(JsonObject root, std::initializer_list<std::string_view> keys)
{
    QString text;
    if (const auto value = findPath(root, keys))
        readText(*value, text);
    return text;
}

QString typeWord(JsonValue value)
{
    switch (value.type()) {
    case element_type::ARRAY:
        return tr(QT_TRANSLATE_NOOP("exchange", "a list"));
    case element_type::OBJECT:
        return tr(QT_TRANSLATE_NOOP("exchange", "an object"));
    case element_type::STRING:
        return tr(QT_TRANSLATE_NOOP("exchange", "text"));
    case element_type::BOOL:
        return tr(QT_TRANSLATE_NOOP("exchange", "true or false"));
    case element_type::NULL_VALUE:
        return tr(QT_TRANSLATE_NOOP("exchange", "null"));
    case element_type::INT64:
    case element_type::UINT64:
    case element_type::DOUBLE:
        return tr(QT_TRANSLATE_NOOP("exchange", "a number"));
    }
    return {};
}

QString missingField(std::string_view key)
{
    //: %1 is the name of a field in a file
    return tr(QT_TRANSLATE_NOOP("exchange", "%1 is missing.")).arg(fromUtf8(key));
}

QString wrongField(std::string_view key, JsonValue value)
{
    //: %1 is the name of a field in a file, %2 is "a list", "text", ...
    return tr(QT_TRANSLATE_NOOP("exchange", "%1 cannot be %2.")).arg(fromUtf8(key), typeWord(value));
}

QString wrongDate(std::string_view key)
{
    return tr(QT_TRANSLATE_NOOP("exchange", "%1 is not a date that can be read.")).arg(fromUtf8(key));
}

QString wrongNumber(std::string_view key)
{
    return tr(QT_TRANSLATE_NOOP("exchange", "%1 is not a number that can be used.")).arg(fromUtf8(key));
}

QString wrongStation(std::string_view key)
{
    return tr(QT_TRANSLATE_NOOP(
                  "exchange",
                  "%1 is no VA station number: three digits, then at most three letters or digits."))
        .arg(fromUtf8(key));
}

FieldReader::FieldReader(JsonObject object)
    : m_fields(object)
{
    JsonObject attributes;
    const auto value = findValue(object, "attributes");
    if (value && value->get(attributes) == simdjson::SUCCESS) {
        m_wrapping = object;
        m_fields = attributes;
    }
}

std::optional<JsonValue> FieldReader::value(std::string_view key) const
{
    auto found = findValue(m_fields, key);
    if (!found && m_wrapping && key == "id")
        found = findValue(*m_wrapping, key);
    return found;
}

void FieldReader::fail(const QString &reason)
{
    if (m_problem.isEmpty())
        m_problem = reason;
}

QString FieldReader::text(std::string_view key)
{
    QString out;
    if (const auto found = value(key); found && !readText(*found, out))
        fail(wrongField(key, *found));
    return out;
}

QString FieldReader::text(std::string_view key, std::string_view olderKey)
{
    const QString out = text(key);
    return out.isEmpty() ? text(olderKey) : out;
}

QString FieldReader::requiredText(std::string_view key)
{
    const QString out = text(key);
    if (out.trimmed().isEmpty())
        fail(missingField(key));
    return out;
}

std::optional<qint64> FieldReader::integer(std::string_view key)
{
    std::optional<qint64> out;
    if (const auto found = value(key); found && !readInteger(*found, out))
        fail(wrongNumber(key));
    return out;
}

std::optional<bool> FieldReader::boolean(std::string_view key)
{
    std::optional<bool> out;
    if (const auto found = value(key); found && !readBoolean(*found, out))
        fail(tr(QT_TRANSLATE_NOOP("exchange", "%1 is neither true nor false.")).arg(fromUtf8(key)));
    return out;
}

QDateTime FieldReader::date(std::string_view key)
{
    QDateTime out;
    if (const auto found = value(key); found && !readDate(*found, out))
        fail(wrongDate(key));
    return out;
}

StationNumber FieldReader::station(std::string_view key)
{
    const StationNumber number(text(key));
    if (!number.isEmpty() && !number.isValid())
        fail(wrongStation(key));
    return number;
}

StationNumber FieldReader::requiredStation(std::string_view key)
{
    const StationNumber number = station(key);
    if (number.isEmpty())
        fail(missingField(key));
    return number;
}

TriageTeamId FieldReader::team(std::string_view key)
{
    const auto number = integer(key);
    if (number && *number <= 0)
        fail(tr(QT_TRANSLATE_NOOP("exchange", "%1 is not a care team number.")).arg(fromUtf8(key)));
    return TriageTeamId{number.value_or(0)};
}

} // namespace renewal::exchange
