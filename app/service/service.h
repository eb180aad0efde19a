// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/serviceoptions.h"
#include "models/base/result.h"

#include <memory>

namespace renewal::service {

class JoinedThread;

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
    bool isRunning() const { return m_thread != nullptr; }

private:
    struct Parts;

    std::unique_ptr<JoinedThread> m_thread; ///< makes, keeps and destroys the parts
};

} // namespace renewal::service
