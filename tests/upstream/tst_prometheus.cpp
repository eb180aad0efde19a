// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/metricclient.h"
#include "tests/support/prometheusserver.h"

#include <QTest>

#include <algorithm>

using namespace renewal;
using namespace renewal::exchange;
using namespace renewal::upstream;
using namespace Qt::StringLiterals;

namespace {
const QDateTime start(QDate(2026, 3, 2), QTime(0, 0), Qt::UTC);
constexpr int hours = 48;
constexpr int silentHour = 20; ///< nothing was scraped

/// Sent messages of two stations as counters, every minute, with one silent hour; 10 more each minute, failed
/// ones 1.
QByteArray samples()
{
    QByteArray text = "# TYPE sm_sent counter\n";
    for (const auto &[station, status, perMinute] :
         {std::tuple{"589", "success", 10}, std::tuple{"589", "failure", 1},
          std::tuple{"687", "success", 20}}) {
        for (int minute = 0; minute <= hours * 60; ++minute) {
            if (minute / 60 == silentHour)
                continue;
            text += "sm_sent_total{station=\"" + QByteArray(station) + "\",status=\"" + QByteArray(status) +
                    "\"} " + QByteArray::number(minute * perMinute) + ' ' +
                    QByteArray::number(start.toSecsSinceEpoch() + minute * 60) + '\n';
        }
    }
    return text + "# EOF\n";
}
} // namespace

/// Questions to a real Prometheus.
class TestPrometheus : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void countsEachHourOfEachStation();
    void aPlusIsAPlus();
    void theSilentHourIsAGap();
    void whatItCannotReadItSays();
    void nothingIsNoSeries();

private:
    MetricReply ask(const QString &query) const;

    std::unique_ptr<testing::PrometheusServer> m_server;
};

void TestPrometheus::initTestCase()
{
    m_server = std::make_unique<testing::PrometheusServer>(samples());
    QVERIFY2(m_server->problem().isEmpty(), qPrintable(m_server->problem()));
}

MetricReply TestPrometheus::ask(const QString &query) const
{
    MetricClient client({MetricBackEnd::Prometheus, m_server->url(), {}, {}, {}});
    return client.ask({query, start.addSecs(3'600), start.addSecs(hours * 3'600), 3'600});
}

void TestPrometheus::countsEachHourOfEachStation()
{
    const MetricReply reply = ask(u"sum by (station) (increase(sm_sent_total{status=\"success\"}[1h]))"_s);
    QVERIFY2(reply.answer, qPrintable(reply.answer ? QString() : reply.answer.error().text));
    QCOMPARE(reply.answer->series.size(), 2);
    for (const MetricSeries &series : reply.answer->series) {
        const double perHour = series.labels == "station:589"_L1 ? 600 : 1'200;
        QVERIFY(series.labels == "station:589"_L1 || series.labels == "station:687"_L1);
        QCOMPARE(series.points.first().at, start.addSecs(3'600));
        QCOMPARE(series.points.first().value.value_or(0), perHour);
    }
}

void TestPrometheus::aPlusIsAPlus()
{
    const MetricReply reply = ask(u"sum(sm_sent_total{station=\"589\"}) + 1000000"_s);
    QVERIFY(reply.answer);
    QCOMPARE(reply.answer->series.size(), 1);
    QCOMPARE(reply.answer->series[0].points.first().value.value_or(0), 1'000'660.0);
}

/// Prometheus leaves the time out, and so the series has no point there: never a zero.
void TestPrometheus::theSilentHourIsAGap()
{
    const MetricReply reply = ask(u"sum(increase(sm_sent_total{status=\"failure\"}[30m]))"_s);
    QVERIFY(reply.answer);
    const QVector<MetricPoint> &points = reply.answer->series[0].points;
    const QDateTime silent =
        start.addSecs((silentHour + 1) * 3'600 - 60); // not asked for, so none stands for it
    QVERIFY(std::ranges::none_of(points, [&](const MetricPoint &point) { return point.at == silent; }));
    QVERIFY(
        std::ranges::none_of(points, [](const MetricPoint &point) { return point.value.value_or(1) == 0; }));
    QCOMPARE(points.size(), hours - 1);
}

void TestPrometheus::whatItCannotReadItSays()
{
    const MetricReply reply = ask(u"sum by (station (sm_sent_total)"_s);
    QVERIFY(!reply.answer);
    QCOMPARE(toString(reply.answer.error().code), u"invalid_input"_s);
    QVERIFY2(reply.answer.error().text.contains(u"parse error"_s), qPrintable(reply.answer.error().text));
}

void TestPrometheus::nothingIsNoSeries()
{
    const MetricReply reply = ask(u"no_such_metric"_s);
    QVERIFY(reply.answer);
    QVERIFY(reply.answer->series.isEmpty());
}

QTEST_GUILESS_MAIN(TestPrometheus)
#include "tst_prometheus.moc"
