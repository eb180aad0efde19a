// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/correlationsgateway.h"

#include <QObject>
#include <QSaveFile>

#include <memory>

namespace renewal::ui {

/// Fetches the correlations of a scope piece by piece and writes them to a file as they come; a workbook,
/// told by the ending .xlsx, comes as a whole. The file is there when all of it is written, or not at all.
class CorrelationsExport final : public QObject
{
    Q_OBJECT

public:
    /// The gateway must outlive the export.
    explicit CorrelationsExport(CorrelationsGateway *gateway, QObject *parent = nullptr);

    void start(const Scope &scope, const QString &path);
    /// Leaves what was at the place of the file untouched.
    void cancel();
    bool isRunning() const { return m_file != nullptr; }
    /// How many prescribers are written so far; 0 for a workbook.
    qint64 rows() const { return m_rows; }

    /// "correlations-552.csv"
    static QString suggestedName(const Scope &scope);

signals:
    /// Started, one piece further, or over.
    void changed();
    void finished(const QString &text);
    void cancelled(const QString &text);
    void failed(const QString &text);

private:
    void request(const QString &cursor);
    void take(const CsvPiece &piece, bool isFirst);
    void requestWorkbook();
    void takeWorkbook(const QByteArray &workbook);
    void finish(const QString &text);
    void fail(const QString &text);
    void failToWrite();

    CorrelationsGateway *m_gateway;
    Scope m_scope;
    std::unique_ptr<QSaveFile> m_file;
    qint64 m_rows = 0;
    quint64 m_generation = 0;
};

} // namespace renewal::ui
