// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/row.h"
#include "models/domain/prescriber.h"

/// The columns of `prescriber` as the domain's type.
namespace renewal::store::prescriberrows {

/// The columns map() reads, in its order, of the table alias p.
QString columns();
/// How many columns that is: others start here.
inline constexpr int count = 12;
Prescriber map(const Row &row);

} // namespace renewal::store::prescriberrows
