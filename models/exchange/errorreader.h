// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/jsonfields.h"
#include "models/exchange/record.h"

#include <QVector>

#include <optional>

namespace renewal::exchange {

/// The errors an error body tells, in any upstream's form: {errors: [{title, detail, code, status}]},
/// {errors: ["text"]} (Datadog), {errorCode, message, developerMessage} (MHV), {code, message, more_info}
/// (Flipper), {status: "error", errorType, error} (Prometheus), {error: {code, message, status}} (GA4).
/// Empty when the object is none of these.
QVector<UpstreamError> readUpstreamErrors(JsonObject object);

} // namespace renewal::exchange
