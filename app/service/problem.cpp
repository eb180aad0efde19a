// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/problem.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLoggingCategory>

namespace renewal::service {

Q_LOGGING_CATEGORY(problemLog, "renewal.service")

namespace {
Answer documentAnswer(const rest::Problem &problem)
{
    Answer answer = jsonAnswer(toJson(problem), problem.status);
    answer.contentType = "application/problem+json";
    return answer;
}
} // namespace

int statusFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
        return 422;
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::Conflict:
        return 409;
    case ErrorCode::PreconditionFailed:
        return 412;
    case ErrorCode::Unauthorized:
        return 401;
    case ErrorCode::Forbidden:
        return 403;
    case ErrorCode::TooLarge:
        return 413;
    case ErrorCode::Unsupported:
        return 415;
    case ErrorCode::Unavailable:
    case ErrorCode::Timeout:
    case ErrorCode::Cancelled:
        return 503;
    case ErrorCode::SchemaTooNew:
    case ErrorCode::Integrity:
    case ErrorCode::Internal:
        return 500;
    }
    return 500;
}

Answer problemAnswer(const Error &error)
{
    const int status = statusFor(error.code);
    if (status >= 500)
        qCWarning(problemLog).noquote() << toString(error.code) << error.detail;
    Answer answer = documentAnswer(
        {status, error.code, {}, error.text, {}, QJsonDocument::fromJson(error.present).object()});
    if (status == 503)
        answer.headers.append(HeaderField("Retry-After", "2"));
    return answer;
}

Answer problemAnswer(const QVector<rest::FieldError> &errors, int status)
{
    return documentAnswer(
        {status,
         ErrorCode::InvalidInput,
         {},
         QCoreApplication::translate("Service", "Some fields of the request make no sense."),
         errors,
         {}});
}

Answer problemAnswer(int status, const QString &detail)
{
    return documentAnswer({status, rest::codeFromStatus(status), {}, detail, {}, {}});
}

} // namespace renewal::service
