// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/importtypes.h"
#include "app/store/importrepository.h"
#include "app/upstream/filereader.h"
#include "models/base/clock.h"
#include "models/base/result.h"

#include <optional>
#include <vector>

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// Brings files into the store. Each file is read piece by piece into staging tables, in transactions that
/// record how far it is; then one transaction makes everything visible. So an import is all there or not at
/// all, an interrupted one goes on where it stopped when the same files are imported again, and the same
/// content twice changes nothing. Records that cannot go in are set aside with their place and reason.
/// Lives on the connection's thread.
class Importer
{
public:
    Importer(store::Connection &connection, const Clock &clock, ProgressHandler progress = {});

    /// Fails with Cancelled when the progress handler stopped it: nothing is visible then, nothing is kept.
    /// Fails otherwise only for reasons that lie outside the files; what was staged is kept for the next try.
    Result<ImportResult> run(const ImportRequest &request);
    /// Deletes what interrupted imports left in the staging tables; the result is their number.
    Result<qint64> discardInterrupted();

private:
    /// A file that may be imported.
    struct Source
    {
        ImportInput input;
        upstream::FileReader reader;
        QString sha256;
        qint64 size = 0;
        std::size_t result = 0; ///< index in ImportResult::files
    };

    Result<ImportResult> importFiles(const ImportRequest &request);
    void inspect(const ImportRequest &request, ImportResult &result);
    Done checkContents(ImportResult &result);
    Result<QString> earlier(const QString &extract, const QString &sha256);
    Result<store::Import> openImport(const ImportRequest &request, ImportResult &result);
    Result<qint64> discardOthers(ImportId keep);
    Done sweep();
    Done close(ImportId id, const QString &state, const QString &errorText);
    Done stageAll(store::Import &import, ImportResult &result);
    Done stageFile(const Source &source, const store::Import &import, store::ImportFile &file,
                   ImportResult &result);
    Done dropFile(ImportId id, store::ImportFile &file);
    Done apply(store::Import &import, const ImportRequest &request, ImportResult &result);
    Done report(const store::Import &import, ImportResult &result);
    bool tell(ImportProgress::Phase phase, const QString &fileName, qint64 done) const;

    store::Connection &m_connection;
    const Clock &m_clock;
    ProgressHandler m_progress;
    std::vector<Source> m_sources;
    qint64 m_size = 0;   ///< of all sources on disk
    qint64 m_before = 0; ///< of those already done
};

} // namespace renewal::operations
