// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/shortprescriptions.h"

#include "models/domain/station.h"
#include "models/exchange/recordreader.h"

#include <QCoreApplication>
#include <QDate>

#include <simdjson.h>

#include <cstring>

namespace renewal::exchange {

namespace {
namespace ondemand = simdjson::ondemand;

QString tr(const char *text)
{
    return QCoreApplication::translate("ShortPrescriptions", text);
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isStation(std::string_view text)
{
    if (text.size() < 3 || text.size() > 6 || !isDigit(text[0]) || !isDigit(text[1]) || !isDigit(text[2]))
        return false;
    for (const char c : text.substr(3)) {
        if (!isDigit(c) && (c < 'A' || c > 'Z'))
            return false;
    }
    return true;
}

int number(std::string_view digits)
{
    int value = 0;
    for (const char c : digits)
        value = isDigit(c) ? value * 10 + (c - '0') : -10000;
    return value;
}

bool isDate(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return false;
    const int month = number(text.substr(5, 2));
    const int day = number(text.substr(8, 2));
    const int year = number(text.substr(0, 4));
    if (year < 1900 || month < 1 || month > 12 || day < 1)
        return false;
    return day <= 28 || QDate::isValid(year, month, day);
}

/// "2025-07-04T12:00:00Z" -> "2025-07-04".
std::string_view dayOf(std::string_view text)
{
    return text.size() > 10 && (text[10] == 'T' || text[10] == ' ') ? text.substr(0, 10) : text;
}

bool isBlank(std::string_view line)
{
    return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

QString shown(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).left(40);
}

/// Nothing but white space follows what was read.
bool isAtEnd(ondemand::document &document)
{
    return document.current_location().error() == simdjson::OUT_OF_BOUNDS;
}

/// Whether the key at `raw` (it ends at a quote) is `name`.
template <std::size_t N>
bool isKey(const char *raw, const char (&name)[N])
{
    return std::strncmp(raw, name, N - 1) == 0 && raw[N - 1] == '"';
}
} // namespace

struct ShortPrescriptionParser::Parser
{
    ondemand::parser json;

    bool isFull = false; ///< the line read last has a prescriptionId

