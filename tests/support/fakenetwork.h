// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QUrl>
#include <QVector>

namespace renewal::test {

/// What the scripted network answers to one request.
struct FakeAnswer
{
    int status = 200; ///< 0: the connection fails before any answer
    QByteArray body = "{}";
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QByteArray retryAfter = {};
    bool held = false; ///< nothing comes until FakeNetwork::release()

    static FakeAnswer json(const QByteArray &body, int status = 200) { return {status, body}; }
    static FakeAnswer refused() { return {0, {}, QNetworkReply::ConnectionRefusedError}; }
    /// The head and half of the body came, then the connection broke.
    static FakeAnswer cutOff() { return {200, "{\"half", QNetworkReply::RemoteHostClosedError}; }
    static FakeAnswer hanging() { return {.held = true}; }
};

/// One request as the network saw it.
struct SeenRequest
{
    QNetworkAccessManager::Operation operation = QNetworkAccessManager::UnknownOperation;
    QNetworkRequest request;
    QByteArray body;

    QByteArray header(const char *name) const { return request.rawHeader(name); }
};

class FakeReply;

/// A network below the client: it answers each request with the next line of its script, and with the last
/// line once the script is used up.
class FakeNetwork final : public QNetworkAccessManager
{
    Q_OBJECT

public:
    explicit FakeNetwork(QVector<FakeAnswer> script = {}, QObject *parent = nullptr);

    void setScript(QVector<FakeAnswer> script);
    const QVector<SeenRequest> &seen() const { return m_seen; }
    /// Lets the answers that are held back come.
    void release();
    /// Replies that were neither finished nor aborted.
    int pending() const;

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *data) override;

private:
    QVector<FakeAnswer> m_script;
    QVector<SeenRequest> m_seen;
    QVector<QPointer<FakeReply>> m_replies;
};

/// One scripted reply.
class FakeReply final : public QNetworkReply
{
    Q_OBJECT

public:
    FakeReply(const FakeAnswer &answer, QNetworkAccessManager::Operation operation,
              const QNetworkRequest &request, QObject *parent);

    void play();
    bool isHeld() const { return m_answer.held && !isFinished(); }

    void abort() override;
    qint64 bytesAvailable() const override;
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 size) override;

private:
    void end(NetworkError error);

    FakeAnswer m_answer;
    qint64 m_read = 0;
    bool m_played = false;
};

} // namespace renewal::test
