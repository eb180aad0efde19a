// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QEventLoop>
#include <QNetworkReply>
#include <QObject>

#include <chrono>

namespace renewal::upstream {

struct ReplyLimits
{
    std::chrono::milliseconds timeout;
    qint64 maxBytes;
};

/// Cancelled: the service ends.
Error interruptedError();

/// One answer of another program, waited for with a deadline and a ceiling while the thread's events go on.
/// It lives as long as the wait.
class WaitedReply final : public QObject
{
    Q_OBJECT

public:
    /// `name` is what sentences call the other side. The reply must outlive this object.
    WaitedReply(QNetworkReply *reply, const ReplyLimits &limits, const QString &name);

    /// The whole body, whatever the status. Timeout, TooLarge, Cancelled (interrupt()), Unavailable: no whole
    /// answer came.
    Result<QByteArray> wait();

public slots:
    void interrupt();

private:
    void collect();
    void give(const Error &error);

    QNetworkReply *m_reply;
    const ReplyLimits m_limits;
    const QString m_name;
    QEventLoop m_loop;
    QByteArray m_body;
    Error m_error;
};

} // namespace renewal::upstream
