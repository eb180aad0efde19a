// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/exportcommand.h"

#include "app/operations/correlationexport.h"
#include "app/server/commandline.h"
#include "app/server/opendatabase.h"
#include "app/store/database.h"
#include "models/exchange/csv.h"

#include <QCoreApplication>
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

Result<qint64> write(const QString &url, const QString &extract, bool asJson, QTextStream &stream)
{
    const auto database = openExisting(url);
    if (!database)
        return failure(database.error());
    const auto connection = (*database)->connection();
    if (!connection)
        return failure(connection.error());
    if (asJson)
        stream << '[';
    else
        stream << "prescriberId,stationNumber,triageTeamId,probability,status\n";
    bool first = true;
    auto ids =
        operations::CorrelationExport(**connection).each(extract, [&](const ImportedCorrelation &item) {
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

tl::unexpected<Error> notWritten(const QString &path, const QString &detail)
{
    return failure(ErrorCode::Internal,
                   tr("The file %1 could not be written; check the folder and its space.").arg(path), detail);
}

Result<qint64> writeFile(const QString &path, const QString &url, const QString &extract, bool asJson)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return notWritten(path, file.errorString());
    QTextStream stream(&file);
    auto written = write(url, extract, asJson, stream);
    if (!written)
        return written;
    stream.flush();
    if (!file.commit())
        return notWritten(path, file.errorString());
    return written;
}
} // namespace

int ExportCommand::run(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    CommandLine line(u"export"_s,
                     tr("Writes who belongs to which care team, by the prescriber ids of the extracts."));
    line.addPositional(u"what"_s, tr("What to write: correlations."), u"correlations"_s);
    line.addOption(u"format"_s, tr("csv or json."), u"FORMAT"_s, u"csv"_s);
    line.addOption(u"extract"_s, tr("Only the ids of this extract."), u"NAME"_s);
    line.addOption(u"out"_s, tr("Write to this file instead of standard output."), u"FILE"_s);
    line.addDatabaseOption();
    if (const auto exit = line.parse(arguments, out, err))
        return *exit;
    if (line.positionals() != QStringList{u"correlations"_s})
        return line.usageError(tr("Say what to write: correlations."), err);
    const QString format = line.value(u"format"_s);
    if (format != u"csv"_s && format != u"json"_s)
        return line.usageError(tr("'%1' is no format; take csv or json.").arg(format), err);

    const QString path = line.value(u"out"_s);
    const bool asJson = format == u"json"_s;
    const QString extract = line.value(u"extract"_s);
    const auto written = path.isEmpty() ? write(line.databaseUrl(), extract, asJson, out)
                                        : writeFile(path, line.databaseUrl(), extract, asJson);
    if (!written)
        return reportFailure(u"export"_s, written.error(), err);
    if (!path.isEmpty())
        err << tr("%1 prescribers written to %2.").arg(*written).arg(path) << '\n';
    return Success;
}

} // namespace renewal::server
