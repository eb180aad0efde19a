// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/exchange/filekind.h"
#include "models/exchange/jsonfields.h"
#include "models/exchange/record.h"

namespace renewal::exchange {

/// Reads one record of a list.
using RecordFunction = Result<Record> (*)(JsonObject);

/// The function for the records of `kind`; null for kinds whose documents are not lists of records.
RecordFunction recordFunction(FileKind kind);

/// Parses text that is followed by jsonPadding readable bytes; a byte order mark is skipped. The error
/// says what is wrong and at which line and column. The value lives as long as the parser is not reused.
Result<JsonValue> parseJson(simdjson::dom::parser &parser, QByteArrayView json);

} // namespace renewal::exchange
