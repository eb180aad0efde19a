// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QFuture>
#include <QPromise>

#include <deque>
#include <memory>
#include <optional>

namespace renewal::test {

/// Answers of a fake gateway: at once by default, on demand while `hold` is set, or an error.
template <class T>
class Replies
{
public:
    bool hold = false;
    std::optional<Error> error; ///< answers with it until reset

    QFuture<Result<T>> reply(Result<T> value)
    {
        ++m_calls;
        if (error)
            value = Result<T>(failure(*error));
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        const QFuture<Result<T>> future = promise->future();
        if (hold)
            m_held.push_back({promise, std::move(value)});
        else
            finish({promise, std::move(value)});
        return future;
    }

    int calls() const { return m_calls; }
    int held() const { return static_cast<int>(m_held.size()); }
    /// Answers one of the held requests; 0 is the oldest.
    void release(int position = 0)
    {
        Held held = m_held.at(position);
        m_held.erase(m_held.begin() + position);
        finish(std::move(held));
    }
    /// Lets go of a held request without an answer, as a client does that is torn down.
    void drop(int position = 0) { m_held.erase(m_held.begin() + position); }

private:
    struct Held
    {
        std::shared_ptr<QPromise<Result<T>>> promise;
        Result<T> value;
    };
    static void finish(Held held)
    {
        held.promise->addResult(std::move(held.value));
        held.promise->finish();
    }

    std::deque<Held> m_held;
    int m_calls = 0;
};

} // namespace renewal::test
