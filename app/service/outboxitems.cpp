// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/outboxitems.h"

#include "app/store/outboxrepository.h"
#include "app/store/renewalrepository.h"
#include "models/exchange/sendproblems.h"

#include <QCoreApplication>

namespace renewal::service {

using namespace Qt::StringLiterals;

namespace {
QString say(const char *text)
{
    return QCoreApplication::translate("Service", text);
}

QString waitingText(const OutboxEntry &entry, bool isConnected)
{
    if (!isConnected)
        return say(
            QT_TRANSLATE_NOOP("Service", "Not sent: this service is not connected to Secure Messaging."));
    return entry.code.isEmpty()
               ? say(QT_TRANSLATE_NOOP("Service", "Waits to be sent to %1.")).arg(entry.careTeamName)
               : exchange::sendProblem(entry.code).text;
}

QString textOf(const OutboxEntry &entry, bool isConnected)
{
    switch (entry.state) {
    case OutboxState::Queued:
    case OutboxState::Failed:
        return waitingText(entry, isConnected);
    case OutboxState::Sending:
        return say(QT_TRANSLATE_NOOP("Service", "On its way to %1.")).arg(entry.careTeamName);
    case OutboxState::Sent:
        return say(QT_TRANSLATE_NOOP("Service", "Sent to %1.")).arg(entry.careTeamName);
    case OutboxState::Cancelled:
        return say(QT_TRANSLATE_NOOP("Service", "Taken back before it was sent."));
    case OutboxState::DeadLetter:
    case OutboxState::Unconfirmed:
        break;
    }
    const QString text = exchange::sendProblem(entry.code).text;
    return entry.told.isEmpty() ? text : text + u" (%1)"_s.arg(entry.told);
}

OutboxItem itemOf(const OutboxEntry &entry, const Renewal &renewal, bool isConnected)
{
    OutboxItem item{entry,        textOf(entry, isConnected),    messageReference(entry.sendKey),
                    renewal.drug, maskedKey(renewal.patientKey), renewal.prescriberShown};
    item.entry.sendKey.clear();
    return item;
}
} // namespace

Result<OutboxItem> outboxItem(store::Connection &connection, const OutboxEntry &entry, bool isConnected)
{
    const auto renewal = store::RenewalRepository(connection).find(entry.renewal);
    if (!renewal && renewal.error().code != ErrorCode::NotFound)
        return failure(renewal.error());
    return itemOf(entry, renewal.value_or(Renewal{}), isConnected);
}

Result<std::optional<OutboxItem>> sendingOf(store::Connection &connection, const Renewal &renewal,
                                            bool isConnected)
{
    if (renewal.state != RenewalState::Routed)
        return std::optional<OutboxItem>();
    const auto entry = store::OutboxRepository(connection).look(renewal.station.parent(), renewal.id);
    if (!entry)
        return failure(entry.error());
    if (!*entry || (*entry)->state == OutboxState::Cancelled)
        return std::optional<OutboxItem>();
    return std::optional(itemOf(**entry, renewal, isConnected));
}

} // namespace renewal::service
