// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/flipperclient.h"

#include "app/upstream/endpointaddress.h"
#include "app/upstream/waitedreply.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <memory>

namespace renewal::upstream {

using namespace Qt::StringLiterals;
using exchange::FlipperGates;
using State = FlipperOutcome::State;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(FlipperClient)
};

constexpr int mostLooks = 3; ///< after the writes
} // namespace

QString toString(State state)
{
    switch (state) {
    case State::Done:
        return u"done"_s;
    case State::Refused:
        return u"refused"_s;
    case State::Partly:
        return u"partly"_s;
    case State::Unknown:
        break;
    }
    return u"unknown"_s;
}

Done checkEndpoint(const FlipperEndpoint &endpoint)
{
    return checkAddress(endpoint.base, u"Flipper"_s);
}

FlipperClient::FlipperClient(FlipperEndpoint endpoint, const FlipperLimits &limits)
    : m_endpoint(std::move(endpoint))
    , m_limits(limits)
    , m_network(std::make_unique<QNetworkAccessManager>())
{
    m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

FlipperClient::~FlipperClient() = default;

void FlipperClient::interrupt()
{
    m_isInterrupted = true;
    emit interrupted();
}

Result<FlipperGates> FlipperClient::read(const QString &key)
{
    const Answer answer = call("GET", key);
    if (answer.status == 0)
        return failure(answer.error);
    if (answer.status != 200)
        return failure(exchange::flipperError(answer.status, answer.body));
    auto gates = exchange::readFlipperGates(answer.body);
    if (gates && gates->key != key)
        return failure(ErrorCode::InvalidInput, Texts::tr("Flipper answered with another feature."));
    return gates;
}

FlipperOutcome FlipperClient::bring(const FlipperGates &wanted)
{
    const auto before = read(wanted.key);
    if (!before)
        return {State::Refused, {}, {}, before.error()};
    Done written = ok();
    const auto calls = exchange::callsTowards(*before, wanted);
    for (const exchange::FlipperCall &call : calls) {
        written = write(wanted.key, call);
        if (!written)
            break;
    }
    const auto present = readBack(wanted.key);
    if (!present) {
        return {State::Unknown,
                *before,
                {},
                {ErrorCode::Unavailable,
                 Texts::tr("Flipper may have taken the change or a part of it, and cannot be asked now."),
                 {}}};
    }
    if (exchange::isSameGates(*present, wanted))
        return {State::Done, *before, *present, {}};
    if (exchange::isSameGates(*present, *before)) {
        return {State::Refused, *before, *present,
                written ? Error{ErrorCode::Conflict,
                                Texts::tr("Flipper took the change, and stands as before all the same."),
                                {}}
                        : written.error()};
    }
    return {State::Partly, *before, *present,
            written
                ? Error{ErrorCode::Conflict,
                        Texts::tr("Flipper does not stand as it was told: somebody else may be changing it."),
                        {}}
                : written.error()};
}

Done FlipperClient::write(const QString &key, const exchange::FlipperCall &flipperCall)
{
    const Answer answer =
        call(flipperCall.isDelete ? "DELETE" : "POST", key + u'/' + flipperCall.gate, flipperCall.body);
    if (answer.status == 0)
        return failure(answer.error);
    if (answer.status != 200 && answer.status != 204)
        return failure(exchange::flipperError(answer.status, answer.body));
    return ok();
}

Result<FlipperGates> FlipperClient::readBack(const QString &key)
{
    auto gates = read(key);
    for (int look = 1; !gates && look < mostLooks && !m_isInterrupted; ++look)
        gates = read(key);
    return gates;
}

FlipperClient::Answer FlipperClient::call(const QByteArray &verb, const QString &path, const QByteArray &body)
{
    if (m_isInterrupted)
        return {0, {}, interruptedError()};
    const QUrl url = below(m_endpoint.base, u"features/"_s + path);
    QNetworkRequest request(url);
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("Connection", "close");
    if (!m_endpoint.token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_endpoint.token);
    if (!body.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    const std::unique_ptr<QNetworkReply> reply(m_network->sendCustomRequest(request, verb, body));
    WaitedReply waited(reply.get(), {m_limits.timeout, m_limits.maxAnswerBytes}, u"Flipper"_s);
    connect(this, &FlipperClient::interrupted, &waited, &WaitedReply::interrupt);
    const auto answered = waited.wait();
    if (!answered)
        return {0, {}, answered.error()};
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), *answered, {}};
}

} // namespace renewal::upstream
