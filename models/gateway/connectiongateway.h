// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/gateway/systemgateway.h"

#include <QByteArray>
#include <QFuture>
#include <QString>

namespace renewal {

/// A service that runs elsewhere, as a person names it.
struct ServiceAddress
{
    QString url;
    QByteArray token;
    bool keepToken = false; ///< in the desktop's keychain, nowhere else

    bool operator==(const ServiceAddress &) const = default;
};

/// Which service the window works with, and how to change it. Futures finish exactly once.
class ConnectionGateway
{
public:
    virtual ~ConnectionGateway() = default;
    /// The address in use; empty while the embedded service is.
    virtual QString remoteUrl() const = 0;
    /// This desktop has a keychain to keep a token in.
    virtual bool canKeepTokens() const = 0;
    /// Asks the service who it is, without using it. InvalidInput for an address that may not be used.
    virtual QFuture<Result<ServiceStatus>> test(const ServiceAddress &address) = 0;
    /// Works with that service from now on. The window is made anew.
    virtual void connectTo(const ServiceAddress &address) = 0;
    /// Back to the embedded service.
    virtual void useEmbedded() = 0;
    /// The service could not be started; startAgain() tries once more.
    virtual bool hasFailed() const = 0;
    virtual void startAgain() = 0;
    /// Made-up data may be loaded: the embedded service works on a database of this user.
    virtual bool canLoadDemo() const = 0;
    /// Makes up a region and imports it into the present database. The result is one sentence.
    virtual QFuture<Result<QString>> loadDemo() = 0;
    /// The folder of the user's own data, for showing; empty when the service is elsewhere.
    virtual QString dataFolder() const = 0;
    /// The window must be made anew to take on a setting.
    virtual void rebuild() = 0;
};

} // namespace renewal
