// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/restproblem.h"

#include <iterator>

namespace renewal::rest {

using namespace Qt::StringLiterals;

namespace {
struct StatusRow
{
    int status;
    const char *reason;
    ErrorCode code;
};

constexpr StatusRow statusRows[] = {
    {200, "OK", ErrorCode::Internal},
    {201, "Created", ErrorCode::Internal},
    {202, "Accepted", ErrorCode::Internal},
    {204, "No Content", ErrorCode::Internal},
    {304, "Not Modified", ErrorCode::Internal},
    {400, "Bad Request", ErrorCode::InvalidInput},
    {401, "Unauthorized", ErrorCode::Unauthorized},
    {403, "Forbidden", ErrorCode::Forbidden},
    {404, "Not Found", ErrorCode::NotFound},
    {405, "Method Not Allowed", ErrorCode::Unsupported},
    {408, "Request Timeout", ErrorCode::Timeout},
    {409, "Conflict", ErrorCode::Conflict},
    {411, "Length Required", ErrorCode::InvalidInput},
    {412, "Precondition Failed", ErrorCode::PreconditionFailed},
    {413, "Content Too Large", ErrorCode::TooLarge},
    {414, "URI Too Long", ErrorCode::TooLarge},
    {415, "Unsupported Media Type", ErrorCode::Unsupported},
    {417, "Expectation Failed", ErrorCode::Unsupported},
    {422, "Unprocessable Content", ErrorCode::InvalidInput},
    {428, "Precondition Required", ErrorCode::InvalidInput},
    {429, "Too Many Requests", ErrorCode::Unavailable},
    {431, "Request Header Fields Too Large", ErrorCode::TooLarge},
    {500, "Internal Server Error", ErrorCode::Internal},
    {501, "Not Implemented", ErrorCode::Unsupported},
    {502, "Bad Gateway", ErrorCode::Unavailable},
    {503, "Service Unavailable", ErrorCode::Unavailable},
    {504, "Gateway Timeout", ErrorCode::Timeout},
    {505, "HTTP Version Not Supported", ErrorCode::Unsupported},
    {507, "Insufficient Storage", ErrorCode::TooLarge},
};

const StatusRow *findRow(int status)
{
    const auto row = std::find_if(std::begin(statusRows), std::end(statusRows),
                                  [status](const StatusRow &r) { return r.status == status; });
    return row == std::end(statusRows) ? nullptr : row;
}

QJsonArray errorsJson(const QVector<FieldError> &errors)
{
    QJsonArray array;
    for (const FieldError &error : errors)
        array.append(QJsonObject{{u"field"_s, error.field}, {u"text"_s, error.text}});
    return array;
}
} // namespace

QString reasonPhrase(int status)
{
    const StatusRow *row = findRow(status);
    return row ? QString::fromLatin1(row->reason) : QString();
}

ErrorCode codeFromStatus(int status)
{
    const StatusRow *row = findRow(status);
    return row ? row->code : ErrorCode::Internal;
}

QJsonObject toJson(const Problem &problem)
{
    QJsonObject json{
        {u"type"_s, u"about:blank"_s},
        {u"title"_s, problem.title.isEmpty() ? reasonPhrase(problem.status) : problem.title},
        {u"status"_s, problem.status},
        {u"detail"_s, problem.detail},
        {u"code"_s, toString(problem.code)},
    };
    if (!problem.errors.isEmpty())
        json.insert(u"errors"_s, errorsJson(problem.errors));
    if (!problem.present.isEmpty())
        json.insert(u"present"_s, problem.present);
    return json;
}

Done fromJson(const QJsonValue &value, Problem &problem)
{
    ObjectReader r(value);
    problem.status = static_cast<int>(r.integer("status"_L1));
    problem.title = r.text("title"_L1);
    problem.detail = r.text("detail"_L1);
    const QString code = r.text("code"_L1);
    problem.code = code.isEmpty() ? codeFromStatus(problem.status) : errorCodeFromString(code);
    const QJsonArray errors = r.array("errors"_L1);
    for (const auto &error : errors)
        problem.errors.append({error[u"field"].toString(), error[u"text"].toString()});
    problem.present = r.object("present"_L1).toObject();
    return r.done();
}

Error toError(const Problem &problem)
{
    return {problem.code, problem.detail.isEmpty() ? problem.title : problem.detail,
            u"HTTP %1"_s.arg(problem.status)};
}

} // namespace renewal::rest
