// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/reststeering.h"

#include <QCoreApplication>

namespace renewal {

using namespace rest;
using namespace Qt::StringLiterals;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Steering)
};

constexpr qsizetype longestReason = 1'000;

template <class T>
QJsonValue maybeJson(const std::optional<T> &value)
{
    return value ? QJsonValue(toJson(*value)) : QJsonValue(QJsonValue::Null);
}

QStringList readTexts(ObjectReader &reader, QLatin1StringView name)
{
    QStringList texts;
    for (const auto text : reader.array(name))
        texts.append(text.toString());
    return texts;
}
} // namespace

QJsonObject toJson(const FlipperFeature &feature)
{
    return {
        {u"key"_s, feature.key},
        {u"state"_s, feature.state},
        {u"boolean"_s, feature.boolean},
        {u"percentageOfActors"_s, optionalJson(feature.percentageOfActors)},
        {u"percentageOfTime"_s, optionalJson(feature.percentageOfTime)},
        {u"actorCount"_s, feature.actorCount},
        {u"groups"_s, QJsonArray::fromStringList(feature.groups)},
    };
}

Done fromJson(const QJsonValue &value, FlipperFeature &feature)
{
    ObjectReader r(value);
    feature.key = r.text("key"_L1);
    feature.state = r.text("state"_L1);
    feature.boolean = r.boolean("boolean"_L1);
    feature.percentageOfActors = r.optionalNumber("percentageOfActors"_L1);
    feature.percentageOfTime = r.optionalNumber("percentageOfTime"_L1);
    feature.actorCount = int(r.integer("actorCount"_L1));
    feature.groups = readTexts(r, "groups"_L1);
    return r.done();
}

QJsonObject toJson(const StepToggle &toggle)
{
    return {{u"before"_s, toJson(toggle.before)},
            {u"wanted"_s, toJson(toggle.wanted)},
            {u"present"_s, maybeJson(toggle.present)}};
}

Done fromJson(const QJsonValue &value, StepToggle &toggle)
{
    ObjectReader r(value);
    toggle.before = readOptional<FlipperFeature>(r, "before"_L1).value_or(FlipperFeature{});
    toggle.wanted = readOptional<FlipperFeature>(r, "wanted"_L1).value_or(FlipperFeature{});
    toggle.present = readOptional<FlipperFeature>(r, "present"_L1);
    return r.done();
}

QJsonObject toJson(const RolloutStep &step)
{
    return {
        {u"number"_s, step.number},
        {u"environment"_s, step.environment},
        {u"kind"_s, toString(step.kind)},
        {u"state"_s, toString(step.state)},
        {u"stage"_s, step.stage},
        {u"from"_s, step.from},
        {u"wanted"_s, step.wanted},
        {u"toggles"_s, listJson(step.toggles)},
        {u"overridden"_s, QJsonArray::fromStringList(step.overridden)},
        {u"by"_s, step.by},
        {u"reason"_s, step.reason},
        {u"severity"_s, step.severity},
        {u"restores"_s, step.restores},
        {u"decidedAt"_s, instantJson(step.decidedAt)},
        {u"begunAt"_s, instantJson(step.begunAt)},
        {u"confirmedAt"_s, instantJson(step.confirmedAt)},
        {u"told"_s, step.told},
    };
}

Done fromJson(const QJsonValue &value, RolloutStep &step)
{
    ObjectReader r(value);
    step.number = r.integer("number"_L1);
    step.environment = r.text("environment"_L1);
    step.kind = r.word("kind"_L1, stepKindFromString).value_or(StepKind::Off);
    step.state = r.word("state"_L1, stepStateFromString).value_or(StepState::Unknown);
    step.stage = r.text("stage"_L1);
    step.from = r.number("from"_L1);
    step.wanted = r.number("wanted"_L1);
    step.toggles = readList<StepToggle>(r, "toggles"_L1);
    step.overridden = readTexts(r, "overridden"_L1);
    step.by = r.text("by"_L1);
    step.reason = r.text("reason"_L1);
    step.severity = r.text("severity"_L1);
    step.restores = r.integer("restores"_L1);
    step.decidedAt = r.instant("decidedAt"_L1);
    step.begunAt = r.instant("begunAt"_L1);
    step.confirmedAt = r.instant("confirmedAt"_L1);
    step.told = r.text("told"_L1);
    return r.done();
}

