// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/resterrors.h"

#include "models/rest/restproblem.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace renewal::client {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("RestClient", text);
}

QString sentenceOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Unauthorized:
        return tr("The service does not accept this token. Check the token file, then start again.");
    case ErrorCode::Forbidden:
        return tr("Your role does not allow this. Ask an administrator.");
    case ErrorCode::NotFound:
        return tr("The service does not know this any more. Refresh the list.");
    case ErrorCode::PreconditionFailed:
        return tr("Someone else changed this meanwhile. Look at the present state, then decide again.");
    case ErrorCode::Timeout:
        return tr("The service did not answer in time. Try again.");
    case ErrorCode::TooLarge:
        return tr("The request is larger than the service accepts. Narrow it, then try again.");
    case ErrorCode::Unavailable:
        return tr("The service is not available at the moment. Try again shortly.");
    default:
        return tr("The service could not do this. Try again; if it stays so, tell your administrator.");
    }
}

} // namespace

Error errorOfAnswer(int status, const QByteArray &body, const QString &where)
{
    rest::Problem problem;
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    if (json.isEmpty() || !fromJson(json, problem)) {
        problem = {};
        problem.code = rest::codeFromStatus(status);
    } else if (!json.contains("code"_L1)) {
        problem.code = rest::codeFromStatus(status);
    }
    Error error = rest::toError(problem);
    if (error.text.isEmpty())
        error.text = sentenceOf(error.code);
    error.detail = where + u" answered "_s + QString::number(status);
    if (!problem.present.isEmpty())
        error.present = QJsonDocument(problem.present).toJson(QJsonDocument::Compact);
    return error;
}

Error errorOfConnection(QNetworkReply::NetworkError error, const QString &host, const QString &where)
{
    const QString detail = where + u" failed, network error "_s + QString::number(error);
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return {ErrorCode::Unavailable,
                tr("There is no computer named %1. Check the address of the service.").arg(host), detail};
    case QNetworkReply::SslHandshakeFailedError:
        return {
            ErrorCode::Unavailable,
            tr("The service at %1 could not prove who it is. Ask your administrator about its certificate.")
                .arg(host),
            detail};
    case QNetworkReply::TimeoutError:
        return {ErrorCode::Timeout, tr("The service at %1 did not answer in time. Try again.").arg(host),
                detail};
    default:
        return {
            ErrorCode::Unavailable,
            tr("The service at %1 does not answer. Check that it runs and that the network works.").arg(host),
            detail};
    }
}

} // namespace renewal::client
