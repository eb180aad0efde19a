// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/steeringrepository.h"

#include "app/store/connection.h"
#include "models/rest/restrollout.h"
#include "models/rest/reststeering.h"

#include <QJsonDocument>

namespace renewal::store {

using namespace Qt::StringLiterals;

namespace {
QString compact(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QVariant compact(const std::optional<FlipperFeature> &feature)
{
    return text(feature ? QString::fromUtf8(QJsonDocument(toJson(*feature)).toJson(QJsonDocument::Compact))
                        : QString());
}

template <class T>
QVector<T> listOf(const QString &json)
{
    QVector<T> items;
    const QJsonArray array = QJsonDocument::fromJson(json.toUtf8()).array();
    for (const auto value : array) {
        if (const auto item = rest::decode<T>(value))
            items.append(*item);
    }
    return items;
}

std::optional<FlipperFeature> featureOf(const QString &json)
{
    const auto feature = rest::decode<FlipperFeature>(QJsonDocument::fromJson(json.toUtf8()).object());
    return json.isEmpty() || !feature ? std::nullopt : std::optional(*feature);
}

RolloutStep stepOf(const Row &row)
{
    RolloutStep step;
    step.number = row.number(0);
    step.environment = row.text(1);
    step.kind = stepKindFromString(row.text(2)).value_or(StepKind::Off);
    step.state = stepStateFromString(row.text(3)).value_or(StepState::Unknown);
    step.stage = row.text(4);
    step.from = row.real(5);
    step.wanted = row.real(6);
    step.toggles = listOf<StepToggle>(row.text(7));
    step.stagesBefore = listOf<RolloutStage>(row.text(8));
    const QJsonArray overridden = QJsonDocument::fromJson(row.text(9).toUtf8()).array();
    for (const auto reason : overridden)
        step.overridden.append(reason.toString());
    step.by = row.text(10);
    step.reason = row.text(11);
    step.severity = row.text(12);
    step.restores = row.number(13);
    step.decidedAt = row.instant(14);
    step.begunAt = row.instant(15);
    step.confirmedAt = row.instant(16);
    step.told = row.text(17);
    return step;
}

constexpr char columns[] = "number, environment, kind, state, stage, from_percent, wanted_percent, toggles, "
                           "stages_before, overridden, decided_by, reason, severity, restores, decided_at, "
                           "begun_at, confirmed_at, told";
} // namespace

Result<qint64> SteeringRepository::add(const RolloutStep &step)
{
    const auto added = m_connection.first<qint64>(
        u"INSERT INTO rollout_step (environment, kind, state, stage, from_percent, wanted_percent, toggles, "
        "stages_before, overridden, decided_by, reason, severity, restores, decided_at, told) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number"_s,
        {m_environment, toString(step.kind), toString(step.state), text(step.stage), step.from, step.wanted,
         compact(rest::listJson(step.toggles)), compact(rest::listJson(step.stagesBefore)),
         compact(QJsonArray::fromStringList(step.overridden)), text(step.by), text(step.reason),
         text(step.severity), step.restores, bound(step.decidedAt), text(step.told)},
        [](const Row &row) { return row.number(0); });
    return added ? Result<qint64>(added->value_or(0)) : Result<qint64>(failure(added.error()));
}

Result<bool> SteeringRepository::update(const RolloutStep &step, StepState from)
{
    const auto changed = m_connection.run(
        u"UPDATE rollout_step SET state = ?, toggles = ?, begun_at = ?, confirmed_at = ?, told = ? "
        "WHERE environment = ? AND number = ? AND state = ?"_s,
        {toString(step.state), compact(rest::listJson(step.toggles)), bound(step.begunAt),
         bound(step.confirmedAt), text(step.told), m_environment, step.number, toString(from)});
    return changed ? Result<bool>(*changed > 0) : Result<bool>(failure(changed.error()));
}

Result<bool> SteeringRepository::begin(const RolloutStep &step)
{
    const auto changed =
        m_connection.run(u"UPDATE rollout_step SET begun_at = ? WHERE environment = ? AND number = ? AND "
                         "state = 'waiting' AND begun_at IS NULL"_s,
                         {bound(step.begunAt), m_environment, step.number});
    return changed ? Result<bool>(*changed > 0) : Result<bool>(failure(changed.error()));
}

Result<QVector<RolloutStep>> SteeringRepository::steps(const QString &condition, const QVariantList &values)
{
    return m_connection.rows<RolloutStep>(
        u"SELECT %1 FROM rollout_step WHERE environment = ? %2"_s.arg(QLatin1StringView(columns), condition),
        QVariantList{m_environment} + values, stepOf);
}

Result<std::optional<RolloutStep>> SteeringRepository::find(qint64 number)
{
    const auto found = steps(u"AND number = ?"_s, {number});
    if (!found)
        return failure(found.error());
    return found->isEmpty() ? std::nullopt : std::optional(found->first());
}

Result<QVector<RolloutStep>> SteeringRepository::newest(int limit)
{
    return steps(u"ORDER BY number DESC LIMIT ?"_s, {limit});
}

Result<QVector<RolloutStep>> SteeringRepository::open()
{
    return steps(u"AND state IN ('waiting', 'unknown') ORDER BY number"_s, {});
}

Result<QVector<SteeredToggle>> SteeringRepository::toggles()
{
    const auto stored = m_connection.rows<SteeredToggle>(
        u"SELECT name, expected, present, read_at, drifted_at FROM steered_toggle WHERE environment = ?"_s,
        {m_environment}, [](const Row &row) {
            return SteeredToggle{row.text(0), featureOf(row.text(1)), featureOf(row.text(2)), row.instant(3),
                                 row.instant(4)};
        });
    if (!stored)
        return failure(stored.error());
    QVector<SteeredToggle> all;
    for (const QString &key : steeredToggles()) {
        SteeredToggle one{.key = key};
        for (const SteeredToggle &known : *stored) {
            if (known.key == key)
                one = known;
        }
        all.append(one);
    }
    return all;
}

Done SteeringRepository::store(const SteeredToggle &toggle)
{
    const auto stored = m_connection.run(
        u"INSERT INTO steered_toggle (environment, name, expected, present, read_at, drifted_at) "
        "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (environment, name) DO UPDATE SET expected = "
        "excluded.expected, present = excluded.present, read_at = excluded.read_at, drifted_at = "
        "excluded.drifted_at"_s,
        {m_environment, toggle.key, compact(toggle.expected), compact(toggle.present), bound(toggle.readAt),
         bound(toggle.driftedAt)});
    return stored ? ok() : Done(failure(stored.error()));
}

Result<SteeringMode> SteeringRepository::mode()
{
    const auto found = m_connection.first<SteeringMode>(
        u"SELECT dry_run, set_by, set_at, version FROM steering_mode WHERE environment = ?"_s,
        {m_environment}, [](const Row &row) {
            return SteeringMode{{}, row.truth(0), row.text(1), row.instant(2), row.number(3)};
        });
    if (!found)
        return failure(found.error());
    SteeringMode mode = found->value_or(SteeringMode{});
    mode.environment = m_environment;
    return mode;
}

Done SteeringRepository::store(const SteeringMode &mode)
{
    const auto stored = m_connection.run(
        u"INSERT INTO steering_mode (environment, dry_run, set_by, set_at, version) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (environment) DO UPDATE SET dry_run = excluded.dry_run, set_by = excluded.set_by, "
        "set_at = excluded.set_at, version = excluded.version"_s,
        {m_environment, mode.dryRun ? 1 : 0, text(mode.by), bound(mode.at), mode.version});
    return stored ? ok() : Done(failure(stored.error()));
}

Done SteeringRepository::storeBeginnings(const QString &toggle, const QVector<RolloutStage> &stages)
{
    for (const RolloutStage &stage : stages) {
        const auto stored =
            m_connection.run(u"UPDATE rollout_stage SET started_at = ? WHERE toggle = ? AND name = ?"_s,
                             {bound(stage.startedAt), toggle, text(stage.name)});
        if (!stored)
            return failure(stored.error());
    }
    return ok();
}

Done SteeringRepository::storePercent(const QString &toggle, double percent, const QDateTime &readAt)
{
    const auto stored =
        m_connection.run(u"UPDATE rollout_plan SET percent = ?, read_at = ? WHERE toggle = ?"_s,
                         {percent, bound(readAt), toggle});
    return stored ? ok() : Done(failure(stored.error()));
}

} // namespace renewal::store
