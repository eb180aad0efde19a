// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/rolloutsteps.h"

#include "app/operations/steeringrecord.h"
#include "app/store/rolloutrepository.h"
#include "app/store/steeringrepository.h"
#include "app/store/transaction.h"
#include "models/rest/reststeering.h"
#include "models/rollout/stageclock.h"

#include <QCoreApplication>

#include <algorithm>

namespace renewal::operations {

using namespace Qt::StringLiterals;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RolloutSteps)
};

QString leading()
{
    return steeredToggles().first();
}

tl::unexpected<Error> conflict(const QString &text)
{
    return failure(ErrorCode::Conflict, text);
}
} // namespace

Result<RolloutStep> RolloutSteps::decide(const StepRequest &request, const QStringList &reasons,
                                         const QString &actor)
{
    auto transaction = store::Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    auto step = planned(request, actor);
    if (!step)
        return step;
    if (step->goesUp()) {
        const auto own = ownReasons(request);
        if (!own)
            return failure(own.error());
        step->overridden = *own + reasons;
        if (!step->overridden.isEmpty() && !request.overridesReasons)
            return conflict(
                Texts::tr("Not yet: %1.", "a list of reasons").arg(step->overridden.join(u"; "_s)));
        if (!step->overridden.isEmpty() && request.reason.isEmpty())
            return failure(ErrorCode::InvalidInput, Texts::tr("Say why the reasons do not count this time."));
    } else if (const Done done = overtake(*step); !done) {
        return failure(done.error());
    }
    const auto mode = store::SteeringRepository(m_connection, m_environment).mode();
    if (!mode)
        return failure(mode.error());
    if (mode->dryRun) {
        step->state = StepState::DryRun;
        step->told = Texts::tr("Dry run: Flipper was not told, and nothing was changed.");
    } else if (!m_isConnected) {
        return failure(ErrorCode::Unavailable,
                       Texts::tr("This service is not connected to Flipper, so nothing can be moved from "
                                 "here. Use Flipper's own page."));
    }
    const auto number = store::SteeringRepository(m_connection, m_environment).add(*step);
    if (!number)
        return failure(number.error());
    step->number = *number;
    if (const Done done = SteeringRecord(m_connection, m_clock, m_environment).noteDecision(*step); !done)
        return failure(done.error());
    if (const Done done = transaction->commit(); !done)
        return failure(done.error());
    return step;
}

Result<RolloutStep> RolloutSteps::planned(const StepRequest &request, const QString &actor)
{
    RolloutStep step;
    step.environment = m_environment;
    step.kind = request.kind;
    step.by = actor;
    step.reason = request.reason;
    step.severity = request.severity;
    step.decidedAt = m_clock.now();
    const auto plan = store::RolloutRepository(m_connection).plan(leading());
    if (!plan)
        return failure(plan.error());
    step.from = plan->percent;
    step.stagesBefore = plan->stages;
    const auto toggles = store::SteeringRepository(m_connection, m_environment).toggles();
    if (!toggles)
        return failure(toggles.error());
    for (const SteeredToggle &toggle : *toggles) {
        if (!toggle.present)
            continue; // Flipper does not know it, or was not read yet
        step.toggles.append({*toggle.present, closed(*toggle.present)});
        if (toggle.key == leading())
            step.from = percentOf(*toggle.present);
    }
    Done done = ok();
    if (request.kind == StepKind::Restore)
        done = planRestore(request, step);
    else if (request.kind != StepKind::Off)
        done = planStage(request, step);
    if (!done)
        return failure(done.error());
    return step;
}

Done RolloutSteps::planStage(const StepRequest &request, RolloutStep &step)
{
    const rollout::StageClock clock = rollout::stageClock(step.stagesBefore, m_clock.now());
    const auto stage = std::ranges::find(step.stagesBefore, request.stage, &RolloutStage::name);
    const auto place = int(stage - step.stagesBefore.begin());
    if (stage == step.stagesBefore.end())
        return failure(ErrorCode::InvalidInput,
                       Texts::tr("The plan has no stage \"%1\".").arg(request.stage));
    if (request.kind == StepKind::Advance && place != clock.next)
        return conflict(Texts::tr("Stage %1 is not the next one. Look at the present state, then decide.")
                            .arg(request.stage));
    if (request.kind == StepKind::StepDown && stage->percent >= step.from)
        return conflict(Texts::tr("Stage %1 is not below the present one. Look at the present state, then "
                                  "decide.")
                            .arg(request.stage));
    step.stage = request.stage;
    step.wanted = stage->percent;
    for (StepToggle &toggle : step.toggles)
        toggle.wanted = atPercent(toggle.before, step.wanted);
    return ok();
}

