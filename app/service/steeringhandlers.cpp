// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/rolloutsteps.h"
#include "app/service/handlers.h"
#include "app/service/handlersupport.h"
#include "app/service/repeatable.h"
#include "app/service/rolloutoverview.h"
#include "app/service/steeringline.h"
#include "app/store/steeringrepository.h"
#include "models/rest/reststeering.h"

#include <QJsonDocument>

#include <functional>

namespace renewal::service::handlers {

using namespace Qt::StringLiterals;

namespace {
constexpr int shownSteps = 20;

Result<SteeringState> steeringState(const Workplace &workplace, store::Connection &connection)
{
    store::SteeringRepository repository(connection, workplace.options.steering.environment);
    const auto mode = repository.mode();
    const auto toggles = repository.toggles();
    const auto steps = repository.newest(shownSteps);
    if (!mode || !toggles || !steps)
        return failure(!mode ? mode.error() : !toggles ? toggles.error() : steps.error());
    return SteeringState{workplace.options.steering.isConnected(),
                         workplace.steering ? workplace.steering->problem() : QString(), *mode, *toggles,
                         *steps};
}

operations::RolloutSteps stepsOf(const Workplace &workplace, store::Connection &connection)
{
    const operations::SteeringOptions &options = workplace.options.steering;
    return {connection, workplace.clock, options.environment, options.isConnected()};
}

using Work = std::function<Result<QJsonObject>(store::Connection &)>;

/// One write, made once, and answered with what `work` gives.
Answer written(Workplace &workplace, const Call &call, int status, const Work &work)
{
    if (auto refused = refuseKey(call))
        return *refused;
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    const auto change = [&]() -> Result<operations::GivenAnswer> {
        const auto json = work(**connection);
        if (!json)
            return failure(json.error());
        return operations::GivenAnswer{status, QJsonDocument(*json).toJson(QJsonDocument::Compact)};
    };
    return answered(operations::once(**connection, workplace.clock, repeatableOf(call), change),
                    [](const operations::GivenAnswer &given) {
                        return Answer{given.status, "application/json", given.body, {}};
                    });
}

Result<QJsonObject> stateJson(const Workplace &workplace, store::Connection &connection)
{
    const auto state = steeringState(workplace, connection);
    return state ? Result<QJsonObject>(toJson(*state)) : Result<QJsonObject>(failure(state.error()));
}
} // namespace

Answer readSteering(Workplace &workplace, const Call &)
{
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    return answered(steeringState(workplace, **connection),
                    [](const SteeringState &state) { return jsonAnswer(toJson(state)); });
}

Answer decideStep(Workplace &workplace, const Call &call)
{
    QJsonObject body;
    if (auto refused = readObject(call, body))
        return *refused;
    StepRequest request;
    if (const auto errors = readStepRequest(body, request); !errors.isEmpty())
        return problemAnswer(errors);
    const Answer answer =
        written(workplace, call, 202, [&](store::Connection &connection) -> Result<QJsonObject> {
            QStringList reasons;
            if (request.kind == StepKind::Advance || request.kind == StepKind::Restore) {
                const auto overview = rolloutOverview(connection, workplace.clock.now());
                if (!overview)
                    return failure(overview.error());
                reasons = overview->reasonsNotToAdvance;
            }
            const auto step = stepsOf(workplace, connection).decide(request, reasons, call.actor);
            if (!step)
                return failure(step.error());
            return toJson(*step);
        });
    if (workplace.steering && answer.status == 202)
        workplace.steering->wake();
    return answer;
}

Answer setSteeringMode(Workplace &workplace, const Call &call)
{
    QJsonObject body;
    if (auto refused = readObject(call, body))
        return *refused;
    rest::ObjectReader reader(body);
    reader.need("dryRun"_L1);
    reader.need("version"_L1);
    const bool dryRun = reader.boolean("dryRun"_L1);
    const qint64 version = reader.integer("version"_L1);
    const QString reason = reader.text("reason"_L1).trimmed().left(1'000);
    if (!reader.errors().isEmpty())
        return problemAnswer(reader.errors());
    return written(workplace, call, 200, [&](store::Connection &connection) -> Result<QJsonObject> {
        const auto mode = stepsOf(workplace, connection).setMode(dryRun, version, reason, call.actor);
        if (!mode)
            return failure(mode.error());
        return stateJson(workplace, connection);
    });
}

Answer acceptDrift(Workplace &workplace, const Call &call)
{
    QJsonObject body;
    if (auto refused = readObject(call, body))
        return *refused;
    rest::ObjectReader reader(body);
    reader.need("toggle"_L1);
    const QString toggle = reader.text("toggle"_L1);
    const QString note = reader.text("note"_L1).trimmed().left(1'000);
    if (!reader.errors().isEmpty())
        return problemAnswer(reader.errors());
    return written(workplace, call, 200, [&](store::Connection &connection) -> Result<QJsonObject> {
        const Done done = stepsOf(workplace, connection).acceptDrift(toggle, note, call.actor);
        if (!done)
            return failure(done.error());
        return stateJson(workplace, connection);
    });
}

} // namespace renewal::service::handlers
