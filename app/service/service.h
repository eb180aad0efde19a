// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/serviceoptions.h"
#include "models/base/result.h"

#include <QThread>

#include <memory>

namespace renewal::service {

/// The REST service (resources/openapi.yaml) in its own thread: opens and migrates the database, listens,
/// answers. start() and stop() belong to the thread that made the object; stop() waits until the last answer
/// is given and the running job has stopped.
class Service
{
public:
    Service();
    ~Service();
    Service(const Service &) = delete;
    Service &operator=(const Service &) = delete;

    /// Blocks until the service can be asked, or has failed.
    Result<Endpoint> start(const ServiceOptions &options);
    void stop();
    bool isRunning() const { return m_parts != nullptr; }

private:
    struct Parts;

    QThread m_thread;
    std::unique_ptr<QObject> m_inThread; ///< work for the service thread is posted to it
    Parts *m_parts = nullptr;            ///< made and destroyed in the service thread
};

} // namespace renewal::service
