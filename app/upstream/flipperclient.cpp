// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/flipperclient.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

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

constexpr int mostLooks = 3; ///< after a write whose answer left a doubt

Error awayError()
{
    return {ErrorCode::Unavailable, Texts::tr("Flipper does not answer."), {}};
}
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
    const QUrl &base = endpoint.base;
    const bool isHere = base.host() == "localhost"_L1 || QHostAddress(base.host()).isLoopback();
    if (!base.isValid() || base.host().isEmpty() || !base.userInfo().isEmpty() || base.hasQuery())
        return failure(ErrorCode::InvalidInput,
                       Texts::tr("The address of Flipper is none: write it as https://host/path."));
    if (base.scheme() != "https"_L1 && !(base.scheme() == "http"_L1 && isHere))
        return failure(ErrorCode::InvalidInput,
                       Texts::tr("Flipper must be called by https, but on this computer itself."));
    return ok();
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
    Answer answer;
    if (m_isInterrupted) {
        answer.error = {ErrorCode::Cancelled, Texts::tr("The service ends."), {}};
        return answer;
    }
    QUrl url = m_endpoint.base;
    const QString base = url.path();
    url.setPath((base.endsWith(u'/') ? base : base + u'/') + u"features/"_s + path);
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
    wait(reply.get(), answer);
    return answer;
}

void FlipperClient::wait(QNetworkReply *reply, Answer &answer)
{
    QEventLoop loop;
    QTimer deadline;
    const auto give = [&answer, reply](const Error &error) {
        answer.error = error;
        reply->abort();
    };
    const auto collect = [this, &answer, reply, give] {
        answer.body += reply->readAll();
        if (answer.body.size() > m_limits.maxAnswerBytes)
            give({ErrorCode::TooLarge, Texts::tr("Flipper's answer is too large to be a feature."), {}});
    };
    connect(&deadline, &QTimer::timeout, &loop, [give] {
        give({ErrorCode::Timeout, Texts::tr("Flipper did not answer in time."), {}});
    });
    connect(this, &FlipperClient::interrupted, &loop, [give] {
        give({ErrorCode::Cancelled, Texts::tr("The service ends."), {}});
    });
    connect(reply, &QNetworkReply::readyRead, &loop, collect);
    connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    deadline.setSingleShot(true);
    deadline.start(m_limits.timeout);
    if (!reply->isFinished())
        loop.exec();
    if (!answer.error.text.isEmpty())
        return;
    collect();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0 || (status < 400 && reply->error() != QNetworkReply::NoError))
        answer.error = awayError();
    else
        answer.status = status;
}

} // namespace renewal::upstream
