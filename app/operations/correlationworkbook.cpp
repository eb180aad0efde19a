// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/correlationworkbook.h"

#include "app/operations/correlationexport.h"
#include "app/operations/workbook.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

namespace renewal::operations {

using namespace Qt::StringLiterals;

namespace {
using Kind = Workbook::Kind;

/// The names of the CSV export, so that either can be filled in and read back.
QVector<Workbook::Column> columns()
{
    return {{u"station"_s, Kind::Text, 9},
            {u"system"_s, Kind::Text, 16},
            {u"prescriber"_s, Kind::Text, 28},
            {u"state"_s, Kind::Text, 11},
            {u"triageTeamId"_s, Kind::Whole, 13},
            {u"careTeam"_s, Kind::Text, 40},
            {u"leadProvider"_s, Kind::Text, 24},
            {u"probability"_s, Kind::Share, 11},
            {u"decidedBy"_s, Kind::Text, 16},
            {u"since"_s, Kind::Instant, 19},
            {u"waiting"_s, Kind::Whole, 9},
            {u"candidates"_s, Kind::Whole, 11},
            {u"peopleOfThisName"_s, Kind::Whole, 18},
            {u"id"_s, Kind::Whole, 9},
            {u"version"_s, Kind::Whole, 9},
            {u"decision"_s, Kind::Text, 11, {u"link"_s, u"refuse"_s, u"external"_s}},
            {u"note"_s, Kind::Text, 40}};
}

template <class T>
QVariant cell(const std::optional<T> &value)
{
    return value ? QVariant(*value) : QVariant();
}

QVariantList cellsOf(const ExportedPrescriber &line)
{
    return {line.station,        line.system,
            line.name,           line.state,
            cell(line.careTeam), line.careTeamName,
            line.leadProvider,   cell(line.probability),
            line.decidedBy,      line.since.isValid() ? QVariant(line.since) : QVariant(),
            line.waiting,        line.candidates,
            line.people,         line.id,
            line.version};
}
} // namespace

Result<qint64> CorrelationWorkbook::write(const Scope &scope, const QString &path, qint64 most) const
{
    Workbook book(path, QCoreApplication::translate("CorrelationWorkbook", "Correlations"), columns());
    bool isOver = false;
    const auto read =
        CorrelationExport(m_connection).prescribers(scope, 0, [&](const ExportedPrescriber &line) {
            isOver = book.rows() == most;
            if (!isOver)
                book.add(cellsOf(line));
            return !isOver;
        });
    if (!read)
        return failure(read.error());
    if (isOver)
        return failure(
            ErrorCode::TooLarge,
            QCoreApplication::translate("CorrelationWorkbook",
                                        "There are more than %1 prescribers, too many for a workbook; "
                                        "choose a station, or export as CSV.")
                .arg(most));
    if (const Done done = book.close(); !done)
        return failure(done.error());
    return book.rows();
}

Result<QByteArray> CorrelationWorkbook::bytes(const Scope &scope) const
{
    const QTemporaryDir folder; // readable by its owner only
    const QString path = folder.filePath(u"correlations.xlsx"_s);
    const auto written = write(scope, path, mostAnswered);
    if (!written)
        return failure(written.error());
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(
            ErrorCode::Internal,
            QCoreApplication::translate("CorrelationWorkbook",
                                        "The workbook could not be made; try again, or export as CSV."),
            file.errorString());
    return file.readAll();
}

} // namespace renewal::operations
