// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/metricfeeds.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace renewal;
using namespace renewal::exchange;
using namespace Qt::StringLiterals;

namespace {
const QJsonObject wholeSource{{u"name"_s, u"prod"_s},
                              {u"backEnd"_s, u"datadog"_s},
                              {u"url"_s, u"https://api.ddog-gov.com"_s},
                              {u"keyFile"_s, u"/etc/renewal/dd.key"_s}};
const QJsonObject wholeFeed{{u"key"_s, u"message_send_errors"_s},
                            {u"title"_s, u"Errors"_s},
                            {u"source"_s, u"prod"_s},
                            {u"query"_s, u"sum:sm.errors{*}"_s},
                            {u"stationLabel"_s, u"station"_s}};

QByteArray document(const QJsonObject &source, const QJsonObject &feed)
{
    return QJsonDocument(QJsonObject{{u"sources"_s, QJsonArray{source}}, {u"feeds"_s, QJsonArray{feed}}})
        .toJson();
}

QJsonObject with(QJsonObject object, const QString &key, const QJsonValue &value)
{
    object.insert(key, value);
    return object;
}

QJsonObject without(QJsonObject object, const QString &key)
{
    object.remove(key);
    return object;
}
} // namespace

/// The file that says which figures are asked of whom, and how answers become series.
class TestMetricFeeds : public QObject
{
    Q_OBJECT

private slots:
    void reads();
    void whatIsWrongIsNamed_data();
    void whatIsWrongIsNamed();
    void traps_data();
    void traps();
    void seriesHaveTheirPlace();
    void onlyWholeStepsCount_data();
    void onlyWholeStepsCount();
};

void TestMetricFeeds::reads()
{
    const auto feeds = readMetricFeeds(document(wholeSource, wholeFeed));
    QVERIFY2(feeds, qPrintable(feeds ? QString() : feeds.error().text));
    QCOMPARE(feeds->sources.size(), 1);
    QCOMPARE(toString(feeds->sources[0].backEnd), u"datadog"_s);
    QCOMPARE(feeds->sources[0].pollSeconds, 300);
    QCOMPARE(feeds->feeds.size(), 1);
    QCOMPARE(feeds->feeds[0].stepSeconds, 3'600);
    QCOMPARE(feeds->feeds[0].sampled, 1.0);
}

void TestMetricFeeds::whatIsWrongIsNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("place");
    QTest::newRow("no JSON") << QByteArray("{") << u"docs/metric-sources.md"_s;
    QTest::newRow("a list") << QByteArray("[]") << u"docs/metric-sources.md"_s;
    QTest::newRow("no name") << document(without(wholeSource, u"name"_s), wholeFeed)
                             << u"sources[0]: \"name\""_s;
    QTest::newRow("no such back end") << document(with(wholeSource, u"backEnd"_s, u"graphite"_s), wholeFeed)
                                      << u"sources[0]: \"backEnd\""_s;
    QTest::newRow("polled too often")
        << document(with(wholeSource, u"pollSeconds"_s, 1), wholeFeed) << u"sources[0]: \"pollSeconds\""_s;
    QTest::newRow("half a second") << document(with(wholeSource, u"pollSeconds"_s, 30.5), wholeFeed)
                                   << u"sources[0]: \"pollSeconds\""_s;
    QTest::newRow("a key in the file") << document(with(wholeSource, u"key"_s, u"secret"_s), wholeFeed)
                                       << u"sources[0]: \"key\" is not known"_s;
    QTest::newRow("Google without property")
        << document(with(wholeSource, u"backEnd"_s, u"ga4"_s), wholeFeed) << u"sources[0]: \"property\""_s;
    QTest::newRow("misspelt field") << document(wholeSource, with(wholeFeed, u"stepSecond"_s, 60))
                                    << u"feeds[0]: \"stepSecond\" is not known"_s;
    QTest::newRow("no such source") << document(wholeSource, with(wholeFeed, u"source"_s, u"test"_s))
                                    << u"feeds[0]: there is no source"_s;
    QTest::newRow("a key with a place")
        << document(wholeSource, with(wholeFeed, u"key"_s, u"errors.589"_s)) << u"feeds[0]: \"key\""_s;
    QTest::newRow("nothing is counted")
        << document(wholeSource, with(wholeFeed, u"sampled"_s, 0)) << u"feeds[0]: \"sampled\""_s;
    QTest::newRow("a number as text") << document(wholeSource, with(wholeFeed, u"stepSeconds"_s, u"60"_s))
                                      << u"feeds[0]: \"stepSeconds\""_s;
    QTest::newRow("no object") << QByteArray(R"({"sources":["prod"],"feeds":[]})") << u"sources[0]"_s;
}

