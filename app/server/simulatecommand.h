// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/simulation/options.h"

#include <QStringList>
#include <QTextStream>

namespace renewal::server {

class CommandLine;

/// `renewal-service simulate --out DIR`: writes a synthetic region that `import DIR` takes.
class SimulateCommand
{
public:
    int run(const QStringList &arguments, QTextStream &out, QTextStream &err);

private:
    /// The options as typed; the error's text says which one is off.
    static Result<simulation::Options> optionsFrom(const CommandLine &line);
};

} // namespace renewal::server
