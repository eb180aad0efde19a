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
        u"SELECT toggle, environment, percent, read_at, downstream FROM rollout_plan WHERE toggle = ?"_s,
        {toggle}, [](const Row &row) {
            RolloutOverview plan;
            plan.toggle = row.text(0);
            plan.environment = row.text(1);
            plan.percent = row.real(2);
            plan.readAt = row.instant(3);
            plan.stageSummary.downstream = row.text(4);
            return plan;
        });
    if (!found)
        return failure(found.error());
    RolloutOverview plan = found->value_or(RolloutOverview{});
    plan.toggle = toggle;
    auto stages = m_connection.rows<RolloutStage>(
        u"SELECT name, percent, planned_at, started_at, minimum_days FROM rollout_stage WHERE toggle = ? "
        "ORDER BY position"_s,
        {toggle}, [](const Row &row) {
            return RolloutStage{row.text(0), row.real(1), row.instant(2), row.instant(3), row.integer(4)};
        });
    if (!stages)
        return failure(stages.error());
    plan.stages = std::move(*stages);
    auto incidents = m_connection.rows<Incident>(
        u"SELECT at, severity, description, resolution FROM rollout_incident WHERE toggle = ? "
        "ORDER BY at DESC, position"_s,
        {toggle}, [](const Row &row) {
            return Incident{row.instant(0), row.text(1), row.text(2), row.text(3)};
        });
    if (!incidents)
        return failure(incidents.error());
    plan.incidents = std::move(*incidents);
    return plan;
}

Done RolloutRepository::storePlan(const RolloutOverview &plan)
{
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    const auto stored = m_connection.run(
        u"INSERT INTO rollout_plan (toggle, environment, percent, read_at, downstream) VALUES (?, ?, ?, ?, "
        u"?) "
        "ON CONFLICT (toggle) DO UPDATE SET environment = excluded.environment, percent = excluded.percent, "
        "read_at = excluded.read_at, downstream = excluded.downstream"_s,
        {plan.toggle, text(plan.environment), plan.percent, bound(plan.readAt),
         text(plan.stageSummary.downstream)});
    if (!stored)
        return failure(stored.error());
    for (const auto step : {&RolloutRepository::storeStages, &RolloutRepository::storeIncidents,
                            &RolloutRepository::storeNewSignOffs}) {
        if (const Done done = (this->*step)(plan); !done)
            return done;
    }
    return transaction->commit();
}

Done RolloutRepository::storeStages(const RolloutOverview &plan)
{
    const auto cleared = m_connection.run(u"DELETE FROM rollout_stage WHERE toggle = ?"_s, {plan.toggle});
    if (!cleared)
        return failure(cleared.error());
    int position = 0;
    for (const RolloutStage &stage : plan.stages) {
        const auto added = m_connection.run(
            u"INSERT INTO rollout_stage (toggle, position, name, percent, planned_at, started_at, "
            "minimum_days) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
            {plan.toggle, position++, text(stage.name), stage.percent, bound(stage.plannedAt),
             bound(stage.startedAt), stage.minimumDays});
        if (!added)
            return failure(added.error());
    }
    return ok();
}

Done RolloutRepository::storeIncidents(const RolloutOverview &plan)
{
    const auto cleared = m_connection.run(u"DELETE FROM rollout_incident WHERE toggle = ?"_s, {plan.toggle});
    if (!cleared)
        return failure(cleared.error());
    int position = 0;
    for (const Incident &incident : plan.incidents) {
        const auto added = m_connection.run(
            u"INSERT INTO rollout_incident (toggle, position, at, severity, description, resolution) "
            "VALUES (?, ?, ?, ?, ?, ?)"_s,
            {plan.toggle, position++, bound(incident.at), text(incident.severity), text(incident.text),
             text(incident.resolution)});
        if (!added)
            return failure(added.error());
    }
    return ok();
}

namespace {
QVariantList signOffValues(const QString &toggle, const SignOff &signOff)
{
    return {toggle,           text(signOff.stage), text(signOff.discipline), signOff.given ? 1 : 0,
            text(signOff.by), bound(signOff.at),   text(signOff.note)};
}

QString insertSignOff()
{
    return u"INSERT INTO rollout_sign_off (toggle, stage, discipline, given, given_by, given_at, note) "
           "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (toggle, stage, discipline) DO "_s;
}
} // namespace

Done RolloutRepository::storeNewSignOffs(const RolloutOverview &plan)
{
    for (const SignOff &signOff : plan.signOffs) {
        const auto added =
            m_connection.run(insertSignOff() + u"NOTHING"_s, signOffValues(plan.toggle, signOff));
        if (!added)
            return failure(added.error());
    }
    return ok();
}

Result<QVector<SignOff>> RolloutRepository::signOffs(const QString &toggle, const QString &stage)
{
    return m_connection.rows<SignOff>(
        u"SELECT discipline, stage, given, given_by, given_at, note FROM rollout_sign_off "
        "WHERE toggle = ? AND stage = ? ORDER BY discipline"_s,
        {toggle, text(stage)}, [](const Row &row) {
            return SignOff{row.text(0), row.text(1), row.truth(2), row.text(3), row.instant(4), row.text(5)};
        });
}

Done RolloutRepository::storeSignOff(const QString &toggle, const SignOff &signOff)
{
    const auto stored = m_connection.run(
        insertSignOff() + u"UPDATE SET given = excluded.given, given_by = excluded.given_by, "
                          "given_at = excluded.given_at, note = excluded.note"_s,
        signOffValues(toggle, signOff));
    return stored ? ok() : Done(failure(stored.error()));
}

Result<rollout::OwnFigures> RolloutRepository::ownFigures()
{
    const auto found = m_connection.first<rollout::OwnFigures>(
        u"SELECT CAST(COALESCE(sum(number), 0) AS bigint), "
        "CAST(COALESCE(sum(CASE WHEN state = 'needs_routing' THEN 0 ELSE number END), 0) AS bigint) FROM "
        "renewal_count "
        "WHERE state IN ('needs_routing', 'ready_to_route', 'in_review', 'routed')"_s,
        {}, [](const Row &row) {
            return rollout::OwnFigures{row.number(0), row.number(1)};
        });
    if (!found)
        return failure(found.error());
    return found->value_or(rollout::OwnFigures{});
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
