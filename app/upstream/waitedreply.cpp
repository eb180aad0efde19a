// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/waitedreply.h"

#include <QNetworkRequest>
#include <QTimer>

namespace renewal::upstream {

Error interruptedError()
{
    return {ErrorCode::Cancelled, WaitedReply::tr("The service ends."), {}};
}

WaitedReply::WaitedReply(QNetworkReply *reply, const ReplyLimits &limits, const QString &name)
    : m_reply(reply)
    , m_limits(limits)
    , m_name(name)
{
}

Result<QByteArray> WaitedReply::wait()
{
    QTimer deadline;
    deadline.setSingleShot(true);
    connect(&deadline, &QTimer::timeout, this, [this] {
        give({ErrorCode::Timeout, tr("%1 did not answer in time.").arg(m_name), {}});
    });
    connect(m_reply, &QNetworkReply::readyRead, this, &WaitedReply::collect);
    connect(m_reply, &QNetworkReply::finished, &m_loop, &QEventLoop::quit);
    deadline.start(m_limits.timeout);
    if (!m_reply->isFinished())
        m_loop.exec();
    collect();
    if (!m_error.text.isEmpty())
        return failure(m_error);
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // An error status is an answer too; but one that was cut off is none.
    if (status == 0 || (status < 400 && m_reply->error() != QNetworkReply::NoError))
        return failure(ErrorCode::Unavailable, tr("%1 does not answer.").arg(m_name));
    return m_body;
}

void WaitedReply::interrupt()
{
    give(interruptedError());
}

void WaitedReply::collect()
{
    if (!m_error.text.isEmpty() || !m_reply->isOpen())
        return;
    m_body += m_reply->readAll();
    if (m_body.size() > m_limits.maxBytes)
        give({ErrorCode::TooLarge, tr("The answer of %1 is larger than it may be.").arg(m_name), {}});
}

void WaitedReply::give(const Error &error)
{
    m_error = error;
    m_reply->abort();
}

} // namespace renewal::upstream
