// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/dates.h"

#include <cmath>
#include <optional>

namespace renewal::exchange {

namespace {
constexpr qint64 msPerDay = 86'400'000;
constexpr qint64 lastInstant = 253'402'300'799'999; // the end of the year 9999
constexpr double firstInstant = -62'135'596'800'000.0;
constexpr double millisecondsFrom = 1e11;

/// A reading position over ASCII text; every step says whether it found what it looked for.
class Cursor
{
public:
    explicit Cursor(QByteArrayView text)
        : m_at(text.data())
        , m_end(text.data() + text.size())
    {
    }
    bool atEnd() const { return m_at == m_end; }
    char peek() const { return atEnd() ? '\0' : *m_at; }
    void advance() { ++m_at; }
    void skipSpaces()
    {
        while (peek() == ' ')
            advance();
    }
    bool take(char wanted)
    {
        if (peek() != wanted || atEnd())
            return false;
        advance();
        return true;
    }
    /// Between `least` and `most` digits.
    bool number(int least, int most, int &value)
    {
        int digits = 0;
        value = 0;
        while (digits < most && isDigit(peek())) {
            value = value * 10 + (peek() - '0');
            advance();
            ++digits;
        }
        return digits >= least;
    }
    QByteArrayView word()
    {
        const char *from = m_at;
        while ((peek() >= 'a' && peek() <= 'z') || (peek() >= 'A' && peek() <= 'Z'))
            advance();
        return {from, m_at - from};
    }
    static bool isDigit(char c) { return c >= '0' && c <= '9'; }

private:
    const char *m_at;
    const char *m_end;
};

struct Parts
{
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int millisecond = 0;
    int offsetMinutes = 0; ///< east of UTC
};

/// Days since 1970-01-01 in the Gregorian calendar, without building a QDate.
qint64 daysFromCivil(int year, int month, int day)
{
    year -= month <= 2 ? 1 : 0;
    const qint64 era = (year >= 0 ? year : year - 399) / 400;
    const int yearOfEra = static_cast<int>(year - era * 400);
    const int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146'097 + dayOfEra - 719'468;
}

int daysInMonth(int year, int month)
{
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

QDateTime toDateTime(const Parts &parts)
{
    if (parts.year < 1 || parts.month < 1 || parts.month > 12 || parts.day < 1 ||
        parts.day > daysInMonth(parts.year, parts.month) || parts.hour > 23 || parts.minute > 59 ||
        parts.second > 59)
        return {};
    const qint64 seconds = (parts.hour * 60 + parts.minute - parts.offsetMinutes) * 60 + parts.second;
    const qint64 ms =
        daysFromCivil(parts.year, parts.month, parts.day) * msPerDay + seconds * 1000 + parts.millisecond;
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

/// The number of a month by its English name or its first three letters ("Sept" too); 0 when it is none.
int monthNumber(QByteArrayView word)
{
    static constexpr const char *names[] = {"january",   "february", "march",    "april",
                                            "may",       "june",     "july",     "august",
                                            "september", "october",  "november", "december"};
    if (word.size() < 3)
        return 0;
    for (int month = 0; month < 12; ++month) {
        const QByteArrayView name(names[month]);
        const bool shortForm =
            word.size() == 3 || word.size() == name.size() || (month == 8 && word.size() == 4);
        if (shortForm && word.size() <= name.size() &&
            word.compare(name.first(word.size()), Qt::CaseInsensitive) == 0)
            return month + 1;
    }
    return 0;
}

/// Minutes east of UTC for the zone names delivered; nullopt for any other word.
std::optional<int> zoneOffset(QByteArrayView name)
{
    struct Zone
    {
        const char *name;
        int hours;
    };
    static constexpr Zone zones[] = {{"EST", -5}, {"EDT", -4}, {"GMT", 0},   {"UTC", 0},   {"Z", 0},
                                     {"UT", 0},   {"CST", -6}, {"CDT", -5},  {"MST", -7},  {"MDT", -6},
                                     {"PST", -8}, {"PDT", -7}, {"AKST", -9}, {"AKDT", -8}, {"HST", -10},
                                     {"AST", -4}, {"ADT", -3}};
    for (const Zone &zone : zones) {
        if (name.compare(QByteArrayView(zone.name), Qt::CaseInsensitive) == 0)
            return zone.hours * 60;
    }
    return std::nullopt;
}

/// "Z", "EDT", "+05:00", "-0500" or nothing, up to the end of the text.
bool readZone(Cursor &cursor, Parts &parts)
{
    cursor.skipSpaces();
    if (cursor.atEnd())
        return true;
    if (cursor.peek() == '+' || cursor.peek() == '-') {
        const int sign = cursor.peek() == '-' ? -1 : 1;
        cursor.advance();
        int hours = 0;
        int minutes = 0;
        if (!cursor.number(2, 2, hours))
            return false;
        cursor.take(':');
        if (!cursor.atEnd() && !cursor.number(2, 2, minutes))
            return false;
        parts.offsetMinutes = sign * (hours * 60 + minutes);
        return cursor.atEnd() && hours <= 14 && minutes < 60;
    }
    const auto offset = zoneOffset(cursor.word());
    parts.offsetMinutes = offset.value_or(0);
    return offset.has_value() && cursor.atEnd();
}

/// "hh:mm[:ss[.f...]]"; digits beyond milliseconds are dropped.
bool readTime(Cursor &cursor, Parts &parts)
{
    if (!cursor.number(2, 2, parts.hour) || !cursor.take(':') || !cursor.number(2, 2, parts.minute))
        return false;
    if (!cursor.take(':'))
        return true;
    if (!cursor.number(2, 2, parts.second))
        return false;
    if (!cursor.take('.') && !cursor.take(','))
        return true;
    int scale = 100;
    if (!Cursor::isDigit(cursor.peek()))
        return false;
    while (Cursor::isDigit(cursor.peek())) {
        parts.millisecond += (cursor.peek() - '0') * scale;
        scale /= 10;
        cursor.advance();
    }
    return true;
}

QDateTime isoDate(Cursor cursor)
{
    Parts parts;
    if (!cursor.number(4, 4, parts.year) || !cursor.take('-') || !cursor.number(2, 2, parts.month) ||
        !cursor.take('-') || !cursor.number(2, 2, parts.day))
        return {};
    if (cursor.atEnd())
        return toDateTime(parts);
    if (!cursor.take('T') && !cursor.take('t') && !cursor.take(' '))
        return {};
    return readTime(cursor, parts) && readZone(cursor, parts) ? toDateTime(parts) : QDateTime();
}

/// From the day on: "24 Feb 2020 05:00:00 EDT"; the time may be absent.
QDateTime rfcDate(Cursor cursor)
{
    Parts parts;
    if (!cursor.number(1, 2, parts.day))
        return {};
    cursor.skipSpaces();
    parts.month = monthNumber(cursor.word());
    cursor.skipSpaces();
    if (parts.month == 0 || !cursor.number(4, 4, parts.year))
        return {};
    cursor.skipSpaces();
    if (cursor.atEnd())
        return toDateTime(parts);
    return readTime(cursor, parts) && readZone(cursor, parts) ? toDateTime(parts) : QDateTime();
}

/// From behind the month's name on: "31, 2025".
QDateTime writtenDate(Cursor cursor, int month)
{
    Parts parts;
    parts.month = month;
    cursor.skipSpaces();
    if (!cursor.number(1, 2, parts.day))
        return {};
    cursor.take(',');
    cursor.skipSpaces();
    return cursor.number(4, 4, parts.year) && cursor.atEnd() ? toDateTime(parts) : QDateTime();
}

QDateTime namedDate(Cursor cursor)
{
    const QByteArrayView word = cursor.word();
    if (cursor.take(',')) { // a weekday
        cursor.skipSpaces();
        if (const int month = monthNumber(Cursor(cursor).word()); month > 0) {
            cursor.word();
            return writtenDate(cursor, month); // "Monday, January 31, 2025"
        }
        return rfcDate(cursor);
    }
    cursor.take('.');
    const int month = monthNumber(word);
    return month > 0 ? writtenDate(cursor, month) : QDateTime();
}

/// HL7's yyyyMMddHHmm and yyyyMMddHHmmss, of this or the last century.
QDateTime compactStamp(QByteArrayView text)
{
    if ((text.size() != 12 && text.size() != 14) || !(text.startsWith("19") || text.startsWith("20")))
        return {};
    Parts parts;
    Cursor cursor(text);
    const bool read = cursor.number(4, 4, parts.year) && cursor.number(2, 2, parts.month) &&
                      cursor.number(2, 2, parts.day) && cursor.number(2, 2, parts.hour) &&
                      cursor.number(2, 2, parts.minute) &&
                      (text.size() == 12 || cursor.number(2, 2, parts.second));
    return read ? toDateTime(parts) : QDateTime();
}

QDateTime digitsOnly(QByteArrayView text)
{
    if (text.size() == 8) {
        Parts parts;
        Cursor cursor(text);
        const bool read = cursor.number(4, 4, parts.year) && cursor.number(2, 2, parts.month) &&
                          cursor.number(2, 2, parts.day);
        return read ? toDateTime(parts) : QDateTime();
    }
    if (const QDateTime stamp = compactStamp(text); stamp.isValid())
        return stamp;
    bool isNumber = false;
    const double number = text.toByteArray().toDouble(&isNumber);
    // Seconds have 9 or 10 digits, milliseconds 12 or 13. Others are no instants: a year, a count or
    // FileMan's 3250131.1200 in a date field is a mistake, not 1970.
    const qsizetype digits =
        (text.contains('.') ? text.indexOf('.') : text.size()) - (text.startsWith('-') ? 1 : 0);
    const bool isEpoch = digits == 9 || digits == 10 || digits == 12 || digits == 13;
    return isNumber && isEpoch ? dateFromNumber(number) : QDateTime();
}

bool isNumberText(QByteArrayView text)
{
    bool digits = false;
    for (qsizetype i = text.startsWith('-') ? 1 : 0; i < text.size(); ++i) {
        if (!Cursor::isDigit(text[i]) && text[i] != '.')
            return false;
        digits = true;
    }
    return digits;
}
} // namespace

QDateTime dateFromText(QByteArrayView text)
{
    text = text.trimmed();
    if (text.size() < 8 || text.size() > 64)
        return {};
    const Cursor cursor(text);
    if (text[4] == '-' && Cursor::isDigit(text[0]))
        return isoDate(cursor);
    if (isNumberText(text))
        return digitsOnly(text);
    return Cursor::isDigit(text[0]) ? rfcDate(cursor) : namedDate(cursor);
}

QDateTime dateFromNumber(double number)
{
    const double ms = std::abs(number) >= millisecondsFrom ? number : number * 1000;
    if (!(ms >= firstInstant && ms <= static_cast<double>(lastInstant)))
        return {};
    return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(std::llround(ms)), Qt::UTC);
}

} // namespace renewal::exchange
