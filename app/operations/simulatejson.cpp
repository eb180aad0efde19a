// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/simulatejson.h"

#include <QString>

namespace renewal::operations {

namespace {
bool isPlain(QChar c)
{
    return c.unicode() >= 0x20 && c.unicode() < 0x7F && c != u'"' && c != u'\\';
}

void appendSpecial(QByteArray &buffer, QChar c)
{
    switch (c.unicode()) {
    case u'"':
        buffer.append("\\\"");
        return;
    case u'\\':
        buffer.append("\\\\");
        return;
    case u'\n':
        buffer.append("\\n");
        return;
    default:
        buffer.append("\\u00");
        buffer.append("0123456789abcdef"[c.unicode() >> 4 & 0xF]);
        buffer.append("0123456789abcdef"[c.unicode() & 0xF]);
    }
}
} // namespace

void appendJsonText(QByteArray &buffer, QStringView text)
{
    buffer.append('"');
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (isPlain(c)) {
            buffer.append(char(c.unicode()));
        } else if (c.unicode() < 0x7F) {
            appendSpecial(buffer, c);
        } else {
            // A run of other characters in one go, so that surrogate pairs stay together.
            qsizetype end = i + 1;
            while (end < text.size() && text.at(end).unicode() >= 0x7F)
                ++end;
            buffer.append(text.mid(i, end - i).toUtf8());
            i = end - 1;
        }
    }
    buffer.append('"');
}

void appendDigits(QByteArray &buffer, quint64 value, int width)
{
    char digits[20];
    int count = 0;
    do {
        digits[count++] = char('0' + value % 10);
        value /= 10;
    } while (value > 0);
    while (count < width)
        digits[count++] = '0';
    while (count > 0)
        buffer.append(digits[--count]);
}

void appendDate(QByteArray &buffer, QDate day)
{
    int year = 0;
    int month = 0;
    int dayOfMonth = 0;
    day.getDate(&year, &month, &dayOfMonth);
    appendDigits(buffer, quint64(year), 4);
    buffer.append('-');
    appendDigits(buffer, quint64(month), 2);
    buffer.append('-');
    appendDigits(buffer, quint64(dayOfMonth), 2);
}

JsonLine::JsonLine(QByteArray &buffer)
    : m_buffer(buffer)
{
    m_buffer.append('{');
}

void JsonLine::key(const char *name)
{
    if (!m_first)
        m_buffer.append(',');
    m_first = false;
    m_buffer.append('"').append(name).append("\":");
}

JsonLine &JsonLine::text(const char *name, QStringView value)
{
    key(name);
    appendJsonText(m_buffer, value);
    return *this;
}

JsonLine &JsonLine::textOrNull(const char *name, QStringView value)
{
    return value.isEmpty() ? null(name) : text(name, value);
}

JsonLine &JsonLine::number(const char *name, qint64 value)
{
    key(name);
    if (value < 0)
        m_buffer.append('-');
    appendDigits(m_buffer, value < 0 ? quint64(-value) : quint64(value), 1);
    return *this;
}

JsonLine &JsonLine::boolean(const char *name, bool value)
{
    key(name);
    m_buffer.append(value ? "true" : "false");
    return *this;
}

JsonLine &JsonLine::null(const char *name)
{
    key(name);
    m_buffer.append("null");
    return *this;
}

JsonLine &JsonLine::date(const char *name, QDate value)
{
    if (!value.isValid())
        return null(name);
    key(name);
    m_buffer.append('"');
    appendDate(m_buffer, value);
    m_buffer.append('"');
    return *this;
}

JsonLine &JsonLine::instant(const char *name, QDate day, int secondOfDay)
{
    if (!day.isValid())
        return null(name);
    key(name);
    m_buffer.append('"');
    appendDate(m_buffer, day);
    m_buffer.append('T');
    appendDigits(m_buffer, quint64(secondOfDay / 3600), 2);
    m_buffer.append(':');
    appendDigits(m_buffer, quint64(secondOfDay / 60 % 60), 2);
    m_buffer.append(':');
    appendDigits(m_buffer, quint64(secondOfDay % 60), 2);
    m_buffer.append(".000Z\"");
    return *this;
}

JsonLine &JsonLine::raw(const char *name, QByteArrayView json)
{
    key(name);
    m_buffer.append(json);
    return *this;
}

void JsonLine::end()
{
    m_buffer.append("}\n");
}

} // namespace renewal::operations
