// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/exchange/filekind.h"
#include "models/exchange/record.h"

#include <QByteArrayView>

#include <memory>

namespace renewal::exchange {

/// Bytes that must be readable (any value) after the end of every JSON view given to a reader.
inline constexpr qsizetype jsonPadding = 64;

/// True for kinds whose lines and list elements RecordReader takes. For the others (metrics, combined
/// medications, renewability cases) give each line to readDocument().
bool isReadByRecord(FileKind kind);

/// Reads one JSON object into one Record: a line of an NDJSON file, or one element of a list. Takes the
/// bare attributes and the JSON:API wrapping ({id, type, attributes}) alike. Keeps its parser's memory
/// between calls, so reuse one object for many records; one thread at a time.
///
/// With FileKind::Prescriptions an object without prescriptionId but with the short form's fields gives a
/// ShortPrescription, and the other way round, so mixed files work.
class RecordReader
{
public:
    RecordReader();
    ~RecordReader();
    RecordReader(RecordReader &&) noexcept;
    RecordReader &operator=(RecordReader &&) noexcept;

    /// `json` must be followed by jsonPadding readable bytes. The error's text is a reason a user
    /// understands and does not say where ("prescriptionId is missing"): the caller knows the place.
    Result<Record> read(QByteArrayView json, FileKind kind);

private:
    struct Parsers;
    std::unique_ptr<Parsers> m_parsers;
};

} // namespace renewal::exchange
