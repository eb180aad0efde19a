// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/rolloutplan.h"

#include <QCoreApplication>

namespace renewal::exchange {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("exchange", text);
}

/// Reads one stage; its first problem becomes the plan's.
RolloutStage readStage(JsonObject object, FieldReader &plan)
{
    FieldReader fields(object);
    RolloutStage stage;
    stage.name = fields.requiredText("name");
    stage.plannedAt = fields.date("plannedAt");
    stage.startedAt = fields.date("startedAt");
    stage.minimumDays = int(fields.integer("minimumDays").value_or(0));
    std::optional<double> percent;
    if (const auto value = fields.value("percent"); !value)
        fields.fail(missingField("percent"));
    else if (!readNumber(*value, percent) || !percent || *percent < 0 || *percent > 100)
        fields.fail(tr(QT_TRANSLATE_NOOP("exchange", "percent is not a number from 0 to 100.")));
    stage.percent = percent.value_or(0);
    if (fields.hasProblem())
        plan.fail(fields.problem());
    return stage;
}
SignOff readSignOff(JsonObject object, FieldReader &plan)
{
    FieldReader fields(object);
    SignOff signOff;
    signOff.discipline = fields.requiredText("discipline");
    signOff.stage = fields.requiredText("stage");
    signOff.given = fields.flag("given");
    signOff.by = fields.text("by");
    signOff.at = fields.date("at");
    signOff.note = fields.text("note");
    if (fields.hasProblem())
        plan.fail(fields.problem());
    return signOff;
}

Incident readIncident(JsonObject object, FieldReader &plan)
{
    FieldReader fields(object);
    Incident incident;
    incident.at = fields.date("at");
    incident.severity = fields.text("severity");
    incident.text = fields.requiredText("text");
    incident.resolution = fields.text("resolution");
    if (!incident.at.isValid())
        fields.fail(missingField("at"));
    if (fields.hasProblem())
        plan.fail(fields.problem());
    return incident;
}

/// Reads a list of objects; a broken entry becomes the plan's problem.
template <class T>
QVector<T> readEntries(FieldReader &plan, const JsonArray &list, T (*read)(JsonObject, FieldReader &))
{
    QVector<T> all;
    for (const JsonValue item : list) {
        JsonObject object;
        if (item.get(object) == simdjson::SUCCESS)
            all.append(read(object, plan));
        else
            plan.fail(tr(QT_TRANSLATE_NOOP("exchange", "A stage, sign-off or incident is no object.")));
    }
    return all;
}

/// The same for a list that may be absent.
template <class T>
QVector<T> readOptional(FieldReader &plan, std::string_view key, T (*read)(JsonObject, FieldReader &))
{
    JsonArray list;
    const auto value = plan.value(key);
    if (!value)
        return {};
    if (value->get(list) != simdjson::SUCCESS) {
        plan.fail(wrongField(key, *value));
        return {};
    }
    return readEntries(plan, list, read);
}
} // namespace

Result<Record> readRolloutPlan(JsonObject object)
{
    JsonObject body;
    const auto wrapped = findValue(object, "rolloutPlan");
    if (!wrapped || wrapped->get(body) != simdjson::SUCCESS)
        return failure(ErrorCode::InvalidInput, missingField("rolloutPlan"));
    FieldReader fields(body);
    RolloutPlan plan;
    plan.toggle = fields.requiredText("toggle");
    plan.environment = fields.text("environment");
    JsonArray stages;
    const auto list = fields.value("stages");
    if (!list || list->get(stages) != simdjson::SUCCESS) {
        fields.fail(missingField("stages"));
        return fields.finish(std::move(plan));
    }
    plan.stages = readEntries(fields, stages, readStage);
    plan.signOffs = readOptional(fields, "signOffs", readSignOff);
    plan.incidents = readOptional(fields, "incidents", readIncident);
    plan.downstream = fields.text("downstream");
    return fields.finish(std::move(plan));
}

} // namespace renewal::exchange
