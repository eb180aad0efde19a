// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QCoreApplication>
#include <QFuture>
#include <QObject>
#include <QPointer>

#include <utility>

namespace renewal {

/// Calls handler(Result<T>) once in the thread of `context`, or never when `context` is gone by then. A
/// future that ends without an answer counts as ErrorCode::Cancelled, so nobody waits for ever.
/// With a future that is already finished the handler runs inside this call; in the thread of `context` it
/// otherwise runs inside the finishing of the promise.
template <class T, class Handler>
void await(QFuture<Result<T>> future, QObject *context, Handler handler)
{
    // Not then(context, ...): debug builds of Qt 6.4 assert in it that the context still lives. And a
    // continuation is skipped when its future was cancelled, also one that takes the future: hence
    // onCanceled.
    const auto tell = [guard = QPointer<QObject>(context), handler = std::move(handler)](Result<T> result) {
        if (guard) {
            QMetaObject::invokeMethod(guard.data(), [handler, result = std::move(result)]() mutable {
                handler(std::move(result));
            });
        }
    };
    future.then([tell](Result<T> result) { tell(std::move(result)); }).onCanceled([tell] {
        tell(Result<T>(failure(ErrorCode::Cancelled,
                               QCoreApplication::translate(
                                   "await", "The request was stopped before it was answered. Try again."))));
    });
}

} // namespace renewal
