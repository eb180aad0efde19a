// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/remoteendpoint.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace renewal::console {

namespace {
constexpr qint64 longestToken = 4096;

QString tr(const char *text)
{
    return QCoreApplication::translate("renewal-console", text);
}
} // namespace

Result<client::RestEndpoint> remoteEndpoint(const ConsoleOptions &options)
{
    QFile file(options.tokenFile);
    if (!file.open(QIODevice::ReadOnly))
        return failure(
            ErrorCode::InvalidInput,
            tr("The token file %1 cannot be read: %2.").arg(options.tokenFile, file.errorString()));
    const QByteArray token = file.read(longestToken + 1).trimmed();
    const bool printable =
        std::all_of(token.begin(), token.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    if (token.isEmpty() || token.size() > longestToken || !printable)
        return failure(ErrorCode::InvalidInput,
                       tr("The token file %1 must hold one token and nothing else.").arg(options.tokenFile));
    return client::RestEndpoint{options.service, token};
}

} // namespace renewal::console
