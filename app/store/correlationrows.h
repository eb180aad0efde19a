// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/row.h"
#include "models/domain/correlation.h"

#include <QVariantList>

/// The columns of `correlation` as the domain's type; the care teams of divisions are in a table of their
/// own.
namespace renewal::store::correlationrows {

/// The columns map() reads, in its order, of the table alias c.
QString columns();
/// `first` is where they start in the row. A prescriber without a row gives status None, version 0.
Correlation map(const Row &row, int first = 0);

} // namespace renewal::store::correlationrows
