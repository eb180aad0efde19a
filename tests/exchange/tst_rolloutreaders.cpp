// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/exchange/exchangedata.h"

#include "models/exchange/togglereader.h"

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::exchange;
using namespace renewal::test;

/// Feature toggles, Flipper, the three metric back ends and error bodies.
class TestRolloutReaders : public QObject
{
    Q_OBJECT
private slots:
    void bothSpellingsAreOneToggle();
    void namesToggles_data();
    void namesToggles();
    void readsGates();
    void readsDatadog();
    void aFailedDatadogQueryIsAnError();
    void gapsOfPrometheusAreGaps();
    void readsGa4InItsTimeZone();
    void anEmptyGa4ReportKeepsItsMetrics();
    void readsErrorBodies_data();
    void readsErrorBodies();
};

void TestRolloutReaders::bothSpellingsAreOneToggle()
{
    const auto toggles = recordsOfFile<FeatureToggle>(u"feature_toggles.json"_s);
    QCOMPARE(toggles.size(), 3);
    QCOMPARE(toggles[0].name, QString::fromLatin1(renewalRequestToggle));
    QVERIFY(toggles[0].value);
    QCOMPARE(toggles[1].name, u"cerner_transition_556_t5"_s);
    QVERIFY(!toggles[1].value);
    QVERIFY(toggles[2].value);
}

void TestRolloutReaders::namesToggles_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("cernerTransition556T5") << u"cerner_transition_556_t5"_s;
    QTest::newRow("cerner_transition_556_t5") << u"cerner_transition_556_t5"_s;
    QTest::newRow("mhvMedicationsV2StatusMapping") << u"mhv_medications_v2_status_mapping"_s;
    QTest::newRow("profile") << u"profile"_s;
}

void TestRolloutReaders::namesToggles()
{
    QFETCH(QString, name);
    QCOMPARE(toggleName(QString::fromLatin1(QTest::currentDataTag())), name);
}

void TestRolloutReaders::readsGates()
{
    const auto features = recordsOfFile<FlipperFeature>(u"flipper_features.json"_s);
    QCOMPARE(features.size(), 2);
    QCOMPARE(features[0].state, u"conditional"_s);
    QVERIFY(!features[0].boolean);
    QCOMPARE(features[0].percentageOfActors, std::optional(0.05));
    QVERIFY(!features[0].percentageOfTime.has_value());
    QCOMPARE(features[0].actorCount, 2);
    QCOMPARE(features[0].groups, QVector<QString>{u"staff"_s});
    QVERIFY(features[1].boolean);
}

void TestRolloutReaders::readsDatadog()
{
    const auto series = recordsOfFile<MetricSeries>(u"datadog.json"_s);
    QCOMPARE(series.size(), 1);
    QCOMPARE(series[0].key, u"mhv.sm.send"_s);
    QCOMPARE(series[0].title, u"Sends"_s);
    QCOMPARE(series[0].unit, u"requests per second"_s);
    QCOMPARE(series[0].labels, u"env:eks-prod,status:failure"_s);
    QVERIFY(series[0].query.startsWith(u"sum:"_s));
    QCOMPARE(series[0].points.size(), 2);
    QCOMPARE(series[0].points[0].at, utc("2026-01-15T14:00:00Z"));
    QCOMPARE(series[0].points[0].value, std::optional(4.5));
    QVERIFY(!series[0].points[1].value.has_value());
}

void TestRolloutReaders::aFailedDatadogQueryIsAnError()
{
    const auto errors = recordsOfFile<UpstreamError>(u"datadog_failed.json"_s);
    QCOMPARE(errors.size(), 1);
    QCOMPARE(errors[0].detail, u"Rate limit of the metric was reached"_s);
}

