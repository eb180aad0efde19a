// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDebug>
#include <QString>

namespace renewal {

/// What kind of failure it was: the part of an error that programs branch on.
/// HTTP statuses are mapped from it in one place (app/service/problem.h).
enum class ErrorCode
{
    InvalidInput,       ///< the data or the arguments are wrong; text says where and what to do
    NotFound,           ///< the named thing does not exist
    Conflict,           ///< the thing exists in a state that forbids the request
    PreconditionFailed, ///< the version the caller saw is stale
    Unauthorized,       ///< no or a wrong token
    Forbidden,          ///< the role may not do this
    TooLarge,           ///< over a stated limit
    Unsupported,        ///< a kind or format that is not handled
    Unavailable,        ///< the other side is away; trying again later may work
    Timeout,            ///< the other side was too slow
    Cancelled,          ///< the user or the caller stopped it
    SchemaTooNew,       ///< the database was written by a newer program
    Integrity,          ///< stored data does not agree with itself (broken audit chain)
    Internal,           ///< a fault of this program or its database
};

/// A stable lower-case word for the code, as used in JSON ("invalid_input").
QString toString(ErrorCode code);
ErrorCode errorCodeFromString(QStringView word);

/// A failure as a value. `text` is one translated sentence for the user (what, where, what to do);
/// `detail` is for the log and never holds patient data.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString text;
    QString detail;
    /// With PreconditionFailed: what stands there now, as the compact JSON of the REST contract; else empty.
    QByteArray present = {};

    bool operator==(const Error &) const = default;
};

QDebug operator<<(QDebug debug, const Error &error);

} // namespace renewal
