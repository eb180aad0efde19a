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
    for (const JsonValue item : stages) {
        JsonObject stage;
        if (item.get(stage) == simdjson::SUCCESS)
            plan.stages.append(readStage(stage, fields));
        else
            fields.fail(tr(QT_TRANSLATE_NOOP("exchange", "A stage is no object.")));
    }
    return fields.finish(std::move(plan));
}

} // namespace renewal::exchange
