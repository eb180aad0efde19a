// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/restrequest.h"
#include "app/service/serviceoptions.h"
#include "models/base/result.h"

#include <QObject>
#include <QString>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>

namespace renewal::service {
class Service;
}

namespace renewal::console {

/// The service of one desk, inside this process: own thread, a free port of the loopback address, a token
/// nobody else has.
///
/// Lives in the thread of the user interface and never makes it wait, but in its destructor, which stops the
/// service.
class EmbeddedService final : public QObject
{
    Q_OBJECT

public:
    /// Takes a sentence about what is being done; false when the work is to stop.
    using Tell = std::function<bool(const QString &)>;
    /// Makes ready what the service works on and tells how to run it. Called in another thread.
    using Prepare = std::function<Result<service::ServiceOptions>(const Tell &tell)>;

    explicit EmbeddedService(Prepare prepare, QObject *parent = nullptr);
    ~EmbeddedService() override;

    /// started() or failed() follows, once.
    void start();

signals:
    void started(const renewal::client::RestEndpoint &endpoint);
    void failed(const renewal::Error &error);
    void told(const QString &text);

private:
    void run();

    Prepare m_prepare;
    QThread m_thread; ///< starts and ends the service, which answers in a thread of its own
    std::unique_ptr<service::Service> m_service; ///< touched in m_thread only
    std::atomic_bool m_stop = false;
};

} // namespace renewal::console
