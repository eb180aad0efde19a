// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/prescription.h"

#include <QByteArray>

namespace renewal::store {

/// A prescription as compact JSON, all fields but the row id, empty ones left out: the column
/// prescription.document and staging_prescription.document. Round trips exactly; instants keep milliseconds.
QByteArray toDocument(const Prescription &prescription);
Result<Prescription> prescriptionFromDocument(const QByteArray &document);

} // namespace renewal::store
