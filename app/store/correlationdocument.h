// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/correlation.h"

#include <QByteArray>

namespace renewal::store {

/// Correlations and candidates as compact JSON, for history, audit entries and candidate_set.candidates.
QByteArray toDocument(const Correlation &correlation);
Result<Correlation> correlationFromDocument(const QByteArray &document);
/// Empty for nullopt, and the other way round; also for what is no such document.
QByteArray toDocument(const std::optional<PlannedLink> &planned);
std::optional<PlannedLink> plannedFromDocument(const QByteArray &document);
QByteArray toDocument(const QVector<Candidate> &candidates);
Result<QVector<Candidate>> candidatesFromDocument(const QByteArray &document);

} // namespace renewal::store
