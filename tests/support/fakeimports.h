// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/importsgateway.h"
#include "tests/support/heldreplies.h"

#include <QMap>

namespace renewal::test {

/// A run that goes on when it is told to.
class FakeImportRun final : public ImportRun
{
    Q_OBJECT

public:
    explicit FakeImportRun(const QVector<ImportPreview> &files) { setFiles(files); }

    /// Brings a file to a step.
    void move(int file, ImportFileState::Step step, double part = 0, const QString &text = {});
    /// Ends a file with its report.
    void end(int file, ImportFileState::Step step, const ImportReport &report, const QString &text = {});
    void finishAll() { emit finished(); }
    void cancel() override;

    bool wasCancelled = false;
};

/// Files by path and reports in memory.
class FakeImports final : public ImportsGateway
{
public:
    QMap<QString, QVector<ImportPreview>> files; ///< path -> what is there
    QVector<ImportReport> reports;               ///< newest first
    QMap<qint64, QVector<SetAside>> asides;      ///< by import
    QVector<QStringList> inspected;
    FakeImportRun *run = nullptr; ///< the last one started
    Replies<QVector<ImportPreview>> inspectReplies;
    Replies<Page<ImportReport>> pageReplies;
    Replies<Page<SetAside>> asideReplies;
    Replies<CsvPiece> exportReplies;

    QFuture<Result<QVector<ImportPreview>>> inspect(const QStringList &paths) override;
    std::unique_ptr<ImportRun> start(const QVector<ImportPreview> &files) override;
    QFuture<Result<Page<ImportReport>>> imports(const QString &cursor, int limit) override;
    QFuture<Result<Page<SetAside>>> setAside(ImportId id, const QString &cursor, int limit) override;
    QFuture<Result<CsvPiece>> exportSetAside(ImportId id, const QString &cursor) override;
};

} // namespace renewal::test
