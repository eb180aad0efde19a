// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/station.h"

#include <QByteArray>
#include <QSet>
#include <QVector>

namespace renewal::exchange {

/// What is right for one prescriber of a made-up region: a line of its truth.csv (docs/region-extras.md).
struct TruthRow
{
    QString prescriberId; ///< the extract's
    StationNumber station;
    QSet<qint64> right; ///< triageTeamId and alsoAcceptable; empty: has no care team
    bool ambiguous = false;
    QString kind;
    QString trap;
    qint64 patients = 1; ///< 1 where the file does not tell
};

/// Reads truth.csv; says which line is broken, and which column is missing.
Result<QVector<TruthRow>> readTruth(const QByteArray &csv);

} // namespace renewal::exchange
