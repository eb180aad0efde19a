// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/restrequest.h"
#include "app/console/consoleoptions.h"

namespace renewal::console {

/// Where the remote service of --service is, with the token of --token-file. InvalidInput with what to do
/// when the file cannot be used.
Result<client::RestEndpoint> remoteEndpoint(const ConsoleOptions &options);

} // namespace renewal::console
