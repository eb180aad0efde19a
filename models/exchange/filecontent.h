// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/exchange/filekind.h"

#include <QByteArrayView>
#include <QString>

namespace renewal::exchange {

/// What a file holds and in which form, as far as its beginning tells.
struct FileContent
{
    enum class Form
    {
        Lines,    ///< NDJSON
        Document, ///< one JSON value
        Csv,
    };

    FileKind kind = FileKind::Prescriptions;
    Form form = Form::Document;
    char delimiter = ','; ///< of CSV

    bool operator==(const FileContent &) const = default;
};

/// How many unpacked bytes contentOf() wants.
inline constexpr qint64 contentHead = 64LL * 1024;

/// Finds out what a file is from its first unpacked bytes. The error's text is a sentence for the user
/// without the file's name. Pure.
Result<FileContent> contentOf(QByteArrayView head);

/// Why files of this kind are not imported, one sentence; empty when they are.
QString importRefusal(FileKind kind);
/// Why a file of a region's folder is not meant to be imported ("truth.csv", "meta.json"); empty for others.
QString passedOverReason(const QString &fileName);
/// Which system such a file comes from: "VistA", "Secure Messaging"; empty when it can be any.
QString fileKindSystem(FileKind kind);
/// Files of a folder go in by this order, so that what one names the one before has brought.
int importOrder(FileKind kind);

} // namespace renewal::exchange
