// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/metricclient.h"
#include "tests/support/answeringserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace renewal;
using namespace renewal::exchange;
using namespace renewal::testing;
using namespace renewal::upstream;
using namespace Qt::StringLiterals;
using BackEnd = MetricBackEnd;

namespace {
const QDateTime from(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC);
const QString ga4Query = uR"({"dimensions":[{"name":"dateHour"}],"metrics":[{"name":"eventCount"}]})"_s;

MetricQuestion question(BackEnd backEnd)
{
    return {backEnd == BackEnd::Ga4 ? ga4Query : u"sum:sm.sent{status:success} by {station}"_s, from,
            from.addSecs(7'200), 3'600};
}

QByteArray ga4Rows(int first, int count, int all)
{
    QJsonArray rows;
    for (int i = first; i < first + count; ++i) {
        const QString hour = from.addSecs(qint64(i) * 3'600).toString(u"yyyyMMddHH"_s);
        rows.append(
            QJsonObject{{u"dimensionValues"_s, QJsonArray{QJsonObject{{u"value"_s, hour}}}},
                        {u"metricValues"_s, QJsonArray{QJsonObject{{u"value"_s, QString::number(i)}}}}});
    }
    const QJsonObject report{
        {u"kind"_s, u"analyticsData#runReport"_s},
        {u"dimensionHeaders"_s, QJsonArray{QJsonObject{{u"name"_s, u"dateHour"_s}}}},
        {u"metricHeaders"_s,
         QJsonArray{QJsonObject{{u"name"_s, u"eventCount"_s}, {u"type"_s, u"TYPE_INTEGER"_s}}}},
        {u"rows"_s, rows},
        {u"rowCount"_s, all},
        {u"metadata"_s, QJsonObject{{u"timeZone"_s, u"UTC"_s}, {u"subjectToThresholding"_s, true}}},
    };
    return QJsonDocument(report).toJson(QJsonDocument::Compact);
}
} // namespace

/// Questions and answers of Datadog, Google Analytics and Prometheus over real sockets, to servers that
/// behave and to those that do not.
class TestMetricClient : public QObject
{
    Q_OBJECT

private slots:
    void asksAsPublished_data();
    void asksAsPublished();
    void gapsStayGaps_data();
    void gapsStayGaps();
    void refusals_data();
    void refusals();
    void brokenAnswers_data();
    void brokenAnswers();
    void pagesAreOneAnswer();
    void aPageThatFailsLeavesNoAnswer();
    void silence();
    void interruptionIsShort();
    void whatCannotBeAskedIsNotSent_data();
    void whatCannotBeAskedIsNotSent();
    void endpointsAreChecked();
};

void TestMetricClient::asksAsPublished_data()
{
    QTest::addColumn<QString>("backEnd");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("keyField");
    QTest::addColumn<QByteArray>("body"); ///< a part of it
    QTest::newRow("Prometheus")
        << u"prometheus"_s
        << QByteArray("GET /base/api/v1/query_range?query=sum%3Asm.sent%7Bstatus%3Asuccess%7D"
                      "%20by%20%7Bstation%7D&start=1772452800&end=1772460000&step=3600 HTTP")
        << QByteArray("Authorization") << QByteArray();
    QTest::newRow("Datadog") << u"datadog"_s
                             << QByteArray(
                                    "GET /base/api/v1/query?from=1772452800&to=1772460000&query=sum%3Asm.sent"
                                    "%7Bstatus%3Asuccess%7D%20by%20%7Bstation%7D HTTP")
                             << QByteArray("DD-APPLICATION-KEY") << QByteArray();
    QTest::newRow("Datadog time series")
        << u"datadog_timeseries"_s << QByteArray("POST /base/api/v2/query/timeseries HTTP")
        << QByteArray("DD-API-KEY") << QByteArray(R"("from":1772452800000,"interval":3600000)");
    QTest::newRow("Google Analytics")
        << u"ga4"_s << QByteArray("POST /base/v1beta/properties/123:runReport HTTP")
        << QByteArray("Authorization")
        << QByteArray(R"("dateRanges":[{"endDate":"2026-03-02","startDate":"2026-03-02"}])");
}

void TestMetricClient::asksAsPublished()
{
    QFETCH(QString, backEnd);
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, keyField);
    QFETCH(QByteArray, body);
    AnsweringServer server([](const HeardRequest &) { return httpAnswer(200, "{}"); });
    const BackEnd kind = *metricBackEndFromString(backEnd);
    MetricClient client({kind, QUrl(server.url().toString() + u"/base/"_s), "key", "application", u"123"_s});
    (void)client.ask(question(kind));
    QCOMPARE(server.heard().size(), 1);
    QVERIFY2(server.heard()[0].line.startsWith(line), server.heard()[0].line.constData());
    QVERIFY(!server.heard()[0].field(keyField).isEmpty());
    QVERIFY2(server.heard()[0].body.contains(body), server.heard()[0].body.constData());
}

void TestMetricClient::gapsStayGaps_data()
{
    QTest::addColumn<QString>("backEnd");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("labels");
    QTest::newRow("Prometheus: NaN") << u"prometheus"_s
                                     << QByteArray(
                                            R"({"status":"success","data":{"resultType":"matrix","result":[)"
                                            R"({"metric":{"station":"589"},"values":[[1772452800,"4"],)"
                                            R"([1772456400,"NaN"]]}]}})")
                                     << u"station:589"_s;
    QTest::newRow("Datadog: null") << u"datadog"_s
                                   << QByteArray(R"({"status":"ok","series":[{"metric":"sm.sent",)"
                                                 R"("scope":"station:589","pointlist":[[1772452800000,4],)"
                                                 R"([1772456400000,null]]}]})")
                                   << u"station:589"_s;
    QTest::newRow("Datadog time series: null")
        << u"datadog_timeseries"_s
        << QByteArray(
               R"({"data":{"type":"timeseries_response","attributes":{"series":[{"group_tags":["station:589"],)"
               R"("query_index":0}],"times":[1772452800000,1772456400000],"values":[[4,null]]}}})")
        << u"station:589"_s;
    QTest::newRow("Google Analytics: no number")
        << u"ga4"_s
        << QByteArray(
               R"({"dimensionHeaders":[{"name":"dateHour"}],"metricHeaders":[{"name":"eventCount"}],"rows":[)"
               R"({"dimensionValues":[{"value":"2026030212"}],"metricValues":[{"value":"4"}]},)"
               R"({"dimensionValues":[{"value":"2026030213"}],"metricValues":[{"value":""}]}],"rowCount":2,)"
               R"("metadata":{"timeZone":"UTC"}})")
        << QString();
}

void TestMetricClient::gapsStayGaps()
{
    QFETCH(QString, backEnd);
    QFETCH(QByteArray, body);
    QFETCH(QString, labels);
    AnsweringServer server([&body](const HeardRequest &) { return httpAnswer(200, body); });
    const BackEnd kind = *metricBackEndFromString(backEnd);
    MetricClient client({kind, server.url(), "key", {}, u"123"_s});
    const MetricReply reply = client.ask(question(kind));
    QVERIFY2(reply.answer, qPrintable(reply.answer ? QString() : reply.answer.error().text));
    QCOMPARE(reply.answer->series.size(), 1);
    const MetricSeries &series = reply.answer->series[0];
    QCOMPARE(series.labels, labels);
    QCOMPARE(series.points.size(), 2);
    QCOMPARE(series.points[0].at, from);
    QCOMPARE(series.points[0].value.value_or(0), 4.0);
    QVERIFY(!series.points[1].value);
}

void TestMetricClient::refusals_data()
{
    QTest::addColumn<QString>("backEnd");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("told");
    QTest::addColumn<int>("retryAfter");
    const QByteArray none;
    QTest::newRow("Datadog 403") << u"datadog"_s << 403 << QByteArray(R"({"errors":["Forbidden"]})") << none
                                 << u"unauthorized"_s << u"Forbidden"_s << 0;
    QTest::newRow("Datadog 429") << u"datadog"_s << 429 << QByteArray(R"({"errors":["Rate limit"]})")
                                 << QByteArray("X-RateLimit-Reset: 42\r\n") << u"unavailable"_s
                                 << u"Rate limit"_s << 42;
    QTest::newRow("Datadog 400") << u"datadog"_s << 400 << QByteArray(R"({"errors":["Error parsing query"]})")
                                 << none << u"invalid_input"_s << u"Error parsing query"_s << 0;
    QTest::newRow("Datadog 200 that failed")
        << u"datadog"_s << 200 << QByteArray(R"({"status":"error","error":"no such metric"})") << none
        << u"invalid_input"_s << u"no such metric"_s << 0;
    QTest::newRow("time series with errors")
        << u"datadog_timeseries"_s << 200 << QByteArray(R"({"errors":"too many"})") << none
        << u"invalid_input"_s << u"too many"_s << 0;
    QTest::newRow("time series 429") << u"datadog_timeseries"_s << 429
                                     << QByteArray(R"({"errors":["Rate limit"]})")
                                     << QByteArray("X-RateLimit-Reset: 7\r\n") << u"unavailable"_s
                                     << u"Rate limit"_s << 7;
    QTest::newRow("Google 403") << u"ga4"_s << 403
                                << QByteArray(R"({"error":{"code":403,"message":"No access","status":"X"}})")
                                << none << u"unauthorized"_s << u"No access"_s << 0;
    QTest::newRow("Google 429") << u"ga4"_s << 429
                                << QByteArray(R"({"error":{"code":429,"message":"Quota","status":"X"}})")
                                << QByteArray("Retry-After: 60\r\n") << u"unavailable"_s << u"Quota"_s << 60;
    QTest::newRow("Prometheus 422") << u"prometheus"_s << 422
                                    << QByteArray(
                                           R"({"status":"error","errorType":"execution","error":"too big"})")
                                    << none << u"invalid_input"_s << u"too big"_s << 0;
    QTest::newRow("Prometheus 503") << u"prometheus"_s << 503 << QByteArray("busy")
                                    << QByteArray("Retry-After: 5\r\n") << u"timeout"_s << u"503"_s << 5;
    QTest::newRow("a wait without sense")
        << u"prometheus"_s << 429 << none << QByteArray("Retry-After: 9999999\r\n") << u"unavailable"_s
        << u"too often"_s << 3'600;
    QTest::newRow("another page") << u"prometheus"_s << 404 << QByteArray("<html>") << none << u"not_found"_s
                                  << u"address"_s << 0;
    QTest::newRow("another server") << u"prometheus"_s << 302 << none
                                    << QByteArray("Location: http://127.0.0.1:1/\r\n") << u"invalid_input"_s
                                    << u"302"_s << 0;
}

void TestMetricClient::refusals()
{
    QFETCH(QString, backEnd);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, field);
    QFETCH(QString, code);
    QFETCH(QString, told);
    QFETCH(int, retryAfter);
    AnsweringServer server([&](const HeardRequest &) { return httpAnswer(status, body, field); });
    const BackEnd kind = *metricBackEndFromString(backEnd);
    MetricClient client({kind, server.url(), "key", {}, u"123"_s});
    const MetricReply reply = client.ask(question(kind));
    QVERIFY(!reply.answer);
    QCOMPARE(toString(reply.answer.error().code), code);
    QVERIFY2(reply.answer.error().text.contains(told), qPrintable(reply.answer.error().text));
    QCOMPARE(reply.retryAfterSeconds, retryAfter);
    QCOMPARE(server.heard().size(), 1); // when to ask again is the caller's
}

