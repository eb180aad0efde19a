// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/metricpolling.h"
#include "app/store/connection.h"
#include "app/store/metricfeedrepository.h"
#include "app/store/metricrepository.h"
#include "tests/support/answeringserver.h"
#include "tests/support/samples.h"
#include "tests/support/storetest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QUrlQuery>

using namespace renewal;
using namespace renewal::exchange;
using namespace renewal::operations;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

namespace {
constexpr qint64 hour = 3'600;

MetricFeed feed(const QString &key, int delaySeconds = 0)
{
    MetricFeed made;
    made.key = key;
    made.title = key;
    made.source = u"prod"_s;
    made.query = u"sum:"_s + key;
    made.delaySeconds = delaySeconds;
    return made;
}

/// What was asked of Datadog.
struct Asked
{
    QString query;
    QDateTime from;
    QDateTime to;
};

Asked askedIn(const HeardRequest &request)
{
    const QUrlQuery query(QUrl::fromEncoded(request.line.split(' ').value(1)));
    return {query.queryItemValue(u"query"_s, QUrl::FullyDecoded),
            QDateTime::fromSecsSinceEpoch(query.queryItemValue(u"from"_s).toLongLong(), Qt::UTC),
            QDateTime::fromSecsSinceEpoch(query.queryItemValue(u"to"_s).toLongLong(), Qt::UTC)};
}

/// `value` for each hour that was asked for; null where it says nothing.
QByteArray datadogAnswer(const Asked &asked,
                         const std::function<std::optional<double>(const QDateTime &)> &value)
{
    QJsonArray points;
    for (QDateTime at = asked.from; at <= asked.to; at = at.addSecs(hour)) {
        const auto known = value(at);
        points.append(QJsonArray{at.toMSecsSinceEpoch(), known ? QJsonValue(*known) : QJsonValue()});
    }
    const QJsonObject series{{u"metric"_s, u"m"_s}, {u"scope"_s, u"*"_s}, {u"pointlist"_s, points}};
    return httpAnswer(200,
                      QJsonDocument(QJsonObject{{u"status"_s, u"ok"_s}, {u"series"_s, QJsonArray{series}}})
                          .toJson(QJsonDocument::Compact));
}
} // namespace

/// Figures that are asked for again and again, at a clock that the test sets, of a Datadog that does as it is
/// told.
class TestMetricPolling : public StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private slots:
    void theFirstLookGoesBackInPieces();
    void lateValuesAreAskedForAgain();
    void gapsStayGaps();
    void itWaitsAsLongAsItIsTold();
    void pausesGrow();
    void oneBadQueryHoldsNoOtherUp();
    void figuresOfOthersAreNotMixedIn();
    void itGoesOnAfterARestart();
    void anotherQueryBeginsAnew();
    void trapsAreTold();
    void theFileNamesItsKeys();
    void filesThatCannotBeUsed_data();
    void filesThatCannotBeUsed();

private:
    MetricPollingOptions options(const QVector<MetricFeed> &feeds) const
    {
        MetricPollingOptions made;
        made.feeds.sources = {{u"prod"_s, MetricBackEnd::Datadog, m_server->url(), {}, {}, {}, 300}};
        made.feeds.feeds = feeds;
        made.firstDays = 2;
        return made;
    }
    /// At noon.
    void serve(AnsweringServer::Answer answer)
    {
        m_clock.set(noon());
        m_server = std::make_unique<AnsweringServer>(std::move(answer));
    }
    /// Asks all that is due now; the number of questions.
    int drain(MetricPolling &polling);
    void goOn(qint64 seconds) { m_clock.set(m_clock.now().addSecs(seconds)); }
    MetricFeedState state(const QString &key);
    QVector<MetricPoint> points(const QString &key);

    std::unique_ptr<AnsweringServer> m_server;
    FixedClock m_clock{noon()};
};

int TestMetricPolling::drain(MetricPolling &polling)
{
    for (int asked = 0; asked < 1'000; ++asked) {
        const auto step = polling.step(connection());
        if (!step || step->isIdle) {
            if (!step || step->pause >= std::chrono::seconds(1))
                return step ? asked : -1;
            m_clock.set(m_clock.now().addMSecs(step->pause.count())); // the space between two calls
            --asked;
        }
    }
    return -1;
}

MetricFeedState TestMetricPolling::state(const QString &key)
{
    const auto all = store::MetricFeedRepository(connection()).list();
    for (const MetricFeedState &one : all.value_or(QVector<MetricFeedState>())) {
        if (one.key == key)
            return one;
    }
    return {};
}

QVector<MetricPoint> TestMetricPolling::points(const QString &key)
{
    return store::MetricRepository(connection()).find(key, {}, {}).value_or(MetricSeries()).points;
}

