// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/restcall.h"
#include "app/client/restrequest.h"
#include "models/base/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QPromise>

#include <functional>
#include <memory>
#include <optional>

class QNetworkAccessManager;

namespace renewal::client {

/// Sends requests to one service and turns what comes back into futures of Result.
///
/// It may be used before the address of the service is known: calls wait until connectTo() or refuse().
/// Every future is finished exactly once and always holds a result, also when the client is destroyed
/// (then Cancelled); cancelling a future stops its request. Calls on failing connections and 502/503 are
/// repeated with growing pauses when that is safe: GET, and writes with an idempotency key.
///
/// Lives in one thread with its access manager, which is not owned.
class RestClient final : public QObject
{
    Q_OBJECT

public:
    explicit RestClient(QNetworkAccessManager *network, const RestSettings &settings = {},
                        QObject *parent = nullptr);
    ~RestClient() override;

    /// Sets the service and sends what waited for it.
    void connectTo(const RestEndpoint &endpoint);
    /// There will be no service: what waits, and what comes, fails with `error`.
    void refuse(const Error &error);
    bool isConnected() const { return m_endpoint.has_value(); }

    /// Sends `request`; `decode` turns the answer into the value or tells what is wrong with it.
    template <class T>
    QFuture<Result<T>> call(const RestRequest &request, std::function<Result<T>(const RestAnswer &)> decode)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        QFuture<Result<T>> future = promise->future();
        auto complete = [promise, decode = std::move(decode)](Result<RestAnswer> answer) {
            if (answer)
                promise->addResult(decode(*answer));
            else
                promise->addResult(Result<T>(failure(answer.error())));
            promise->finish();
        };
        RestCall *call = open(request, std::move(complete));
        auto *watcher = new QFutureWatcher<Result<T>>(call);
        QObject::connect(watcher, &QFutureWatcherBase::canceled, call, &RestCall::abandon);
        watcher->setFuture(future);
        return future;
    }

signals:
    void connected();
    void refused(const renewal::Error &error);
    /// Some call got an answer.
    void answered();
    /// Some call got none.
    void unreachable(const renewal::Error &error);

private:
    RestCall *open(RestRequest request, RestCall::Completion completion);

    QNetworkAccessManager *m_network;
    RestSettings m_settings;
    std::optional<RestEndpoint> m_endpoint;
    std::optional<Error> m_refusal;
    bool m_closing = false;
};

} // namespace renewal::client
