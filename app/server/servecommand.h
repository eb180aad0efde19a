// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QStringList>
#include <QTextStream>

namespace renewal::service {
struct Endpoint;
struct ServiceOptions;
} // namespace renewal::service

namespace renewal::server {

class CommandLine;

/// `renewal-service serve`: answers REST requests until it gets SIGINT or SIGTERM. Needs an application
/// object.
class ServeCommand
{
public:
    int run(const QStringList &arguments, QTextStream &out, QTextStream &err);

private:
    Result<service::ServiceOptions> options(const CommandLine &line) const;
    int serve(const service::ServiceOptions &options, QTextStream &out, QTextStream &err) const;
};

} // namespace renewal::server
