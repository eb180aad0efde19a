// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/exchange/jsonfields.h"
#include "models/exchange/record.h"

namespace renewal::exchange {

/// Reads one Secure Messaging message in any delivered shape: the request of sending (VA.gov and
/// upstream), its answer, an entry of the sent folder or of a thread list, a message of a thread, a line of
/// renewal_messages.ndjson.
Result<Record> readMessage(JsonObject object);

} // namespace renewal::exchange
