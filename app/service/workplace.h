// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/serviceoptions.h"
#include "models/base/clock.h"
#include "models/base/result.h"

namespace renewal::store {
class Connection;
class Database;
} // namespace renewal::store

namespace renewal::operations {
class StationMemory;
}

namespace renewal::service {

class GuardedServer;
class JobRunner;
class Reports;
class SendingLines;
class SteeringLine;
class Uploads;

/// All that handlers work with. Lives in the service thread, which owns every part of it.
struct Workplace
{
    const ServiceOptions &options;
    const Clock &clock;
    store::Database &database;
    JobRunner &jobs;
    Uploads &uploads;
    operations::StationMemory &stations;
    Reports &reports;
    const GuardedServer *guard = nullptr;
    const SendingLines *sending = nullptr;
    SteeringLine *steering = nullptr;

    /// The service thread's connection; one that was lost is opened anew.
    Result<store::Connection *> connection() const;
};

} // namespace renewal::service
