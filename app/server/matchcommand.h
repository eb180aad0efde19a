// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTextStream>

namespace renewal::server {

/// `renewal-service match`: proposes care teams for all prescribers, and links where exactly one fits.
class MatchCommand
{
public:
    int run(const QStringList &arguments, QTextStream &out, QTextStream &err);
};

} // namespace renewal::server
