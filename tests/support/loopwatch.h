// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>

namespace renewal::test {

/// Watches the event loop of the thread that made it. A heart beats in the loop; when the thread itself
/// computed for longer than the limit between two beats, nothing else got its turn meanwhile: a stall, which
/// a user feels as a window that hangs. Processor time is counted, so neither a busy machine nor a waiting
/// test is a stall.
///
/// \code
///   test::LoopWatch watch;
///   ... what a user does ...
///   QVERIFY2(!watch.hasStalled(), qPrintable(watch.report()));
/// \endcode
class LoopWatch final : public QObject
{
    Q_OBJECT

public:
    using Duration = std::chrono::microseconds;

    explicit LoopWatch(QObject *parent = nullptr);

    /// 50 ms; more where a sanitizer makes all code slower.
    static Duration limit();
    /// The longest stretch so far, the one that goes on included.
    Duration worst() const;
    bool hasStalled() const { return worst() > limit(); }
    /// Forgets what was; for after the window has been built.
    void restart();
    QString report() const;

private:
    void beat();

    QTimer m_heart;
    Duration m_last{0}; ///< processor time of the thread at the last beat
    Duration m_worst{0};
};

} // namespace renewal::test
