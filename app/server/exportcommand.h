// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTextStream>

namespace renewal::server {

/// `renewal-service export correlations`: what matching and people decided, for other systems, with the ids
/// of the extracts they came from. `renewal-service export decisions`: the same for people, who fill it in
/// for `renewal-service decide`.
class ExportCommand
{
public:
    int run(const QStringList &arguments, QTextStream &out, QTextStream &err);
};

} // namespace renewal::server
