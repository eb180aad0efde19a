// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/recordreader.h"

#include "models/exchange/recordfunctions.h"

#include <QCoreApplication>

namespace renewal::exchange {

static_assert(jsonPadding >= static_cast<qsizetype>(simdjson::SIMDJSON_PADDING));

struct RecordReader::Parsers
{
    simdjson::dom::parser tree;
};

RecordReader::RecordReader()
    : m_parsers(std::make_unique<Parsers>())
{
}

RecordReader::~RecordReader() = default;
RecordReader::RecordReader(RecordReader &&) noexcept = default;
RecordReader &RecordReader::operator=(RecordReader &&) noexcept = default;

bool isReadByRecord(FileKind kind)
{
    return recordFunction(kind) != nullptr;
}

Result<Record> RecordReader::read(QByteArrayView json, FileKind kind)
{
    const RecordFunction function = recordFunction(kind);
    if (function == nullptr)
        return failure(ErrorCode::Unsupported,
                       QCoreApplication::translate("exchange", "Files of %1 are not lists of records.")
                           .arg(fileKindTitle(kind)));
    const auto value = parseJson(m_parsers->tree, json);
    if (!value)
        return failure(value.error());
    JsonObject object;
    if (value->get(object) != simdjson::SUCCESS)
        return failure(ErrorCode::InvalidInput,
                       QCoreApplication::translate("exchange", "An object was expected, but this is %1.")
                           .arg(typeWord(*value)));
    auto record = function(object);
    if (record)
        return record;
    // A line may be a whole answer for one thing: {"data": {...}}.
    JsonObject inner;
    if (const auto data = findValue(object, "data"); data && data->get(inner) == simdjson::SUCCESS)
        return function(inner);
    return record;
}

} // namespace renewal::exchange