void TestMetricPolling::theFirstLookGoesBackInPieces()
{
    QVector<Asked> asked;
    serve([&asked](const HeardRequest &request) {
        asked.append(askedIn(request));
        return datadogAnswer(asked.last(), [](const QDateTime &at) { return double(at.time().hour()); });
    });
    MetricPollingOptions wanted = options({feed(u"sent"_s)});
    wanted.firstDays = 200;
    MetricPolling polling(wanted, m_clock);
    QCOMPARE(drain(polling), 3);
    QCOMPARE(asked.first().from, noon().addDays(-200));
    QCOMPARE(asked.last().to, noon());
    QCOMPARE(points(u"sent"_s).size(), 200 * 24); // the hour that is going on is not whole
    QCOMPARE(points(u"sent"_s).last().value.value_or(-1), 11.0);
    QCOMPARE(state(u"sent"_s).polledUntil, noon());
    QVERIFY(state(u"sent"_s).problem.isEmpty());
}

void TestMetricPolling::lateValuesAreAskedForAgain()
{
    double late = 1;
    QVector<Asked> asked;
    serve([&](const HeardRequest &request) {
        asked.append(askedIn(request));
        return datadogAnswer(asked.last(), [&](const QDateTime &) { return late; });
    });
    MetricPolling polling(options({feed(u"sent"_s, 12 * hour)}), m_clock);
    QCOMPARE(drain(polling), 1);
    late = 2;
    goOn(6 * hour);
    QCOMPARE(drain(polling), 1);
    QCOMPARE(asked.last().from, noon().addSecs(-12 * hour));
    const auto kept = points(u"sent"_s);
    QCOMPARE(kept.size(), 48 + 6);
    QCOMPARE(kept.first().value.value_or(0), 1.0); // too old to change any more
    QCOMPARE(kept[48 - 12].value.value_or(0), 2.0);
    QCOMPARE(kept.last().value.value_or(0), 2.0);
}

void TestMetricPolling::gapsStayGaps()
{
    serve([](const HeardRequest &request) {
        return datadogAnswer(askedIn(request), [](const QDateTime &at) {
            return at.time().hour() == 3 ? std::nullopt : std::optional<double>(5);
        });
    });
    MetricPolling polling(options({feed(u"sent"_s)}), m_clock);
    QCOMPARE(drain(polling), 1);
    for (const MetricPoint &point : points(u"sent"_s))
        QCOMPARE(point.value.has_value(), point.at.time().hour() != 3);
}

void TestMetricPolling::itWaitsAsLongAsItIsTold()
{
    serve([](const HeardRequest &) {
        return httpAnswer(429, R"({"errors":["Rate limit"]})", "X-RateLimit-Reset: 900\r\n");
    });
    MetricPolling polling(options({feed(u"sent"_s), feed(u"errors"_s)}), m_clock);
    QCOMPARE(drain(polling), 1); // the other one is of the same source
    QVERIFY(state(u"sent"_s).problem.contains(u"Rate limit"_s));
    QVERIFY(!state(u"sent"_s).answeredAt.isValid());
    goOn(899);
    QCOMPARE(drain(polling), 0);
    goOn(1);
    QCOMPARE(drain(polling), 1);
}

void TestMetricPolling::pausesGrow()
{
    serve([](const HeardRequest &) { return httpAnswer(500, "busy"); });
    const MetricPollingOptions wanted = options({feed(u"sent"_s)});
    MetricPolling polling(wanted, m_clock);
    QCOMPARE(drain(polling), 1);
    for (const int least : {15, 30, 60, 120, 240, 480, 960, 1'800, 1'800}) {
        goOn(least - 1);
        QVERIFY2(drain(polling) == 0, qPrintable(QString::number(least)));
        goOn(least + 2); // at most twice as long
        QVERIFY2(drain(polling) == 1, qPrintable(QString::number(least)));
    }
}

void TestMetricPolling::oneBadQueryHoldsNoOtherUp()
{
    serve([](const HeardRequest &request) {
        const Asked asked = askedIn(request);
        return asked.query == "sum:bad"_L1 ? httpAnswer(400, R"({"errors":["Error parsing query"]})")
                                           : datadogAnswer(asked, [](const QDateTime &) { return 1.0; });
    });
    MetricPolling polling(options({feed(u"bad"_s), feed(u"sent"_s)}), m_clock);
    QCOMPARE(drain(polling), 2);
    QVERIFY(state(u"bad"_s).problem.contains(u"Error parsing query"_s));
    QVERIFY(state(u"sent"_s).problem.isEmpty());
    QCOMPARE(points(u"sent"_s).size(), 48);
}

