// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace renewal::service {

/// Lets this process hold as many open files as `connections` need beside its own, as far as the system
/// allows. The usual ceiling of 1,024 is below the guard's.
void raiseFileLimit(int connections);

} // namespace renewal::service
