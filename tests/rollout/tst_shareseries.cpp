// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Shares computed from counts, and what a series measures where.
#include "models/rollout/metricscope.h"
#include "models/rollout/shareseries.h"
#include "tests/rollout/rolloutsamples.h"

#include <QTest>

using namespace renewal;
using namespace renewal::rollout;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

class TestShareSeries final : public QObject
{
    Q_OBJECT

private slots:
    void scopesAreRead_data();
    void scopesAreRead();
    void sharesAreOfferedWhereBothAreThere();
    void pointsCarryTheirCounts();
    void pointsLookBackSixHours();
    void theOthersAreCounted();
    void thresholdsAreAdded();
};

void TestShareSeries::scopesAreRead_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("labels");
    QTest::addColumn<QStringList>("expected"); ///< base, suffix, station, ehr, kind of error
    QTest::newRow("whole") << u"sent"_s << QString() << QStringList{u"sent"_s, {}, {}, {}, {}};
    QTest::newRow("station") << u"sent.668"_s << u"ehr_source:oracle_health,station_number:668"_s
                             << QStringList{u"sent"_s, u".668"_s, u"668"_s, u"ORACLE_HEALTH"_s, {}};
    QTest::newRow("record system") << u"sent.vista"_s << u"ehr_source:vista"_s
                                   << QStringList{u"sent"_s, u".vista"_s, {}, u"VISTA"_s, {}};
    QTest::newRow("kind of error") << u"errors.web"_s << u"error_type:web"_s
                                   << QStringList{u"errors"_s, u".web"_s, {}, {}, u"web"_s};
    QTest::newRow("labels in the key") << u"sent{station_number:506}"_s << u"station_number:506"_s
                                       << QStringList{u"sent"_s, u"{station_number:506}"_s, u"506"_s, {}, {}};
    QTest::newRow("a dotted name with labels") << u"sent.668{a:b}"_s << u"station_number_of_clinic:1"_s
                                               << QStringList{u"sent"_s, u".668{a:b}"_s, {}, {}, {}};
}

void TestShareSeries::scopesAreRead()
{
    QFETCH(QString, key);
    QFETCH(QString, labels);
    QFETCH(QStringList, expected);
    MetricSeries series;
    series.key = key;
    series.labels = labels;
    const MetricScope scope = scopeOf(series);
    QCOMPARE(QStringList({scope.base, scope.suffix, scope.station, scope.ehr, scope.errorType}), expected);
    QCOMPARE(scope.isWhole(), key == u"sent");
}

void TestShareSeries::sharesAreOfferedWhereBothAreThere()
{
    MetricSeries sent = hourly(u"renewal_messages_sent"_s, {});
    MetricSeries vista = hourly(u"renewal_messages_sent.vista"_s, {});
    vista.title = u"Renewal messages sent, VistA"_s;
    vista.labels = u"ehr_source:vista"_s;
    const MetricSeries lonely = hourly(u"renewal_messages_sent.668"_s, {});
    const auto shares = shareSeries({sent, vista, lonely, hourly(u"message_send_errors"_s, {}),
                                     hourly(u"message_send_errors.vista"_s, {})});
    QCOMPARE(shares.size(), 2);
    QCOMPARE(shares[0].key, u"message_send_error_share"_s);
    QCOMPARE(shares[0].title, u"Message send errors"_s);
    QCOMPARE(shares[0].unit, u"%"_s);
    QCOMPARE(shares[0].threshold, std::optional(1.0));
    QCOMPARE(shares[1].key, u"message_send_error_share.vista"_s);
    QCOMPARE(shares[1].title, u"Message send errors, VistA"_s);
    QCOMPARE(shares[1].labels, u"ehr_source:vista"_s);
    // One that was delivered stands as it is.
    QVERIFY(
        shareSeries({sent, hourly(u"message_send_errors"_s, {}), hourly(u"message_send_error_share"_s, {})})
            .isEmpty());
    QCOMPARE(shareSources(u"message_send_error_share.vista"_s),
             (QStringList{u"message_send_errors.vista"_s, u"renewal_messages_sent.vista"_s}));
    QVERIFY(shareSources(u"renewal_messages_sent"_s).isEmpty());
}

void TestShareSeries::pointsCarryTheirCounts()
{
    const QVector<MetricSeries> sources{hourly(u"message_send_errors"_s, {0, 1, std::nullopt, 2, 3}),
                                        hourly(u"renewal_messages_sent"_s, {0, 99, 70, std::nullopt, 97})};
    const MetricSeries share = shareOf(u"message_send_error_share"_s, sources);
    QCOMPARE(share.points.size(), 5);
    QCOMPARE(share.points[0], (MetricPoint{hoursLater(0), {}, {}})); // nobody sent anything
    QCOMPARE(share.points[1], (MetricPoint{hoursLater(1), 1.0, 100.0}));
    QCOMPARE(share.points[2], (MetricPoint{hoursLater(2), {}, {}}));
    QCOMPARE(share.points[3], (MetricPoint{hoursLater(3), {}, {}}));
    QCOMPARE(share.points[4], (MetricPoint{hoursLater(4), 2.0, 200.0}));
    QCOMPARE(share.query, u"message_send_errors / (renewal_messages_sent + message_send_errors) over 6 h"_s);
}

void TestShareSeries::pointsLookBackSixHours()
{
    // A bad hour is part of six points, and of no more.
    const QVector<MetricSeries> sources{
        hourly(u"message_send_errors"_s, {0, 60, 0, 0, 0, 0, 0, 0}),
        hourly(u"renewal_messages_sent"_s, {100, 40, 100, 100, 100, 100, 100, 100})};
    const MetricSeries share = shareOf(u"message_send_error_share"_s, sources);
    QVector<double> values;
    for (const MetricPoint &point : share.points)
        values.append(point.value.value_or(-1));
    QCOMPARE(values, (QVector<double>{0, 30, 20, 15, 12, 10, 10, 0}));
    QCOMPARE(share.points[7].count, std::optional(600.0));
}

void TestShareSeries::theOthersAreCounted()
{
    const QVector<MetricSeries> sources{atStation(u"no_care_team"_s, u"668"_s, {31}),
                                        atStation(u"renewals_begun"_s, u"668"_s, {100})};
    const MetricSeries share = shareOf(u"care_team_found_share.668"_s, sources);
    QCOMPARE(share.title, u"Renewals with a care team, station 668"_s);
    QCOMPARE(share.points.size(), 1);
    QCOMPARE(share.points[0], (MetricPoint{hoursLater(0), 69.0, 100.0}));
    QVERIFY(shareOf(u"care_team_found_share.552"_s, sources).points.isEmpty());
}

void TestShareSeries::thresholdsAreAdded()
{
    MetricSeries own = hourly(u"send_latency_p95"_s, {});
    own.threshold = 2.5;
    QVector<MetricSeries> series{own, hourly(u"send_latency_p95.668"_s, {}), hourly(u"csat_score"_s, {}),
                                 hourly(u"funnel_sent"_s, {})};
    addThresholds(series);
    QCOMPARE(series[0].threshold, std::optional(2.5));
    QCOMPARE(series[1].threshold, std::optional(3.0));
    QVERIFY(!series[2].threshold && !series[3].threshold);
}

QTEST_GUILESS_MAIN(TestShareSeries)
#include "tst_shareseries.moc"
