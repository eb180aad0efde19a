// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QCoreApplication>
#include <QFuture>
#include <QObject>

#include <utility>

namespace renewal::items {

/// Calls handler(Result<T>) once in the thread of `context`, or never when `context` is gone by then. A
/// future that ends without an answer counts as ErrorCode::Cancelled, so nobody waits for ever.
/// With a future that is already finished the handler runs inside this call.
template <class T, class Handler>
void await(QFuture<Result<T>> future, QObject *context, Handler handler)
{
    future.then(context, [handler](Result<T> result) { handler(std::move(result)); })
        .onCanceled(context, [handler] {
            handler(Result<T>(failure(
                ErrorCode::Cancelled,
                QCoreApplication::translate("await", "The request was stopped before it was answered. Try again."))));
        });
}

} // namespace renewal::items