Done RolloutSteps::planRestore(const StepRequest &request, RolloutStep &step)
{
    const auto newest = store::SteeringRepository(m_connection, m_environment).newest(20);
    if (!newest)
        return failure(newest.error());
    // What was refused, or only tried, moved nothing.
    const auto last = std::ranges::find_if(*newest, [](const RolloutStep &one) {
        return one.state != StepState::DryRun && one.state != StepState::Refused;
    });
    if (last == newest->end() || last->number != request.restores || last->state == StepState::Waiting ||
        (last->kind != StepKind::Off && last->kind != StepKind::StepDown))
        return conflict(Texts::tr("Only the newest step down can be taken back. Look at the present state, "
                                  "then decide."));
    step.restores = last->number;
    step.wanted = last->from;
    for (StepToggle &toggle : step.toggles) {
        const auto before = std::ranges::find_if(
            last->toggles, [&](const StepToggle &one) { return one.before.key == toggle.before.key; });
        toggle.wanted = before == last->toggles.end() ? toggle.before : before->before;
    }
    return ok();
}

/// What stands in the way of going up beside the figures.
Result<QStringList> RolloutSteps::ownReasons(const StepRequest &request)
{
    store::SteeringRepository repository(m_connection, m_environment);
    const auto newest = repository.newest(1);
    const auto open = repository.open();
    const auto toggles = repository.toggles();
    if (!newest || !open || !toggles)
        return failure(!newest ? newest.error() : !open ? open.error() : toggles.error());
    if (request.lastStep >= 0 && (newest->isEmpty() ? 0 : newest->first().number) != request.lastStep)
        return conflict(Texts::tr("Somebody decided a step meanwhile. Look at the present state, then "
                                  "decide."));
    if (!open->isEmpty())
        return conflict(Texts::tr("Step %1 is not settled yet: nobody knows where Flipper stands.")
                            .arg(open->first().number));
    QStringList reasons;
    for (const SteeredToggle &toggle : *toggles) {
        if (toggle.driftedAt.isValid())
            reasons.append(Texts::tr("%1 was moved elsewhere, and nobody accepted that").arg(toggle.key));
    }
    return reasons;
}

/// What nobody began yet and the step makes wrong is given up.
Done RolloutSteps::overtake(const RolloutStep &step)
{
    store::SteeringRepository repository(m_connection, m_environment);
    const auto open = repository.open();
    if (!open)
        return failure(open.error());
    for (RolloutStep earlier : *open) {
        if (earlier.state != StepState::Waiting || earlier.begunAt.isValid())
            continue;
        earlier.state = StepState::Refused;
        earlier.told = Texts::tr("%1 decided another step before Flipper was told.").arg(step.by);
        if (const auto done = repository.update(earlier, StepState::Waiting); !done)
            return failure(done.error());
    }
    return ok();
}

Result<SteeringMode> RolloutSteps::setMode(bool dryRun, qint64 version, const QString &reason,
                                           const QString &actor)
{
    auto transaction = store::Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    store::SteeringRepository repository(m_connection, m_environment);
    const auto before = repository.mode();
    if (!before)
        return failure(before.error());
    if (before->version != version)
        return conflict(Texts::tr("Somebody changed the dry run meanwhile. Look at the present state, then "
                                  "decide."));
    if (before->dryRun == dryRun)
        return *before;
    const SteeringMode after{m_environment, dryRun, actor, m_clock.now(), version + 1};
    if (const Done done = repository.store(after); !done)
        return failure(done.error());
    if (const Done done =
            SteeringRecord(m_connection, m_clock, m_environment).noteMode(*before, after, reason);
        !done)
        return failure(done.error());
    if (const Done done = transaction->commit(); !done)
        return failure(done.error());
    return after;
}

Done RolloutSteps::acceptDrift(const QString &key, const QString &note, const QString &actor)
{
    auto transaction = store::Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    store::SteeringRepository repository(m_connection, m_environment);
    const auto toggles = repository.toggles();
    if (!toggles)
        return failure(toggles.error());
    const auto found = std::ranges::find(*toggles, key, &SteeredToggle::key);
    if (found == toggles->end())
        return failure(ErrorCode::NotFound, Texts::tr("This toggle is not steered from here."));
    if (!found->driftedAt.isValid())
        return ok();
    SteeredToggle after = *found;
    after.expected = after.present;
    after.driftedAt = {};
    if (const Done done = repository.store(after); !done)
        return done;
    if (const Done done = SteeringRecord(m_connection, m_clock, m_environment)
                              .note(u"rollout.drift_accepted"_s, actor, *found, after, note);
        !done)
        return done;
    return transaction->commit();
}

} // namespace renewal::operations
