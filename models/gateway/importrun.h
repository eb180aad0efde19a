// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/importreport.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QVector>

namespace renewal {

/// A file on this computer as it looks before it is imported.
struct ImportPreview
{
    QString path;
    QString fileName;
    QString folder; ///< the folder it was chosen with, else the one it lies in
    qint64 bytes = 0;
    QString kind;                ///< the stable word of exchange::FileKind; empty when it could not be told
    QString kindTitle;           ///< "prescriptions"
    QString system;              ///< "VistA"; empty when it can be any
    QString refusal;             ///< why it cannot go in, one sentence; empty when it can
    bool passedOver = false;     ///< it is no fault: such a file is not meant to go in
    int order = 0;               ///< files with smaller ones go first
    QByteArray mark;             ///< of its beginning: tells deliveries apart
    bool replaceFigures = false; ///< somebody agreed that the rollout's figures give way to these

    bool mayGo() const { return refusal.isEmpty(); }
    bool operator==(const ImportPreview &) const = default;
};

/// Where one file of a run is.
struct ImportFileState
{
    enum class Step
    {
        Waiting,
        Sending,
        Reading, ///< by the service
        Taken,
        AlreadyThere, ///< nothing changed
        FiguresKept,  ///< the rollout has other figures, which stay until somebody says otherwise
        Refused,
        Failed, ///< it could not be brought to its end; it may be tried again
        Stopped,
    };

    ImportPreview file;
    Step step = Step::Waiting;
    double part = 0; ///< of the present step, 0 to 1
    QString text;    ///< what is done at present, or what came of it, one sentence
    ImportReport report;

    bool isOver() const { return step >= Step::Taken; }
};

/// Files on their way into the service, one after the other. It goes on whatever the user does meanwhile.
class ImportRun : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    const QVector<ImportFileState> &files() const { return m_files; }
    bool isOver() const;
    /// Of all files, 0 to 1, by their sizes.
    double part() const;
    /// Stops the present file; those behind it are not sent. What went in stays.
    virtual void cancel() = 0;

signals:
    void changed(int file);
    /// All files are over; emitted once, from the event loop.
    void finished();

protected:
    void setFiles(const QVector<ImportPreview> &files);
    void change(int file, const ImportFileState &state);

private:
    QVector<ImportFileState> m_files;
};

} // namespace renewal
