// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/changerepository.h"
#include "app/store/idempotencyrepository.h"
#include "app/store/metricrepository.h"
#include "app/store/renewalrepository.h"
#include "app/store/rolloutrepository.h"
#include "app/store/transaction.h"
#include "tests/support/samples.h"
#include "tests/support/storetest.h"

#include <QSemaphore>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::store;
using renewal::testing::noon;
using renewal::testing::sampleRenewal;

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
    void manySeriesAreReadAtOnce();
    void thePlanIsReplacedWhole();
    void importsDoNotOverwriteSignOffs();
    void ownFiguresComeFromCounters();
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

void TstSmallRepositories::manySeriesAreReadAtOnce()
{
    MetricRepository metrics(connection());
    QStringList keys{u"not there"_s};
    for (int number = 0; number < 205; ++number) {
        MetricSeries series;
        series.key = u"series %1"_s.arg(number);
        series.unit = u"s"_s;
        for (int hour = 0; hour < 3; ++hour) {
            const auto value = hour == 1 ? std::nullopt : std::optional(number + hour / 10.0);
            series.points.append({noon().addSecs(hour * 3'600), value, 7.0});
        }
        VERIFY_OK(metrics.upsert(series));
        keys.append(series.key);
    }
    const auto all = metrics.read(keys, noon(), noon().addSecs(2 * 3'600));
    VERIFY_OK(all);
    QCOMPARE(all->size(), 205);
    for (const MetricSeries &series : *all) {
        const double number = series.key.mid(7).toDouble();
        QCOMPARE(series.unit, u"s"_s);
        QCOMPARE(series.points.size(), 2); // the end is not part of it
        QCOMPARE(series.points.at(0), (MetricPoint{noon(), number, 7.0}));
        QVERIFY(!series.points.at(1).value);
    }
    QVERIFY(metrics.read({}, noon(), noon())->isEmpty());
}

void TstSmallRepositories::importsDoNotOverwriteSignOffs()
{
    RolloutRepository rollout(connection());
    RolloutOverview plan;
    plan.toggle = u"toggle"_s;
    plan.stageSummary.downstream = u"No effect reported"_s;
    plan.stages = {{u"A"_s, 5, noon(), noon(), 1}, {u"B"_s, 25, noon(), {}, 5}};
    plan.signOffs = {{u"product"_s, u"B"_s, true, u"P. Osei"_s, noon(), u"fine"_s},
                     {u"qa"_s, u"B"_s, true, {}, {}, u"14 of 14"_s}};
    plan.incidents = {{noon(), u"low"_s, u"Lost the sig"_s, u"Fixed"_s},
                      {noon().addDays(1), u"high"_s, u"Slow"_s, {}}};
    VERIFY_OK(rollout.storePlan(plan));
    const auto stored = rollout.plan(u"toggle"_s);
    VERIFY_OK(stored);
    QVERIFY(stored->stages == plan.stages);
    QCOMPARE(stored->stageSummary.downstream, u"No effect reported"_s);
    QCOMPARE(stored->incidents.size(), 2);
    QVERIFY(stored->incidents.at(0) == plan.incidents.at(1)); // newest first
    QVERIFY(*rollout.signOffs(u"toggle"_s, u"B"_s) == plan.signOffs);
    QVERIFY(rollout.signOffs(u"toggle"_s, u"C"_s)->isEmpty());

    // A person takes a word back; the same plan once more does not give it again.
    const SignOff back{u"product"_s, u"B"_s, false, {}, {}, u"wait"_s};
    VERIFY_OK(rollout.storeSignOff(u"toggle"_s, back));
    plan.incidents.removeLast();
    VERIFY_OK(rollout.storePlan(plan));
    const auto after = rollout.signOffs(u"toggle"_s, u"B"_s);
    VERIFY_OK(after);
    QCOMPARE(after->size(), 2);
    QVERIFY(after->at(0) == back);
    QVERIFY(after->at(1) == plan.signOffs.at(1));
    QCOMPARE(rollout.plan(u"toggle"_s)->incidents.size(), 1);
}

void TstSmallRepositories::ownFiguresComeFromCounters()
{
    RolloutRepository rollout(connection());
    const auto none = rollout.ownFigures();
    VERIFY_OK(none);
    QCOMPARE(none->renewals, 0);
    RenewalRepository renewals(connection());
    using enum RenewalState;
    int number = 0;
    for (const RenewalState state :
         {NeedsRouting, NeedsRouting, ReadyToRoute, InReview, Routed, External, NotRenewable, Closed}) {
        ++number;
        Renewal renewal = sampleRenewal(u"rx-%1"_s.arg(number), number);
        renewal.state = state;
        VERIFY_OK(renewals.insert(renewal));
    }
    const auto own = rollout.ownFigures();
    VERIFY_OK(own);
    QCOMPARE(own->renewals, 5); // those that need a care team or have one
    QCOMPARE(own->withCareTeam, 3);
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
