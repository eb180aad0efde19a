// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/loopwatch.h"

#include <algorithm>
#include <ctime>

namespace renewal::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto pulse = 2ms;

LoopWatch::Duration used()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return std::chrono::duration_cast<LoopWatch::Duration>(std::chrono::seconds(now.tv_sec) +
                                                           std::chrono::nanoseconds(now.tv_nsec));
}
} // namespace

LoopWatch::LoopWatch(QObject *parent)
    : QObject(parent)
{
    m_heart.setTimerType(Qt::PreciseTimer);
    m_heart.setInterval(pulse);
    connect(&m_heart, &QTimer::timeout, this, &LoopWatch::beat);
    restart();
    m_heart.start();
}

LoopWatch::Duration LoopWatch::limit()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return 500ms;
#else
    return 50ms;
#endif
}

void LoopWatch::restart()
{
    m_last = used();
    m_worst = 0us;
}

void LoopWatch::beat()
{
    const Duration now = used();
    m_worst = std::max(m_worst, now - m_last);
    m_last = now;
}

LoopWatch::Duration LoopWatch::worst() const
{
    return std::max(m_worst, used() - m_last);
}

QString LoopWatch::report() const
{
    return u"The event loop stood still for %1 ms; at most %2 ms are allowed."_s
        .arg(static_cast<double>(worst().count()) / 1000, 0, 'f', 1)
        .arg(static_cast<double>(limit().count()) / 1000, 0, 'f', 0);
}

} // namespace renewal::test
