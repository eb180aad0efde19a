// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/cutoverreviews.h"
#include "app/operations/cutovers.h"
#include "app/operations/poolchoices.h"
#include "app/service/handlers.h"
#include "app/service/writeonce.h"
#include "models/exchange/crosswalkfile.h"
#include "models/rest/restcutover.h"

namespace renewal::service::handlers {

using namespace Qt::StringLiterals;

namespace {
/// A write about one cut-over.
template <class Work>
Answer writeAbout(Workplace &workplace, const Call &call, Work work)
{
    const auto id = idArgument<CutOverId>(call);
    if (!id)
        return notFound();
    return writeOnce(workplace, call,
                     [&](store::Connection &connection) { return given(work(connection, *id)); });
}

/// The body of a change of choices, or the problem with it.
template <class Reader>
std::optional<Answer> readBody(const Call &call, qint64 &version, QVector<PoolChoice> &choices, Reader read)
{
    QJsonObject body;
    if (auto refused = readObject(call, body))
        return refused;
    if (const auto errors = read(body, version, choices); !errors.isEmpty())
        return problemAnswer(errors);
    return std::nullopt;
}
} // namespace

Answer listCutOvers(Workplace &workplace, const Call &)
{
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    return answered(operations::CutOvers(**connection, workplace.clock).list(),
                    [](const QVector<CutOver> &all) { return jsonAnswer(rest::itemsJson(all)); });
}

Answer readCutOver(Workplace &workplace, const Call &call)
{
    const auto id = idArgument<CutOverId>(call);
    if (!id)
        return notFound();
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    return answered(operations::CutOverReviews(**connection, workplace.clock).review(*id),
                    [](const CutOverReview &review) { return jsonAnswer(toJson(review)); });
}

Answer previewCutOver(Workplace &workplace, const Call &call)
{
    QJsonObject body;
    if (auto refused = readObject(call, body))
        return *refused;
    CutOverEntry entry;
    if (const auto errors = readCutOverEntry(body, entry); !errors.isEmpty())
        return problemAnswer(errors);
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    return answered(operations::CutOvers(**connection, workplace.clock).preview(entry),
                    [](const CutOverEffect &effect) { return jsonAnswer(toJson(effect)); });
}

Answer enterCutOver(Workplace &workplace, const Call &call)
{
    QJsonObject body;
    if (auto refused = readObject(call, body))
        return *refused;
    CutOverEntry entry;
    if (const auto errors = readCutOverEntry(body, entry); !errors.isEmpty())
        return problemAnswer(errors);
    return writeOnce(workplace, call, [&](store::Connection &connection) {
        return given(operations::CutOvers(connection, workplace.clock).enter(entry, call.actor), 201);
    });
}

Answer withdrawCutOver(Workplace &workplace, const Call &call)
{
    QJsonObject body;
    if (auto refused = readObject(call, body))
        return *refused;
    rest::ObjectReader reader(body);
    reader.need("version"_L1);
    reader.need("reason"_L1);
    const qint64 version = reader.integer("version"_L1);
    const QString reason = reader.text("reason"_L1);
    if (!reader.errors().isEmpty())
        return problemAnswer(reader.errors());
    return writeAbout(workplace, call, [&](store::Connection &connection, CutOverId id) {
        return operations::CutOvers(connection, workplace.clock).withdraw(id, version, reason, call.actor);
    });
}

Answer giveCrosswalk(Workplace &workplace, const Call &call)
{
    const auto rows = exchange::readCrosswalk(call.body);
    if (!rows)
        return problemAnswer(rows.error());
    return writeAbout(workplace, call, [&](store::Connection &connection, CutOverId id) {
        return operations::CutOverReviews(connection, workplace.clock).giveCrosswalk(id, *rows, call.actor);
    });
}

Answer confirmPools(Workplace &workplace, const Call &call)
{
    qint64 version = 0;
    QVector<PoolChoice> choices;
    if (auto refused = readBody(call, version, choices, readConfirmation))
        return *refused;
    return writeAbout(workplace, call, [&](store::Connection &connection, CutOverId id) {
        return operations::PoolChoices(connection, workplace.clock).confirm(id, version, choices, call.actor);
    });
}

Answer takeBackPools(Workplace &workplace, const Call &call)
{
    qint64 version = 0;
    QVector<PoolChoice> choices;
    if (auto refused = readBody(call, version, choices, readChoices))
        return *refused;
    QVector<TriageTeamId> oldTeams;
    for (const PoolChoice &choice : std::as_const(choices))
        oldTeams.append(choice.oldTeam);
    return writeAbout(workplace, call, [&](store::Connection &connection, CutOverId id) {
        return operations::PoolChoices(connection, workplace.clock)
            .takeBack(id, version, oldTeams, call.actor);
    });
}

} // namespace renewal::service::handlers