void TestMetricPolling::figuresOfOthersAreNotMixedIn()
{
    MetricSeries simulated;
    simulated.key = u"sent"_s;
    simulated.source = u"simulated"_s;
    simulated.points = {{noon().addDays(-1), 7.0, {}}};
    VERIFY_OK(store::MetricRepository(connection()).upsert(simulated));
    serve([](const HeardRequest &request) {
        return datadogAnswer(askedIn(request), [](const QDateTime &) { return 1.0; });
    });
    MetricPolling polling(options({feed(u"sent"_s)}), m_clock);
    QCOMPARE(drain(polling), 1);
    QVERIFY(!state(u"sent"_s).problem.isEmpty());
    QCOMPARE(points(u"sent"_s).size(), 1);
    QCOMPARE(points(u"sent"_s).first().value.value_or(0), 7.0);
}

void TestMetricPolling::itGoesOnAfterARestart()
{
    QVector<Asked> asked;
    serve([&asked](const HeardRequest &request) {
        asked.append(askedIn(request));
        return datadogAnswer(asked.last(), [](const QDateTime &) { return 1.0; });
    });
    {
        MetricPolling polling(options({feed(u"sent"_s)}), m_clock);
        QCOMPARE(drain(polling), 1);
    }
    goOn(3 * hour);
    MetricPolling polling(options({feed(u"sent"_s)}), m_clock);
    QCOMPARE(drain(polling), 1);
    QCOMPARE(asked.last().from, noon().addSecs(-hour));
    QCOMPARE(points(u"sent"_s).size(), 48 + 3);
}

void TestMetricPolling::anotherQueryBeginsAnew()
{
    QVector<Asked> asked;
    serve([&asked](const HeardRequest &request) {
        asked.append(askedIn(request));
        return datadogAnswer(asked.last(), [](const QDateTime &) { return 1.0; });
    });
    {
        MetricPolling polling(options({feed(u"sent"_s)}), m_clock);
        QCOMPARE(drain(polling), 1);
    }
    MetricFeed other = feed(u"sent"_s);
    other.query = u"sum:other"_s;
    MetricPolling polling(options({other}), m_clock);
    QCOMPARE(drain(polling), 1);
    QCOMPARE(asked.last().from, noon().addDays(-2));
    QCOMPARE(state(u"sent"_s).query, u"sum:other"_s);
}

void TestMetricPolling::trapsAreTold()
{
    serve([](const HeardRequest &request) {
        return datadogAnswer(askedIn(request), [](const QDateTime &) { return 1.0; });
    });
    MetricFeed mixed = feed(u"sent"_s);
    mixed.query = u"sum:mhv.sm.api.client.post_create_message{*}"_s;
    MetricPolling polling(options({mixed}), m_clock);
    QCOMPARE(drain(polling), 1);
    QCOMPARE(state(u"sent"_s).warnings.size(), 1);
}

void TestMetricPolling::theFileNamesItsKeys()
{
    QTemporaryDir folder;
    for (const auto &[name, content] :
         {std::pair{"dd.key", "abc\n"}, std::pair{"app.key", " def "},
          std::pair{"sources.json",
                    R"({"sources":[{"name":"prod","backEnd":"datadog","url":"https://api.ddog-gov.com",)"
                    R"("keyFile":"dd.key","applicationKeyFile":"app.key"}],"feeds":[]})"}}) {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    const auto read = readMetricPolling(folder.filePath(u"sources.json"_s));
    VERIFY_OK(read);
    QCOMPARE(read->keys.value(u"prod"_s).first, QByteArray("abc"));
    QCOMPARE(read->keys.value(u"prod"_s).second, QByteArray("def"));
    QVERIFY(!read->isConnected());
}

void TestMetricPolling::filesThatCannotBeUsed_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("told");
    QTest::newRow("no JSON") << QByteArray("{") << u"sources.json"_s;
    QTest::newRow("no key file") << QByteArray(
                                        R"({"sources":[{"name":"prod","backEnd":"prometheus",)"
                                        R"("url":"https://p.example.gov","keyFile":"gone.key"}],"feeds":[]})")
                                 << u"gone.key"_s;
    QTest::newRow("not encrypted") << QByteArray(R"({"sources":[{"name":"prod","backEnd":"prometheus",)"
                                                 R"("url":"http://p.example.gov"}],"feeds":[]})")
                                   << u"https"_s;
}

void TestMetricPolling::filesThatCannotBeUsed()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, told);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"sources.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    const auto read = readMetricPolling(file.fileName());
    VERIFY_ERROR(read, ErrorCode::InvalidInput);
    QVERIFY2(read.error().text.contains(told), qPrintable(read.error().text));
}

RENEWAL_STORE_TEST_MAIN(TestMetricPolling)
#include "tst_metricpolling.moc"
