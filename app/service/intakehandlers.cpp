// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/handlers.h"
#include "app/service/handlersupport.h"
#include "app/store/intakerepository.h"
#include "models/exchange/intakeproblems.h"
#include "models/rest/restintake.h"

namespace renewal::service::handlers {

namespace {
constexpr int shownSetAside = 20;

Result<IntakeStatus> statusOf(store::Connection &connection, bool isConnected)
{
    store::IntakeRepository repository(connection);
    auto sources = repository.sources();
    if (!sources)
        return failure(sources.error());
    const auto unplaced = repository.unplaced();
    if (!unplaced)
        return failure(unplaced.error());
    auto aside = repository.setAside(shownSetAside);
    if (!aside)
        return failure(aside.error());
    for (IntakeSourceStatus &source : *sources) {
        if (!source.problem.isEmpty())
            source.problem = exchange::intakeProblem(source.problem);
    }
    return IntakeStatus{isConnected, *std::move(sources), *unplaced, *std::move(aside)};
}
} // namespace

Answer readIntake(Workplace &workplace, const Call &)
{
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    return answered(statusOf(**connection, workplace.options.intake.isConnected()),
                    [](const IntakeStatus &status) { return jsonAnswer(toJson(status)); });
}

} // namespace renewal::service::handlers
