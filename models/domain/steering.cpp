// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/steering.h"

#include "models/base/enumtext.h"

namespace renewal {

using namespace Qt::StringLiterals;

namespace {
constexpr EnumText<StepKind> kindNames[] = {
    {StepKind::Advance, "advance"},
    {StepKind::StepDown, "step_down"},
    {StepKind::Off, "off"},
    {StepKind::Restore, "restore"},
};
constexpr EnumText<StepState> stateNames[] = {
    {StepState::Waiting, "waiting"}, {StepState::DryRun, "dry_run"}, {StepState::Done, "done"},
    {StepState::Refused, "refused"}, {StepState::Partly, "partly"},  {StepState::Unknown, "unknown"},
};
} // namespace

QString toString(StepKind kind)
{
    return enumText(kindNames, kind);
}

std::optional<StepKind> stepKindFromString(QStringView word)
{
    return enumFromText(kindNames, word);
}

QString toString(StepState state)
{
    return enumText(stateNames, state);
}

std::optional<StepState> stepStateFromString(QStringView word)
{
    return enumFromText(stateNames, word);
}

QStringList steeredToggles()
{
    return {QString::fromLatin1(renewalRequestToggle), QString::fromLatin1(oracleHealthRolloutToggle)};
}

double percentOf(const FlipperFeature &feature)
{
    return feature.boolean ? 100 : feature.percentageOfActors.value_or(0);
}

bool isSameOpening(const FlipperFeature &left, const FlipperFeature &right)
{
    return left.key == right.key && left.boolean == right.boolean &&
           left.percentageOfActors.value_or(0) == right.percentageOfActors.value_or(0) &&
           left.percentageOfTime.value_or(0) == right.percentageOfTime.value_or(0) &&
           left.actorCount == right.actorCount && left.groups == right.groups;
}

FlipperFeature atPercent(const FlipperFeature &feature, double percent)
{
    FlipperFeature wanted = feature;
    wanted.boolean = false;
    wanted.percentageOfActors = percent;
    wanted.percentageOfTime.reset();
    wanted.state = u"conditional"_s;
    return wanted;
}

FlipperFeature closed(const FlipperFeature &feature)
{
    FlipperFeature wanted;
    wanted.key = feature.key;
    wanted.state = u"off"_s;
    return wanted;
}

} // namespace renewal