void TestMetricFeeds::whatIsWrongIsNamed()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, place);
    const auto feeds = readMetricFeeds(json);
    QVERIFY(!feeds);
    QCOMPARE(toString(feeds.error().code), u"invalid_input"_s);
    QVERIFY2(feeds.error().text.contains(place), qPrintable(feeds.error().text));
}

void TestMetricFeeds::traps_data()
{
    QTest::addColumn<QString>("backEnd");
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("delay");
    QTest::addColumn<int>("traps");
    QTest::newRow("Google counts twice") << u"ga4"_s << u"{\"api-name\":\"Rx SM Renewal\"}"_s << 172'800 << 1;
    QTest::newRow("once by latency") << u"ga4"_s << u"Rx SM Renewal, api-latency-ms"_s << 172'800 << 0;
    QTest::newRow("Google is late") << u"ga4"_s << u"sm_editor_prefill_loaded"_s << 3'600 << 1;
    QTest::newRow("all messages") << u"datadog"_s << u"sum:mhv.sm.api.client.post_create_message{*}"_s << 0
                                  << 1;
    QTest::newRow("the server's log path") << u"datadog"_s << u"logs{path:message/renewal}"_s << 0 << 0;
}

void TestMetricFeeds::traps()
{
    QFETCH(QString, backEnd);
    QFETCH(QString, query);
    QFETCH(int, delay);
    QFETCH(int, traps);
    MetricFeed feed;
    feed.query = query;
    feed.delaySeconds = delay;
    QCOMPARE(knownTraps(feed, *metricBackEndFromString(backEnd)).size(), traps);
    feed.sampled = 0.5;
    QCOMPARE(knownTraps(feed, *metricBackEndFromString(backEnd)).size(), traps + 1);
}

void TestMetricFeeds::seriesHaveTheirPlace()
{
    MetricFeed feed;
    feed.key = u"renewal_messages_sent"_s;
    feed.stationLabel = u"station"_s;
    feed.ehrLabel = u"ehr"_s;
    MetricAnswer answer;
    for (const QString &labels : {QString(), u"env:prod,station:589"_s, u"ehr:vista,station:687"_s}) {
        MetricSeries series;
        series.labels = labels;
        answer.series.append(series);
    }
    const auto stored =
        storedSeries(feed, MetricBackEnd::DatadogTimeseries, answer, QDateTime::currentDateTimeUtc());
    QCOMPARE(stored.size(), 3);
    QCOMPARE(stored[0].key, u"renewal_messages_sent"_s);
    QCOMPARE(stored[0].source, u"datadog"_s);
    QCOMPARE(stored[1].key, u"renewal_messages_sent.589"_s);
    QCOMPARE(stored[1].labels, u"station_number:589"_s); // and nothing that is not a place
    QCOMPARE(stored[2].key, u"renewal_messages_sent.vista.687"_s);
    QCOMPARE(stored[2].labels, u"ehr_source:vista,station_number:687"_s);
}

void TestMetricFeeds::onlyWholeStepsCount_data()
{
    QTest::addColumn<QString>("backEnd");
    QTest::addColumn<QStringList>("hours"); ///< that are stored at 13:30
    QTest::newRow("Datadog stands at the beginning") << u"datadog"_s << QStringList{u"11:00"_s, u"12:00"_s};
    QTest::newRow("Prometheus at the end")
        << u"prometheus"_s << QStringList{u"10:00"_s, u"11:00"_s, u"12:00"_s};
}

void TestMetricFeeds::onlyWholeStepsCount()
{
    QFETCH(QString, backEnd);
    QFETCH(QStringList, hours);
    const QDateTime midnight(QDate(2026, 3, 2), QTime(0, 0), Qt::UTC);
    MetricSeries series;
    for (const int hour : {11, 12, 13})
        series.points.append({midnight.addSecs(hour * 3'600), 1.0, {}});
    MetricAnswer answer;
    answer.series.append(series);
    const auto stored =
        storedSeries({}, *metricBackEndFromString(backEnd), answer, midnight.addSecs(13 * 3'600 + 1'800));
    QStringList found;
    for (const MetricPoint &point : stored[0].points)
        found.append(point.at.toString(u"hh:mm"_s));
    QCOMPARE(found, hours);
}

QTEST_GUILESS_MAIN(TestMetricFeeds)
#include "tst_metricfeeds.moc"
