// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/servicechooser.h"

#include "app/client/restclient.h"
#include "app/client/restsystemgateway.h"
#include "app/console/consoleoptions.h"
#include "app/console/startdata.h"
#include "app/console/tokenstore.h"
#include "models/gateway/await.h"

#include <QNetworkAccessManager>
#include <QPromise>

#include <memory>

namespace renewal::console {

using namespace Qt::StringLiterals;

namespace {
template <class T>
QFuture<Result<T>> answeredWith(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

/// A client for one question; ends some time after its answer, never inside of it.
struct Trial : QObject
{
    using QObject::QObject;

    QNetworkAccessManager network;
    client::RestClient client{&network};
    client::RestSystemGateway system{&client};
};
} // namespace

ServiceChooser::ServiceChooser(const Clock *clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

ServiceChooser::~ServiceChooser()
{
    m_stop = true;
    if (m_demo)
        m_demo->wait();
}

bool ServiceChooser::canKeepTokens() const
{
    return TokenStore::isAvailable();
}

QFuture<Result<ServiceStatus>> ServiceChooser::test(const ServiceAddress &address)
{
    const auto url = serviceAddress(address.url);
    if (!url)
        return answeredWith(Result<ServiceStatus>(failure(url.error())));
    auto *trial = new Trial(this);
    trial->client.connectTo({*url, address.token});
    const auto promise = std::make_shared<QPromise<Result<ServiceStatus>>>();
    promise->start();
    await(trial->system.status(), trial, [promise, trial](const Result<ServiceStatus> &status) {
        trial->deleteLater();
        promise->addResult(status);
        promise->finish();
    });
    return promise->future();
}

QFuture<Result<QString>> ServiceChooser::loadDemo()
{
    if (!canLoadDemo() || (m_demo && m_demo->isRunning()))
        return answeredWith(Result<QString>(
            failure(ErrorCode::Conflict, tr("Made-up data cannot be loaded here at the moment."))));
    const auto promise = std::make_shared<QPromise<Result<QString>>>();
    promise->start();
    QFuture<Result<QString>> future = promise->future();
    m_demo.reset(QThread::create([this, promise, url = m_present.databaseUrl] {
        const Done done = addDemoData(url, *m_clock, [this](const QString &) { return !m_stop.load(); });
        promise->addResult(done ? Result<QString>(tr("The made-up region is in.")) : failure(done.error()));
        promise->finish();
    }));
    m_demo->setObjectName(u"renewal-demo"_s);
    m_demo->start();
    return future;
}

} // namespace renewal::console
