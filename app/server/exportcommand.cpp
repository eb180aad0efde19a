// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/exportcommand.h"

#include "app/operations/correlationexport.h"
#include "app/operations/correlationworkbook.h"
#include "app/operations/workbook.h"
#include "app/server/commandline.h"
#include "app/server/opendatabase.h"
#include "app/store/database.h"
#include "models/exchange/csv.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace renewal::server {

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *source)
{
    return QCoreApplication::translate("ExportCommand", source);
}

QString probabilityText(double probability)
{
    return QString::number(probability, 'g', 6);
}

QString csvLine(const ImportedCorrelation &item)
{
    const QString team = item.careTeam.isValid() ? QString::number(item.careTeam.value) : QString();
    return QStringList{exchange::csvField(item.extractPrescriberId), item.station.text(), team,
                       probabilityText(item.probability), item.status}
        .join(u',');
}

QString jsonLine(const ImportedCorrelation &item)
{
    const QJsonValue team = item.careTeam.isValid() ? QJsonValue(QString::number(item.careTeam.value))
                                                    : QJsonValue(QJsonValue::Null);
    const QJsonObject json{{u"prescriberId"_s, item.extractPrescriberId},
                           {u"stationNumber"_s, item.station.text()},
                           {u"triageTeamId"_s, team},
                           {u"probability"_s, probabilityText(item.probability).toDouble()},
                           {u"status"_s, item.status}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

/// What to write, and how.
struct Order
{
    bool decisions = false; ///< the table that people fill in; else the links, by the ids of the extracts
    QString format;
    QString extract;
    Scope scope;
};

Result<qint64> writeLinks(store::Connection &connection, const Order &order, QTextStream &stream)
{
    const bool asJson = order.format == u"json"_s;
    if (asJson)
        stream << '[';
    else
        stream << "prescriberId,stationNumber,triageTeamId,probability,status\n";
    bool first = true;
    auto ids =
        operations::CorrelationExport(connection).each(order.extract, [&](const ImportedCorrelation &item) {
            if (!asJson)
                stream << csvLine(item) << '\n';
            else
                stream << (first ? "\n" : ",\n") << jsonLine(item);
            first = false;
            return true;
        });
    if (asJson)
        stream << (first ? "]\n" : "\n]\n");
    return ids;
}

Result<qint64> writeDecisions(store::Connection &connection, const Order &order, QTextStream &stream)
{
    const operations::CorrelationExport work(connection);
    qint64 lines = -1; // the heading is no prescriber
    QString cursor;
    do {
        const auto piece = work.piece(order.scope, cursor);
        if (!piece)
            return failure(piece.error());
        stream << QString::fromUtf8(piece->text);
        lines += piece->text.count('\n');
        cursor = piece->next;
    } while (!cursor.isEmpty());
    return lines;
}

/// Opens the database, then `work`.
template <class Work>
Result<qint64> withDatabase(const QString &url, Work work)
{
    const auto database = openExisting(url);
    if (!database)
        return failure(database.error());
    const auto connection = (*database)->connection();
    if (!connection)
        return failure(connection.error());
    return work(**connection);
}

Result<qint64> write(const QString &url, const Order &order, QTextStream &stream)
{
    return withDatabase(url, [&](store::Connection &connection) {
        return order.decisions ? writeDecisions(connection, order, stream)
                               : writeLinks(connection, order, stream);
    });
}

tl::unexpected<Error> notWritten(const QString &path, const QString &detail)
{
    return failure(ErrorCode::Internal,
                   tr("The file %1 could not be written; check the folder and its space.").arg(path), detail);
}

Result<qint64> writeFile(const QString &path, const QString &url, const Order &order)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return notWritten(path, file.errorString());
    QTextStream stream(&file);
    auto written = write(url, order, stream);
    if (!written)
        return written;
    stream.flush();
    if (!file.commit())
        return notWritten(path, file.errorString());
    return written;
}

Result<qint64> writeLinksWorkbook(store::Connection &connection, const Order &order, const QString &path)
{
    using Kind = operations::Workbook::Kind;
    operations::Workbook book(path, tr("Correlations"),
                              {{u"prescriberId"_s, Kind::Text, 16},
                               {u"stationNumber"_s, Kind::Text, 14},
                               {u"triageTeamId"_s, Kind::Whole, 13},
                               {u"probability"_s, Kind::Share, 11},
                               {u"status"_s, Kind::Text, 11}});
    auto ids =
        operations::CorrelationExport(connection).each(order.extract, [&](const ImportedCorrelation &item) {
            book.add({item.extractPrescriberId, item.station.text(),
                      item.careTeam.isValid() ? QVariant(item.careTeam.value) : QVariant(), item.probability,
                      item.status});
            return true;
        });
    if (!ids)
        return ids;
    if (const Done done = book.close(); !done)
        return failure(done.error());
    return ids;
}

/// Beside its place first: what was there stays until all of the new one is written.
Result<qint64> writeWorkbook(const QString &path, const QString &url, const Order &order)
{
    const QString part = path + u".part"_s;
    auto written = withDatabase(url, [&](store::Connection &connection) {
        return order.decisions ? operations::CorrelationWorkbook(connection)
                                     .write(order.scope, part, operations::Workbook::mostRows)
                               : writeLinksWorkbook(connection, order, part);
    });
    if (written && !(QFile::remove(path) || !QFile::exists(path)))
        written = notWritten(path, u"it cannot be replaced"_s);
    if (written && !QFile::rename(part, path))
        written = notWritten(path, u"it cannot be renamed"_s);
    if (!written)
        QFile::remove(part);
    return written;
}

/// The one that was asked for, else the one of the file's name, else CSV.
QString formatOf(const QString &asked, const QString &path)
{
    if (!asked.isEmpty())
        return asked;
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix.isEmpty() ? u"csv"_s : suffix;
}

/// What cannot be done as it was asked for; empty when it can.
QString misuse(const Order &order, const QString &path)
{
    const QStringList formats =
        order.decisions ? QStringList{u"csv"_s, u"xlsx"_s} : QStringList{u"csv"_s, u"json"_s, u"xlsx"_s};
    if (!formats.contains(order.format))
        return tr("'%1' is no format for this; take %2.").arg(order.format, formats.join(tr(" or ")));
    if (order.format == u"xlsx"_s && path.isEmpty())
        return tr("A workbook needs a file: say where with --out.");
    if (!order.scope.parentStation.isEmpty() && !StationNumber(order.scope.parentStation).isValid())
        return tr("'%1' is not a station number; it has three digits.").arg(order.scope.parentStation);
    return {};
}
} // namespace

