// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <chrono>

namespace renewal {

/// Where "now" comes from. Everything that needs the time is handed one, so that tests fix it.
class Clock
{
public:
    virtual ~Clock() = default;
    /// The present instant in UTC.
    virtual QDateTime now() const = 0;
    /// What went by since some beginning: it neither leaps nor goes back when the clock is set. A clock that
    /// has no other goes by now().
    virtual std::chrono::milliseconds steady() const
    {
        return std::chrono::milliseconds(now().toMSecsSinceEpoch());
    }
};

/// A clock that stands still until it is set.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(const QDateTime &now)
        : m_now(now.toUTC())
    {
    }
    QDateTime now() const override { return m_now; }
    void set(const QDateTime &now) { m_now = now.toUTC(); }

private:
    QDateTime m_now;
};

} // namespace renewal
