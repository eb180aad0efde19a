// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakenetwork.h"

#include <QTimer>

#include <algorithm>
#include <cstring>

namespace renewal::test {

FakeNetwork::FakeNetwork(QVector<FakeAnswer> script, QObject *parent)
    : QNetworkAccessManager(parent)
    , m_script(std::move(script))
{
}

void FakeNetwork::setScript(QVector<FakeAnswer> script)
{
    m_script = std::move(script);
}

void FakeNetwork::release()
{
    const auto replies = m_replies;
    for (const auto &reply : replies) {
        if (reply && reply->isHeld())
            reply->play();
    }
}

int FakeNetwork::pending() const
{
    return static_cast<int>(std::count_if(m_replies.begin(), m_replies.end(),
                                          [](const auto &reply) { return reply && !reply->isFinished(); }));
}

QNetworkReply *FakeNetwork::createRequest(Operation operation, const QNetworkRequest &request,
                                          QIODevice *data)
{
    m_seen.append({operation, request, data ? data->readAll() : QByteArray()});
    FakeAnswer answer;
    if (!m_script.isEmpty())
        answer = m_script.size() > 1 ? m_script.takeFirst() : m_script.first();
    auto *reply = new FakeReply(answer, operation, request, this);
    m_replies.append(reply);
    if (!answer.held)
        QTimer::singleShot(0, reply, &FakeReply::play);
    return reply;
}

FakeReply::FakeReply(const FakeAnswer &answer, QNetworkAccessManager::Operation operation,
                     const QNetworkRequest &request, QObject *parent)
    : QNetworkReply(parent)
    , m_answer(answer)
{
    setOperation(operation);
    setRequest(request);
    setUrl(request.url());
    open(QIODevice::ReadOnly);
}

void FakeReply::play()
{
    if (isFinished())
        return;
    m_played = true;
    if (m_answer.status > 0) {
        setAttribute(QNetworkRequest::HttpStatusCodeAttribute, m_answer.status);
        if (!m_answer.retryAfter.isEmpty())
            setRawHeader("Retry-After", m_answer.retryAfter);
        emit readyRead();
    }
    // A slot of readyRead may have aborted this reply.
    if (!isFinished())
        end(m_answer.error != NoError ? m_answer.error
                                      : (m_answer.status >= 400 ? UnknownContentError : NoError));
}

void FakeReply::abort()
{
    if (!isFinished())
        end(OperationCanceledError);
}

qint64 FakeReply::bytesAvailable() const
{
    return (m_played ? m_answer.body.size() - m_read : 0) + QNetworkReply::bytesAvailable();
}

qint64 FakeReply::readData(char *data, qint64 size)
{
    const qint64 length = m_played ? std::min<qint64>(size, m_answer.body.size() - m_read) : 0;
    if (length > 0)
        std::memcpy(data, m_answer.body.constData() + m_read, static_cast<size_t>(length));
    m_read += length;
    return length;
}

void FakeReply::end(NetworkError error)
{
    setFinished(true);
    if (error != NoError) {
        setError(error, QStringLiteral("scripted"));
        emit errorOccurred(error);
    }
    emit finished();
}

} // namespace renewal::test
