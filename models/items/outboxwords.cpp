// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/outboxwords.h"

#include "models/items/datetexts.h"

#include <QCoreApplication>
#include <QLocale>

namespace renewal::items {

using namespace Qt::StringLiterals;

namespace {
QString say(const char *text)
{
    return QCoreApplication::translate("Outbox", text);
}
} // namespace

QString sendingText(const OutboxItem &item, const QTimeZone &zone)
{
    const OutboxEntry &entry = item.entry;
    switch (entry.state) {
    case OutboxState::Sent:
        return say(QT_TRANSLATE_NOOP("Outbox", "Sent to %1 on %2."))
            .arg(entry.careTeamName, zonedTime(entry.settledAt, zone));
    case OutboxState::Failed:
        return say(QT_TRANSLATE_NOOP("Outbox", "%1 Next try: %2."))
            .arg(item.text, zonedTime(entry.dueAt, zone));
    case OutboxState::DeadLetter:
        return say(QT_TRANSLATE_NOOP("Outbox", "Could not be sent to %1. %2"))
            .arg(entry.careTeamName, item.text);
    default:
        return item.text;
    }
}

QString outboxStateText(OutboxState state)
{
    switch (state) {
    case OutboxState::Queued:
        return say(QT_TRANSLATE_NOOP("Outbox", "Waits"));
    case OutboxState::Sending:
        return say(QT_TRANSLATE_NOOP("Outbox", "On its way"));
    case OutboxState::Sent:
        return say(QT_TRANSLATE_NOOP("Outbox", "Sent"));
    case OutboxState::Failed:
        return say(QT_TRANSLATE_NOOP("Outbox", "Tried again"));
    case OutboxState::DeadLetter:
        return say(QT_TRANSLATE_NOOP("Outbox", "Could not be sent"));
    case OutboxState::Unconfirmed:
        return say(QT_TRANSLATE_NOOP("Outbox", "Not confirmed"));
    case OutboxState::Cancelled:
        return say(QT_TRANSLATE_NOOP("Outbox", "Taken back"));
    }
    return {};
}

QString outboxListText(OutboxList list)
{
    return list == OutboxList::RoutedEarlier ? say(QT_TRANSLATE_NOOP("Outbox", "Routed earlier"))
                                             : outboxStateText(stateOf(list));
}

Tone outboxTone(OutboxState state)
{
    switch (state) {
    case OutboxState::DeadLetter:
        return Tone::Bad;
    case OutboxState::Unconfirmed:
    case OutboxState::Failed:
        return Tone::Caution;
    case OutboxState::Sent:
        return Tone::Good;
    default:
        return Tone::Neutral;
    }
}

qint64 needAPerson(const OutboxStatus &status)
{
    return status.counts.deadLetters + status.counts.unconfirmed;
}

QString outboxSummary(const OutboxStatus &status)
{
    const QLocale english = QLocale::c();
    QStringList parts;
    const auto add = [&](qint64 number, const char *text) {
        if (number > 0)
            parts.append(say(text).arg(english.toString(number)));
    };
    add(status.counts.deadLetters, QT_TRANSLATE_NOOP("Outbox", "%1 could not be sent"));
    add(status.counts.unconfirmed, QT_TRANSLATE_NOOP("Outbox", "%1 not confirmed"));
    add(status.counts.routedEarlier, QT_TRANSLATE_NOOP("Outbox", "%1 routed earlier"));
    add(status.counts.queued + status.counts.failed + status.counts.sending,
        QT_TRANSLATE_NOOP("Outbox", "%1 to be sent"));
    if (!status.isConnected && parts.isEmpty())
        return say(QT_TRANSLATE_NOOP("Outbox", "Not connected to Secure Messaging"));
    if (parts.isEmpty())
        return say(QT_TRANSLATE_NOOP("Outbox", "All is sent"));
    return parts.join(u", "_s);
}

} // namespace renewal::items
