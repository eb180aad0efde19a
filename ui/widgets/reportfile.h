// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/reportsgateway.h"

#include <QObject>
#include <QSaveFile>

#include <memory>

namespace renewal::ui {

class ReportWatcher;

/// Has the service write a report, and fetches it to a file piece by piece while everybody goes on working.
/// The file is there when all of it is written, or not at all.
class ReportFile final : public QObject
{
    Q_OBJECT

public:
    /// The gateway must outlive the object; `interval` in milliseconds between two looks at the service.
    ReportFile(ReportsGateway *gateway, int interval, QObject *parent = nullptr);
    ~ReportFile() override;

    void start(const RenewalExport &wanted, const QString &path);
    /// Leaves what was at the place of the file untouched.
    void cancel();
    bool isRunning() const { return m_file != nullptr; }

signals:
    /// Of the service's part, 0 to 1; negative: the file is being fetched.
    void progressed(double part, const QString &text);
    void finished(const QString &text);
    void failed(const QString &text);

private:
    void request(const QString &cursor);
    void take(const ReportPiece &piece);
    void fail(const QString &text);

    ReportsGateway *m_gateway;
    ReportWatcher *m_watcher;
    std::unique_ptr<QSaveFile> m_file;
    QString m_id;
    QString m_told; ///< by the service about the whole file
    quint64 m_generation = 0;
};

} // namespace renewal::ui
