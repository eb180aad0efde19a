// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/restrequest.h"
#include "models/base/result.h"

#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

class QNetworkAccessManager;

namespace renewal::client {

/// One request on its way: its attempts, its deadline and its single completion.
///
/// Owned by a RestClient, in whose thread it lives. The completion runs exactly once: from the event loop
/// with the answer or an error, or from the destructor with Cancelled. After it the call deletes itself.
class RestCall final : public QObject
{
    Q_OBJECT

public:
    using Completion = std::function<void(Result<RestAnswer>)>;

    RestCall(QNetworkAccessManager *network, RestRequest request, const RestSettings &settings,
             Completion completion, QObject *parent);
    ~RestCall() override;

    /// Sends the first attempt. Until then the call waits without a deadline.
    void start(const RestEndpoint &endpoint);
    /// Ends the call with `error`; nothing happens when it is over already.
    void fail(const Error &error);
    /// The caller lost interest.
    void abandon();

    bool isStarted() const { return m_attempt > 0; }

signals:
    /// The service gave a complete answer of any status but 502 and 503.
    void answered();
    /// No answer, or not in time. The call itself may go on with another attempt.
    void unreachable(const renewal::Error &error);

private:
    void attempt();
    QNetworkReply *send();
    void collect();
    void conclude();
    void expire();
    bool mayTryAgain() const;
    void tryAgainOr(const Error &error, const QByteArray &retryAfter = {});
    void settle(Result<RestAnswer> result);
    void deliver();
    void dropReply();
    QString where() const;

    QNetworkAccessManager *m_network;
    RestRequest m_request;
    RestSettings m_settings;
    Completion m_completion;
    RestEndpoint m_endpoint;
    QPointer<QNetworkReply> m_reply;
    QTimer m_deadline;
    QTimer m_pause;
    QByteArray m_body;
    int m_attempt = 0;
    std::optional<Result<RestAnswer>> m_result; ///< set once, then delivered from the event loop
};

} // namespace renewal::client
