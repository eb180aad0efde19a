// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/restrequest.h"
#include "app/service/joinedthread.h"
#include "app/service/serviceoptions.h"
#include "models/base/result.h"

#include <QObject>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

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

    /// There is news. For this class only.
    void rang(QPrivateSignal);

private:
    using News = std::function<void()>;

    void run(service::JoinedThread &thread);
    void hand(News news);
    void tellNews();

    Prepare m_prepare;
    std::atomic_bool m_stop = false;
    std::mutex m_mutex;
    std::vector<News> m_news; ///< guarded by m_mutex: signals to emit in the thread of this object
    std::unique_ptr<service::JoinedThread> m_thread; ///< keeps the service, which has a thread of its own
};

} // namespace renewal::console
