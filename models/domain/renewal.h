// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/domain/prescriber.h"
#include "models/domain/station.h"

#include <QDateTime>
#include <QString>
#include <QVector>

#include <optional>

namespace renewal {

/// Where a renewal request stands. Stored and sent as the words of toString().
enum class RenewalState
{
    NeedsRouting, ///< no care team is known for its prescriber
    ReadyToRoute, ///< a link names the care team
    InReview,     ///< a person took it
    Routed,       ///< handed to the outbox
    Returned,     ///< sent back to the Veteran for more
    External,     ///< community-care prescriber: there is no care team to route to
    NotRenewable, ///< the prescription may not be renewed; staff must answer all the same
    Closed,       ///< ended: approved, denied, duplicate or withdrawn
};

QString toString(RenewalState state);
std::optional<RenewalState> renewalStateFromString(QStringView word);
/// Every state but Routed and Closed.
bool isPending(RenewalState state);

/// The answer of a renewability rule, kept beside the renewal.
struct StoredVerdict
{
    QString ruleVersion; ///< "oracle_health_current", "vista_current", ...
    QString gate;        ///< "all_gates_pass", "gate1_status", ...
    bool renewable = false;

    bool operator==(const StoredVerdict &) const = default;
};

/// A message as a Veteran sent it, in any of the delivered shapes (contracts.md 3.1).
struct RenewalMessage
{
    QString messageId; ///< empty before Secure Messaging answered
    QString patientKey;
    QString prescriptionId; ///< the only link to the prescription; Secure Messaging never echoes it
    StationNumber station;
    EhrSystem ehr = EhrSystem::VistA;
    TriageTeamId recipientId;
    QString recipientName;
    QString senderName;
    QString category; ///< "MEDICATIONS" for renewals
    QString subject;
    QString body;
    QDateTime sentDate;
    bool isReply = false;
    QString threadId; ///< may be empty
    QString replyTo;  ///< the messageId it replies to; may be empty

    bool operator==(const RenewalMessage &) const = default;
};

/// One request of one Veteran for one prescription, as the queue shows it.
struct Renewal
{
    RenewalId id;
    qint64 version = 0; ///< grows by one with each change; the ETag of the REST resource
    RenewalState state = RenewalState::NeedsRouting;
    QString stateReason; ///< why it is there, one sentence; may be empty

    QString patientKey;   ///< the service shows "••••" and the last four characters: maskedKey()
    QString patientGroup; ///< opaque; equal for the same patient at the same parent station
    StationNumber station;
    EhrSystem ehr = EhrSystem::VistA;
    QDateTime requestedAt;
    QDateTime dueAt;

    QString prescriptionId;
    QString prescriptionNumber;
    QString drug;
    QString sig;
    QString quantity;
    std::optional<int> refillRemaining;
    QDateTime lastFilled;
    QDateTime expires;

    PrescriberId prescriberId; ///< invalid when the prescriber is unknown or ambiguous
    QString prescriberShown;   ///< "Okafor, Chidi"
    TriageTeamId sentTo;       ///< the care team the Veteran chose
    TriageTeamId careTeam;     ///< the care team the correlation names; invalid when none
    QString careTeamName;
    std::optional<double> careTeamProbability;

    StoredVerdict verdict;
    QString messageId;

    QDateTime groupDueAt;   ///< the earliest dueAt of the patient's pending renewals that are listed together
    int patientPending = 0; ///< how many of the patient's wait at the parent station; 0: not told
    QString assignee;       ///< who took it; empty when nobody
    QString outcome;        ///< of a closed one: "denied", "renewed", ...; empty while open
    QString outcomeReason;  ///< a DenialReason code; may be empty

    int asked = 1; ///< how often the Veteran asked for it, by whatever way; the first time is requestedAt
    QDateTime askedLast; ///< the newest time; invalid: once
    QDateTime answered;  ///< when the Veteran last replied in its thread; invalid: never

    bool operator==(const Renewal &) const = default;
};

/// What a screen may show of a patient key without a reason: "••••4821". Shorter keys show nothing of it.
QString maskedKey(const QString &patientKey);

/// One line of a renewal's or correlation's history.
struct HistoryEntry
{
    QDateTime at;
    QString actor;
    QString action; ///< an audit action word
    QString text;   ///< one sentence for the reader

    bool operator==(const HistoryEntry &) const = default;
};

/// What a line of a renewal's thread is.
enum class ThreadPart
{
    Asked,         ///< a message that asks
    AskedByRecord, ///< the prescription's record asks: there are no words
    Answered,      ///< the Veteran's answer
    Replied,       ///< another reply, such as of staff
};

/// "asked", "asked_by_record", "answered", "replied".
QString toString(ThreadPart part);
std::optional<ThreadPart> threadPartFromString(QStringView word);

/// One line of a renewal's thread.
struct ThreadEntry
{
    QDateTime at; ///< invalid: not told
    ThreadPart part = ThreadPart::Asked;
    QString text; ///< as written

    bool operator==(const ThreadEntry &) const = default;
};

} // namespace renewal
