// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/row.h"
#include "models/domain/renewal.h"

#include <QVariantList>

/// The columns of `renewal` as the domain's type.
namespace renewal::store::renewalrows {

/// The columns map() reads, in its order, each with the table's name.
QString columns();
/// How many columns that is: others start here.
inline constexpr int count = 34;
Renewal map(const Row &row);
/// The values of all columns but id, version and what triggers keep, in the order of insertColumns.
QString insertColumns();
QVariantList values(const Renewal &renewal);

} // namespace renewal::store::renewalrows
