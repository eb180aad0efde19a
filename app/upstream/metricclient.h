// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/exchange/metriccall.h"

#include <QObject>
#include <QUrl>

#include <chrono>
#include <memory>

class QNetworkAccessManager;
class QNetworkReply;

namespace renewal::upstream {

/// Where figures are asked for, and what lets us in.
struct MetricEndpoint
{
    exchange::MetricBackEnd backEnd = exchange::MetricBackEnd::Prometheus;
    QUrl base;                 ///< "https://api.ddog-gov.com"
    QByteArray key;            ///< DD-API-KEY, or a bearer token; empty: none is sent; never logged
    QByteArray applicationKey; ///< DD-APPLICATION-KEY
    QString property;          ///< of Google Analytics: "123456"
};

struct MetricLimits
{
    std::chrono::milliseconds timeout{30'000}; ///< of one call
    qint64 maxAnswerBytes = 32 * 1024 * 1024;
    int maxPages = 50; ///< of one report
};

/// InvalidInput unless keys travel encrypted there, or do not leave this computer.
Done checkEndpoint(const MetricEndpoint &endpoint);

/// What came of one question.
struct MetricReply
{
    Result<exchange::MetricAnswer> answer;
    int retryAfterSeconds = 0; ///< how long the service wants to be left alone; 0: it does not say
};

/// Asks one service for figures, one call at a time; a call returns when its answer is there, handling the
/// thread's events meanwhile. It asks once: when to ask again is the caller's. Lives in one thread.
class MetricClient final : public QObject
{
    Q_OBJECT

public:
    explicit MetricClient(MetricEndpoint endpoint, const MetricLimits &limits = {});
    ~MetricClient() override;

    /// All pages of a report are one answer; when one of them fails, there is none.
    MetricReply ask(const exchange::MetricQuestion &question);

public slots:
    /// Ends the call under way, and all after it: for the end of the service.
    void interrupt();

signals:
    void interrupted();

private:
    MetricReply askPage(const exchange::MetricQuestion &question, qint64 offset);
    Result<QByteArray> wait(QNetworkReply *reply);

    const MetricEndpoint m_endpoint;
    const MetricLimits m_limits;
    std::unique_ptr<QNetworkAccessManager> m_network;
    bool m_isInterrupted = false;
};

} // namespace renewal::upstream
