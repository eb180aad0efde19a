// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/outboxtexts.h"

#include <QCoreApplication>

namespace renewal::operations {

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("Outbox", text);
}
} // namespace

std::optional<TriageRefusal> refusedAsSent(const OutboxEntry &entry)
{
    switch (entry.state) {
    case OutboxState::Sending:
        return TriageRefusal{entry.renewal, u"not_allowed"_s,
                             tr("It is being sent to %1 at this moment.").arg(entry.careTeamName)};
    case OutboxState::Unconfirmed:
        return TriageRefusal{entry.renewal, u"not_allowed"_s,
                             tr("It may have been sent to %1 already; Secure Messaging is asked about it.")
                                 .arg(entry.careTeamName)};
    case OutboxState::Sent:
        return TriageRefusal{entry.renewal, u"not_allowed"_s,
                             tr("It was sent to %1 and cannot be taken back.").arg(entry.careTeamName)};
    case OutboxState::Queued:
    case OutboxState::Failed:
    case OutboxState::DeadLetter:
    case OutboxState::Cancelled:
        break;
    }
    return std::nullopt;
}

} // namespace renewal::operations
