// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/exchange/record.h"

namespace renewal::exchange {

// Give a sink what a reader found at `place`. They fail with Cancelled when the sink wants no more.
Done handOver(RecordSink &sink, Record &&record, const QString &place);
Done handOver(RecordSink &sink, Result<Record> &&result, const QString &place); ///< sets a failure aside
Done setAside(RecordSink &sink, const QString &place, const QString &reason);

} // namespace renewal::exchange
