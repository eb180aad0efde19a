// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/outcome.h"

namespace renewal::store {

/// An answer as it is kept beside its renewal; empty when there is nothing in it.
QString answerDocument(const RenewalAnswer &answer);
Result<RenewalAnswer> answerFromDocument(const QString &document);

} // namespace renewal::store
