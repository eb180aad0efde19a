// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/cutover.h"

#include <QByteArrayView>
#include <QVector>

namespace renewal::exchange {

/// Reads a crosswalk from old care teams to new pools: CSV of two columns (number or name each, with or
/// without a header row; also the columns vistaTriageGroupId, vistaTriageGroupName, ohTriageGroupId and
/// ohTriageGroupName), or the JSON of .../messaging/recipients/crosswalk, of VA.gov or of its upstream. A row
/// that cannot be read carries its problem. InvalidInput when it is no such file, TooLarge over 20,000 rows.
/// Pure.
Result<QVector<CrosswalkRow>> readCrosswalk(QByteArrayView file);

} // namespace renewal::exchange
