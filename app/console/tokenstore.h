// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QFuture>
#include <QString>

namespace renewal::console {

/// The tokens of remote services in the desktop's keychain, and nowhere else. Futures finish exactly once, in
/// the thread that asked.
class TokenStore
{
public:
    /// False where no keychain can be reached: then tokens last as long as the program.
    static bool isAvailable();
    /// The token of the service at `url`; NotFound when there is none.
    static QFuture<Result<QByteArray>> read(const QString &url);
    static QFuture<Done> write(const QString &url, const QByteArray &token);
};

} // namespace renewal::console
