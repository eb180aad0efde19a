// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A made-up region as files, imported, and read as the rollout workspace reads it; on both databases.
#include "app/operations/importer.h"
#include "app/operations/importfiles.h"
#include "app/operations/simulateregion.h"
#include "app/operations/simulatetables.h"
#include "app/service/rolloutoverview.h"
#include "app/store/metricrepository.h"
#include "app/store/rolloutrepository.h"
#include "tests/support/storetest.h"

#include <QTemporaryDir>

#include <algorithm>

using namespace renewal;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

namespace {
QStringList words(const RolloutOverview &overview)
{
    QStringList all;
    for (const CriterionResult &criterion : overview.criteria)
        all.append(toString(criterion.verdict));
    return all;
}
} // namespace

class TestRolloutOverview : public StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private slots:
    void initTestCase();
    void aRegionReadsAsDrawn();
    void sharesAreComputed();
    void anEmptyDatabaseSaysSo();
    void theQueueStandsIn();

private:
    void import();
    QDateTime now() const { return {m_options.end(), QTime(2, 0), Qt::UTC}; }

    QTemporaryDir m_dir;
    simulation::Options m_options;
};

void TestRolloutOverview::initTestCase()
{
    m_options.patients = 200;
    m_options.seed = 7;
    const auto tables = operations::loadSimulationTables();
    VERIFY_OK(tables);
    VERIFY_OK(operations::simulateRegion(*tables, m_options, m_dir.filePath(u"region"_s)));
}

void TestRolloutOverview::import()
{
    const FixedClock clock(now());
    const auto requests = operations::importRequests({m_dir.filePath(u"region"_s)}, u"region"_s);
    VERIFY_OK(requests);
    VERIFY_OK(operations::Importer(connection(), clock).run(requests->first()));
}

void TestRolloutOverview::aRegionReadsAsDrawn()
{
    import();
    const auto overview = service::rolloutOverview(connection(), now());
    VERIFY_OK(overview);
    QCOMPARE(words(*overview),
             (QStringList{u"met"_s, u"met"_s, u"not_met"_s, u"too_little_data"_s, u"met"_s}));
    QCOMPARE(overview->reasonsNotToAdvance,
             (QStringList{u"Renewals with a care team is below 95 %"_s, u"CSAT has too little data"_s,
                          u"UX and research has not signed off"_s}));
    QVERIFY(std::ranges::any_of(overview->series, [](const MetricSeries &series) {
        return series.key == u"message_send_error_share.vista";
    }));
    QVERIFY(std::ranges::none_of(overview->series, [](const MetricSeries &series) {
        return series.labels.contains(u"station_number"_s);
    }));
    QCOMPARE(overview->notices.size(), 1);
    QVERIFY2(overview->notices.first().text.contains(u"(Oracle Health): 3"_s),
             qPrintable(overview->notices.first().text));
    QCOMPARE(overview->funnel.size(), 5);
    QCOMPARE(overview->signOffs.size(), 5);
    QCOMPARE(overview->signOffs.first().by, u"P. Osei"_s);
    QCOMPARE(overview->stages.at(1).minimumDays, 5);
    QCOMPARE(overview->incidents.size(), 1);
    QCOMPARE(overview->stageSummary.downstream, u"No effect reported"_s);
    QVERIFY(overview->stageSummary.messagesSent.value_or(0) > 10'000);
    QVERIFY(overview->stageSummary.errorsByType.startsWith(u"SM API "_s));
    // Once more changes nothing.
    import();
    const auto again = service::rolloutOverview(connection(), now());
    VERIFY_OK(again);
    QVERIFY(again->criteria == overview->criteria);
    QCOMPARE(again->series.size(), overview->series.size());
}

void TestRolloutOverview::sharesAreComputed()
{
    import();
    const auto list = service::metricList(connection());
    VERIFY_OK(list);
    QHash<QString, MetricSeries> byKey;
    for (const MetricSeries &series : *list) {
        QVERIFY2(!byKey.contains(series.key), qPrintable(series.key));
        byKey.insert(series.key, series);
    }
    QCOMPARE(byKey.value(u"renewal_messages_sent"_s).unit, u"messages per hour"_s);
    QCOMPARE(byKey.value(u"message_send_errors"_s).unit, u"errors per hour"_s);
    QCOMPARE(byKey.value(u"send_latency_p95"_s).unit, u"s"_s);
    QCOMPARE(byKey.value(u"send_latency_p95"_s).threshold, std::optional(3.0));
    QCOMPARE(byKey.value(u"renewal_messages_sent.vista"_s).title, u"Renewal messages sent, VistA"_s);
    QCOMPARE(byKey.value(u"message_send_error_share"_s).threshold, std::optional(1.0));
    QVERIFY(std::is_sorted(list->cbegin(), list->cend(),
                           [](const auto &a, const auto &b) { return a.title < b.title; }));
    const QDateTime from(m_options.start.addDays(4), QTime(0, 0), Qt::UTC);
    const auto share =
        service::metricSeries(connection(), u"message_send_error_share"_s, from, from.addSecs(5 * 3'600));
    VERIFY_OK(share);
    QCOMPARE(share->points.size(), 6);
    QVERIFY(share->points.at(0).value && share->points.at(0).count.value_or(0) > 50);
    QVERIFY(!share->points.at(3).value); // the gap
    for (const QString &key : {u"nothing"_s, u"message_send_error_share.999"_s})
        VERIFY_ERROR(service::metricSeries(connection(), key, {}, {}), ErrorCode::NotFound);
}

void TestRolloutOverview::anEmptyDatabaseSaysSo()
{
    const auto overview = service::rolloutOverview(connection(), now());
    VERIFY_OK(overview);
    QVERIFY(overview->criteria.isEmpty() && overview->signOffs.isEmpty() && overview->notices.isEmpty());
    QCOMPARE(overview->reasonsNotToAdvance, QStringList{u"No stages are planned"_s});
}

void TestRolloutOverview::theQueueStandsIn()
{
    import();
    VERIFY_OK(connection().run(u"DELETE FROM metric_series WHERE key LIKE 'no_care_team%'"_s));
    VERIFY_OK(connection().run(
        u"INSERT INTO renewal_count (parent_station, ehr, state, number) VALUES ('111', 'VISTA', 'routed', 9000)"_s));
    const auto overview = service::rolloutOverview(connection(), now());
    VERIFY_OK(overview);
    const CriterionResult found = overview->criteria.at(2);
    QCOMPARE(found.key, u"renewals_with_care_team"_s);
    QVERIFY(found.denominator.value_or(0) >= 9'000);
    QVERIFY2(found.sentence.contains(u"in the queue"_s), qPrintable(found.sentence));
    QVERIFY(overview->notices.isEmpty());
}

RENEWAL_STORE_TEST_MAIN(TestRolloutOverview)
#include "tst_rolloutoverview.moc"
