// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace renewal {

/// Where the sending of a routed renewal stands. Stored and sent as the words of toString().
enum class OutboxState
{
    Queued,      ///< waits for its turn
    Sending,     ///< on its way at this moment, or was when the service died
    Sent,        ///< Secure Messaging took it and told its number
    Failed,      ///< surely not sent; tried again at its time
    DeadLetter,  ///< surely not sent, and trying again would not help: a person decides
    Unconfirmed, ///< perhaps sent: it is looked up before anything else is done
    Cancelled,   ///< taken back, or given up
};

/// "queued", "sending", "sent", "failed", "dead_letter", "unconfirmed", "cancelled".
QString toString(OutboxState state);
std::optional<OutboxState> outboxStateFromString(QStringView word);
/// It was surely not sent, and nobody is sending it.
bool mayBeTakenBack(OutboxState state);

/// What can be listed: of each state that is not over its rows, but for those that were routed before
/// messages were sent from here. These are many, and hide what is new.
enum class OutboxList
{
    Queued,
    Sending,
    Failed,
    DeadLetters,
    Unconfirmed,
    RoutedEarlier,
};

/// "queued", "sending", "failed", "dead_letter", "unconfirmed", "routed_earlier".
QString toString(OutboxList list);
std::optional<OutboxList> outboxListFromString(QStringView word);
OutboxState stateOf(OutboxList list);
/// The code of dead letters that were routed before messages were sent from here.
QString routedEarlierCode();

/// What a person does about a message that got stuck.
enum class RepairAction
{
    Retry,   ///< send it (again)
    GiveUp,  ///< do not send it: its renewal goes back to the queue
    Sent,    ///< it was sent, or answered by other ways
    NotSent, ///< it was not sent: send it again
};

/// "retry", "give_up", "sent", "not_sent".
QString toString(RepairAction action);
std::optional<RepairAction> repairActionFromString(QStringView word);
/// Whether a message that stands there can be repaired so.
bool isRepair(RepairAction action, OutboxState state);

/// One routed renewal on its way to its care team.
struct OutboxEntry
{
    OutboxId id;
    qint64 version = 0; ///< grows by one with each change; who acts on an older one is refused
    RenewalId renewal;
    QString parentStation;
    TriageTeamId careTeam;
    QString careTeamName;
    QString prescriptionId; ///< with messageId the pair that Secure Messaging never tells
    QString sendKey;        ///< one per routing, opaque: the Idempotency-Key, and in short the reference
    OutboxState state = OutboxState::Queued;
    int attempts = 0;
    QDateTime queuedAt;
    QDateTime dueAt;       ///< when the sender looks at it next
    QDateTime attemptedAt; ///< the newest attempt; invalid before the first
    QDateTime settledAt;   ///< when it was sent or cancelled
    QString code;          ///< what stood in the way: "SM119", "timeout"; empty when nothing did
    QString told;          ///< a part of it for people: why it cannot be looked up; no patient data
    QString messageId;
    QDateTime doubtedAt; ///< since when it may be there without our knowing; invalid when there is no doubt
    int looks = 0;       ///< that brought no answer, since the newest attempt
    int resends = 0;     ///< of themselves, since a look did not find it

    bool operator==(const OutboxEntry &) const = default;
};

struct RepairRequest
{
    OutboxId id;
    qint64 version = 0; ///< as the person saw it
    RepairAction action = RepairAction::Retry;
    QString messageId; ///< Sent: the message's number, if it is known
    QString note;
    QString idempotencyKey; ///< one per intended action
};

/// The same action on all that were routed before messages were sent from here; some at a time.
struct EarlierRepair
{
    RepairAction action = RepairAction::Sent; ///< not NotSent
    QString note;
    OutboxId before; ///< go on below this one; invalid: from the newest
    QString idempotencyKey;
};

/// What came of it.
struct EarlierOutcome
{
    int done = 0;
    int refused = 0;
    QString refusal; ///< why the last one that was refused was
    OutboxId next;   ///< where to go on; invalid: that was the last one

    bool operator==(const EarlierOutcome &) const = default;
};

/// What stands in the message's subject so that it can be found again: "R-3F09C2A17B". From the send key.
QString messageReference(const QString &sendKey);
/// Whether a subject carries such a reference: the message answers a request, and is none itself.
bool carriesReference(const QString &subject);

/// How many rows stand where.
struct OutboxCounts
{
    qint64 queued = 0;
    qint64 sending = 0;
    qint64 failed = 0;
    qint64 deadLetters = 0;
    qint64 unconfirmed = 0;
    qint64 sentLastDay = 0;   ///< in the last 24 hours
    qint64 routedEarlier = 0; ///< no part of deadLetters

    bool operator==(const OutboxCounts &) const = default;
};

} // namespace renewal
