// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace renewal::service {

/// The ceilings of the request guard. All of them hold before QtHttpServer sees a byte, which has none.
struct Limits
{
    qsizetype requestLine = 8 * 1024;      ///< bytes; over it 414
    qsizetype head = 16 * 1024;            ///< bytes of request line and fields; over it 431
    int fields = 100;                      ///< header fields; over it 431
    qint64 body = 8 * 1024 * 1024;         ///< bytes; over it 413
    int connections = 1200;                ///< open at once; over it 503
    qint64 bodiesTotal = 64 * 1024 * 1024; ///< bytes of all bodies being received; over it 503
    qint64 unsentTotal =
        32 * 1024 * 1024;          ///< bytes of all answers not yet taken by their readers; over it 503
    qint64 unsentEach = 64 * 1024; ///< a connection's next request waits until fewer bytes are unsent
    std::chrono::milliseconds idle{10'000}; ///< without a byte either way: 408 inside a request, else closed
    std::chrono::milliseconds request{
        30'000};                             ///< from a request's first byte to its last, and for its answer
    std::chrono::milliseconds linger{2'000}; ///< a refused sender may finish reading its answer
};

} // namespace renewal::service
