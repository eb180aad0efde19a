// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/outboxrepair.h"
#include "app/service/handlers.h"
#include "app/service/handlersupport.h"
#include "app/service/outboxitems.h"
#include "app/service/repeatable.h"
#include "app/service/sendinglines.h"
#include "app/store/outboxrepository.h"
#include "models/exchange/sendproblems.h"
#include "models/rest/restoutbox.h"

#include <QJsonDocument>

namespace renewal::service::handlers {

using namespace Qt::StringLiterals;

namespace {
constexpr const char *stateWords[] = {"queued",      "sending",     "failed",
                                      "dead_letter", "unconfirmed", "routed_earlier"};

bool isConnected(const Workplace &workplace)
{
    return workplace.options.sending.isConnected();
}

Result<Page<OutboxItem>> itemsOf(store::Connection &connection, const Page<OutboxEntry> &entries,
                                 bool connected)
{
    Page<OutboxItem> page{{}, entries.next, entries.total};
    for (const OutboxEntry &entry : entries.items) {
        const auto item = outboxItem(connection, entry, connected);
        if (!item)
            return failure(item.error());
        page.items.append(*item);
    }
    return page;
}

QByteArray compact(const OutboxItem &item)
{
    return QJsonDocument(toJson(item)).toJson(QJsonDocument::Compact);
}

/// Who acts on an old version is told the present one.
Error withPresent(const Workplace &workplace, store::Connection &connection, OutboxId id, Error error)
{
    if (error.code != ErrorCode::PreconditionFailed)
        return error;
    const auto entry = store::OutboxRepository(connection).find(id);
    const auto item = entry ? outboxItem(connection, *entry, isConnected(workplace))
                            : Result<OutboxItem>(failure(entry.error()));
    if (item)
        error.present = compact(*item);
    return error;
}

Answer storedAnswer(const operations::GivenAnswer &given)
{
    return {given.status, "application/json", given.body, {}};
}
} // namespace

Answer readOutboxStatus(Workplace &workplace, const Call &)
{
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    const auto counts = store::OutboxRepository(**connection).counts(workplace.clock.now());
    return answered(counts, [&](const OutboxCounts &found) {
        const QString paused = workplace.sending ? workplace.sending->pausedBy() : QString();
        return jsonAnswer(
            toJson(OutboxStatus{isConnected(workplace),
                                paused.isEmpty() ? QString() : exchange::sendProblem(paused).text, found}));
    });
}

Answer listOutbox(Workplace &workplace, const Call &call)
{
    QueryReader reader(call.query);
    const auto list = outboxListFromString(reader.word(u"state"_s, stateWords));
    const int limit = reader.limit();
    const QString cursor = reader.text(u"cursor"_s, 1000);
    if (auto refused = reader.refusal())
        return *refused;
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    const auto entries =
        store::OutboxRepository(**connection).page(list.value_or(OutboxList::DeadLetters), limit, cursor);
    if (!entries && entries.error().code == ErrorCode::InvalidInput)
        return problemAnswer({{u"cursor"_s, entries.error().text}}, 400);
    if (!entries)
        return problemAnswer(entries.error());
    return answered(itemsOf(**connection, *entries, isConnected(workplace)),
                    [](const Page<OutboxItem> &page) { return jsonAnswer(rest::pageJson(page)); });
}

Answer repairOutbox(Workplace &workplace, const Call &call)
{
    const auto id = idArgument<OutboxId>(call);
    if (!id)
        return notFound();
    QJsonObject body;
    if (auto refused = readObject(call, body))
        return *refused;
    RepairRequest request;
    if (const auto errors = readRepair(body, request); !errors.isEmpty())
        return problemAnswer(errors);
    request.id = *id;
    if (auto refused = refuseKey(call))
        return *refused;
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    const auto work = [&]() -> Result<operations::GivenAnswer> {
        const auto entry = operations::OutboxRepair(**connection, workplace.clock).act(request, call.actor);
        if (!entry)
            return failure(withPresent(workplace, **connection, request.id, entry.error()));
        const auto item = outboxItem(**connection, *entry, isConnected(workplace));
        if (!item)
            return failure(item.error());
        return operations::GivenAnswer{200, compact(*item)};
    };
    return answered(operations::once(**connection, workplace.clock, repeatableOf(call), work), storedAnswer);
}

Answer repairEarlierOutbox(Workplace &workplace, const Call &call)
{
    QJsonObject body;
    if (auto refused = readObject(call, body))
        return *refused;
    EarlierRepair request;
    if (const auto errors = readEarlierRepair(body, request); !errors.isEmpty())
        return problemAnswer(errors);
    if (auto refused = refuseKey(call))
        return *refused;
    const auto connection = workplace.connection();
    if (!connection)
        return problemAnswer(connection.error());
    const auto work = [&]() -> Result<operations::GivenAnswer> {
        const auto outcome =
            operations::OutboxRepair(**connection, workplace.clock).actOnEarlier(request, call.actor);
        if (!outcome)
            return failure(outcome.error());
        return operations::GivenAnswer{200, QJsonDocument(toJson(*outcome)).toJson(QJsonDocument::Compact)};
    };
    return answered(operations::once(**connection, workplace.clock, repeatableOf(call), work), storedAnswer);
}

} // namespace renewal::service::handlers