QJsonObject toJson(const StepRequest &request)
{
    return {
        {u"kind"_s, toString(request.kind)},       {u"stage"_s, request.stage},
        {u"restores"_s, request.restores},         {u"lastStep"_s, request.lastStep},
        {u"override"_s, request.overridesReasons}, {u"reason"_s, request.reason},
        {u"severity"_s, request.severity},
    };
}

QVector<FieldError> readStepRequest(const QJsonObject &body, StepRequest &request)
{
    ObjectReader r(body);
    r.need("kind"_L1);
    request.kind = r.word("kind"_L1, stepKindFromString).value_or(StepKind::Off);
    request.stage = r.text("stage"_L1);
    request.restores = r.integer("restores"_L1);
    request.lastStep = r.optionalInteger("lastStep"_L1).value_or(-1);
    request.overridesReasons = r.boolean("override"_L1);
    request.reason = r.text("reason"_L1).trimmed();
    request.severity = r.text("severity"_L1);
    if (request.reason.size() > longestReason)
        r.refuse("reason"_L1, Texts::tr("The reason is over 1,000 characters; shorten it."));
    if (!QStringList{QString(), u"low"_s, u"high"_s, u"critical"_s}.contains(request.severity))
        r.refuse("severity"_L1, Texts::tr("A severity is low, high or critical."));
    return r.errors();
}

QJsonObject toJson(const SteeredToggle &toggle)
{
    return {
        {u"key"_s, toggle.key},
        {u"expected"_s, maybeJson(toggle.expected)},
        {u"present"_s, maybeJson(toggle.present)},
        {u"readAt"_s, instantJson(toggle.readAt)},
        {u"driftedAt"_s, instantJson(toggle.driftedAt)},
    };
}

Done fromJson(const QJsonValue &value, SteeredToggle &toggle)
{
    ObjectReader r(value);
    toggle.key = r.text("key"_L1);
    toggle.expected = readOptional<FlipperFeature>(r, "expected"_L1);
    toggle.present = readOptional<FlipperFeature>(r, "present"_L1);
    toggle.readAt = r.instant("readAt"_L1);
    toggle.driftedAt = r.instant("driftedAt"_L1);
    return r.done();
}

QJsonObject toJson(const SteeringMode &mode)
{
    return {{u"environment"_s, mode.environment},
            {u"dryRun"_s, mode.dryRun},
            {u"by"_s, mode.by},
            {u"at"_s, instantJson(mode.at)},
            {u"version"_s, mode.version}};
}

Done fromJson(const QJsonValue &value, SteeringMode &mode)
{
    ObjectReader r(value);
    mode.environment = r.text("environment"_L1);
    mode.dryRun = r.boolean("dryRun"_L1);
    mode.by = r.text("by"_L1);
    mode.at = r.instant("at"_L1);
    mode.version = r.integer("version"_L1);
    return r.done();
}

QJsonObject toJson(const SteeringState &state)
{
    return {{u"connected"_s, state.connected},
            {u"problem"_s, state.problem},
            {u"mode"_s, toJson(state.mode)},
            {u"toggles"_s, listJson(state.toggles)},
            {u"steps"_s, listJson(state.steps)}};
}

Done fromJson(const QJsonValue &value, SteeringState &state)
{
    ObjectReader r(value);
    state.connected = r.boolean("connected"_L1);
    state.problem = r.text("problem"_L1);
    state.mode = readOptional<SteeringMode>(r, "mode"_L1).value_or(SteeringMode{});
    state.toggles = readList<SteeredToggle>(r, "toggles"_L1);
    state.steps = readList<RolloutStep>(r, "steps"_L1);
    return r.done();
}

} // namespace renewal
