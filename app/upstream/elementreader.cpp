// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/elementreader.h"

#include "models/exchange/recordreader.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstring>

namespace renewal::upstream {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("ElementReader", text);
}

constexpr std::array<std::string_view, 10> recordLists = {
    "data",        "prescriptionList", "entry",   "prescriptions", "prescribers",
    "medications", "messages",         "records", "items",         "results"};
constexpr std::size_t longestKey = 64;

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}
} // namespace

ElementReader::ElementReader(ByteSource &source)
    : m_source(source)
    , m_buffer(bufferSize + exchange::jsonPadding)
{
}

Done ElementReader::fill()
{
    const std::size_t from = m_inElement && !m_tooLong ? m_keep : m_scan;
    std::memmove(m_buffer.data(), m_buffer.data() + from, m_end - from);
    m_end -= from;
    m_scan -= from;
    m_keep = 0;
    std::size_t room = m_buffer.size() - exchange::jsonPadding;
    if (m_end == room && static_cast<qint64>(room) >= longestElement) {
        m_tooLong = true;
        m_end = 0;
        m_scan = 0;
    } else if (m_end == room) {
        room = std::min<std::size_t>(room * 2, longestElement);
        m_buffer.resize(room + exchange::jsonPadding);
    }
    const auto got = m_source.read(m_buffer.data() + m_end, static_cast<qint64>(room - m_end));
    if (!got)
        return failure(got.error());
    m_ended = *got == 0;
    m_end += static_cast<std::size_t>(*got);
    return ok();
}

/// Goes to the end of the string, or of the buffer.
void ElementReader::scanString()
{
    while (m_scan < m_end) {
        const char c = m_buffer[m_scan++];
        if (m_escaped) {
            m_escaped = false;
        } else if (c == '\\') {
            m_escaped = true;
        } else if (c == '"') {
            m_inString = false;
            return;
        }
        if (m_arrayDepth < 0 && m_text.size() < longestKey)
            m_text += c;
    }
}

void ElementReader::open(char c)
{
    ++m_depth;
    if (m_arrayFound || c != '[' || m_depth > 2)
        return;
    const bool isRecordList = std::find(recordLists.begin(), recordLists.end(), m_text) != recordLists.end();
    if (m_depth == 1 || isRecordList) {
        m_arrayDepth = m_depth;
        m_arrayFound = true;
        m_arrayName = m_depth == 1 ? QString() : QString::fromStdString(m_text);
    }
}

/// True when the record array ended with an element before the bracket.
bool ElementReader::close()
{
    const bool endsArray = m_depth == m_arrayDepth;
    --m_depth;
    if (endsArray)
        m_arrayDepth = -1;
    return endsArray && m_inElement;
}

/// True when an element ended just before `c`, which is at m_scan - 1.
bool ElementReader::scanByte(char c)
{
    if (m_arrayDepth >= 0 && m_depth == m_arrayDepth) {
        if (c == ',')
            return m_inElement;
        if (!m_inElement && c != ']' && !isSpace(c)) {
            m_inElement = true;
            m_keep = m_scan - 1;
        }
    }
    switch (c) {
    case '"':
        m_inString = true;
        if (m_arrayDepth < 0)
            m_text.clear();
        return false;
    case '{':
    case '[':
        open(c);
        m_started = true;
        return false;
    case '}':
    case ']':
        return close();
    default:
        return false;
    }
}

JsonElement ElementReader::take()
{
    JsonElement element;
    element.tooLong = m_tooLong;
    element.index = m_index++;
    element.place = QStringLiteral("%1[%2]").arg(m_arrayName).arg(element.index);
    if (!m_tooLong)
        element.json = {m_buffer.data() + m_keep, m_scan - 1 - m_keep};
    m_inElement = false;
    m_tooLong = false;
    return element;
}

Result<std::optional<JsonElement>> ElementReader::atEnd() const
{
    if (m_started && (m_depth != 0 || m_inString))
        return failure(ErrorCode::InvalidInput,
                       tr("The file ends in the middle of its data; fetch it again."));
    if (!m_arrayFound)
        return failure(
            ErrorCode::Unsupported,
            tr("The file is too large to be read as a whole and holds no list of records; split it."));
    return std::optional<JsonElement>();
}

Result<std::optional<JsonElement>> ElementReader::next()
{
    while (true) {
        if (m_scan == m_end) {
            if (const auto filled = fill(); !filled)
                return failure(filled.error());
            if (m_ended)
                return atEnd();
        }
        if (m_inString) {
            scanString();
            continue;
        }
        if (scanByte(m_buffer[m_scan++]))
            return std::optional<JsonElement>(take());
    }
}

} // namespace renewal::upstream
