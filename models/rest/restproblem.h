// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rest/fields.h"

namespace renewal::rest {

/// An RFC 9457 problem document as our service answers it. The detail of an Error is for the log and
/// never leaves the service.
struct Problem
{
    int status = 500;
    ErrorCode code = ErrorCode::Internal;
    QString title;              ///< what kind of problem: the reason phrase of the status
    QString detail;             ///< Error::text
    QVector<FieldError> errors; ///< of a 422
    QJsonObject present;        ///< of a 412: the present state; else empty

    bool operator==(const Problem &) const = default;
};

QJsonObject toJson(const Problem &problem);
/// Reads any problem document. One that carries no `code` of ours gets the code that fits its status.
Done fromJson(const QJsonValue &value, Problem &problem);

/// The reason phrase of an HTTP status ("Precondition Failed"); empty for one we never use.
QString reasonPhrase(int status);
/// The code a bare HTTP status stands for, for answers without a problem document.
ErrorCode codeFromStatus(int status);
/// What a client reports for a problem: its code, its sentence.
Error toError(const Problem &problem);

} // namespace renewal::rest
