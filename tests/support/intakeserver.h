// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>
#include <QTcpServer>
#include <QVector>

#include <functional>

namespace renewal::testing {

/// How the server behaves to one call.
struct IntakeManners
{
    enum class End
    {
        Answer,
        Drop,           ///< ends the connection without a word
        AnswerHalf,     ///< tells the whole length, and ends in the middle
        AnswerNonsense, ///< 200, and no JSON
        Silence,        ///< says nothing
        AnswerTooMuch,  ///< 200, and megabytes
        SamePage,       ///< its next page is always this one
    };
    int status = 200;
    int retryAfter = 0; ///< seconds
    End end = End::Answer;
};

/// An upstream of the lists that the intake reads (GET renewal-messages and prescription-changes with since,
/// cursor and limit), on a loopback port, in the thread that made it. What is published is listed from its
/// time on, in the order of publishing; `hidden` is listed only once it is shown, so that it comes late.
class IntakeServer final : public QTcpServer
{
    Q_OBJECT

public:
    struct Published
    {
        QByteArray list; ///< "renewal-messages" or "prescription-changes"
        QString at;      ///< ISO time by which it is listed
        QString json;    ///< the record, also a broken one
    };

    IntakeServer();
    QUrl url() const;
    static QByteArray token() { return "test-intake-token"; }

    QVector<Published> published;
    std::function<IntakeManners(int call)> manners; ///< by default all are answered
    bool listsTwice = false;
    bool forgetsCursors = false; ///< 410 to every page but the first
    int calls = 0;
    QStringList sinceAsked;

private:
    void read(QTcpSocket *socket);
    QByteArray pageFor(const QByteArray &target, const IntakeManners &how);
};

} // namespace renewal::testing
