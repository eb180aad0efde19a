// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/extract.h"
#include "models/gateway/correlationsgateway.h"

#include <QDateTime>
#include <QString>

#include <functional>
#include <optional>

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// A prescriber and what is decided about him or her, as people read it.
struct ExportedPrescriber
{
    qint64 id = 0;
    QString station;
    QString system;
    QString name;
    QString state; ///< a correlation status word
    std::optional<qint64> careTeam;
    QString careTeamName;
    QString leadProvider;
    std::optional<double> probability; ///< of the link; of the best candidate while there is none
    QString decidedBy;
    QDateTime since;
    QDateTime until;       ///< invalid: open
    QString reason;        ///< a decision reason word
    QDateTime plannedFrom; ///< of a link that begins later; invalid: none
    std::optional<qint64> plannedTeam;
    qint64 waiting = 0;
    qint64 candidates = 0;
    qint64 people = 1; ///< of this name
    qint64 version = 0;
};

/// What the store knows about one id of one extract, as lines of a correlations file: one "auto" or "manual",
/// at most five "suggested", or one "none".
class CorrelationExport
{
public:
    static constexpr int mostSuggested = 5;

    explicit CorrelationExport(store::Connection &connection)
        : m_connection(connection)
    {
    }

    /// Calls `take` for each line, by station and extract id, until it returns false. An empty `extract`
    /// means all. The result is the number of extract ids.
    Result<qint64> each(const QString &extract,
                        const std::function<bool(const ImportedCorrelation &)> &take) const;

    /// For people and spreadsheets: one line for each prescriber of the scope with state, care team and
    /// figures, at most `limit` of them; the first piece begins with the header line. No notes: they are for
    /// the record. With its columns decision and note filled in, exchange::readDecisions() reads it back.
    /// InvalidInput for a cursor that is none.
    Result<CsvPiece> piece(const Scope &scope, const QString &cursor, int limit = pieceRows) const;
    static constexpr int pieceRows = 2000;
    /// Calls `take` for each prescriber of the scope with an id over `after`, by id, until it returns false;
    /// at most `limit` of them when that is over 0.
    Done prescribers(const Scope &scope, qint64 after,
                     const std::function<bool(const ExportedPrescriber &)> &take, int limit = 0) const;

private:
    store::Connection &m_connection;
};

} // namespace renewal::operations
