// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/businessclock.h"

#include <algorithm>

namespace renewal {

namespace {

constexpr int firstJuneteenth = 2021;

/// The Monday, Thursday, ... of that number in its month.
bool isNth(QDate day, int weekday, int number)
{
    return day.dayOfWeek() == weekday && (day.day() - 1) / 7 + 1 == number;
}

bool isLastMonday(QDate day)
{
    return day.dayOfWeek() == Qt::Monday && day.day() + 7 > day.daysInMonth();
}

/// Holidays that stand on a date, whatever its weekday.
bool isFixedHoliday(QDate day)
{
    static constexpr std::pair<int, int> dates[] = {{1, 1}, {6, 19}, {7, 4}, {11, 11}, {12, 25}};
    if (day.month() == 6 && day.year() < firstJuneteenth)
        return false;
    return std::ranges::find(dates, std::pair(day.month(), day.day())) != std::end(dates);
}

bool isMovingHoliday(QDate day)
{
    switch (day.month()) {
    case 1: // Martin Luther King, Jr.
    case 2: // Washington's Birthday
        return isNth(day, Qt::Monday, 3);
    case 5:
        return isLastMonday(day); // Memorial Day
    case 9:
        return isNth(day, Qt::Monday, 1); // Labor Day
    case 10:
        return isNth(day, Qt::Monday, 2); // Columbus Day
    case 11:
        return isNth(day, Qt::Thursday, 4); // Thanksgiving
    default:
        return false;
    }
}

} // namespace

bool isFederalHoliday(QDate day)
{
    if (isFixedHoliday(day) || isMovingHoliday(day))
        return true;
    return (day.dayOfWeek() == Qt::Friday && isFixedHoliday(day.addDays(1))) ||
           (day.dayOfWeek() == Qt::Monday && isFixedHoliday(day.addDays(-1)));
}

bool isBusinessDay(QDate day)
{
    return day.dayOfWeek() < Qt::Saturday && !isFederalHoliday(day);
}

QDateTime afterBusinessDays(const QDateTime &requested, int days, const QTimeZone &zone)
{
    const QTimeZone local = zone.isValid() ? zone : QTimeZone::utc();
    const QDateTime at = requested.toTimeZone(local);
    QDate day = at.date();
    for (int counted = 0; counted < days;) {
        day = day.addDays(1);
        counted += isBusinessDay(day) ? 1 : 0;
    }
    return QDateTime(day, at.time(), local).toUTC();
}

QDateTime replyDue(const QDateTime &requested, const QTimeZone &zone)
{
    return afterBusinessDays(requested, replyBusinessDays, zone);
}

} // namespace renewal
