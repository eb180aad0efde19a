// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>
#include <QUrl>

namespace renewal::testing {

/// Flipper's documented HTTP API over the real gem (tests/support/flipper/server.rb), in a process of its own
/// on a loopback port; it ends with this object. Main thread only.
class FlipperServer
{
public:
    static constexpr char token[] = "flipper-test-token";

    /// Features that exist from the start, all off.
    explicit FlipperServer(const QStringList &keys);
    ~FlipperServer();
    FlipperServer(const FlipperServer &) = delete;
    FlipperServer &operator=(const FlipperServer &) = delete;

    /// Why it did not start; empty when it runs.
    const QString &problem() const { return m_problem; }
    /// "http://127.0.0.1:PORT"; port 0 when it did not start.
    QUrl url() const;
    /// How it behaves to its next writing call: a word of server.rb. The calls told take turns.
    bool behave(const QByteArray &manner);
    /// Ends it at once.
    void kill();

private:
    QProcess m_process;
    QString m_problem;
    int m_port = 0;
};

/// What the real gem says of user0@example.com to user(N-1)@example.com: for each percentage a line
/// "PERCENTAGE NUMBER SHA-256", of the text with a "1" for each that is in and a "0" for each that is not.
/// Empty when it cannot be asked.
QStringList gemMembership(const QString &featureKey, int users, const QStringList &percentages);

} // namespace renewal::testing
