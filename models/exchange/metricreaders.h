// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/exchange/jsonfields.h"
#include "models/exchange/record.h"

namespace renewal::exchange {

// Answers of metric back ends. Each hands every series, each refusal told with a good status and each
// warning to the sink; a missing or unusable value is a gap, never zero.

/// Datadog GET /api/v1/query. A status other than "ok" becomes an UpstreamError.
Done readDatadogQuery(JsonObject answer, RecordSink &sink);
/// Prometheus query_range (matrix) and query (vector). NaN and infinities are gaps.
Done readPrometheusQuery(JsonObject answer, RecordSink &sink);
/// Google Analytics runReport: one series a metric and combination of the dimensions that are no time.
Done readGa4Report(JsonObject answer, RecordSink &sink);

/// "env:eks-prod,station:589": labels sorted, so that the same series always reads the same.
QString joinLabels(QStringList labels);

} // namespace renewal::exchange
