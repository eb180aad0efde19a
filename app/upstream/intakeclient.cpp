// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/intakeclient.h"

#include "models/exchange/intakeproblems.h"

#include <QEventLoop>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>
#include <QUrlQuery>

#include <algorithm>
#include <memory>

namespace renewal::upstream {

using namespace Qt::StringLiterals;

namespace {
constexpr int longestWait = 3600;

/// Seconds, or a date.
int retryAfter(const QByteArray &field, const QByteArray &dateField)
{
    bool isNumber = false;
    const int seconds = field.toInt(&isNumber);
    if (isNumber)
        return std::clamp(seconds, 0, longestWait);
    const auto read = [](const QByteArray &text) {
        return QLocale::c().toDateTime(QString::fromLatin1(text).remove(u" GMT"_s),
                                       u"ddd, dd MMM yyyy HH:mm:ss"_s);
    };
    const QDateTime until = read(field);
    const QDateTime from = read(dateField);
    return until.isValid() && from.isValid() ? std::clamp(int(from.secsTo(until)), 0, longestWait) : 0;
}

bool wasNeverConnected(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::ConnectionRefusedError || error == QNetworkReply::HostNotFoundError ||
           error == QNetworkReply::SslHandshakeFailedError ||
           error == QNetworkReply::ProxyConnectionRefusedError ||
           error == QNetworkReply::ProxyNotFoundError || error == QNetworkReply::UnknownNetworkError;
}
} // namespace

IntakeClient::IntakeClient(MessagingEndpoint endpoint, const MessagingLimits &limits)
    : m_endpoint(std::move(endpoint))
    , m_limits(limits)
{
}

void IntakeClient::interrupt()
{
    m_isInterrupted = true;
    emit interrupted();
}

QNetworkRequest IntakeClient::request(const IntakeQuery &query) const
{
    QUrl url = m_endpoint.base;
    const QString list =
        query.source == IntakeSource::Messages ? u"renewal-messages"_s : u"prescription-changes"_s;
    url.setPath((url.path().endsWith(u'/') ? url.path() : url.path() + u'/') + list);
    QUrlQuery parts;
    parts.addQueryItem(u"since"_s, query.since.toUTC().toString(Qt::ISODateWithMs));
    parts.addQueryItem(u"limit"_s, QString::number(query.limit));
    if (!query.cursor.isEmpty())
        parts.addQueryItem(u"cursor"_s, QString::fromLatin1(QUrl::toPercentEncoding(query.cursor)));
    url.setQuery(parts);
    QNetworkRequest request(url);
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("Authorization", "Bearer " + m_endpoint.token);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    return request;
}

IntakeAnswer IntakeClient::page(const IntakeQuery &query)
{
    IntakeAnswer answer;
    if (m_isInterrupted)
        return {{}, u"timeout"_s, 0};
    QNetworkAccessManager network;
    network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    const std::unique_ptr<QNetworkReply> reply(network.get(request(query)));
    QEventLoop loop;
    QTimer deadline;
    const auto give = [&answer, call = reply.get()](const QString &code) {
        if (answer.code.isEmpty())
            answer.code = code;
        call->abort();
    };
    const auto collect = [this, &answer, give, call = reply.get()] {
        answer.body += call->readAll();
        if (answer.body.size() > m_limits.maxAnswerBytes)
            give(u"too_large"_s);
    };
    connect(&deadline, &QTimer::timeout, &loop, [give] { give(u"timeout"_s); });
    connect(this, &IntakeClient::interrupted, &loop, [give] { give(u"timeout"_s); });
    connect(reply.get(), &QNetworkReply::readyRead, &loop, collect);
    connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    deadline.setSingleShot(true);
    deadline.start(m_limits.timeout);
    if (!reply->isFinished())
        loop.exec();
    if (!reply->isFinished())
        give(u"timeout"_s); // the thread ends
    if (answer.code.isEmpty())
        collect();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.retryAfter = retryAfter(reply->rawHeader("Retry-After"), reply->rawHeader("Date"));
    if (!answer.code.isEmpty())
        return answer;
    if (status == 0)
        answer.code = wasNeverConnected(reply->error()) ? u"unreachable"_s : u"connection_lost"_s;
    else if (status < 200 || status >= 300)
        answer.code = exchange::intakeProblemOf(status);
    else if (reply->error() != QNetworkReply::NoError)
        answer.code = u"connection_lost"_s;
    return answer;
}

} // namespace renewal::upstream
