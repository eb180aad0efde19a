// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/gateway/decisionsreport.h"

#include <QByteArrayView>
#include <QVector>

namespace renewal::exchange {

/// The rows of a file that decide something.
struct DecisionRows
{
    QVector<IntendedDecision> rows;
    qint64 undecided = 0; ///< rows whose decision is empty
};

/// Reads decisions from CSV: the export of correlations with its columns decision, triageTeamId and note
/// filled in. Asks for the columns id, station, prescriber and decision; version and note may be missing, and
/// the others are not looked at. Case, spaces, dashes and underscores in their names do not matter. A row
/// that cannot be read carries its problem. Fails with InvalidInput when it is no such file, with TooLarge
/// when it decides over `mostDecisions`. Pure.
Result<DecisionRows> readDecisions(QByteArrayView csv);

/// The file that readDecisions() reads these from.
QByteArray decisionsCsv(const QVector<IntendedDecision> &rows);
/// The report row by row, for a spreadsheet.
QByteArray reportCsv(const DecisionsReport &report);

} // namespace renewal::exchange
