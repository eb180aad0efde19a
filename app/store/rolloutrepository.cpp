// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/rolloutrepository.h"

#include "app/store/connection.h"
#include "app/store/transaction.h"

namespace renewal::store {

using namespace Qt::StringLiterals;

Result<RolloutOverview> RolloutRepository::plan(const QString &toggle)
{
    const auto found = m_connection.first<RolloutOverview>(
        u"SELECT toggle, environment, percent, read_at FROM rollout_plan WHERE toggle = ?"_s, {toggle},
        [](const Row &row) {
            RolloutOverview plan;
            plan.toggle = row.text(0);
            plan.environment = row.text(1);
            plan.percent = row.real(2);
            plan.readAt = row.instant(3);
            return plan;
        });
    if (!found)
        return failure(found.error());
    RolloutOverview plan = found->value_or(RolloutOverview{});
    plan.toggle = toggle;
    auto stages = m_connection.rows<RolloutStage>(
        u"SELECT name, percent, planned_at, started_at FROM rollout_stage WHERE toggle = ? ORDER BY position"_s,
        {toggle}, [](const Row &row) {
            return RolloutStage{row.text(0), row.real(1), row.instant(2), row.instant(3)};
        });
    if (!stages)
        return failure(stages.error());
    plan.stages = std::move(*stages);
    return plan;
}

Done RolloutRepository::storePlan(const RolloutOverview &plan)
{
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    const auto stored = m_connection.run(
        u"INSERT INTO rollout_plan (toggle, environment, percent, read_at) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (toggle) DO UPDATE SET environment = excluded.environment, percent = excluded.percent, "
        "read_at = excluded.read_at"_s,
        {plan.toggle, text(plan.environment), plan.percent, bound(plan.readAt)});
    if (!stored)
        return failure(stored.error());
    const auto cleared = m_connection.run(u"DELETE FROM rollout_stage WHERE toggle = ?"_s, {plan.toggle});
    if (!cleared)
        return failure(cleared.error());
    int position = 0;
    for (const RolloutStage &stage : plan.stages) {
        const auto added = m_connection.run(
            u"INSERT INTO rollout_stage (toggle, position, name, percent, planned_at, started_at) "
            "VALUES (?, ?, ?, ?, ?, ?)"_s,
            {plan.toggle, position++, text(stage.name), stage.percent, bound(stage.plannedAt),
             bound(stage.startedAt)});
        if (!added)
            return failure(added.error());
    }
    return transaction->commit();
}

Done RolloutRepository::upsert(const FeatureToggle &toggle, const QDateTime &readAt)
{
    const auto stored = m_connection.run(
        u"INSERT INTO feature_toggle (name, enabled, read_at) VALUES (?, ?, ?) "
        "ON CONFLICT (name) DO UPDATE SET enabled = excluded.enabled, read_at = excluded.read_at"_s,
        {toggle.name, toggle.value ? 1 : 0, bound(readAt)});
    if (!stored)
        return failure(stored.error());
    return ok();
}

Done RolloutRepository::upsert(const FlipperFeature &feature, const QDateTime &readAt)
{
    const auto stored = m_connection.run(
        u"INSERT INTO feature_toggle (name, state, boolean_gate, percentage_of_actors, percentage_of_time, "
        "actor_count, group_names, read_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET "
        "state = excluded.state, boolean_gate = excluded.boolean_gate, "
        "percentage_of_actors = excluded.percentage_of_actors, percentage_of_time = "
        "excluded.percentage_of_time, "
        "actor_count = excluded.actor_count, group_names = excluded.group_names, read_at = excluded.read_at"_s,
        {feature.key, text(feature.state), feature.boolean ? 1 : 0, bound(feature.percentageOfActors),
         bound(feature.percentageOfTime), feature.actorCount, text(QStringList(feature.groups).join(u'\n')),
         bound(readAt)});
    if (!stored)
        return failure(stored.error());
    return ok();
}

Result<std::optional<FlipperFeature>> RolloutRepository::feature(const QString &key)
{
    return m_connection.first<FlipperFeature>(
        u"SELECT name, state, boolean_gate, percentage_of_actors, percentage_of_time, actor_count, "
        u"group_names "
        "FROM feature_toggle WHERE name = ? AND boolean_gate IS NOT NULL"_s,
        {key}, [](const Row &row) {
            FlipperFeature feature;
            feature.key = row.text(0);
            feature.state = row.text(1);
            feature.boolean = row.truth(2);
            feature.percentageOfActors = row.maybeReal(3);
            feature.percentageOfTime = row.maybeReal(4);
            feature.actorCount = row.integer(5);
            feature.groups = row.text(6).split(u'\n', Qt::SkipEmptyParts);
            return feature;
        });
}

Result<QVector<FeatureToggle>> RolloutRepository::toggles()
{
    return m_connection.rows<FeatureToggle>(
        u"SELECT name, enabled FROM feature_toggle WHERE enabled IS NOT NULL ORDER BY name"_s, {},
        [](const Row &row) {
            return FeatureToggle{row.text(0), row.truth(1)};
        });
}

} // namespace renewal::store
