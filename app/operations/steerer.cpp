// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/steerer.h"

#include "app/operations/steeringrecord.h"
#include "app/store/steeringrepository.h"

#include <QCoreApplication>

#include <algorithm>

namespace renewal::operations {

using namespace Qt::StringLiterals;
using exchange::FlipperGates;
using upstream::FlipperOutcome;
using Outcome = FlipperOutcome::State;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Steerer)
};

constexpr int keptSteps = 20; ///< whose whole gates stay in memory

/// Of all toggles together.
StepState stateOf(const QVector<Outcome> &outcomes)
{
    const auto all = [&](Outcome state) { return outcomes.count(state) == outcomes.size(); };
    if (all(Outcome::Done))
        return StepState::Done;
    if (all(Outcome::Refused))
        return StepState::Refused;
    return outcomes.contains(Outcome::Unknown) ? StepState::Unknown : StepState::Partly;
}
} // namespace

Done checkSteering(const SteeringOptions &options)
{
    return options.isConnected() ? upstream::checkEndpoint({options.url, options.token}) : ok();
}

Steerer::Steerer(const SteeringOptions &options, const Clock &clock)
    : m_options(options)
    , m_clock(clock)
    , m_client({options.url, options.token}, {options.timeout, 4 * 1024 * 1024})
{
}

std::chrono::milliseconds Steerer::rest() const
{
    const auto left = m_nextLook - m_clock.steady();
    return std::clamp<SteeringOptions::Time>(left, SteeringOptions::Time(1), m_options.longestPause);
}

Done Steerer::work(store::Connection &connection)
{
    if (const Done done = workSteps(connection); !done)
        return done;
    return m_clock.steady() >= m_nextLook ? look(connection) : ok();
}

Done Steerer::workSteps(store::Connection &connection)
{
    const auto open = store::SteeringRepository(connection, m_options.environment).open();
    if (!open)
        return failure(open.error());
    for (const RolloutStep &step : *open) {
        const qint64 age = step.decidedAt.msecsTo(m_clock.now());
        const bool isNew = step.state == StepState::Waiting && !step.begunAt.isValid();
        if (isNew && age <= m_options.freshness.count()) {
            if (const Done done = carryOut(connection, step); !done)
                return done;
            continue;
        }
        const bool isHeld = step.state == StepState::Waiting && step.begunAt.isValid() &&
                            step.begunAt.msecsTo(m_clock.now()) < m_options.lease.count();
        const bool isTime = step.state != StepState::Unknown || m_clock.steady() >= m_nextLook;
        if (isHeld || !isTime)
            continue;
        RolloutStep found = step;
        lookUp(found);
        if (found.state == step.state)
            continue;
        const Done done =
            SteeringRecord(connection, m_clock, m_options.environment).settle(found, step.state);
        if (!done)
            return done;
    }
    return ok();
}

Done Steerer::carryOut(store::Connection &connection, RolloutStep step)
{
    step.begunAt = m_clock.now();
    const auto begun = store::SteeringRepository(connection, m_options.environment).begin(step);
    if (!begun)
        return failure(begun.error());
    if (!*begun)
        return ok();
    // Down the leading toggle goes first, up it comes last: nobody is let in by a half step.
    if (step.goesUp())
        std::ranges::reverse(step.toggles);
    QVector<Outcome> outcomes;
    Gates before;
    bool lostActors = false;
    QString why;
    for (StepToggle &toggle : step.toggles) {
        if (step.goesUp() && outcomes.count(Outcome::Done) != outcomes.size()) {
            outcomes.append(Outcome::Refused);
            continue;
        }
        const FlipperOutcome outcome = bring(step, toggle, lostActors);
        outcomes.append(outcome.state);
        if (!outcome.before.key.isEmpty()) {
            before.append(outcome.before);
            toggle.before = outcome.before.summary();
        }
        toggle.present =
            outcome.present.key.isEmpty() ? std::nullopt : std::optional(outcome.present.summary());
        if (why.isEmpty())
            why = outcome.error.text;
    }
    step.state = step.toggles.isEmpty() ? StepState::Refused : stateOf(outcomes);
    step.confirmedAt = step.state == StepState::Done ? m_clock.now() : QDateTime();
    step.told =
        step.toggles.isEmpty() ? Texts::tr("Flipper has not been read yet. Nothing was changed.") : why;
    if (lostActors && step.state == StepState::Done)
        step.told = Texts::tr("The service was restarted since, so the users who were let in by name are not "
                              "put back; enter them in Flipper.");
    m_before.insert(step.number, before);
    m_before.remove(step.number - keptSteps);
    return SteeringRecord(connection, m_clock, m_options.environment).settle(step, StepState::Waiting);
}

