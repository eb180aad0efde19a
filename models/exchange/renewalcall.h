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
    QString code;             ///< of sendProblem(); empty when it was sent
    QString messageId;        ///< when it was sent
    int retryAfter = 0;       ///< seconds that the other side asked for; 0: none
    bool concernsAll = false; ///< the next message would fare no better
};

/// What came of a search in the sent messages.
struct SearchAnswer
{
    QStringList messageIds; ///< of those that carry the reference; normally one or none
    QString code;       ///< why nobody knows whether there is one, of sendProblem(); empty when it is known
    int retryAfter = 0; ///< as above
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
/// Reads any answer to the search. What carries the reference is ours, whatever else the list says of it.
/// Without one it is known that there is none only when the list is whole: fewer than `most`, all readable.
SearchAnswer readSearchAnswer(int status, const QByteArray &body, const QString &reference, int most);

} // namespace renewal::exchange
