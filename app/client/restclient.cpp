// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/restclient.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>

namespace renewal::client {

using namespace Qt::StringLiterals;

namespace {

bool isLoopback(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

} // namespace

RestClient::RestClient(QNetworkAccessManager *network, const RestSettings &settings, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_settings(settings)
{
}

RestClient::~RestClient()
{
    // A completion may make another call: it is refused, and the loop ends with the last one.
    m_closing = true;
    while (auto *call = findChild<RestCall *>(QString(), Qt::FindDirectChildrenOnly))
        delete call;
}

void RestClient::connectTo(const RestEndpoint &endpoint)
{
    m_endpoint = endpoint;
    m_refusal.reset();
    // The desktop's proxy must not see what stays on this machine.
    if (isLoopback(endpoint.base.host()))
        m_network->setProxy(QNetworkProxy::NoProxy);
    const auto waiting = findChildren<RestCall *>(QString(), Qt::FindDirectChildrenOnly);
    for (auto *call : waiting)
        call->start(endpoint);
    emit connected();
}

void RestClient::refuse(const Error &error)
{
    m_refusal = error;
    m_endpoint.reset();
    const auto waiting = findChildren<RestCall *>(QString(), Qt::FindDirectChildrenOnly);
    for (auto *call : waiting)
        call->fail(error);
    emit refused(error);
}

RestCall *RestClient::open(RestRequest request, RestCall::Completion completion)
{
    auto *call = new RestCall(m_network, std::move(request), m_settings, std::move(completion), this);
    connect(call, &RestCall::answered, this, &RestClient::answered);
    connect(call, &RestCall::unreachable, this, &RestClient::unreachable);
    if (m_closing)
        call->abandon();
    else if (m_refusal)
        call->fail(*m_refusal);
    else if (m_endpoint)
        call->start(*m_endpoint);
    return call;
}

} // namespace renewal::client
