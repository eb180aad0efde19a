// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace renewal::exchange {

/// What a code of an intake that failed means and what a person can do, one sentence; that of an unknown code
/// asks for an administrator. Codes: "unreachable", "timeout", "connection_lost", "unauthorized", "too_many",
/// "away", "too_large", "unreadable", "moved", "not_found", "cursor_gone", "stuck", "refused", "not_stored".
QString intakeProblem(const QString &code);
/// The code of an HTTP status that is no success.
QString intakeProblemOf(int status);

} // namespace renewal::exchange
