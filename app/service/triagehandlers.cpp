// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/triage.h"
#include "app/service/handlers.h"
#include "app/service/handlersupport.h"
#include "app/service/repeatable.h"
#include "app/service/shownrenewals.h"
#include "models/rest/resttriage.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <functional>

namespace renewal::service::handlers {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype longestReason = 500;

Answer storedAnswer(const operations::GivenAnswer &given)
{
    return {given.status, "application/json", given.body, {}};
}

using Change = std::function<Result<TriageOutcome>(store::Connection &)>;

/// The common way of both: one key, one effect, masked patients.
Answer change(Workplace &workplace, const Call &call, const Change &make)
{
    if (auto refused = refuseKey(call))
        return *refused;
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    const auto work = [&]() -> Result<operations::GivenAnswer> {
        auto outcome = make(**connection);
        if (!outcome)
            return failure(outcome.error());
        const auto shown = ShownRenewals::of(**connection);
        if (!shown)
            return failure(shown.error());
        shown->mask(outcome->changed);
        return operations::GivenAnswer{200, QJsonDocument(toJson(*outcome)).toJson(QJsonDocument::Compact)};
    };
    return answered(operations::once(**connection, workplace.clock, repeatableOf(call), work), storedAnswer);
}
} // namespace

Answer triageRenewals(Workplace &workplace, const Call &call)
{
    QJsonObject body;
    if (auto refused = readObject(call, body))
        return *refused;
    TriageRequest request;
    if (const auto errors = readTriage(body, request); !errors.isEmpty())
        return problemAnswer(errors);
    return change(workplace, call, [&](store::Connection &connection) {
        return operations::Triage(connection, workplace.clock).act(request, call.actor);
    });
}

Answer undoTriage(Workplace &workplace, const Call &call)
{
    bool isNumber = false;
    const qint64 batch = call.arguments.value(0).toLongLong(&isNumber);
    if (!isNumber || batch < 1)
        return notFound();
    return change(workplace, call, [&](store::Connection &connection) {
        return operations::Triage(connection, workplace.clock).undo(batch, call.actor);
    });
}

Answer revealPatient(Workplace &workplace, const Call &call)
{
    const auto id = idArgument<RenewalId>(call);
    if (!id)
        return notFound();
    QJsonObject body;
    if (auto refused = readObject(call, body))
        return *refused;
    rest::ObjectReader reader(body);
    const QString reason = reader.text("reason"_L1).trimmed();
    if (reader.errors().isEmpty() && reason.isEmpty())
        reader.refuse("reason"_L1, QCoreApplication::translate("Service", "Say why you need to know."));
    if (reason.size() > longestReason)
        reader.refuse("reason"_L1,
                      QCoreApplication::translate("Service", "The reason is longer than 500 characters."));
    if (!reader.errors().isEmpty())
        return problemAnswer(reader.errors());
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    const auto patient = operations::Triage(**connection, workplace.clock).reveal(*id, reason, call.actor);
    if (!patient && patient.error().code == ErrorCode::InvalidInput)
        return problemAnswer({{u"reason"_s, patient.error().text}});
    return answered(patient, [](const RevealedPatient &found) {
        return jsonAnswer(toJson(found)).with("Cache-Control", "no-store");
    });
}

} // namespace renewal::service::handlers
