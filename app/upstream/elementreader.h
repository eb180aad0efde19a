// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/upstream/bytesource.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace renewal::upstream {

/// One element of the record array of a large JSON document.
struct JsonElement
{
    std::string_view json; ///< at least jsonPadding readable bytes follow; lives until the next call
    QString place;         ///< "data[3]", "[3]" in a bare array
    qint64 index = 0;
    bool tooLong = false; ///< over the limit: `json` is empty
};

/// Cuts one large JSON document into the elements of its record array, so that memory does not grow with
/// the file. The array is the document itself, or the first member of the outer object that is one of the
/// usual record lists ("data", "prescriptionList", "entry", ...). One thread at a time.
class ElementReader
{
public:
    static constexpr qint64 bufferSize = 1024LL * 1024;
    static constexpr qint64 longestElement = 16LL * 1024 * 1024;

    /// `source` must outlive this object and stand at its beginning.
    explicit ElementReader(ByteSource &source);

    /// nullopt at the end of the document. Fails with InvalidInput when the document ends early or when it
    /// holds no record array.
    Result<std::optional<JsonElement>> next();

private:
    Done fill();
    void scanString();
    bool scanByte(char c);
    void open(char c);
    bool close();
    JsonElement take();
    Result<std::optional<JsonElement>> atEnd() const;

    ByteSource &m_source;
    std::vector<char> m_buffer;
    std::size_t m_keep = 0; ///< first byte still wanted: the start of the present element
    std::size_t m_scan = 0;
    std::size_t m_end = 0;
    bool m_ended = false;

    int m_depth = 0;
    bool m_started = false;
    bool m_inString = false;
    bool m_escaped = false;
    std::string m_text;    ///< of the newest string outside the record array: perhaps a key
    int m_arrayDepth = -1; ///< depth within the record array; -1 outside
    bool m_arrayFound = false;
    bool m_inElement = false;
    bool m_tooLong = false;
    QString m_arrayName;
    qint64 m_index = 0;
};

} // namespace renewal::upstream
