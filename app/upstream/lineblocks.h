// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/upstream/bytesource.h"

#include <optional>
#include <string_view>
#include <vector>

namespace renewal::upstream {

/// A piece of a text file that holds whole lines only.
struct LineBlock
{
    std::string_view text; ///< at least jsonPadding readable bytes follow; lives until the next call
    qint64 firstLine = 1;
    qint64 lines = 0;                 ///< in `text`
    qint64 begin = 0;                 ///< where `text` starts in the unpacked file
    qint64 end = 0;                   ///< where the next block starts: the place to go on from
    std::vector<qint64> tooLongLines; ///< numbers of lines over the limit; they are not in `text`
};

/// Cuts a file into blocks of whole lines in one buffer. Lines are not copied out of it; only the start
/// of a line that the buffer's end cut in two is moved to its front.
class LineBlocks
{
public:
    static constexpr qint64 bufferSize = 1024LL * 1024;
    static constexpr qint64 longestLine = 16LL * 1024 * 1024;

    /// `source` must outlive this object. With `position` and `line` (the number of the line that starts
    /// there) it goes on where an earlier reading stopped; the source must then stand at that byte.
    explicit LineBlocks(ByteSource &source, qint64 position = 0, qint64 line = 1);

    /// nullopt at the end of the file.
    Result<std::optional<LineBlock>> next();

private:
    Done fill();
    void skipLongLine(LineBlock &block);

    ByteSource &m_source;
    std::vector<char> m_buffer;
    std::size_t m_begin = 0; ///< first byte not handed out yet
    std::size_t m_end = 0;   ///< one past the last byte read
    qint64 m_position = 0;   ///< of m_begin in the file
    qint64 m_line = 1;       ///< of m_begin
    bool m_ended = false;
    bool m_skipping = false; ///< within a line that is too long
};

} // namespace renewal::upstream
