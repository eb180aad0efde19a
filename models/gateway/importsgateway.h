// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/gateway/csvpiece.h"
#include "models/gateway/importrun.h"
#include "models/gateway/page.h"

#include <QFuture>
#include <QStringList>

#include <memory>

namespace renewal {

/// What importing needs from the world: the files of this computer and the service. Futures finish exactly
/// once.
class ImportsGateway
{
public:
    virtual ~ImportsGateway() = default;
    /// Looks at files and folders (a folder is a region: its own files, not those below) by their beginnings,
    /// off the thread of the user interface. Fails for a path that is not there.
    virtual QFuture<Result<QVector<ImportPreview>>> inspect(const QStringList &paths) = 0;
    /// Begins to send those that may go; never null. It must not outlive the gateway.
    virtual std::unique_ptr<ImportRun> start(const QVector<ImportPreview> &files) = 0;

    /// The reports that are kept, newest first, without the records set aside.
    virtual QFuture<Result<Page<ImportReport>>> imports(const QString &cursor, int limit) = 0;
    virtual QFuture<Result<Page<SetAside>>> setAside(ImportId id, const QString &cursor, int limit) = 0;
    /// All of them as CSV piece by piece; an empty cursor begins.
    virtual QFuture<Result<CsvPiece>> exportSetAside(ImportId id, const QString &cursor) = 0;
};

} // namespace renewal
