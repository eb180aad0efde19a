// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/importer.h"
#include "app/store/connection.h"
#include "models/base/clock.h"

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QTimeZone>

namespace renewal::testing {

/// The instant all import tests happen at: a Monday.
inline QDateTime importTime()
{
    return QDateTime(QDate(2026, 3, 2), QTime(12, 0), QTimeZone::utc());
}

/// All that an import makes visible, one line a row, named by keys and not by row numbers, sorted.
QStringList visible(store::Connection &connection);
/// One value of one row.
QString value(store::Connection &connection, const QString &sql);
/// Rows that still lie in staging tables.
qint64 staged(store::Connection &connection);

/// A temporary folder of files to import.
class ImportFolder
{
public:
    /// Lines that end with a line feed.
    void write(const QString &fileName, const QStringList &lines);
    void writeBytes(const QString &fileName, const QByteArray &bytes);
    QString path(const QString &fileName) const { return m_dir.filePath(fileName); }

    /// Imports these files, or all of the folder.
    Result<operations::ImportResult> import(store::Connection &connection, const QStringList &fileNames = {},
                                            const QString &extract = QStringLiteral("x"),
                                            const operations::ProgressHandler &progress = {});

private:
    QTemporaryDir m_dir;
    FixedClock m_clock{importTime()};
};

// Lines of a region's files.
QString prescriberLine(const QString &id, const QString &first, const QString &last, const QString &station);
QString shortLine(const QString &patient, const QString &prescriber, const QString &station,
                  const QString &date);
/// A VistA prescription that may be renewed. `changes` is JSON members that replace or add fields, such as
/// R"("dispStatus":"Discontinued")".
QString prescriptionLine(const QString &patient, const QString &prescriptionId, const QString &prescriber,
                         const QString &station, const QString &changes = {});
QString messageLine(const QString &patient, const QString &prescriptionId, qint64 team, const QString &sent,
                    const QString &changes = {});
/// triage_teams.json with one team.
QByteArray teamDocument(qint64 id, const QString &name, const QString &station);

} // namespace renewal::testing
