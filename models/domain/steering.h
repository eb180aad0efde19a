// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rollout.h"

#include <QStringList>

namespace renewal {

/// One move of the rollout's toggles.
enum class StepKind
{
    Advance,
    StepDown,
    Off,
    Restore,
};

/// "advance", "step_down", "off", "restore".
QString toString(StepKind kind);
std::optional<StepKind> stepKindFromString(QStringView word);

enum class StepState
{
    Waiting, ///< decided; Flipper has not confirmed it yet
    DryRun,  ///< recorded only: Flipper was not told
    Done,    ///< read back: it is as it was wanted
    Refused, ///< nothing was changed
    Partly,  ///< Flipper stands otherwise than before, and otherwise than wanted
    Unknown, ///< Flipper may have taken it, and could not be asked
};

/// "waiting", "dry_run", "done", "refused", "partly", "unknown".
QString toString(StepState state);
std::optional<StepState> stepStateFromString(QStringView word);

/// One toggle of a step; actors by their number only.
struct StepToggle
{
    FlipperFeature before;
    FlipperFeature wanted;
    std::optional<FlipperFeature> present = {}; ///< as it was read last

    bool operator==(const StepToggle &) const = default;
};

/// A step that a person decided, and what came of it.
struct RolloutStep
{
    qint64 number = 0;
    QString environment;
    StepKind kind = StepKind::Off;
    StepState state = StepState::Waiting;
    QString stage = {}; ///< that it leads to; empty: none
    double from = 0;    ///< per cent
    double wanted = 0;
    QVector<StepToggle> toggles = {};
    QVector<RolloutStage> stagesBefore = {}; ///< so that a restore puts their beginnings back
    QStringList overridden = {};             ///< what stood in the way, and did not count
    QString by = {};
    QString reason = {};
    QString severity = {}; ///< "low", "high", "critical"; empty: none was named
    qint64 restores = 0;   ///< number of the step that it takes back
    QDateTime decidedAt = {};
    QDateTime begunAt = {};
    QDateTime confirmedAt = {};
    QString told = {}; ///< one sentence

    bool goesUp() const { return wanted > from; }
    bool operator==(const RolloutStep &) const = default;
};

/// What a person asks for.
struct StepRequest
{
    StepKind kind = StepKind::Off;
    QString stage = {};   ///< of advance (the next one) and step_down (an earlier one)
    qint64 restores = 0;  ///< of restore
    qint64 lastStep = -1; ///< the newest step that the person saw; -1: not looked at
    bool overridesReasons = false;
    QString reason = {};
    QString severity = {};
};

/// A toggle that is steered.
struct SteeredToggle
{
    QString key;
    std::optional<FlipperFeature> expected = {};
    std::optional<FlipperFeature> present = {};
    QDateTime readAt = {};
    QDateTime driftedAt = {}; ///< valid while Flipper stands otherwise than expected: somebody moved it

    bool operator==(const SteeredToggle &) const = default;
};

/// Whether steps reach Flipper.
struct SteeringMode
{
    QString environment;
    bool dryRun = true;
    QString by = {};
    QDateTime at = {};
    qint64 version = 0;

    bool operator==(const SteeringMode &) const = default;
};

/// All that the steering bar shows.
struct SteeringState
{
    bool connected = false; ///< a Flipper was named
    QString problem = {};   ///< why it cannot be read now, a sentence
    SteeringMode mode;
    QVector<SteeredToggle> toggles = {};
    QVector<RolloutStep> steps = {}; ///< newest first

    bool operator==(const SteeringState &) const = default;
};

/// The toggles that are steered together, the leading one first (contracts.md 4.5).
QStringList steeredToggles();
/// For how many of a hundred users it is on: 100 when on for all.
double percentOf(const FlipperFeature &feature);
/// The same gates, whatever the state is called; 0 per cent is none.
bool isSameOpening(const FlipperFeature &left, const FlipperFeature &right);
/// The same toggle at that percentage of users, or off for all.
FlipperFeature atPercent(const FlipperFeature &feature, double percent);
FlipperFeature closed(const FlipperFeature &feature);

} // namespace renewal
