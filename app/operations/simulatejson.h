// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QStringView>

namespace renewal::operations {

/// Appends one JSON object to a buffer, field after field. Several times faster than QJsonDocument, keeps
/// the order of the fields and writes the same bytes everywhere.
///
/// \code
///   JsonLine line(buffer);
///   line.text("patientId", key).number("recipientId", 17).null("readReceipt").end();
/// \endcode
class JsonLine
{
public:
    explicit JsonLine(QByteArray &buffer);

    JsonLine &text(const char *name, QStringView value);
    JsonLine &textOrNull(const char *name, QStringView value); ///< empty becomes null
    JsonLine &number(const char *name, qint64 value);
    JsonLine &boolean(const char *name, bool value);
    JsonLine &null(const char *name);
    JsonLine &date(const char *name, QDate value); ///< "2026-11-16"
    /// "2026-11-16T05:00:00.000Z"; null when the date is invalid.
    JsonLine &instant(const char *name, QDate day, int secondOfDay);
    /// The value as it is: JSON already.
    JsonLine &raw(const char *name, QByteArrayView json);
    /// Closes the object and the line.
    void end();

private:
    void key(const char *name);

    QByteArray &m_buffer;
    bool m_first = true;
};

/// Appends a JSON string with its quotes.
void appendJsonText(QByteArray &buffer, QStringView text);
/// Appends `value` with at least `width` digits.
void appendDigits(QByteArray &buffer, quint64 value, int width);
/// Appends "2026-11-16".
void appendDate(QByteArray &buffer, QDate day);

} // namespace renewal::operations
