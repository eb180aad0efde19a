// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/changerepository.h"
#include "app/store/idempotencyrepository.h"
#include "app/store/metricrepository.h"
#include "app/store/rolloutrepository.h"
#include "app/store/transaction.h"
#include "tests/store/samples.h"
#include "tests/support/storetest.h"

#include <QSemaphore>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::store;
using renewal::testing::noon;

class TstSmallRepositories : public renewal::testing::StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

private Q_SLOTS:
    void changesAreNumberedInOrder();
    void manyChangesAreOne();
    void readersThatLagBehindAreTold();
    void changesBecomeVisibleInTheirOrder();
    void answersAreGivenOnce();
    void seriesKeepTheirPoints();
    void thePlanIsReplacedWhole();
    void togglesAndFeaturesShareAName();
};

void TstSmallRepositories::changesAreNumberedInOrder()
{
    ChangeRepository changes(connection());
    QCOMPARE(*changes.newest(), 0);
    QVERIFY(changes.after(0)->changes.isEmpty());
    VERIFY_OK(changes.add(u"prescriber"_s, u"prescriber/42"_s));
    {
        auto undone = Transaction::begin(connection());
        VERIFY_OK(undone);
        VERIFY_OK(changes.add(u"import"_s, u"import/1"_s));
    }
    VERIFY_OK(changes.add(u"renewal"_s, QStringList{u"renewal/1"_s, u"renewal/2"_s}));
    VERIFY_OK(changes.add(u"renewal"_s, QStringList()));
    const auto all = changes.after(0);
    VERIFY_OK(all);
    QCOMPARE(all->changes.size(), 3);
    QCOMPARE(all->changes.at(0).subject, u"prescriber/42"_s);
    QCOMPARE(all->changes.at(0).kind, u"prescriber"_s);
    QCOMPARE(all->changes.at(2).sequence, 3);
    QCOMPARE(all->next, 3);
    QCOMPARE(*changes.newest(), 3);
    QCOMPARE(changes.after(1, 1)->changes.at(0).subject, u"renewal/1"_s);
    QCOMPARE(changes.after(1, 1)->next, 2);
    QCOMPARE(changes.after(3)->next, 3);
}

void TstSmallRepositories::manyChangesAreOne()
{
    QStringList subjects;
    for (int i = 0; i < 201; ++i)
        subjects.append(u"renewal/%1"_s.arg(i));
    ChangeRepository changes(connection());
    VERIFY_OK(changes.add(u"renewal"_s, subjects));
    QCOMPARE(*changes.newest(), 1);
    QCOMPARE(changes.after(0)->changes.at(0).subject, u"*"_s);
    subjects.removeLast();
    VERIFY_OK(changes.add(u"renewal"_s, subjects));
    QCOMPARE(*changes.newest(), 201);
}

void TstSmallRepositories::readersThatLagBehindAreTold()
{
    ChangeRepository changes(connection());
    for (int i = 1; i <= 5; ++i)
        VERIFY_OK(changes.add(u"renewal"_s, u"renewal/%1"_s.arg(i)));
    VERIFY_OK(changes.prune(2));
    const auto lagging = changes.after(1);
    QCOMPARE(lagging->changes.size(), 3);
    QCOMPARE(lagging->changes.at(0).kind, u"*"_s);
    QCOMPARE(lagging->next, 5);
    QCOMPARE(changes.after(3)->changes.size(), 2);
}

void TstSmallRepositories::changesBecomeVisibleInTheirOrder()
{
    // A second writer must not publish a later number before the first one commits.
    QSemaphore firstHasNumber;
    auto first = Transaction::begin(connection());
    VERIFY_OK(first);
    VERIFY_OK(ChangeRepository(connection()).add(u"renewal"_s, u"renewal/1"_s));
    std::atomic<bool> done = false;
    const std::unique_ptr<QThread> second(QThread::create([&] {
        auto mine = testDatabase().database().connection();
        firstHasNumber.release();
        done = mine && ChangeRepository(**mine).add(u"renewal"_s, u"renewal/2"_s).has_value();
    }));
    second->start();
    firstHasNumber.acquire();
    QVERIFY(!second->wait(200)); // it waits for us
    VERIFY_OK(first->commit());
    QVERIFY(second->wait(30000));
    QVERIFY(done);
    const auto all = ChangeRepository(connection()).after(0);
    QCOMPARE(all->changes.size(), 2);
    QCOMPARE(all->changes.at(0).subject, u"renewal/1"_s);
}

