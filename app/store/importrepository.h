// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/base/result.h"
#include "models/domain/extract.h"
#include "models/gateway/page.h"

#include <QDateTime>
#include <QJsonObject>
#include <QVector>

#include <optional>

namespace renewal::store {

class Connection;

/// One file of an import. States: "waiting", "staging", "staged", "skipped" (its content was
/// taken before), "kept" (out: other figures are there).
struct ImportFile
{
    int number = 0; ///< 0, 1, 2 within the import
    QString fileName;
    QString sha256;
    QString kind;
    QString state = QStringLiteral("waiting");
    qint64 position = 0; ///< how far it is staged, as its reader counts
    qint64 byteCount = 0;
    qint64 taken = 0;
    qint64 setAside = 0;

    bool operator==(const ImportFile &) const = default;
};

/// One run of the importer. States: "staging", "applied", "failed", "cancelled".
struct Import
{
    ImportId id;
    QString name;    ///< for people: the file, or the directory
    QString extract; ///< where the files' own prescriber ids are valid
    QString state = QStringLiteral("staging");
    QDateTime startedAt;
    QDateTime finishedAt;
    QJsonObject counts; ///< what came of it, by kind
    QString errorText;
    QVector<ImportFile> files;

    bool operator==(const Import &) const = default;
};

/// Imports, how far they are, and what they set aside.
class ImportRepository
{
public:
    explicit ImportRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Inserts with its files; the result is the id.
    Result<ImportId> insert(const Import &import);
    /// ErrorCode::NotFound when there is none.
    Result<Import> find(ImportId id);
    /// Newest first, with their files.
    Result<Page<Import>> page(const QString &cursor, int limit);
    /// The newest unfinished ("staging") import with these contents in any order: the one to resume.
    Result<std::optional<Import>> resumable(const QString &extract, const QStringList &sha256);
    /// True when an applied import of that extract took this content.
    Result<bool> isApplied(const QString &extract, const QString &sha256);
    /// Writes state, times, counts and error text; files are left alone.
    Done update(const Import &import);
    /// Writes one file's row; call it in the transaction that staged the records.
    Done updateFile(ImportId id, const ImportFile &file);

    /// `firstSeq` numbers the items from there.
    Done addSetAside(ImportId id, qint64 firstSeq, const QVector<SetAside> &items);
    /// In the order of the files.
    Result<QVector<SetAside>> setAside(ImportId id, int limit = 1000);
    Result<Page<SetAside>> setAsidePage(ImportId id, const QString &cursor, int limit);
    Result<qint64> setAsideCount(ImportId id);
    /// Deletes the staged rows of an import from every staging table.
    Done clearStaging(ImportId id);

private:
    Connection &m_connection;
};

} // namespace renewal::store