FlipperOutcome Steerer::bring(const RolloutStep &step, StepToggle &toggle, bool &lostActors)
{
    const auto present = m_client.read(toggle.before.key);
    if (!present)
        return {Outcome::Refused, {}, {}, present.error()};
    FlipperGates wanted = exchange::closedGates(*present);
    if (step.kind == StepKind::Advance || step.kind == StepKind::StepDown)
        wanted = exchange::gatesAtPercentage(*present, step.wanted);
    if (step.kind == StepKind::Restore) {
        const Gates &saved = m_before.value(step.restores);
        const auto gates = std::ranges::find(saved, present->key, &FlipperGates::key);
        if (gates != saved.end()) {
            wanted = *gates;
        } else {
            const FlipperFeature &summary = toggle.wanted;
            lostActors = lostActors || summary.actorCount > present->actors.size();
            wanted = *present;
            wanted.boolean = summary.boolean;
            wanted.groups = QStringList(summary.groups);
            wanted.percentageOfActors = summary.percentageOfActors;
            wanted.percentageOfTime = summary.percentageOfTime;
        }
    }
    toggle.wanted = wanted.summary();
    return m_client.bring(wanted);
}

/// By reading alone.
void Steerer::lookUp(RolloutStep &step)
{
    int asWanted = 0;
    int asBefore = 0;
    for (StepToggle &toggle : step.toggles) {
        const auto present = m_client.read(toggle.before.key);
        if (!present)
            return;
        toggle.present = present->summary();
        asWanted += isSameOpening(*toggle.present, toggle.wanted) ? 1 : 0;
        asBefore += isSameOpening(*toggle.present, toggle.before) ? 1 : 0;
    }
    if (asWanted == step.toggles.size()) {
        step.state = StepState::Done;
        step.confirmedAt = m_clock.now();
        step.told = Texts::tr("Found done when Flipper could be read again.");
    } else if (asBefore == step.toggles.size()) {
        step.state = StepState::Refused;
        step.told = Texts::tr("Flipper stands as before: nothing was changed. Decide again.");
    } else {
        step.state = StepState::Partly;
        step.told =
            Texts::tr("Flipper stands neither as before nor as wanted. Look at the toggles, then decide.");
    }
}

Done Steerer::look(store::Connection &connection)
{
    QVector<FlipperFeature> features;
    QString problem;
    for (const QString &key : steeredToggles()) {
        const auto gates = m_client.read(key);
        if (gates)
            features.append(gates->summary());
        else if (gates.error().code != ErrorCode::NotFound || key == steeredToggles().first())
            problem = gates.error().text;
        if (!problem.isEmpty())
            break;
    }
    m_problem = problem;
    m_failures = problem.isEmpty() ? 0 : std::min(m_failures + 1, 16);
    const auto pause = std::min(m_options.longestPause, m_options.interval * (1 << m_failures));
    m_nextLook = m_clock.steady() + (problem.isEmpty() ? m_options.interval : pause);
    return features.isEmpty() ? ok()
                              : SteeringRecord(connection, m_clock, m_options.environment).noteRead(features);
}

} // namespace renewal::operations
