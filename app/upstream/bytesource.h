// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QString>

#include <memory>

namespace renewal::upstream {

/// The bytes of a file from its beginning, unpacked when the file is a gzip. One thread at a time.
class ByteSource
{
public:
    virtual ~ByteSource() = default;

    /// Reads at most `size` bytes; 0 means the end. Fails with InvalidInput when the file is damaged and
    /// with Internal when it cannot be read.
    virtual Result<qint64> read(char *to, qint64 size) = 0;
    /// Goes forward over `size` unpacked bytes.
    virtual Done skip(qint64 size) = 0;
    /// Bytes of the file on disk used so far, and in all: for progress.
    virtual qint64 rawPosition() const = 0;
    virtual qint64 rawSize() const = 0;
};

/// Opens a file; a gzip is known by its first bytes, not by its name. Fails with NotFound or Internal.
Result<std::unique_ptr<ByteSource>> openByteSource(const QString &path);

} // namespace renewal::upstream
