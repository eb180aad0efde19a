// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/datetexts.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace renewal::items {

using namespace Qt::StringLiterals;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(DateTexts)
};

QDateTime inZone(const QDateTime &at, const QTimeZone &zone)
{
    return zone.isValid() ? at.toTimeZone(zone) : at.toUTC();
}

/// A day without a time comes as a midnight: of UTC, or of Eastern time as VistA's dates are delivered, which
/// is four or five in the morning UTC, and at some sites four all the year. It is that day in every zone.
QDate dayIn(const QDateTime &at, const QTimeZone &zone)
{
    const QDateTime utc = at.toUTC();
    const bool isDay = utc.time() == QTime(0, 0) || utc.time() == QTime(4, 0) || utc.time() == QTime(5, 0);
    return isDay ? utc.date() : inZone(at, zone).date();
}
} // namespace

QString columnDate(const QDateTime &at, const QTimeZone &zone)
{
    return at.isValid() ? dayIn(at, zone).toString(Qt::ISODate) : QString();
}

QString readableDate(const QDateTime &at, const QTimeZone &zone)
{
    return at.isValid() ? QLocale().toString(dayIn(at, zone), Texts::tr("MMM d, yyyy", "date format"))
                        : QString();
}

QString readableTime(const QDateTime &at, const QTimeZone &zone)
{
    return at.isValid() ? QLocale().toString(inZone(at, zone), Texts::tr("MMM d, yyyy HH:mm", "date format"))
                        : QString();
}

QString zoneName(const QDateTime &at, const QTimeZone &zone)
{
    return zone.isValid() ? zone.abbreviation(at) : u"UTC"_s;
}

QString zonedTime(const QDateTime &at, const QTimeZone &zone)
{
    return at.isValid() ? Texts::tr("%1 %2", "time, zone").arg(readableTime(at, zone), zoneName(at, zone))
                        : QString();
}

QString historyTime(const QDateTime &at, const QTimeZone &zone)
{
    return at.isValid() ? QLocale().toString(inZone(at, zone), Texts::tr("MMM dd HH:mm", "date format"))
                        : QString();
}

QString clockTime(const QDateTime &at, const QTimeZone &zone)
{
    return at.isValid() ? inZone(at, zone).toString(u"HH:mm") : QString();
}

QString duration(qint64 seconds)
{
    const qint64 minutes = seconds / 60;
    const qint64 hours = minutes / 60;
    const qint64 days = hours / 24;
    if (days >= 7)
        return Texts::tr("%1 d", "duration in days").arg(days);
    if (days >= 1) {
        return hours % 24 == 0
                   ? Texts::tr("%1 d", "duration in days").arg(days)
                   : Texts::tr("%1 d %2 h", "duration in days and hours").arg(days).arg(hours % 24);
    }
    if (hours >= 1)
        return Texts::tr("%1 h", "duration in hours").arg(hours);
    if (minutes >= 1)
        return Texts::tr("%1 min", "duration in minutes").arg(minutes);
    return Texts::tr("%1 s", "duration in seconds").arg(std::max<qint64>(seconds, 0));
}

QString ago(const QDateTime &at, const QDateTime &now)
{
    const qint64 seconds = at.secsTo(now);
    return seconds < 2 ? Texts::tr("just now") : Texts::tr("%1 ago", "a duration").arg(duration(seconds));
}

QString daysAgo(const QDateTime &at, const QDateTime &now, const QTimeZone &zone)
{
    const qint64 days = dayIn(at, zone).daysTo(inZone(now, zone).date());
    if (days == 0)
        return Texts::tr("today");
    if (days < 0)
        return Texts::tr("in %n day(s)", nullptr, static_cast<int>(-days));
    return Texts::tr("%n day(s) ago", nullptr, static_cast<int>(days));
}

QString percent(double probability)
{
    // 99.6 % must not read as certain, nor 0.3 % as impossible.
    const double value = std::clamp(probability, 0.0, 1.0) * 100;
    double shown = std::round(value);
    if (shown >= 100 && value < 100)
        shown = 99;
    if (shown <= 0 && value > 0)
        return Texts::tr("under 1 %");
    return Texts::tr("%1 %", "per cent").arg(shown);
}

} // namespace renewal::items
