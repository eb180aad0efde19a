// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/triage.h"
#include "app/service/access.h"
#include "app/service/handlers.h"
#include "app/service/handlersupport.h"
#include "app/service/repeatable.h"
#include "app/service/shownrenewals.h"
#include "models/rest/resttriage.h"

#include <QCoreApplication>
#include <QJsonArray>
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

/// Whom it names is told as the service writes that name; the problem when nobody has it.
std::optional<Answer> settleAssignee(const Workplace &workplace, TriageRequest &request)
{
    const QString asked = request.assignee.trimmed();
    if (request.action != TriageAction::Assign || asked.isEmpty())
        return std::nullopt;
    const QStringList staff = careStaff(workplace.options.tokens);
    for (const QString &name : staff) {
        if (name.compare(asked, Qt::CaseInsensitive) == 0) {
            request.assignee = name;
            return std::nullopt;
        }
    }
    return problemAnswer({{u"assignee"_s, QCoreApplication::translate(
                                              "Service", "Nobody of that name works on renewals here.")}});
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
    if (auto refused = settleAssignee(workplace, request))
        return *refused;
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

Answer listStaff(Workplace &workplace, const Call &)
{
    return jsonAnswer({{u"names"_s, QJsonArray::fromStringList(careStaff(workplace.options.tokens))}});
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
