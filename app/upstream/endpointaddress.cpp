// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/endpointaddress.h"

#include <QCoreApplication>
#include <QHostAddress>

namespace renewal::upstream {

using namespace Qt::StringLiterals;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(EndpointAddress)
};
} // namespace

Done checkAddress(const QUrl &address, const QString &name)
{
    const QString host = address.host();
    const bool isHere = host == "localhost"_L1 || QHostAddress(host).isLoopback();
    if (!address.isValid() || host.isEmpty() || !address.userInfo().isEmpty() || address.hasQuery()) {
        return failure(ErrorCode::InvalidInput,
                       Texts::tr("The address of %1 is none: write it as https://host/path.").arg(name));
    }
    if (address.scheme() != "https"_L1 && !(address.scheme() == "http"_L1 && isHere)) {
        return failure(
            ErrorCode::InvalidInput,
            Texts::tr("The address of %1 must begin with https, but on this computer itself.").arg(name));
    }
    return ok();
}

QUrl below(const QUrl &base, const QString &path)
{
    QUrl url = base;
    const QString folder = url.path();
    url.setPath((folder.endsWith(u'/') ? folder : folder + u'/') + path);
    return url;
}

} // namespace renewal::upstream