void TestRolloutReaders::gapsOfPrometheusAreGaps()
{
    const auto content = readDocument(exchangeFile(u"prometheus.json"_s));
    QVERIFY(content.has_value());
    QCOMPARE(content->warnings, QStringList{u"partial"_s});
    const auto series = recordsOf<MetricSeries>(*content);
    QCOMPARE(series.size(), 1);
    QCOMPARE(series[0].key, u"up"_s);
    QCOMPARE(series[0].labels, u"instance:a:1,job:b"_s);
    QCOMPARE(series[0].points.size(), 4);
    QCOMPARE(series[0].points[0].at, utc("2026-01-15T14:00:00.500Z"));
    QCOMPARE(series[0].points[0].value, std::optional(1.0));
    QVERIFY(!series[0].points[1].value.has_value());
    QVERIFY(!series[0].points[2].value.has_value());
    QCOMPARE(series[0].points[3].value, std::optional(0.0));
}

void TestRolloutReaders::readsGa4InItsTimeZone()
{
    const auto series = recordsOfFile<MetricSeries>(u"ga4.json"_s);
    QCOMPARE(series.size(), 2);
    QCOMPARE(series[0].labels, u"eventName:fail"_s);
    QCOMPARE(series[1].labels, u"eventName:send"_s);
    QCOMPARE(series[1].key, u"eventCount"_s);
    QCOMPARE(series[1].points.size(), 2);
    QCOMPARE(series[1].points[0].at, utc("2026-01-15T05:00:00Z")); // midnight in New York, and sorted
    QCOMPARE(series[1].points[0].value, std::optional(5.0));
    QCOMPARE(series[1].points[1].value, std::optional(7.0));
}

void TestRolloutReaders::anEmptyGa4ReportKeepsItsMetrics()
{
    const auto content = readDocument(exchangeFile(u"ga4_no_rows.json"_s));
    QVERIFY(content.has_value());
    QCOMPARE(content->warnings.size(), 1);
    const auto series = recordsOf<MetricSeries>(*content);
    QCOMPARE(series.size(), 1);
    QVERIFY(series[0].points.isEmpty());
}

void TestRolloutReaders::readsErrorBodies_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("title");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &json, const char *code, const char *title,
                        int status) {
        QTest::newRow(name) << json << QString::fromLatin1(code) << QString::fromLatin1(title) << status;
    };
    const auto file = [&row](const char *name, const char *code, const char *title, int status) {
        row(name, exchangeFile(QString::fromLatin1(name)), code, title, status);
    };
    file("error_vagov.json", "SM119", "Operation failed", 422);
    file("error_mhv.json", "SM119", "Triage team does not exist", 0);
    file("error_flipper.json", "1", "Feature not found.", 0);
    file("error_datadog.json", "", "Forbidden", 0);
    file("error_prometheus.json", "bad_data", "invalid parameter", 0);
    file("error_ga4.json", "PERMISSION_DENIED", "User does not have sufficient permissions", 403);
    row("refill", R"({"errorCode":139,"developerMessage":"","message":"Prescription is not Refillable"})",
        "RX139", "Prescription is not Refillable", 0);
    row("locked", R"({"errorCode":"99","message":"Unknown","developerMessage":"optimistic locking failed"})",
        "RX99LOCKED", "Unknown", 0);
    row("unknown number", R"({"errorCode":7777,"message":"?"})", "7777", "?", 0);
    row("toggle is off", R"({"error":{"code":"FEATURE_NOT_AVAILABLE","message":"off"}})",
        "FEATURE_NOT_AVAILABLE", "off", 0);
}

void TestRolloutReaders::readsErrorBodies()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, code);
    QFETCH(QString, title);
    QFETCH(int, status);
    const auto content = readDocument(json);
    QVERIFY(content.has_value());
    const auto errors = recordsOf<UpstreamError>(*content);
    QVERIFY(!errors.isEmpty());
    QCOMPARE(errors[0].code, code);
    QCOMPARE(errors[0].title, title);
    QCOMPARE(errors[0].httpStatus, status);
}

QTEST_GUILESS_MAIN(TestRolloutReaders)
#include "tst_rolloutreaders.moc"
