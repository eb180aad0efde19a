// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/exchange/renewalcall.h"

#include <QNetworkRequest>
#include <QObject>
#include <QPointer>
#include <QUrl>

#include <chrono>
#include <functional>

namespace renewal::upstream {

/// Where Secure Messaging answers, and what lets us in.
struct MessagingEndpoint
{
    QUrl base;        ///< "https://sm.example.gov/v1/sm/patient"
    QByteArray token; ///< never logged
};

/// Ceilings and patience.
struct MessagingLimits
{
    std::chrono::milliseconds timeout{60'000}; ///< of one call, to its last byte
    std::chrono::milliseconds grace{3'000};    ///< after interrupt()
    qint64 maxAnswerBytes = 1024 * 1024;
};

/// InvalidInput unless messages and token travel encrypted there, or do not leave this computer.
Done checkEndpoint(const MessagingEndpoint &endpoint);

/// Calls Secure Messaging, one call at a time: POST message/renewal, and POST folder/-1/searchMessage for
/// what was sent. A call returns when its answer is there, handling the thread's events meanwhile; it makes
/// one attempt, and never sends a message again by itself. Lives in one thread.
class MessagingClient final : public QObject
{
    Q_OBJECT

public:
    explicit MessagingClient(MessagingEndpoint endpoint, const MessagingLimits &limits = {});

    /// Once isTooLate() says so no byte of the message leaves any more; it is asked right before.
    exchange::SendAnswer send(const exchange::RenewalCall &call, const std::function<bool()> &isTooLate);
    /// Looks for messages that carry the reference and were sent since that day.
    exchange::SearchAnswer findSent(const QString &patientKey, const QString &reference,
                                    const QDateTime &since);

public slots:
    /// The call under way, and any after it, gets only the grace any more: for the end of the service.
    void interrupt();

signals:
    void interrupted();

private:
    struct Answer
    {
        int status = 0; ///< 0: none came
        QByteArray body;
        QString code; ///< of exchange::sendProblem() when no whole answer came
        int retryAfter = 0;
    };

    QNetworkRequest request(const QString &path, const QString &patientKey) const;
    Answer post(const QNetworkRequest &request, const QByteArray &body,
                const std::function<bool()> &isTooLate);

    const MessagingEndpoint m_endpoint;
    const MessagingLimits m_limits;
    bool m_isInterrupted = false;
};

} // namespace renewal::upstream
