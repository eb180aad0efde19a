// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/csv.h"

#include <iterator>
#include <utility>

namespace renewal::exchange {

namespace {
constexpr unsigned char byteOrderMark[] = {0xEF, 0xBB, 0xBF};
}

CsvParser::CsvParser(char delimiter)
    : m_delimiter(delimiter)
{
    m_row.line = 1;
}

bool CsvParser::feed(QByteArrayView bytes, const RowHandler &handler)
{
    for (const char c : bytes) {
        // The mark is dropped byte by byte, as it may be split over two pieces.
        const auto at = static_cast<std::size_t>(m_bytes);
        const bool inMark =
            at < std::size(byteOrderMark) && static_cast<unsigned char>(c) == byteOrderMark[at];
        ++m_bytes;
        if (!inMark && !step(c, handler))
            return false;
    }
    return true;
}

bool CsvParser::finish(const RowHandler &handler)
{
    if (!m_rowStarted)
        return true;
    m_row.unterminated = m_state == State::Quoted;
    endField();
    m_row.end = m_bytes;
    return endRow(handler);
}

bool CsvParser::step(char c, const RowHandler &handler)
{
    const bool newLine = c == '\n' || c == '\r';
    const bool afterCr = std::exchange(m_lastWasCr, c == '\r');
    const bool secondOfPair = afterCr && c == '\n';
    if (newLine && !secondOfPair)
        ++m_line;
    if (m_state == State::Quoted) {
        if (c == '"')
            m_state = State::QuoteInQuoted;
        else
            m_field += c;
        return true;
    }
    if (m_state == State::QuoteInQuoted && c == '"') {
        m_field += c;
        m_state = State::Quoted;
        return true;
    }
    if (newLine) {
        if (!m_rowStarted) {
            m_row.line = m_line;
            return true;
        }
        endField();
        m_row.end = m_bytes;
        return endRow(handler);
    }
    m_rowStarted = true;
    if (c == m_delimiter) {
        endField();
    } else if (c == '"' && m_state == State::FieldStart) {
        m_state = State::Quoted;
    } else {
        m_field += c;
        m_state = State::Plain;
    }
    return true;
}

void CsvParser::endField()
{
    m_row.fields.append(QString::fromUtf8(m_field).trimmed());
    m_field.clear();
    m_state = State::FieldStart;
}

bool CsvParser::endRow(const RowHandler &handler)
{
    const CsvRow row = std::exchange(m_row, CsvRow());
    m_row.line = m_line;
    m_rowStarted = false;
    return handler(row);
}

char CsvParser::delimiterOf(QByteArrayView head)
{
    int commas = 0;
    int semicolons = 0;
    bool quoted = false;
    for (const char c : head) {
        if (c == '"')
            quoted = !quoted;
        if (quoted)
            continue;
        if (c == '\n' || c == '\r')
            break;
        commas += c == ',';
        semicolons += c == ';';
    }
    return semicolons > commas ? ';' : ',';
}

QString csvField(const QString &field, QChar delimiter)
{
    QString text = field;
    const bool needsQuotes =
        text.contains(delimiter) || text.contains(u'"') || text.contains(u'\n') || text.contains(u'\r');
    if (!needsQuotes)
        return text;
    text.replace(u'"', QStringLiteral("\"\""));
    return u'"' + text + u'"';
}

} // namespace renewal::exchange
