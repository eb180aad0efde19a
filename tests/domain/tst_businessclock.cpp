// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/businessclock.h"

#include <QSet>
#include <QTest>

using namespace renewal;
using namespace Qt::StringLiterals;

namespace {

/// The days on which federal offices are closed, year by year: month and day, or the whole date where New
/// Year is kept in the year before.
struct Year
{
    int year;
    const char *days;
};
constexpr Year years[] = {
    {2024, "01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25"},
    {2025, "01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25"},
    {2026, "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25"},
    {2027, "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24"},
    {2028, "2027-12-31 01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25"},
    {2029, "01-01 01-15 02-19 05-28 06-19 07-04 09-03 10-08 11-12 11-22 12-25"},
    {2030, "01-01 01-21 02-18 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25"},
    {2031, "01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25"},
    {2032, "01-01 01-19 02-16 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24"},
    {2033, "2032-12-31 01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26"},
    {2034, "01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25"},
    {2035, "01-01 01-15 02-19 05-28 06-19 07-04 09-03 10-08 11-12 11-22 12-25"},
};

QSet<QDate> closedDays()
{
    QSet<QDate> days;
    for (const Year &year : years) {
        const QStringList texts = QString::fromLatin1(year.days).split(u' ');
        for (const QString &text : texts)
            days.insert(QDate::fromString(text.size() == 5 ? u"%1-%2"_s.arg(year.year).arg(text) : text,
                                          Qt::ISODate));
    }
    return days;
}

QDateTime at(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate);
}

} // namespace

/// When an answer is due: federal business days by the clock of the facility.
class TestBusinessClock : public QObject
{
    Q_OBJECT

private slots:
    void holidaysOfTwelveYears();
    void juneteenthBeganIn2021();
    void replyIsDue_data();
    void replyIsDue();
    void dueIsABusinessDayAtTheSameTime_data();
    void dueIsABusinessDayAtTheSameTime();
};

void TestBusinessClock::holidaysOfTwelveYears()
{
    const QSet<QDate> closed = closedDays();
    QCOMPARE(closed.size(), 132);
    for (QDate day(2024, 1, 1); day.year() < 2036; day = day.addDays(1)) {
        if (day.dayOfWeek() >= Qt::Saturday)
            QVERIFY(!isBusinessDay(day));
        else
            QVERIFY2(isBusinessDay(day) != closed.contains(day), qPrintable(day.toString(Qt::ISODate)));
    }
}

void TestBusinessClock::juneteenthBeganIn2021()
{
    QVERIFY(isBusinessDay(QDate(2020, 6, 19)));
    QVERIFY(!isBusinessDay(QDate(2021, 6, 18))); // kept on the Friday before
}

void TestBusinessClock::replyIsDue_data()
{
    QTest::addColumn<QDateTime>("requested");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QDateTime>("due");
    const auto row = [](const char *name, const char *requested, const char *zone, const char *due) {
        QTest::newRow(name) << at(requested) << QByteArray(zone) << at(due);
    };
    row("Monday to Thursday", "2026-03-02T12:00:00Z", "UTC", "2026-03-05T12:00:00Z");
    row("Wednesday to Monday", "2026-03-04T23:59:59Z", "UTC", "2026-03-09T23:59:59Z");
    row("Friday to Wednesday", "2026-02-27T00:00:00Z", "UTC", "2026-03-04T00:00:00Z");
    row("Saturday to Wednesday", "2026-02-28T08:00:00Z", "UTC", "2026-03-04T08:00:00Z");
    row("Sunday to Wednesday", "2026-03-01T08:00:00Z", "UTC", "2026-03-04T08:00:00Z");
    row("no zone is UTC", "2026-03-02T12:00:00Z", "", "2026-03-05T12:00:00Z");
    row("over Thanksgiving", "2026-11-24T15:00:00Z", "America/New_York", "2026-11-30T15:00:00Z");
    row("on a holiday", "2026-11-26T15:00:00Z", "America/New_York", "2026-12-01T15:00:00Z");
    row("over a holiday kept on Friday", "2026-06-30T15:00:00Z", "America/New_York", "2026-07-06T15:00:00Z");
    row("Friday evening, Saturday in UTC", "2026-02-28T02:00:00Z", "America/Los_Angeles",
        "2026-03-05T02:00:00Z");
    row("Manila is a day ahead", "2026-03-01T20:00:00Z", "Asia/Manila", "2026-03-04T20:00:00Z");
    // The same time of day by the clock: an hour less in between, or one more.
    row("into daylight saving", "2026-03-05T17:00:00Z", "America/New_York", "2026-03-10T16:00:00Z");
    row("out of daylight saving", "2026-10-29T16:00:00Z", "America/New_York", "2026-11-03T17:00:00Z");
    row("no daylight saving in Arizona", "2026-03-05T17:00:00Z", "America/Phoenix", "2026-03-10T17:00:00Z");
}

void TestBusinessClock::replyIsDue()
{
    QFETCH(QDateTime, requested);
    QFETCH(QByteArray, zone);
    QTEST(replyDue(requested, zone.isEmpty() ? QTimeZone() : QTimeZone(zone)), "due");
}

void TestBusinessClock::dueIsABusinessDayAtTheSameTime_data()
{
    QTest::addColumn<QByteArray>("zone");
    // All that stations stand in, with those beyond the data: Manila, Guam and Samoa.
    for (const char *zone :
         {"America/Anchorage", "America/Boise", "America/Chicago", "America/Denver", "America/Detroit",
          "America/Los_Angeles", "America/New_York", "America/Phoenix", "America/Puerto_Rico",
          "Pacific/Honolulu", "Asia/Manila", "Pacific/Guam", "Pacific/Pago_Pago"})
        QTest::newRow(zone) << QByteArray(zone);
}

void TestBusinessClock::dueIsABusinessDayAtTheSameTime()
{
    QFETCH(QByteArray, zone);
    const QTimeZone local(zone);
    for (int hours = 0; hours < 24 * 365 * 12; hours += 31) {
        const QDateTime requested = at("2024-01-01T05:00:00Z").addSecs(hours * 3600LL);
        const QDateTime due = replyDue(requested, local);
        QCOMPARE(due.timeSpec(), Qt::UTC);
        QVERIFY(isBusinessDay(due.toTimeZone(local).date()));
        // Nights on which the clock is moved have times that are not there.
        if (requested.toTimeZone(local).time().hour() != 2)
            QCOMPARE(due.toTimeZone(local).time(), requested.toTimeZone(local).time());
        int between = 0;
        for (QDate day = requested.toTimeZone(local).date(); day < due.toTimeZone(local).date();)
            between += isBusinessDay(day = day.addDays(1)) ? 1 : 0;
        QCOMPARE(between, replyBusinessDays);
    }
}

QTEST_GUILESS_MAIN(TestBusinessClock)
#include "tst_businessclock.moc"
