// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <functional>

namespace renewal::exchange {

/// One row of a CSV file. `line` is where it starts (1 is the header's line); a quoted field may span
/// several lines. `end` is the byte after the row, counted from the first byte fed.
struct CsvRow
{
    QStringList fields;
    qint64 line = 0;
    qint64 end = 0;
    bool unterminated = false; ///< the file ended inside quotes
};

/// Takes CSV apart as RFC 4180 describes, fed in pieces of any size: quotes, doubled quotes, line breaks in
/// quotes, CRLF, LF or CR, a leading byte order mark. Text is UTF-8. Empty lines give no row.
/// Pure; one thread at a time.
class CsvParser
{
public:
    /// Returning false stops the parser.
    using RowHandler = std::function<bool(const CsvRow &)>;

    explicit CsvParser(char delimiter);

    /// False when the handler stopped it.
    bool feed(QByteArrayView bytes, const RowHandler &handler);
    /// Hands over a last row that no line break ends.
    bool finish(const RowHandler &handler);

    /// The delimiter of the header row: the one of comma and semicolon that stands there more often.
    static char delimiterOf(QByteArrayView head);

private:
    enum class State
    {
        FieldStart,
        Plain,
        Quoted,
        QuoteInQuoted, ///< a quote was seen inside quotes: doubled, or the end
    };

    bool step(char c, const RowHandler &handler);
    void endField();
    bool endRow(const RowHandler &handler);

    char m_delimiter;
    State m_state = State::FieldStart;
    QByteArray m_field;
    CsvRow m_row;
    qint64 m_line = 1;
    qint64 m_bytes = 0;
    bool m_rowStarted = false;
    bool m_lastWasCr = false;
};

/// `field` as it stands in a CSV file: quoted when it has to be.
QString csvField(const QString &field, QChar delimiter = u',');

} // namespace renewal::exchange
