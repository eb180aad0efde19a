// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/renewal.h"
#include "models/exchange/sendproblems.h"

#include <QByteArray>
#include <QVector>

namespace renewal::exchange {

/// One call of Secure Messaging's renewal message. Patient data: keep it out of logs.
struct RenewalCall
{
    QString patientKey; ///< in whose name it is written
    QString prescriptionId;
    TriageTeamId recipient;
    QString subject; ///< at most 50 characters; ends with the reference
    QString body;
    QString sendKey; ///< one per intended message
};

/// What came of a call.
struct SendAnswer
{
    SendResult result = SendResult::Unknown;
    QString code;       ///< of sendProblem(); empty when it was sent
    QString messageId;  ///< when it was sent
    int retryAfter = 0; ///< seconds that the other side asked for; 0: none
};

/// The message of a routed renewal: what the Veteran wrote, or the six lines of the form when nothing was
/// written, and a subject by which it is found again.
RenewalCall renewalCall(const Renewal &renewal, const QString &written, TriageTeamId recipient,
                        const QString &sendKey);

/// The JSON that Secure Messaging takes.
QByteArray toCallJson(const RenewalCall &call);
/// Reads any answer to the call, from Secure Messaging or VA.gov. Never fails: what cannot be read is
/// Unknown.
SendAnswer readSendAnswer(int status, const QByteArray &body);

/// The JSON of a search in the sent messages for a reference, from the day of `since` on.
QByteArray toSearchJson(const QString &reference, const QDateTime &since);
/// The numbers of the messages in a search's answer that carry the reference and went to that team.
Result<QStringList> readSearchAnswer(const QByteArray &body, const QString &reference,
                                     TriageTeamId recipient);

} // namespace renewal::exchange
