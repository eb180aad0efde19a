// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/exchange/filekind.h"
#include "models/exchange/record.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace renewal::exchange {

/// Turns the rows of a CSV file into records. The header row names the fields with the words of the JSON
/// files (prescriberId, stationNumber, triageTeamId, ...); case, spaces, dashes and underscores in the
/// names do not matter, nor does their order, and unknown columns are ignored.
class CsvRecords
{
public:
    /// Finds the kind (Prescribers, CareTeams or Correlations) from the header row. Fails with
    /// Unsupported, naming what is missing.
    static Result<CsvRecords> fromHeader(const QStringList &header);

    FileKind kind() const { return m_kind; }
    /// One row. The error's text names the column and the reason, not the row.
    Result<Record> read(const QStringList &fields) const;

private:
    QString value(const QStringList &fields, const char *column) const;
    Done readFlag(const QStringList &fields, const char *column, bool &flag) const;
    Result<StationNumber> station(const QStringList &fields) const;
    Result<Record> prescriber(const QStringList &fields) const;
    Result<Record> careTeam(const QStringList &fields) const;
    Result<Record> correlation(const QStringList &fields) const;

    FileKind m_kind = FileKind::Prescribers;
    QHash<QString, int> m_columns; ///< folded name -> index
    int m_width = 0;
};

} // namespace renewal::exchange
