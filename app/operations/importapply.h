// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/importfigures.h"
#include "app/operations/importtypes.h"
#include "app/store/importrepository.h"
#include "models/base/result.h"

#include <QDateTime>
#include <QHash>
#include <QSet>

#include <functional>

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// Makes a staged import visible: one transaction of set-based statements (resources/sql/apply), with its
/// audit entry and change log. Lives on the connection's thread.
class ImportApply
{
public:
    /// The request says who asked for it, and what for. `goOn` returning false rolls everything back with
    /// Cancelled.
    ImportApply(store::Connection &connection, store::Import &import, const QDateTime &now,
                const ImportRequest &request, std::function<bool()> goOn);

    /// Fills in counts and state of the import. A file whose figures stayed out is "kept" out.
    Done run();
    const FiguresOutcome &figures() const { return m_figures.outcome(); }
    /// The parent stations that matching should look at again.
    const QStringList &stations() const { return m_stations; }

private:
    Done runScript(const QString &name);
    Done claim();
    Done storeOthers();
    Done storeOther(const QString &kind, const QByteArray &document);
    Done storeFigures();
    Done storeLinks();
    Done storeRenewals();
    Done recordAnswers();
    Done findStations();
    Done record();
    Done checkCancelled() const;

    store::Connection &m_connection;
    store::Import &m_import;
    QDateTime m_now;
    QString m_actor;
    std::function<bool()> m_goOn;
    QHash<QString, qint64> m_rows; ///< table -> rows inserted or changed
    ImportFigures m_figures;
    QSet<QString> m_correlatedStations;
    QStringList m_stations;
};

} // namespace renewal::operations