int ExportCommand::run(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    CommandLine line(
        u"export"_s,
        tr("Writes who belongs to which care team: \"correlations\" by the prescriber ids of the "
           "extracts, for other systems; \"decisions\" as the table that people fill in and "
           "'renewal-service decide' reads back."));
    line.addPositional(u"what"_s, tr("What to write: correlations or decisions."),
                       u"correlations|decisions"_s);
    line.addOption(u"format"_s,
                   tr("csv, xlsx or, for correlations, json; by the name of the file when not given."),
                   u"FORMAT"_s);
    line.addOption(u"extract"_s, tr("Only the ids of this extract; for correlations."), u"NAME"_s);
    line.addOption(u"station"_s, tr("Only this parent station, such as 552; for decisions."), u"NUMBER"_s);
    line.addOption(u"out"_s, tr("Write to this file instead of standard output."), u"FILE"_s);
    line.addDatabaseOption();
    if (const auto exit = line.parse(arguments, out, err))
        return *exit;
    const QString what = line.positionals().join(u' ');
    if (what != u"correlations"_s && what != u"decisions"_s)
        return line.usageError(tr("Say what to write: correlations or decisions."), err);
    const QString path = line.value(u"out"_s);
    const Order order{what == u"decisions"_s,
                      formatOf(line.value(u"format"_s), path),
                      line.value(u"extract"_s),
                      {line.value(u"station"_s), {}}};
    if (const QString wrong = misuse(order, path); !wrong.isEmpty())
        return line.usageError(wrong, err);

    const auto written = order.format == u"xlsx"_s ? writeWorkbook(path, line.databaseUrl(), order)
                         : path.isEmpty()          ? write(line.databaseUrl(), order, out)
                                                   : writeFile(path, line.databaseUrl(), order);
    if (!written)
        return reportFailure(u"export"_s, written.error(), err);
    if (!path.isEmpty())
        err << tr("%1 prescribers written to %2.").arg(*written).arg(path) << '\n';
    return Success;
}

} // namespace renewal::server
