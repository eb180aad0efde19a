// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QString>
#include <QThread>
#include <QVector>

#include <functional>
#include <memory>
#include <mutex>

namespace renewal::testing {

/// How the server behaves to one call that sends a message.
struct MessagingManners
{
    enum class End
    {
        Answer,         ///< says what it did
        AnswerAndStay,  ///< says what it did, and keeps the connection, which it was asked to close
        DropBefore,     ///< ends the connection, and keeps nothing
        DropAfter,      ///< keeps the message, and ends the connection without a word
        Silence,        ///< keeps the message, and says nothing until the caller gives up
        AnswerHalf,     ///< keeps the message, and ends the connection in the middle of the answer
        AnswerNonsense, ///< keeps the message, and answers 200 with no JSON
        AnswerTooMuch,  ///< keeps the message, and answers 200 with megabytes
    };
    int errorCode = 0;   ///< of Secure Messaging: nothing is kept, {errorCode, message} is answered
    int status = 0;      ///< with errorCode, or alone: nothing is kept, and the body is no JSON
    int delay = 0;       ///< milliseconds until it is answered; it is kept before, unless:
    int late = 0;        ///< milliseconds until it is kept, and answered
    bool isHeld = false; ///< it is neither kept nor answered until release()
    int retryAfter = 0;  ///< seconds, told with an error
    End end = End::Answer;
};

/// How the server behaves to a search.
struct SearchManners
{
    int errorCode = 0; ///< as above; nothing is listed
    int status = 0;
    bool isTooMuch = false;      ///< answers 200 with megabytes
    bool hasUnreadable = false;  ///< lists a message without an id besides
    bool isFull = false;         ///< lists as many others as were asked for, and nothing of ours
    bool renumbersTeams = false; ///< lists other numbers of care teams than it was told
    bool listsTwice = false;     ///< lists every message twice
};

/// A message that the server took.
struct KeptMessage
{
    QString id;
    QString patient;
    QString prescriptionId;
    qint64 recipient = 0;
    QString subject;
    QString body;
    QDateTime at;
};

class MessagingWorker;

/// A Secure Messaging of the shapes that are documented (POST message/renewal and
/// folder/-1/searchMessage/page/N/pageSize/M, upstream's field names, {errorCode, developerMessage,
/// message}), on a loopback port, in its own thread. What it kept it keeps while it lives, as Secure
/// Messaging does: it refuses no message for being the second. May be used from any thread.
class MessagingServer
{
public:
    MessagingServer();
    ~MessagingServer();
    MessagingServer(const MessagingServer &) = delete;
    MessagingServer &operator=(const MessagingServer &) = delete;

    /// "http://127.0.0.1:PORT/sm"
    QString url() const;
    static QByteArray token() { return "test-messaging-token"; }

    /// The manners of the n-th call that sends a message, from 0; by default all are answered.
    void setManners(std::function<MessagingManners(int)> manners);
    void setManners(const MessagingManners &always);
    /// The manners of calls that send a message of that patient; they come before the others.
    void setMannersFor(const QString &patient, const MessagingManners &manners);
    /// The manners of searches in that patient's messages.
    void setSearchManners(std::function<SearchManners(const QString &patient)> manners);
    /// Searches answer 503.
    void setSearchIsAway(bool isAway);
    /// What the server's clock shows; invalid: the real time.
    void setTime(const QDateTime &time);
    /// Keeps and answers what was held.
    void release();

    QVector<KeptMessage> messages() const;
    int calls() const;    ///< that send a message
    int searches() const; ///< in the sent folder
    int connections() const;
    /// What made a call wrong by itself (token, path, fields); empty when nothing did.
    QString complaint() const;

private:
    friend class MessagingWorker;

    mutable std::mutex m_mutex; ///< guards all below but the thread
    std::function<MessagingManners(int)> m_manners;
    QHash<QString, MessagingManners> m_mannersFor;
    std::function<SearchManners(const QString &)> m_searchManners;
    QDateTime m_time;
    QVector<KeptMessage> m_messages;
    QString m_complaint;
    int m_calls = 0;
    int m_searches = 0;
    int m_connections = 0;
    quint16 m_port = 0;
    QThread m_thread;
    MessagingWorker *m_worker = nullptr;
};

} // namespace renewal::testing
