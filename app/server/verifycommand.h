// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTextStream>

namespace renewal::server {

/// `renewal-service verify`: walks the audit chain and names the first entry that was edited, removed or
/// reordered.
class VerifyCommand
{
public:
    int run(const QStringList &arguments, QTextStream &out, QTextStream &err);
};

} // namespace renewal::server