void TestMetricClient::brokenAnswers_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QString>("code");
    const QByteArray whole =
        httpAnswer(200, R"({"status":"success","data":{"resultType":"matrix","result":[]}})");
    QTest::newRow("cut off") << whole.chopped(10) << u"unavailable"_s;
    QTest::newRow("only a head") << whole.left(30) << u"unavailable"_s;
    QTest::newRow("no JSON") << httpAnswer(200, "<html>log in</html>") << u"invalid_input"_s;
    QTest::newRow("empty") << httpAnswer(200, {}) << u"invalid_input"_s;
    QTest::newRow("half a document") << httpAnswer(200, R"({"status":"success","data":{)")
                                     << u"invalid_input"_s;
    QTest::newRow("too much") << httpAnswer(200, QByteArray(3'000, ' ')) << u"too_large"_s;
}

void TestMetricClient::brokenAnswers()
{
    QFETCH(QByteArray, said);
    QFETCH(QString, code);
    AnsweringServer server([&said](const HeardRequest &) { return said; });
    MetricClient client({BackEnd::Prometheus, server.url(), {}, {}, {}}, {std::chrono::minutes(1), 2'000, 5});
    const MetricReply reply = client.ask(question(BackEnd::Prometheus));
    QVERIFY(!reply.answer);
    QCOMPARE(toString(reply.answer.error().code), code);
}

void TestMetricClient::pagesAreOneAnswer()
{
    AnsweringServer server([](const HeardRequest &request) {
        const QJsonObject asked = QJsonDocument::fromJson(request.body).object();
        const int first = asked[u"offset"].toString().toInt();
        return httpAnswer(200, ga4Rows(first, std::min(ga4PageRows, 25'000 - first), 25'000));
    });
    MetricClient client({BackEnd::Ga4, server.url(), "key", {}, u"123"_s});
    const MetricReply reply = client.ask(question(BackEnd::Ga4));
    QVERIFY(reply.answer);
    QCOMPARE(server.heard().size(), 3);
    QCOMPARE(reply.answer->series.size(), 1);
    QCOMPARE(reply.answer->series[0].points.size(), 25'000);
    QCOMPARE(reply.answer->series[0].points[24'999].value.value_or(0), 24'999.0);
    QCOMPARE(reply.answer->warnings.size(), 1); // said once, not once a page
}

void TestMetricClient::aPageThatFailsLeavesNoAnswer()
{
    AnsweringServer server([&server](const HeardRequest &) {
        return server.heard().size() == 1 ? httpAnswer(200, ga4Rows(0, 10'000, 25'000))
                                          : httpAnswer(429, {}, "Retry-After: 9\r\n");
    });
    MetricClient client({BackEnd::Ga4, server.url(), "key", {}, u"123"_s});
    const MetricReply reply = client.ask(question(BackEnd::Ga4));
    QVERIFY(!reply.answer);
    QCOMPARE(reply.retryAfterSeconds, 9);
    QCOMPARE(server.heard().size(), 2);
}

void TestMetricClient::silence()
{
    AnsweringServer server([](const HeardRequest &) { return QByteArray(); });
    MetricClient client({BackEnd::Prometheus, server.url(), {}, {}, {}},
                        {std::chrono::milliseconds(300), 2'000, 5});
    const MetricReply reply = client.ask(question(BackEnd::Prometheus));
    QVERIFY(!reply.answer);
    QCOMPARE(toString(reply.answer.error().code), u"timeout"_s);
}

void TestMetricClient::interruptionIsShort()
{
    MetricClient *asked = nullptr;
    AnsweringServer server([&asked](const HeardRequest &) {
        asked->interrupt();
        return QByteArray();
    });
    MetricClient client({BackEnd::Prometheus, server.url(), {}, {}, {}},
                        {std::chrono::minutes(10), 2'000, 5});
    asked = &client;
    const MetricReply reply = client.ask(question(BackEnd::Prometheus));
    QVERIFY(!reply.answer);
    QCOMPARE(toString(reply.answer.error().code), u"cancelled"_s);
    QVERIFY(!client.ask(question(BackEnd::Prometheus)).answer);
    QCOMPARE(server.heard().size(), 1);
}

void TestMetricClient::whatCannotBeAskedIsNotSent_data()
{
    QTest::addColumn<QString>("backEnd");
    QTest::addColumn<MetricQuestion>("asked");
    const MetricQuestion fine = question(BackEnd::Prometheus);
    QTest::newRow("no query") << u"prometheus"_s << MetricQuestion{u" "_s, fine.from, fine.to, 60};
    QTest::newRow("ends before it begins")
        << u"datadog"_s << MetricQuestion{fine.query, fine.to, fine.from, 60};
    QTest::newRow("no step") << u"prometheus"_s << MetricQuestion{fine.query, fine.from, fine.to, 0};
    QTest::newRow("too many points") << u"prometheus"_s
                                     << MetricQuestion{fine.query, from, from.addDays(2), 10};
    QTest::newRow("no report") << u"ga4"_s << fine;
}

void TestMetricClient::whatCannotBeAskedIsNotSent()
{
    QFETCH(QString, backEnd);
    QFETCH(MetricQuestion, asked);
    AnsweringServer server([](const HeardRequest &) { return httpAnswer(200, "{}"); });
    MetricClient client({*metricBackEndFromString(backEnd), server.url(), {}, {}, u"123"_s});
    const MetricReply reply = client.ask(asked);
    QVERIFY(!reply.answer);
    QCOMPARE(toString(reply.answer.error().code), u"invalid_input"_s);
    QVERIFY(server.heard().isEmpty());
}

void TestMetricClient::endpointsAreChecked()
{
    MetricEndpoint endpoint;
    endpoint.base = QUrl(u"https://api.ddog-gov.com"_s);
    QVERIFY(checkEndpoint(endpoint));
    endpoint.base = QUrl(u"http://api.ddog-gov.com"_s);
    QVERIFY(!checkEndpoint(endpoint));
    endpoint.base = QUrl(u"http://localhost:9090"_s);
    QVERIFY(checkEndpoint(endpoint));
}

QTEST_GUILESS_MAIN(TestMetricClient)
#include "tst_metricclient.moc"
