// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/restcall.h"

#include "app/client/resterrors.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QNetworkAccessManager>
#include <QNetworkRequest>

#include <algorithm>
#include <utility>

namespace renewal::client {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(log, "renewal.client", QtWarningMsg)

QLatin1StringView verb(RestMethod method)
{
    switch (method) {
    case RestMethod::Get:
        return "GET"_L1;
    case RestMethod::Put:
        return "PUT"_L1;
    case RestMethod::Post:
        return "POST"_L1;
    case RestMethod::Delete:
        return "DELETE"_L1;
    }
    return {};
}

Error cancelled()
{
    return {ErrorCode::Cancelled, QCoreApplication::translate("RestClient", "The request was stopped."), {}};
}

} // namespace

RestCall::RestCall(QNetworkAccessManager *network, RestRequest request, const RestSettings &settings,
                   Completion completion, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_request(std::move(request))
    , m_settings(settings)
    , m_completion(std::move(completion))
{
    m_deadline.setSingleShot(true);
    m_pause.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &RestCall::expire);
    connect(&m_pause, &QTimer::timeout, this, &RestCall::attempt);
}

RestCall::~RestCall()
{
    dropReply();
    if (const auto completion = std::exchange(m_completion, {}))
        completion(m_result ? std::move(*m_result) : Result<RestAnswer>(failure(cancelled())));
}

void RestCall::start(const RestEndpoint &endpoint)
{
    if (m_result || isStarted())
        return;
    m_endpoint = endpoint;
    attempt();
}

void RestCall::fail(const Error &error)
{
    settle(failure(error));
}

void RestCall::abandon()
{
    settle(failure(cancelled()));
}

void RestCall::attempt()
{
    ++m_attempt;
    m_body.clear();
    m_reply = send();
    connect(m_reply, &QNetworkReply::readyRead, this, &RestCall::collect);
    // Queued, so that whatever the completion destroys is not below us on the stack.
    connect(m_reply, &QNetworkReply::finished, this, &RestCall::conclude, Qt::QueuedConnection);
    m_deadline.start(m_request.timeout.count() > 0 ? m_request.timeout : m_settings.timeout);
}

QNetworkReply *RestCall::send()
{
    QNetworkRequest request(requestUrl(m_endpoint, m_request));
    request.setRawHeader("Accept", "application/json, application/problem+json");
    request.setHeader(QNetworkRequest::UserAgentHeader, u"renewal-console/" RENEWAL_VERSION ""_s);
    if (!m_endpoint.token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_endpoint.token);
    if (m_request.ifMatch)
        request.setRawHeader("If-Match", '"' + QByteArray::number(*m_request.ifMatch) + '"');
    if (!m_request.idempotencyKey.isEmpty())
        request.setRawHeader("Idempotency-Key", m_request.idempotencyKey.toUtf8());
    // A redirect would carry the token to another place.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);

    const bool hasBody = m_request.method == RestMethod::Put || m_request.method == RestMethod::Post;
    if (hasBody)
        request.setHeader(QNetworkRequest::ContentTypeHeader, m_request.contentType);
    switch (m_request.method) {
    case RestMethod::Get:
        return m_network->get(request);
    case RestMethod::Put:
        return m_network->put(request, m_request.body);
    case RestMethod::Post:
        return m_network->post(request, m_request.body);
    case RestMethod::Delete:
        return m_network->deleteResource(request);
    }
    Q_UNREACHABLE();
}

void RestCall::collect()
{
    if (!m_reply)
        return;
    m_body += m_reply->readAll();
    if (m_body.size() <= m_settings.maxAnswerBytes)
        return;
    settle(failure(
        ErrorCode::TooLarge,
        QCoreApplication::translate(
            "RestClient", "The service's answer is larger than this program accepts. Narrow the list."),
        where() + u" exceeded the ceiling"_s));
}

void RestCall::conclude()
{
    if (!m_reply || m_result)
        return;
    collect();
    if (m_result)
        return;
    m_deadline.stop();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto networkError = m_reply->error();
    const QByteArray retryAfter = m_reply->rawHeader("Retry-After");
    const QByteArray next = m_reply->rawHeader("Next-Cursor");
    dropReply();
    qCDebug(log).noquote() << where() << status << networkError;

    const bool cutOff = status < 400 && networkError != QNetworkReply::NoError;
    if (status == 0 || cutOff) {
        const Error error = errorOfConnection(networkError, m_endpoint.base.host(), where());
        emit unreachable(error);
        tryAgainOr(error);
    } else if (status == 502 || status == 503) {
        tryAgainOr(errorOfAnswer(status, m_body, where()), retryAfter);
    } else {
        emit answered();
        if (status >= 300)
            settle(failure(errorOfAnswer(status, m_body, where())));
        else
            settle(RestAnswer{status, std::move(m_body), next});
    }
}

void RestCall::expire()
{
    // Not tried again: asking a slow service once more only makes it slower.
    const Error error = errorOfConnection(QNetworkReply::TimeoutError, m_endpoint.base.host(), where());
    dropReply();
    emit unreachable(error);
    settle(failure(error));
}

bool RestCall::mayTryAgain() const
{
    const bool repeatable =
        m_request.repeatable || m_request.method == RestMethod::Get || !m_request.idempotencyKey.isEmpty();
    return repeatable && !m_request.once && m_attempt < m_settings.attempts;
}

void RestCall::tryAgainOr(const Error &error, const QByteArray &retryAfter)
{
    if (!mayTryAgain()) {
        settle(failure(error));
        return;
    }
    auto pause = m_settings.backoff * (1 << std::min(m_attempt - 1, 10));
    bool isNumber = false;
    if (const int seconds = retryAfter.toInt(&isNumber); isNumber)
        pause = std::max<std::chrono::milliseconds>(pause, std::chrono::seconds(seconds));
    m_pause.start(std::min(pause, m_settings.longestBackoff));
}

void RestCall::settle(Result<RestAnswer> result)
{
    if (m_result)
        return;
    m_result.emplace(std::move(result));
    m_deadline.stop();
    m_pause.stop();
    dropReply();
    QMetaObject::invokeMethod(this, &RestCall::deliver, Qt::QueuedConnection);
}

void RestCall::deliver()
{
    const auto completion = std::exchange(m_completion, {});
    auto result = std::move(*m_result);
    deleteLater();
    // Last: it may destroy the client and this call with it.
    if (completion)
        completion(std::move(result));
}

void RestCall::dropReply()
{
    if (!m_reply)
        return;
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
}

QString RestCall::where() const
{
    return verb(m_request.method) + u" /"_s + m_request.path.join(u'/');
}

} // namespace renewal::client
