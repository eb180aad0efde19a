// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/lineblocks.h"

#include "models/exchange/recordreader.h"

#include <algorithm>
#include <cstring>

namespace renewal::upstream {

LineBlocks::LineBlocks(ByteSource &source, qint64 position, qint64 line)
    : m_source(source)
    , m_buffer(bufferSize + exchange::jsonPadding)
    , m_position(position)
    , m_line(line)
{
}

/// Reads until the buffer is full or the file ends. Makes the buffer larger only when one line fills it.
Done LineBlocks::fill()
{
    std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end - m_begin);
    m_end -= m_begin;
    m_begin = 0;
    std::size_t room = m_buffer.size() - exchange::jsonPadding;
    if (m_end == room && static_cast<qint64>(room) <= longestLine) {
        room = std::min<std::size_t>(room * 2, longestLine + 1);
        m_buffer.resize(room + exchange::jsonPadding);
    }
    while (m_end < room && !m_ended) {
        const auto got = m_source.read(m_buffer.data() + m_end, static_cast<qint64>(room - m_end));
        if (!got)
            return failure(got.error());
        m_ended = *got == 0;
        m_end += static_cast<std::size_t>(*got);
    }
    return ok();
}

/// Drops what is in the buffer of a line over the limit; reports it once, at its end.
void LineBlocks::skipLongLine(LineBlock &block)
{
    const char *const from = m_buffer.data() + m_begin;
    const auto *stop = static_cast<const char *>(std::memchr(from, '\n', m_end - m_begin));
    const std::size_t dropped = stop == nullptr ? m_end - m_begin : static_cast<std::size_t>(stop + 1 - from);
    m_begin += dropped;
    m_position += static_cast<qint64>(dropped);
    m_skipping = stop == nullptr && !m_ended;
    if (!m_skipping)
        block.tooLongLines.push_back(m_line++);
}

Result<std::optional<LineBlock>> LineBlocks::next()
{
    LineBlock block;
    while (true) {
        if (const auto filled = fill(); !filled)
            return failure(filled.error());
        if (m_skipping) {
            skipLongLine(block);
            continue;
        }
        if (m_begin == m_end && m_ended) {
            if (block.tooLongLines.empty())
                return std::optional<LineBlock>();
            break;
        }
        const auto *last = static_cast<const char *>(memrchr(m_buffer.data(), '\n', m_end));
        if (last == nullptr && !m_ended) {
            // No line end within the largest buffer: over the limit.
            m_skipping = static_cast<qint64>(m_end) > longestLine;
            continue;
        }
        const std::size_t length = m_ended ? m_end : static_cast<std::size_t>(last + 1 - m_buffer.data());
        block.text = {m_buffer.data(), length};
        break;
    }
    block.firstLine = m_line;
    block.begin = m_position;
    block.lines = std::count(block.text.begin(), block.text.end(), '\n');
    if (!block.text.empty() && block.text.back() != '\n')
        ++block.lines;
    m_begin += block.text.size();
    m_position += static_cast<qint64>(block.text.size());
    m_line += block.lines;
    block.end = m_position;
    return std::optional<LineBlock>(std::move(block));
}

} // namespace renewal::upstream
