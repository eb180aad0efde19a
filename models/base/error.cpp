// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/error.h"

#include "models/base/enumtext.h"

namespace renewal {

namespace {
constexpr EnumText<ErrorCode> codeNames[] = {
    {ErrorCode::InvalidInput, "invalid_input"}, {ErrorCode::NotFound, "not_found"},
    {ErrorCode::Conflict, "conflict"},          {ErrorCode::PreconditionFailed, "precondition_failed"},
    {ErrorCode::Unauthorized, "unauthorized"},  {ErrorCode::Forbidden, "forbidden"},
    {ErrorCode::TooLarge, "too_large"},         {ErrorCode::Unsupported, "unsupported"},
    {ErrorCode::Unavailable, "unavailable"},    {ErrorCode::Timeout, "timeout"},
    {ErrorCode::Cancelled, "cancelled"},        {ErrorCode::SchemaTooNew, "schema_too_new"},
    {ErrorCode::Integrity, "integrity"},        {ErrorCode::Internal, "internal"},
};
} // namespace

QString toString(ErrorCode code)
{
    return enumText(codeNames, code);
}

ErrorCode errorCodeFromString(QStringView word)
{
    return enumFromText(codeNames, word).value_or(ErrorCode::Internal);
}

QDebug operator<<(QDebug debug, const Error &error)
{
    QDebugStateSaver saver(debug);
    debug.nospace().noquote() << "Error(" << toString(error.code) << ": " << error.text << ')';
    return debug;
}

} // namespace renewal
