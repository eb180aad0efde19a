// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/dates.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace renewal::exchange;

class TestDates : public QObject
{
    Q_OBJECT
private slots:
    void readsEveryDeliveredForm_data();
    void readsEveryDeliveredForm();
    void refusesWhatIsNoDate_data();
    void refusesWhatIsNoDate();
    void numbersAreEpochs();
    void agreesWithQtOnEveryDay();
};

void TestDates::readsEveryDeliveredForm_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(expected);
    };
    row("ISO with fraction and Z", "2025-01-31T05:00:00.123Z", "2025-01-31T05:00:00.123Z");
    row("ISO with long fraction", "2025-01-31T05:00:00.123456789Z", "2025-01-31T05:00:00.123Z");
    row("ISO with offset", "2023-02-15T17:01:55.000+00:00", "2023-02-15T17:01:55.000Z");
    row("ISO east of Greenwich", "2023-02-15T01:00:00+05:30", "2023-02-14T19:30:00.000Z");
    row("ISO west without colon", "2023-02-15T01:00:00-0500", "2023-02-15T06:00:00.000Z");
    row("ISO without zone is UTC", "2025-01-31T05:06:07", "2025-01-31T05:06:07.000Z");
    row("ISO with a space", "2025-01-31 05:06:07", "2025-01-31T05:06:07.000Z");
    row("ISO without seconds", "2025-01-31T05:06Z", "2025-01-31T05:06:00.000Z");
    row("day", "2025-01-31", "2025-01-31T00:00:00.000Z");
    row("leap day", "2024-02-29", "2024-02-29T00:00:00.000Z");
    row("compact day", "20250131", "2025-01-31T00:00:00.000Z");
    row("RFC 1123 GMT", "Mon, 24 Feb 2020 05:00:00 GMT", "2020-02-24T05:00:00.000Z");
    row("RFC 1123 summer", "Tue, 24 May 2016 00:00:00 EDT", "2016-05-24T04:00:00.000Z");
    row("RFC 1123 winter", "Thu, 12 Dec 2024 00:00:00 EST", "2024-12-12T05:00:00.000Z");
    row("RFC 1123 Pacific", "Thu, 12 Dec 2024 00:00:00 PST", "2024-12-12T08:00:00.000Z");
    row("RFC 1123 with offset", "Thu, 12 Dec 2024 00:00:00 -0500", "2024-12-12T05:00:00.000Z");
    row("RFC 1123 wrong weekday", "Sun, 12 Dec 2024 00:00:00 GMT", "2024-12-12T00:00:00.000Z");
    row("RFC 1123 without weekday", "2 Feb 2017 12:53:27 EST", "2017-02-02T17:53:27.000Z");
    row("RFC 1123 one-digit day", "Thu, 2 Feb 2017 12:53:27 EST", "2017-02-02T17:53:27.000Z");
    row("written", "November 8, 2025", "2025-11-08T00:00:00.000Z");
    row("written with short month", "Sept 8, 2025", "2025-09-08T00:00:00.000Z");
    row("written with weekday", "Monday, January 5, 2026", "2026-01-05T00:00:00.000Z");
    row("epoch milliseconds in text", "1775001600000", "2026-04-01T00:00:00.000Z");
    row("epoch seconds in text", "1775001600", "2026-04-01T00:00:00.000Z");
    row("epoch seconds with fraction", "1435781430.781", "2015-07-01T20:10:30.781Z");
    row("HL7 stamp", "20250131120000", "2025-01-31T12:00:00.000Z");
    row("HL7 stamp without seconds", "202501311205", "2025-01-31T12:05:00.000Z");
    row("epoch milliseconds of the last century", "915148800000", "1999-01-01T00:00:00.000Z");
    row("surrounded by spaces", "  2025-01-31 ", "2025-01-31T00:00:00.000Z");
}

void TestDates::readsEveryDeliveredForm()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    const QDateTime found = dateFromText(text);
    QVERIFY(found.isValid());
    QCOMPARE(found.toString(Qt::ISODateWithMs), expected);
    QCOMPARE(found.timeSpec(), Qt::UTC);
}

void TestDates::refusesWhatIsNoDate_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"",
          "soon",
          "2025-02-30",
          "2025-13-01",
          "2025-00-01",
          "2023-02-29",
          "2025-01-31T25:00:00Z",
          "2025-01-31T05:60:00Z",
          "2025-01-31T05:00:00 XYZ",
          "2025-01-31T05:00:00.Z",
          "2025-01-31Tnoon",
          "0000-01-01",
          "Mon, 31 Feb 2020 05:00:00 GMT",
          "Mon, 24 Foo 2020 05:00:00 GMT",
          "Smarch 8, 2025",
          "November 31, 2025",
          "November 8",
          "2025",
          "12345678",
          "12345678901",
          "3250131.1200",
          "20251331120000",
          "99999999999999999999999",
          "2025-01-31T05:00:00+99:00",
          "2025-1-31 is a text that begins like a date but goes on and on and on and on and on"})
        QTest::newRow(*text == '\0' ? "empty" : text) << QByteArray(text);
}

void TestDates::refusesWhatIsNoDate()
{
    QFETCH(QByteArray, text);
    QVERIFY(!dateFromText(text).isValid());
}

void TestDates::numbersAreEpochs()
{
    QCOMPARE(dateFromNumber(1775001600000.0).toString(Qt::ISODate), u"2026-04-01T00:00:00Z"_s);
    QCOMPARE(dateFromNumber(1775001600.0).toString(Qt::ISODate), u"2026-04-01T00:00:00Z"_s);
    QCOMPARE(dateFromNumber(1435781430.781).time().msec(), 781);
    QCOMPARE(dateFromNumber(0).toString(Qt::ISODate), u"1970-01-01T00:00:00Z"_s);
    QVERIFY(!dateFromNumber(1e18).isValid());
    QVERIFY(!dateFromNumber(-1e18).isValid());
    QVERIFY(!dateFromNumber(qQNaN()).isValid());
}

void TestDates::agreesWithQtOnEveryDay()
{
    for (QDate day(1899, 12, 25); day < QDate(2101, 1, 10); day = day.addDays(1)) {
        if (dateFromText(day.toString(Qt::ISODate).toLatin1()).date() != day)
            QFAIL(qPrintable(u"wrong on "_s + day.toString(Qt::ISODate)));
    }
}

QTEST_GUILESS_MAIN(TestDates)
#include "tst_dates.moc"