    bool readFast(std::string_view line, std::size_t capacity, ShortPrescriptionView &item);
    QString readCarefully(std::string_view line, std::size_t capacity, ShortPrescriptionView &item,
                          ShortPrescriptionBatch &batch);
};

/// Reads the usual case: four plain strings. False sends the line to readCarefully(), which is slower and
/// knows why a line is bad.
bool ShortPrescriptionParser::Parser::readFast(std::string_view line, std::size_t capacity,
                                               ShortPrescriptionView &item)
{
    ondemand::document document;
    ondemand::object object;
    if (json.iterate(line.data(), line.size(), capacity).get(document) || document.get_object().get(object))
        return false;
    const char *const end = line.data() + line.size();
    for (auto field : object) {
        ondemand::raw_json_string key;
        if (field.key().get(key))
            return false;
        std::string_view *target = nullptr;
        if (isKey(key.raw(), "patientId"))
            target = &item.patientKey;
        else if (isKey(key.raw(), "prescriberId"))
            target = &item.prescriberId;
        else if (isKey(key.raw(), "stationNumber"))
            target = &item.station;
        else if (isKey(key.raw(), "orderedDate"))
            target = &item.orderedDate;
        else if (isKey(key.raw(), "prescriptionId"))
            return false;
        else
            continue;
        ondemand::raw_json_string text;
        if (field.value().get_raw_json_string().get(text))
            return false;
        const auto room = static_cast<std::size_t>(end - text.raw());
        const auto *quote = static_cast<const char *>(std::memchr(text.raw(), '"', room));
        if (quote == nullptr)
            return false;
        *target = {text.raw(), static_cast<std::size_t>(quote - text.raw())};
        if (std::memchr(target->data(), '\\', target->size()) != nullptr)
            return false;
    }
    item.orderedDate = dayOf(item.orderedDate);
    return isAtEnd(document) && !item.patientKey.empty() && !item.prescriberId.empty() &&
           isStation(item.station) && isDate(item.orderedDate);
}

/// Reads numbers, nulls, escapes and snake_case names too. Returns the reason when the line is bad.
QString ShortPrescriptionParser::Parser::readCarefully(std::string_view line, std::size_t capacity,
                                                       ShortPrescriptionView &item,
                                                       ShortPrescriptionBatch &batch)
{
    ondemand::document document;
    ondemand::object object;
    if (json.iterate(line.data(), line.size(), capacity).get(document) || document.get_object().get(object))
        return tr("the line is not a valid JSON object");
    for (auto field : object) {
        std::string_view key;
        ondemand::value value;
        if (field.unescaped_key().get(key) || field.value().get(value))
            return tr("the line is not a valid JSON object");
        std::string_view *target = nullptr;
        if (key == "patientId" || key == "patient_id")
            target = &item.patientKey;
        else if (key == "prescriberId" || key == "prescriber_id")
            target = &item.prescriberId;
        else if (key == "stationNumber" || key == "station_number")
            target = &item.station;
        else if (key == "orderedDate" || key == "ordered_date")
            target = &item.orderedDate;
        else if ((isFull = isFull || key == "prescriptionId" || key == "prescription_id"))
            return {};
        else
            continue;
        ondemand::json_type type;
        if (value.type().get(type))
            return tr("the line is not a valid JSON object");
        std::string_view text;
        if (type == ondemand::json_type::string && value.get_string().get(text))
            return tr("the line is not a valid JSON object");
        if (type == ondemand::json_type::number)
            text = value.raw_json_token();
        const auto last = text.find_last_not_of(" \t\r\n");
        *target = batch.unescaped.emplace_back(text.substr(0, last == std::string_view::npos ? 0 : last + 1));
    }
    if (!isAtEnd(document))
        return tr("the line is not a valid JSON object");
    if (item.patientKey.empty())
        return tr("patientId is missing");
    if (item.prescriberId.empty())
        return tr("prescriberId is missing");
    const StationNumber station(
        QString::fromUtf8(item.station.data(), static_cast<qsizetype>(item.station.size())));
    if (!station.isValid())
        return item.station.empty()
                   ? tr("stationNumber is missing")
                   : tr("stationNumber \"%1\" is not a station number").arg(shown(item.station));
    item.station = batch.unescaped.emplace_back(station.text().toStdString());
    item.orderedDate = dayOf(item.orderedDate);
    if (!item.orderedDate.empty() && !isDate(item.orderedDate))
        return tr("orderedDate \"%1\" is not a date").arg(shown(item.orderedDate));
    return {};
}

void ShortPrescriptionBatch::clear()
{
    items.clear();
    full.clear();
    broken.clear();
    unescaped.clear();
}

ShortPrescriptionParser::ShortPrescriptionParser()
    : m_parser(std::make_unique<Parser>())
{
}

ShortPrescriptionParser::~ShortPrescriptionParser() = default;
ShortPrescriptionParser::ShortPrescriptionParser(ShortPrescriptionParser &&) noexcept = default;
ShortPrescriptionParser &ShortPrescriptionParser::operator=(ShortPrescriptionParser &&) noexcept = default;

void ShortPrescriptionParser::parse(std::string_view text, qint64 firstLine, ShortPrescriptionBatch &batch)
{
    const char *const end = text.data() + text.size();
    const char *at = text.data();
    for (qint64 number = firstLine; at < end; ++number) {
        const auto *stop =
            static_cast<const char *>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
        if (stop == nullptr)
            stop = end;
        const std::string_view line(at, static_cast<std::size_t>(stop - at));
        const std::size_t capacity = static_cast<std::size_t>(end - at) + jsonPadding;
        at = stop + 1;
        ShortPrescriptionView item;
        if (!m_parser->readFast(line, capacity, item)) {
            if (isBlank(line))
                continue;
            item = {};
            m_parser->isFull = false;
            const QString reason = m_parser->readCarefully(line, capacity, item, batch);
            if (!reason.isEmpty()) {
                batch.broken.push_back({number, reason});
                continue;
            }
            if (m_parser->isFull) {
                batch.full.push_back({line, number});
                continue;
            }
        }
        item.line = number;
        batch.items.push_back(item);
    }
}

} // namespace renewal::exchange
