// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/gateway/csvpiece.h"

#include <QFuture>
#include <QObject>
#include <QSaveFile>

#include <functional>
#include <memory>

namespace renewal::ui {

/// Fetches a list as CSV piece by piece and writes it to a file as it comes, while everybody goes on working.
/// The file is there when all of it is written, or not at all.
class CsvExport final : public QObject
{
    Q_OBJECT

public:
    /// Asks for the piece behind a cursor; an empty one begins.
    using Fetch = std::function<QFuture<Result<CsvPiece>>(const QString &cursor)>;

    explicit CsvExport(QObject *parent = nullptr);

    /// Asks where to, then starts.
    void choose(QWidget *window, const QString &title, const QString &suggestedName, Fetch fetch);
    /// What `fetch` uses must outlive the export, or cancel() it.
    void start(const QString &path, Fetch fetch);
    /// Leaves what was at the place of the file untouched.
    void cancel();
    bool isRunning() const { return m_file != nullptr; }
    /// "Exporting, 2,000 so far"
    QString progressText() const;

signals:
    /// Started, one piece further, or over.
    void changed();
    void finished(const QString &text);
    void failed(const QString &text);

private:
    void request(const QString &cursor);
    void take(const CsvPiece &piece, bool isFirst);
    void fail(const QString &text);

    Fetch m_fetch;
    std::unique_ptr<QSaveFile> m_file;
    qint64 m_lines = 0;
    quint64 m_generation = 0;
};

} // namespace renewal::ui
