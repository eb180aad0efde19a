// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/domain/extract.h"

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QVector>

namespace renewal {

/// What became of one file of an import. `outcome`: taken, already_imported, figures_kept, passed_over,
/// refused.
struct ImportFileReport
{
    QString fileName;
    QString kind;      ///< the stable word of exchange::FileKind; empty when unknown
    QString kindTitle; ///< "prescriptions"
    QString outcome;
    qint64 bytes = 0;
    qint64 taken = 0;
    qint64 setAside = 0;
    QString reason;    ///< why it was not taken
    QStringList notes; ///< what one should know of it, such as stations that did not answer

    bool operator==(const ImportFileReport &) const = default;
};

/// Where an import stands, and what came of it.
struct ImportReport
{
    ImportId id;
    QString fileName; ///< the file, or the folder when there were several
    QString state;    ///< receiving, queued, running, finished, failed, cancelled
    qint64 receivedBytes = 0;
    qint64 taken = 0;         ///< records that went in
    qint64 setAsideCount = 0; ///< records that could not; the list holds the first ones
    QVector<SetAside> setAside;
    QString text;  ///< what came of it, one sentence
    ImportId kept; ///< under which id the report is kept; invalid while there is none
    QString extract;
    QString actor;
    QDateTime startedAt;
    QDateTime finishedAt;
    QVector<ImportFileReport> files;

    bool operator==(const ImportReport &) const = default;
};

} // namespace renewal
