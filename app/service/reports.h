// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/jobrunner.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <vector>

namespace renewal::service {

/// What takes longer than a page to answer: it is written to a file by a job, and read from there in pieces
/// by who asked for it, and nobody else. Figures do not wait for files, nor either of them for matching. The
/// files are in a folder that only this account may enter; they go with the service, or when they were not
/// asked for in a while. Lives in the service thread.
class Reports
{
public:
    /// Writes the file; the result is a sentence about what came of it. Runs in a worker thread.
    using Write = std::function<Result<QString>(store::Connection &, JobProgress &, const QString &path)>;
    enum class Kind
    {
        Figures,
        File,
    };
    struct Order
    {
        Kind kind = Kind::Figures;
        QString name;  ///< the kind of the job
        QString actor; ///< the only one who may read it
        QString key;   ///< the same again gives the job it started before; may be empty
        QByteArray contentType;
    };
    struct Piece
    {
        QByteArray bytes;
        QByteArray contentType;
        qint64 next = 0; ///< where it goes on; 0: this was the last
    };

    explicit Reports(store::Database &database);

    Job start(const Order &order, Write write);
    Result<Job> find(const QString &id, const QString &actor) const;
    /// Asks it to stop; what is over stays as it is.
    Result<Job> cancel(const QString &id, const QString &actor);
    /// Of a finished one; Conflict while it is not.
    Result<Piece> piece(const QString &id, const QString &actor, qint64 from);

    static constexpr qint64 pieceBytes = 4 * 1024 * 1024;

private:
    struct Report
    {
        QString id;
        QString actor;
        QString path;
        QByteArray contentType;
        Kind kind = Kind::Figures;
        QElapsedTimer unread; ///< since it was asked for last
    };

    JobRunner &runner(Kind kind) { return kind == Kind::Figures ? m_figures : m_files; }
    const JobRunner &runner(Kind kind) const { return kind == Kind::Figures ? m_figures : m_files; }
    const Report *known(const QString &id, const QString &actor) const;
    void forgetOld();

    QTemporaryDir m_folder;
    std::vector<Report> m_reports; ///< oldest first
    JobRunner m_figures;           ///< these write into the folder: they end before it
    JobRunner m_files;
};

} // namespace renewal::service