void TstSmallRepositories::answersAreGivenOnce()
{
    IdempotencyRepository answers(connection());
    const StoredAnswer answer{u"abc"_s, 201, "{\"text\":\"ñ\"}"};
    QVERIFY(!answers.find(u"key"_s)->has_value());
    VERIFY_OK(answers.store(u"key"_s, answer, noon()));
    QVERIFY(**answers.find(u"key"_s) == answer);
    VERIFY_ERROR(answers.store(u"key"_s, answer, noon()), ErrorCode::Conflict);
    VERIFY_OK(answers.store(u"empty"_s, {u"abc"_s, 204, {}}, noon().addDays(1)));
    QCOMPARE(*answers.prune(noon()), 0);
    QCOMPARE(*answers.prune(noon().addSecs(1)), 1);
    QVERIFY(!answers.find(u"key"_s)->has_value());
    QVERIFY(answers.find(u"empty"_s)->has_value());
}

void TstSmallRepositories::seriesKeepTheirPoints()
{
    MetricRepository metrics(connection());
    MetricSeries series{u"message_send_errors"_s,
                        u"Send errors"_s,
                        u"per hour"_s,
                        u"datadog"_s,
                        u"sum:x{*}"_s,
                        u"env:prod"_s,
                        5.5,
                        {{noon(), 1.25, 100.0}, {noon().addSecs(60), std::nullopt, std::nullopt}}};
    VERIFY_OK(metrics.upsert(series));
    QVERIFY(*metrics.find(series.key, {}, {}) == series);
    series.points[1].value = 2;
    series.points.append({noon().addSecs(120), 0.0, std::nullopt});
    series.threshold = std::nullopt;
    VERIFY_OK(metrics.upsert(series));
    VERIFY_OK(metrics.upsert(series));
    QVERIFY(*metrics.find(series.key, {}, {}) == series);
    QCOMPARE(metrics.find(series.key, noon().addSecs(60), {})->points.size(), 2);
    QCOMPARE(metrics.find(series.key, noon().addSecs(60), noon().addSecs(60))->points.size(), 1);
    QCOMPARE(metrics.find(series.key, {}, noon().addSecs(-1))->points.size(), 0);
    const auto list = metrics.list();
    QCOMPARE(list->size(), 1);
    QVERIFY(list->at(0).points.isEmpty());
    VERIFY_ERROR(metrics.find(u"nothing"_s, {}, {}), ErrorCode::NotFound);
}

void TstSmallRepositories::thePlanIsReplacedWhole()
{
    RolloutRepository rollout(connection());
    const auto none = rollout.plan(u"toggle"_s);
    VERIFY_OK(none);
    QCOMPARE(none->toggle, u"toggle"_s);
    QVERIFY(none->stages.isEmpty());
    RolloutOverview plan;
    plan.toggle = u"toggle"_s;
    plan.environment = u"demo"_s;
    plan.percent = 12.5;
    plan.readAt = noon();
    plan.stages = {{u"A"_s, 1, noon(), noon().addSecs(60)},
                   {u"B"_s, 12.5, noon().addDays(2), {}},
                   {u"C"_s, 100, {}, {}}};
    VERIFY_OK(rollout.storePlan(plan));
    auto stored = rollout.plan(u"toggle"_s);
    VERIFY_OK(stored);
    QVERIFY(stored->stages == plan.stages && stored->percent == 12.5 && stored->readAt == noon());
    plan.stages.removeFirst();
    VERIFY_OK(rollout.storePlan(plan));
    QVERIFY(rollout.plan(u"toggle"_s)->stages == plan.stages);
}

void TstSmallRepositories::togglesAndFeaturesShareAName()
{
    RolloutRepository rollout(connection());
    VERIFY_OK(rollout.upsert(FeatureToggle{u"a"_s, true}, noon()));
    QVERIFY(!rollout.feature(u"a"_s)->has_value());
    const FlipperFeature feature{u"a"_s, u"conditional"_s,          false, 12.5, std::nullopt,
                                 3,      {u"staff"_s, u"testers"_s}};
    VERIFY_OK(rollout.upsert(feature, noon()));
    QVERIFY(**rollout.feature(u"a"_s) == feature);
    VERIFY_OK(rollout.upsert(FlipperFeature{u"b"_s, u"off"_s, false, {}, {}, 0, {}}, noon()));
    QVERIFY(rollout.feature(u"b"_s)->value().groups.isEmpty());
    QVERIFY(*rollout.toggles() == (QVector<FeatureToggle>{{u"a"_s, true}}));
    VERIFY_OK(rollout.upsert(FeatureToggle{u"a"_s, false}, noon()));
    QVERIFY(*rollout.toggles() == (QVector<FeatureToggle>{{u"a"_s, false}}));
}

RENEWAL_STORE_TEST_MAIN(TstSmallRepositories)
#include "tst_smallrepositories.moc"
