// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTextStream>

namespace renewal::server {

/// `renewal-service decide FILE`: takes the decisions of a CSV file, or shows what they would do.
class DecideCommand
{
public:
    int run(const QStringList &arguments, QTextStream &out, QTextStream &err);
};

} // namespace renewal::server
