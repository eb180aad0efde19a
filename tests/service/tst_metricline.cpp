// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/testservice.h"
#include "tests/support/answeringserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QThread>

using namespace renewal;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

namespace {
service::ServiceOptions options(const QUrl &url)
{
    exchange::MetricFeed feed;
    feed.key = u"renewal_messages_sent"_s;
    feed.title = u"Sent"_s;
    feed.source = u"prod"_s;
    feed.query = u"sum(sent)"_s;
    service::ServiceOptions made;
    made.metrics.feeds.sources = {{u"prod"_s, exchange::MetricBackEnd::Prometheus, url, {}, {}, {}, 30}};
    made.metrics.feeds.feeds = {feed};
    return made;
}

QJsonObject firstFeed(const TestService &service)
{
    const auto answer = service.ask("GET", "/api/v1/metric-feeds");
    return QJsonDocument::fromJson(answer ? answer->body : QByteArray()).object()[u"items"][0].toObject();
}
} // namespace

/// A service that asks for figures by itself, and says how that goes.
class TestMetricLine : public QObject
{
    Q_OBJECT

private slots:
    void figuresArrive();
    void aProblemIsTold();
    void itEndsWhileItWaits();
    void withoutFeedsNothingIsAsked();
};

void TestMetricLine::figuresArrive()
{
    const qint64 hour = QDateTime::currentSecsSinceEpoch() / 3'600 * 3'600;
    const QByteArray body =
        R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[[)" +
        QByteArray::number(hour) + R"(,"42"]]}]}})";
    AnsweringServer server([&body](const HeardRequest &) { return httpAnswer(200, body); });
    const TestService service(options(server.url()));
    QVERIFY2(service.problem().isEmpty(), qPrintable(service.problem()));
    QTRY_VERIFY_WITH_TIMEOUT(!firstFeed(service)[u"answeredAt"].isNull(), 30'000);
    QCOMPARE(firstFeed(service)[u"key"].toString(), u"renewal_messages_sent"_s);
    QVERIFY(firstFeed(service)[u"problem"].toString().isEmpty());
    const auto series = service.ask("GET", "/api/v1/metrics/renewal_messages_sent");
    QVERIFY(series && series->status == 200);
    QCOMPARE(QJsonDocument::fromJson(series->body).object()[u"points"][0][u"value"].toDouble(), 42.0);
}

void TestMetricLine::aProblemIsTold()
{
    AnsweringServer server([](const HeardRequest &) { return httpAnswer(403, "{}"); });
    const TestService service(options(server.url()));
    QTRY_VERIFY_WITH_TIMEOUT(!firstFeed(service)[u"problem"].toString().isEmpty(), 30'000);
    QVERIFY(firstFeed(service)[u"answeredAt"].isNull());
}

/// A server that says nothing holds the end of the service up for no minute.
void TestMetricLine::itEndsWhileItWaits()
{
    AnsweringServer server([](const HeardRequest &) { return QByteArray(); });
    service::ServiceOptions patient = options(server.url());
    patient.metrics.limits.timeout = std::chrono::hours(1);
    {
        const TestService service(patient);
        QTRY_VERIFY_WITH_TIMEOUT(!server.heard().isEmpty(), 30'000);
    }
    QCOMPARE(server.heard().size(), 1);
}

void TestMetricLine::withoutFeedsNothingIsAsked()
{
    const TestService service;
    const auto answer = service.ask("GET", "/api/v1/metric-feeds");
    QVERIFY(answer && answer->status == 200);
    QVERIFY(QJsonDocument::fromJson(answer->body).object()[u"items"].toArray().isEmpty());
}

QTEST_GUILESS_MAIN(TestMetricLine)
#include "tst_metricline.moc"
