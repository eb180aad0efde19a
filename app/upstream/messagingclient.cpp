// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/messagingclient.h"

#include "app/upstream/endpointaddress.h"
#include "app/upstream/onetimebody.h"
#include "models/domain/outbox.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

#include <algorithm>

namespace renewal::upstream {

using namespace Qt::StringLiterals;
using exchange::SendAnswer;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("MessagingClient", text);
}

constexpr int mostFound = 100;

/// Whether nothing of the request can have arrived.
bool wasNeverConnected(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::ProtocolUnknownError:
        return true;
    default:
        return false;
    }
}
} // namespace

Done checkEndpoint(const MessagingEndpoint &endpoint)
{
    if (const Done checked = checkAddress(endpoint.base, tr("Secure Messaging")); !checked)
        return checked;
    if (endpoint.token.isEmpty())
        return failure(ErrorCode::InvalidInput, tr("The token for Secure Messaging is missing."));
    return ok();
}

MessagingClient::MessagingClient(MessagingEndpoint endpoint, const MessagingLimits &limits)
    : m_endpoint(std::move(endpoint))
    , m_limits(limits)
{
}

void MessagingClient::interrupt()
{
    m_isInterrupted = true;
    emit interrupted();
}

SendAnswer MessagingClient::send(const exchange::RenewalCall &call, const std::function<bool()> &isTooLate)
{
    QNetworkRequest head = request(u"message/renewal"_s, call.patientKey);
    head.setRawHeader("Idempotency-Key", call.sendKey.toLatin1());
    const Answer answer = post(head, exchange::toCallJson(call), isTooLate);
    if (!answer.code.isEmpty())
        return {exchange::sendProblem(answer.code).result,
                answer.code,
                {},
                0,
                exchange::concernsAll(answer.code)};
    SendAnswer read = exchange::readSendAnswer(answer.status, answer.body);
    read.retryAfter = answer.retryAfter;
    return read;
}

exchange::SearchAnswer MessagingClient::findSent(const QString &patientKey, const QString &reference,
                                                 const QDateTime &since)
{
    const QString path = u"folder/-1/searchMessage/page/1/pageSize/%1"_s.arg(mostFound);
    const Answer answer = post(request(path, patientKey), exchange::toSearchJson(reference, since), {});
    exchange::SearchAnswer found{{}, answer.code, 0};
    if (found.code.isEmpty())
        found = exchange::readSearchAnswer(answer.status, answer.body, reference, mostFound);
    found.retryAfter = answer.retryAfter;
    return found;
}

QNetworkRequest MessagingClient::request(const QString &path, const QString &patientKey) const
{
    QNetworkRequest request(below(m_endpoint.base, path));
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("Authorization", "Bearer " + m_endpoint.token);
    request.setRawHeader("mhvCorrelationId", patientKey.toUtf8());
    request.setRawHeader("Connection", "close");
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    return request;
}

MessagingClient::Answer MessagingClient::post(const QNetworkRequest &given, const QByteArray &body,
                                              const std::function<bool()> &isTooLate)
{
    QNetworkRequest request = given;
    request.setHeader(QNetworkRequest::ContentLengthHeader, body.size());
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    OneTimeBody device(body, isTooLate);
    // Its own for each call: a connection kept for the next message may end just when that is sent, and
    // nobody would know whether it arrived. Not every server heeds "Connection: close".
    QNetworkAccessManager network;
    network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    const std::unique_ptr<QNetworkReply> reply(network.post(request, &device));
    Answer answer;
    QEventLoop loop;
    QTimer deadline;
    const auto give = [&](const QString &code) {
        if (answer.code.isEmpty())
            answer.code = code;
        reply->abort();
    };
    const auto collect = [&] {
        answer.body += reply->readAll();
        if (answer.body.size() > m_limits.maxAnswerBytes)
            give(u"answer_unreadable"_s);
    };
    connect(&deadline, &QTimer::timeout, &loop, [&] { give(u"timeout"_s); });
    connect(this, &MessagingClient::interrupted, &loop, [this, timer = &deadline] {
        timer->start(std::min(m_limits.grace, timer->remainingTimeAsDuration()));
    });
    connect(reply.get(), &QNetworkReply::readyRead, &loop, collect);
    connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    deadline.setSingleShot(true);
    deadline.start(m_isInterrupted ? std::min(m_limits.grace, m_limits.timeout) : m_limits.timeout);
    if (!reply->isFinished())
        loop.exec();
    if (!reply->isFinished())
        give(u"timeout"_s); // the thread ends
    if (answer.code.isEmpty())
        collect();
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.retryAfter = std::clamp(reply->rawHeader("Retry-After").toInt(), 0, 3600);
    if (!answer.code.isEmpty())
        return answer;
    const bool isCutOff = answer.status < 400 && reply->error() != QNetworkReply::NoError;
    if (answer.status == 0 && wasNeverConnected(reply->error()))
        answer.code = u"unreachable"_s;
    else if (answer.status == 0 || isCutOff)
        answer.code = u"connection_lost"_s;
    return answer;
}

} // namespace renewal::upstream
