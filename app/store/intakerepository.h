// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/base/result.h"
#include "models/domain/intake.h"

#include <QByteArray>

namespace renewal::store {

class Connection;

/// How far the intake is, and what it took lately.
class IntakeRepository
{
public:
    explicit IntakeRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Where the source stands; as if nothing was ever read when it is new.
    Result<IntakeCursor> cursor(IntakeSource source);
    /// Moves it on and counts. False when somebody else moved it since `cursor` was read: nothing is changed
    /// then.
    Result<bool> advance(const IntakeCursor &cursor, qint64 taken, qint64 setAside);
    /// A look came to its end, after `cursor` was advanced for the last time.
    Done lookedThrough(IntakeSource source, const QDateTime &now);
    /// The newest call failed.
    Done failed(IntakeSource source, const QString &code, const QDateTime &now);

    /// Notes a content; false when it was noted before.
    Result<bool> note(IntakeSource source, const QByteArray &hash, const QDateTime &now);

    /// Marks an import as one of the intake's.
    Done markImport(ImportId id);
    /// Drops what the intake noted and imported before these instants. Requests and messages stay.
    Done prune(const QDateTime &notedBefore, const QDateTime &importedBefore);

    /// All sources; `problem` holds the code.
    Result<QVector<IntakeSourceStatus>> sources();
    /// Replies whose request has not arrived.
    Result<qint64> unplaced();
    /// The newest records that were set aside.
    Result<QVector<SetAside>> setAside(int limit);

private:
    Connection &m_connection;
};

} // namespace renewal::store
