// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/metricclient.h"

#include "app/upstream/endpointaddress.h"
#include "app/upstream/waitedreply.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>

namespace renewal::upstream {

using namespace Qt::StringLiterals;
using exchange::MetricAnswer;
using exchange::MetricBackEnd;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(MetricClient)
};

constexpr int longestRetryAfter = 3'600; ///< seconds

void addKeys(QNetworkRequest &request, const MetricEndpoint &endpoint)
{
    switch (endpoint.backEnd) {
    case MetricBackEnd::Datadog:
    case MetricBackEnd::DatadogTimeseries:
        request.setRawHeader("DD-API-KEY", endpoint.key);
        request.setRawHeader("DD-APPLICATION-KEY", endpoint.applicationKey);
        return;
    case MetricBackEnd::Prometheus:
    case MetricBackEnd::Ga4:
        break;
    }
    if (!endpoint.key.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + endpoint.key);
}

/// Datadog says it in a header of its own; dates instead of seconds are not used by any of them.
int retryAfter(const QNetworkReply &reply)
{
    const int seconds =
        std::max(reply.rawHeader("Retry-After").toInt(), reply.rawHeader("X-RateLimit-Reset").toInt());
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return status == 429 || status == 503 ? std::clamp(seconds, 0, longestRetryAfter) : 0;
}
} // namespace

Done checkEndpoint(const MetricEndpoint &endpoint)
{
    return checkAddress(endpoint.base, exchange::serviceName(endpoint.backEnd));
}

MetricClient::MetricClient(MetricEndpoint endpoint, const MetricLimits &limits)
    : m_endpoint(std::move(endpoint))
    , m_limits(limits)
    , m_network(std::make_unique<QNetworkAccessManager>())
{
    m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

MetricClient::~MetricClient() = default;

void MetricClient::interrupt()
{
    m_isInterrupted = true;
    emit interrupted();
}

MetricReply MetricClient::ask(const exchange::MetricQuestion &question)
{
    MetricReply reply = askPage(question, 0);
    for (int page = 1; reply.answer && reply.answer->rows > qint64(page) * exchange::ga4PageRows; ++page) {
        if (page == m_limits.maxPages) {
            return {failure(ErrorCode::TooLarge,
                            Texts::tr("The report has %1 rows, more than can be taken; ask for less time or "
                                      "fewer dimensions.")
                                .arg(reply.answer->rows)),
                    0};
        }
        const MetricReply next = askPage(question, qint64(page) * exchange::ga4PageRows);
        if (!next.answer)
            return next;
        exchange::addPage(*reply.answer, *next.answer);
    }
    return reply;
}

MetricReply MetricClient::askPage(const exchange::MetricQuestion &question, qint64 offset)
{
    const auto call = exchange::metricCall(m_endpoint.backEnd, m_endpoint.property, question, offset);
    if (!call)
        return {failure(call.error()), 0};
    QUrl url = below(m_endpoint.base, call->path);
    if (!call->parameters.isEmpty())
        url.setQuery(call->parameters);
    QNetworkRequest request(url);
    request.setRawHeader("Accept", "application/json");
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    if (!call->body.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    addKeys(request, m_endpoint);
    const std::unique_ptr<QNetworkReply> reply(m_network->sendCustomRequest(request, call->verb, call->body));
    const auto body = wait(reply.get());
    if (!body)
        return {failure(body.error()), 0};
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return {exchange::readMetricAnswer(m_endpoint.backEnd, status, *body), retryAfter(*reply)};
}

Result<QByteArray> MetricClient::wait(QNetworkReply *reply)
{
    if (m_isInterrupted)
        return failure(interruptedError());
    WaitedReply waited(reply, {m_limits.timeout, m_limits.maxAnswerBytes},
                       exchange::serviceName(m_endpoint.backEnd));
    connect(this, &MetricClient::interrupted, &waited, &WaitedReply::interrupt);
    return waited.wait();
}

} // namespace renewal::upstream
