// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace renewal::exchange {

/// What an answer means for the message it was given to.
enum class SendResult
{
    Sent,    ///< Secure Messaging took it
    Refused, ///< it did not, and trying again would not help: a person decides
    Later,   ///< it did not; this message may be tried again
    Stopped, ///< it did not: it is away, or lets this service or this Veteran not in
    Unknown, ///< it may have
};

/// What a code means. Codes are those of Secure Messaging ("SM119"), of an HTTP status without one
/// ("http_422"), and our own ("timeout", "team_closed").
struct SendProblem
{
    SendResult result = SendResult::Unknown;
    QString text; ///< one sentence: what stands in the way, and what a person can do
};

/// Of a code that is not known the result is Unknown.
SendProblem sendProblem(const QString &code);
/// Whether it would go no better with another Veteran's message: the other side is away, or asks for fewer.
/// What else goes wrong may be one Veteran's matter.
bool concernsAll(const QString &code);
/// For an answer without a known code.
QString httpCode(int status);

} // namespace renewal::exchange
