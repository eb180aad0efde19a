// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/exchange/filekind.h"
#include "models/exchange/record.h"

#include <QByteArrayView>
#include <QStringList>
#include <QVector>

namespace renewal::exchange {

/// Everything one document held, collected.
struct DocumentContent
{
    FileKind kind = FileKind::Prescriptions;
    QVector<Record> records;
    QStringList places; ///< of records, same order: "data[3]"
    QVector<SetAside> setAside;
    QStringList warnings; ///< "The stations 989 did not answer; their prescriptions are missing."
};

/// Reads a whole JSON document of `kind` and hands its records to `sink` in file order, each with its place
/// ("data[3]"). A record that cannot be read is set aside with its place and reason and the rest goes on.
/// Fails (InvalidInput) when the text is not JSON or its outer shape is wrong, saying what and where;
/// Unsupported for kinds that carry nothing; Cancelled when the sink stopped it.
/// `json` must be followed by jsonPadding (recordreader.h) readable bytes; a byte order mark is skipped.
/// Pure: any thread.
Done readDocument(QByteArrayView json, FileKind kind, RecordSink &sink);

/// The same, collected. Copies the text to pad it: for answers and small files.
Result<DocumentContent> readDocument(const QByteArray &json, FileKind kind);
/// Finds the kind, then reads.
Result<DocumentContent> readDocument(const QByteArray &json);

} // namespace renewal::exchange
