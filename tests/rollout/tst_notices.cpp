// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One station against the rest: what is told, and what is not worth a word.
#include "models/rollout/notices.h"
#include "tests/rollout/rolloutsamples.h"

#include <QTest>

using namespace renewal;
using namespace renewal::rollout;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

namespace {
using Values = QVector<std::optional<double>>;

/// Hours 24 to 47 of four stations; 668 is the one that is looked at, and it is at 5 % for the first hours.
QVector<MetricSeries> careTeamSeries(const Values &noTeam, const Values &begun)
{
    QVector<MetricSeries> series;
    for (const QString &station : {u"552"_s, u"553"_s, u"506"_s}) {
        series << atStation(u"no_care_team"_s, station, steady(5, 24), 24)
               << atStation(u"renewals_begun"_s, station, steady(100, 24), 24);
    }
    series << atStation(u"no_care_team"_s, u"668"_s, noTeam, 24)
           << atStation(u"renewals_begun"_s, u"668"_s, begun, 24);
    return series;
}

QVector<Station> stations()
{
    return {{StationNumber(u"552"), u"Dayton"_s, {}, EhrSystem::VistA, u"America/New_York"_s},
            {StationNumber(u"668"), u"Spokane"_s, {}, EhrSystem::OracleHealth, u"America/New_York"_s}};
}

QVector<RolloutNotice> noticesOf(const QVector<MetricSeries> &series, double hour = 48)
{
    return findNotices(noticeRules(), series, stations(), hoursLater(hour));
}

Values after(int quietHours, double quiet, double loud)
{
    return steady(quiet, quietHours) + steady(loud, 24 - quietHours);
}
} // namespace

class TestNotices final : public QObject
{
    Q_OBJECT

private slots:
    void tellsTheStationAndSinceWhen();
    void standsOutOrNot_data();
    void standsOutOrNot();
    void oneOddHourIsNotTheBeginning();
    void whatIsBadEverywhereIsNoNotice();
    void looksAtTheLastDayOfFigures();
    void ignoresWholeAndLonelySeries();
    void errorsHaveTheirOwnWords();
    void worstComesFirst();
};

void TestNotices::tellsTheStationAndSinceWhen()
{
    // Hour 37 is 13:00 UTC of Tuesday: 08:00 at the station; the newest hour is 18:00 there.
    const auto notices = noticesOf(careTeamSeries(after(13, 5, 31), steady(100, 24)));
    QCOMPARE(notices.size(), 1);
    const RolloutNotice notice = notices.first();
    QCOMPARE(
        notice.text,
        u"Station 668 (Oracle Health): 31 % of renewals found no care team since 08:00 EST. Elsewhere 5 %."_s);
    QCOMPARE(notice.station, u"668"_s);
    QCOMPARE(notice.ehr, u"ORACLE_HEALTH"_s);
    QCOMPARE(notice.metric, u"renewals_with_care_team"_s);
    QCOMPARE(notice.since, hoursLater(37));
    // From an evening on: told with its day.
    const auto longer = noticesOf(careTeamSeries(after(2, 5, 31), steady(100, 24)));
    QCOMPARE(longer.size(), 1);
    QVERIFY2(longer.first().text.contains(u"since Nov 16, 21:00 EST."_s), qPrintable(longer.first().text));
}

void TestNotices::standsOutOrNot_data()
{
    QTest::addColumn<Values>("noTeam");
    QTest::addColumn<Values>("begun");
    QTest::addColumn<bool>("told");
    QTest::newRow("like the others") << steady(5, 24) << steady(100, 24) << false;
    QTest::newRow("better than the others") << steady(1, 24) << steady(100, 24) << false;
    QTest::newRow("not quite twice") << steady(9.9, 24) << steady(100, 24) << false;
    QTest::newRow("more than twice") << steady(10.5, 24) << steady(100, 24) << true;
    QTest::newRow("many, but too few renewals") << after(20, 0, 7) << after(20, 0, 7) << false;
    QTest::newRow("just enough renewals") << after(20, 0, 8) << after(20, 0, 8) << true;
    QTest::newRow("bad in the morning, well now")
        << steady(40, 6) + steady(0, 18) << steady(100, 24) << false;
    QTest::newRow("all hours missing") << Values(24, std::nullopt) << steady(100, 24) << false;
    QTest::newRow("no renewals") << steady(0, 24) << steady(0, 24) << false;
}

