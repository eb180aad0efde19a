// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/figuresoutcome.h"
#include "app/store/importrepository.h"
#include "models/base/ids.h"
#include "models/domain/extract.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QVector>

#include <functional>

namespace renewal::operations {

/// One file to import. `fileName` is what people are told; it differs from the path for uploads.
struct ImportInput
{
    QString path;
    QString fileName;
};

/// Files that go in together: all of them become visible at once, or none.
struct ImportRequest
{
    QString name;    ///< for people: the directory, or the file
    QString extract; ///< where the files' own prescriber ids are valid
    QVector<ImportInput> files;
    QVector<ImportInput> passedOver; ///< lie in the directory but are not meant to be imported
    QString actor = {};              ///< who asked for it; empty: "import"
    bool replaceFigures = false;     ///< the rollout's figures may take the place of other ones
};

/// What became of one file.
enum class FileOutcome
{
    Taken,           ///< what could be understood went in
    AlreadyImported, ///< the same content went in before; nothing changed
    FiguresKept,     ///< figures of the rollout, but other ones are there and stay; nothing changed
    PassedOver,      ///< not meant to be imported
    Refused,         ///< not understood as a whole, or damaged; nothing of it went in
};

/// "taken", "already_imported", "figures_kept", "passed_over", "refused".
QString toString(FileOutcome outcome);

struct FileResult
{
    QString fileName;
    FileOutcome outcome = FileOutcome::Taken;
    QString kind;      ///< stable word of exchange::FileKind; empty when unknown
    QString kindTitle; ///< for people
    qint64 taken = 0;
    qint64 setAside = 0;
    QString reason;    ///< why it was not taken, one sentence; empty for Taken
    QStringList notes; ///< what the user should know of it, such as stations that did not answer
};

/// What came of an import.
struct ImportResult
{
    static constexpr int shownSetAside = 20;

    ImportId id; ///< invalid when no file had anything new
    QString name;
    QString extract;
    QVector<FileResult> files;
    QJsonObject counts;         ///< rows written, by table
    qint64 setAsideCount = 0;   ///< of all files
    QVector<SetAside> setAside; ///< the first shownSetAside of them
    bool resumed = false;       ///< went on where an interrupted import stopped
    FiguresOutcome figures;     ///< what became of the rollout's figures
    QStringList stations;       ///< parent stations that matching should look at again

    bool anyRefused() const;
    qint64 taken() const;
    /// One sentence: "Imported 12 records from 3 files as import 4; 1 was set aside."
    QString summary() const;
    QJsonObject toJson() const;
    /// What came of the file at `index` as it stands in the store now.
    void tell(qsizetype index, const store::ImportFile &file);
};

/// How far an import is. Bytes are those on disk, over all files.
struct ImportProgress
{
    enum class Phase
    {
        Checking, ///< reading the files once to know their content
        Reading,
        Storing, ///< making everything visible; has no measure
    };

    Phase phase = Phase::Checking;
    QString fileName;
    qint64 done = 0;
    qint64 size = 0;
};

/// Called often, on the importer's thread; returning false cancels.
using ProgressHandler = std::function<bool(const ImportProgress &)>;

} // namespace renewal::operations
