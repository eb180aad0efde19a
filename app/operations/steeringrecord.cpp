// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/steeringrecord.h"

#include "app/store/auditrepository.h"
#include "app/store/changerepository.h"
#include "app/store/rolloutrepository.h"
#include "app/store/steeringrepository.h"
#include "app/store/transaction.h"
#include "models/rest/reststeering.h"

#include <QJsonDocument>

#include <algorithm>

namespace renewal::operations {

using namespace Qt::StringLiterals;

namespace {
QString compact(const QJsonObject &json)
{
    return json.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QString steeringName()
{
    return u"steering"_s;
}

QString subjectOf(const RolloutStep &step)
{
    return u"rollout_step/%1"_s.arg(step.number);
}
} // namespace

Done SteeringRecord::noteDecision(const RolloutStep &step)
{
    return audit(u"rollout.step_decided"_s, step.by, subjectOf(step), {}, toJson(step), step.reason);
}

Done SteeringRecord::noteMode(const SteeringMode &before, const SteeringMode &after, const QString &reason)
{
    const QString action = after.dryRun ? u"rollout.dry_run_on"_s : u"rollout.dry_run_off"_s;
    return audit(action, after.by, u"dry_run/"_s + after.environment, toJson(before), toJson(after), reason);
}

Done SteeringRecord::note(const QString &action, const QString &actor, const SteeredToggle &before,
                          const SteeredToggle &after, const QString &words)
{
    return audit(action, actor, u"toggle/"_s + after.key, toJson(before), toJson(after), words);
}

Done SteeringRecord::noteRead(const QVector<FlipperFeature> &features)
{
    auto transaction = store::Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    const auto toggles = store::SteeringRepository(m_connection, m_environment).toggles();
    if (!toggles)
        return failure(toggles.error());
    for (const FlipperFeature &feature : features) {
        const auto before = std::ranges::find(*toggles, feature.key, &SteeredToggle::key);
        if (before == toggles->end())
            continue;
        if (const Done done = noteFeature(feature, *before); !done)
            return done;
    }
    return transaction->commit();
}

Done SteeringRecord::noteFeature(const FlipperFeature &feature, const SteeredToggle &before)
{
    SteeredToggle after = before;
    after.present = feature;
    after.readAt = m_clock.now();
    if (!after.expected)
        after.expected = feature; // the first look
    const bool isDrift = !isSameOpening(*after.expected, feature);
    if (isDrift && !before.driftedAt.isValid())
        after.driftedAt = after.readAt;
    else if (!isDrift)
        after.driftedAt = {};
    store::SteeringRepository repository(m_connection, m_environment);
    if (const Done done = repository.store(after); !done)
        return done;
    if (feature.key == steeredToggles().first()) {
        if (const Done done = repository.storePercent(feature.key, percentOf(feature), after.readAt); !done)
            return done;
    }
    if (before.present && isSameOpening(*before.present, feature) && before.driftedAt == after.driftedAt)
        return ok();
    if (!before.present)
        return store::ChangeRepository(m_connection).add(u"rollout"_s, u"toggle/"_s + feature.key);
    return note(isDrift ? u"rollout.drift_seen"_s : u"rollout.drift_ended"_s, steeringName(), before, after,
                {});
}

Done SteeringRecord::settle(const RolloutStep &step, StepState from)
{
    auto transaction = store::Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    store::SteeringRepository repository(m_connection, m_environment);
    const auto changed = repository.update(step, from);
    if (!changed)
        return failure(changed.error());
    if (!*changed)
        return ok();
    if (step.state == StepState::Done) {
        if (const Done done = moveStages(step); !done)
            return done;
    }
    const auto toggles = repository.toggles();
    if (!toggles)
        return failure(toggles.error());
    for (SteeredToggle toggle : *toggles) {
        const auto part = std::ranges::find_if(
            step.toggles, [&](const StepToggle &one) { return one.before.key == toggle.key; });
        if (part == step.toggles.end() || !part->present)
            continue;
        // What was read back after our own calls is no drift, unless it is neither what was nor what was
        // wanted.
        toggle.present = part->present;
        toggle.readAt = m_clock.now();
        const bool isKnown =
            isSameOpening(*part->present, part->wanted) || isSameOpening(*part->present, part->before);
        toggle.expected = isKnown ? *part->present : part->wanted;
        toggle.driftedAt = isKnown ? QDateTime() : toggle.readAt;
        if (const Done done = repository.store(toggle); !done)
            return done;
        if (toggle.key == steeredToggles().first()) {
            if (const Done done =
                    repository.storePercent(toggle.key, percentOf(*part->present), toggle.readAt);
                !done)
                return done;
        }
    }
    RolloutStep before = step;
    before.state = from;
    if (const Done done = audit(u"rollout.step_"_s + toString(step.state), steeringName(), subjectOf(step),
                                toJson(before), toJson(step), step.told);
        !done)
        return done;
    return transaction->commit();
}

/// A stage that is left has not begun any more; the one that is gone back to begins anew, but for the first
/// one: its beginning is that of the whole rollout.
Done SteeringRecord::moveStages(const RolloutStep &step)
{
    store::SteeringRepository repository(m_connection, m_environment);
    store::RolloutRepository rollout(m_connection);
    const QString toggle = steeredToggles().first();
    QVector<RolloutStage> stages = step.stagesBefore;
    if (step.kind == StepKind::Restore) {
        const auto taken = repository.find(step.restores);
        if (!taken)
            return failure(taken.error());
        if (*taken)
            stages = (*taken)->stagesBefore;
    } else {
        bool isLeft = step.kind == StepKind::Off;
        for (RolloutStage &stage : stages) {
            if (isLeft && step.kind != StepKind::Advance)
                stage.startedAt = {};
            if (stage.name != step.stage)
                continue;
            isLeft = true;
            if (step.kind == StepKind::Advance || stage.name != stages.first().name)
                stage.startedAt = step.confirmedAt;
        }
    }
    const bool goesDown = step.kind == StepKind::Off || step.kind == StepKind::StepDown;
    for (const RolloutStage &stage : std::as_const(stages)) {
        if (!goesDown || stage.startedAt.isValid())
            continue;
        const auto signOffs = rollout.signOffs(toggle, stage.name);
        if (!signOffs)
            return failure(signOffs.error());
        for (SignOff signOff : *signOffs) {
            signOff.given = false;
            signOff.by.clear();
            signOff.at = {};
            if (const Done done = rollout.storeSignOff(toggle, signOff); !done)
                return done;
        }
    }
    return repository.storeBeginnings(toggle, stages);
}

Done SteeringRecord::audit(const QString &action, const QString &actor, const QString &subject,
                           const QJsonObject &before, const QJsonObject &after, const QString &words)
{
    if (const Done done = store::ChangeRepository(m_connection).add(u"rollout"_s, subject); !done)
        return done;
    const auto entry =
        store::AuditRepository(m_connection)
            .append(
                {0, m_clock.now(), actor, action, subject, compact(before), compact(after), words, {}, {}});
    return entry ? ok() : Done(failure(entry.error()));
}

} // namespace renewal::operations
