// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/route.h"

#include <span>

namespace renewal::service {

/// What the table says about one method and path.
struct RouteMatch
{
    const Route *route = nullptr; ///< null: no such path, or not with this method
    QStringList arguments;
    QByteArray allowed;    ///< "GET, HEAD": the methods of this path; empty when there is no such path
    bool isPublic = false; ///< nobody is asked for a token on this path
};

/// All routes of the service: method, path, roles, body, handler.
std::span<const Route> routes();

/// Finds the row for a method and an encoded path; HEAD finds the row of GET.
RouteMatch findRoute(std::span<const Route> table, const QByteArray &method, const QByteArray &path);

} // namespace renewal::service