void TestNotices::standsOutOrNot()
{
    QFETCH(Values, noTeam);
    QFETCH(Values, begun);
    QFETCH(bool, told);
    QCOMPARE(noticesOf(careTeamSeries(noTeam, begun)).size(), told ? 1 : 0);
}

void TestNotices::oneOddHourIsNotTheBeginning()
{
    Values noTeam = after(13, 5, 31);
    noTeam[12] = 12; // more than twice the usual, but nothing like what follows
    const auto notices = noticesOf(careTeamSeries(noTeam, steady(100, 24)));
    QCOMPARE(notices.size(), 1);
    QCOMPARE(notices.first().since, hoursLater(37));
}

void TestNotices::whatIsBadEverywhereIsNoNotice()
{
    auto series = careTeamSeries(after(13, 0, 31), steady(100, 24));
    for (MetricSeries &one : series) {
        for (qsizetype hour = 0; hour < 24 && one.key.startsWith(u"no_care_team"_s); ++hour) {
            if (!one.key.endsWith(u"668"_s))
                one.points[hour].value = hour < 13 ? 0 : 20;
        }
    }
    QVERIFY(noticesOf(series).isEmpty());
}

void TestNotices::looksAtTheLastDayOfFigures()
{
    const auto series = careTeamSeries(after(13, 5, 31), steady(100, 24));
    // Figures end at hour 48; two days later the last day of figures is still that one.
    const auto later = noticesOf(series, 96);
    QCOMPARE(later.size(), 1);
    QCOMPARE(later.first().since, noticesOf(series, 48).first().since);
    QVERIFY2(later.first().text.contains(u"since Nov 17, 08:00 EST."_s), qPrintable(later.first().text));
    // What lies more than a day before the newest figure is not looked at.
    auto longer = series;
    longer += {atStation(u"no_care_team"_s, u"552"_s, steady(5, 48), 24),
               atStation(u"renewals_begun"_s, u"552"_s, steady(100, 48), 24)};
    QVERIFY(noticesOf(longer, 72).isEmpty());
    // Late sources say nothing yet about their last two days.
    auto late = series;
    for (MetricSeries &one : late)
        one.source = u"ga4"_s;
    QVERIFY(noticesOf(late).isEmpty());
}

void TestNotices::ignoresWholeAndLonelySeries()
{
    QVERIFY(noticesOf({}).isEmpty());
    // A station without others has nothing to be compared with.
    QVERIFY(noticesOf({atStation(u"no_care_team"_s, u"668"_s, steady(50, 24), 24),
                       atStation(u"renewals_begun"_s, u"668"_s, steady(100, 24), 24)})
                .isEmpty());
    QVERIFY(noticesOf({hourly(u"no_care_team"_s, steady(50, 24), 24),
                       hourly(u"renewals_begun"_s, steady(100, 24), 24)})
                .isEmpty());
}

void TestNotices::errorsHaveTheirOwnWords()
{
    QVector<MetricSeries> series{atStation(u"message_send_errors"_s, u"553"_s, steady(10, 24), 24),
                                 atStation(u"renewal_messages_sent"_s, u"553"_s, steady(100, 24), 24),
                                 atStation(u"message_send_errors"_s, u"552"_s, steady(0.4, 24), 24),
                                 atStation(u"renewal_messages_sent"_s, u"552"_s, steady(100, 24), 24)};
    const auto notices = noticesOf(series);
    QCOMPARE(notices.size(), 1);
    // A station we know nothing of is named by its number, in UTC.
    QCOMPARE(notices.first().text,
             u"Station 553: 10 % of messages could not be sent since Nov 17, 00:00 UTC. Elsewhere 0.4 %."_s);
    QCOMPARE(notices.first().metric, u"message_send_errors"_s);
}

void TestNotices::worstComesFirst()
{
    auto series = careTeamSeries(after(13, 5, 31), steady(100, 24));
    series << atStation(u"no_care_team"_s, u"757"_s, after(13, 5, 40), 24)
           << atStation(u"renewals_begun"_s, u"757"_s, steady(100, 24), 24);
    const auto notices = noticesOf(series);
    QCOMPARE(notices.size(), 2);
    QCOMPARE(notices[0].station, u"757"_s);
    QCOMPARE(notices[1].station, u"668"_s);
}

QTEST_GUILESS_MAIN(TestNotices)
#include "tst_notices.moc"
