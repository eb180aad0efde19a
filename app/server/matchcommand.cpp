// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/matchcommand.h"

#include "app/operations/matching.h"
#include "app/operations/matchingtables.h"
#include "app/operations/matchingthreshold.h"
#include "app/operations/systemclock.h"
#include "app/server/commandline.h"
#include "app/server/opendatabase.h"
#include "app/server/progressline.h"
#include "app/store/database.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace renewal::server {

using namespace Qt::StringLiterals;
using operations::MatchingReport;

namespace {
QString text(const char *source)
{
    return QCoreApplication::translate("MatchCommand", source);
}

Result<MatchingReport> match(const QString &url, const QString &parentStation, QTextStream &err)
{
    const auto database = openDatabase(url);
    if (!database)
        return failure(database.error());
    const auto connection = (*database)->connection();
    if (!connection)
        return failure(connection.error());
    const auto policy = operations::MatchingThresholds(**connection).policy();
    if (!policy)
        return failure(policy.error());
    const auto engine = operations::loadEngine(*policy);
    if (!engine)
        return failure(engine.error());
    const operations::SystemClock clock;
    ProgressLine line(err, 2);
    operations::Matching matching(**connection, *engine, clock);
    matching.setPolicy(*policy);
    return matching.run(parentStation, [&line](double part, const QString &what) {
        line.show(part, what);
        return true;
    });
}

QByteArray asJson(const MatchingReport &report)
{
    const QJsonObject effect{{u"becomeReady"_s, report.effect.becomeReady},
                             {u"becomeNeedsTeam"_s, report.effect.becomeNeedsTeam},
                             {u"becomeExternal"_s, report.effect.becomeExternal},
                             {u"unchanged"_s, report.effect.unchanged}};
    return QJsonDocument(QJsonObject{{u"stations"_s, report.stations},
                                     {u"prescribers"_s, report.prescribers},
                                     {u"linked"_s, report.linked},
                                     {u"suggested"_s, report.suggested},
                                     {u"withoutCandidates"_s, report.withoutCandidates},
                                     {u"becameStale"_s, report.becameStale},
                                     {u"effect"_s, effect}})
        .toJson(QJsonDocument::Indented);
}
} // namespace

int MatchCommand::run(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    CommandLine line(u"match"_s,
                     text("Proposes care teams for all prescribers, and links those it is sure of."));
    line.addDatabaseOption();
    line.addJsonOption();
    line.addOption(u"station"_s, text("Only this parent station, such as 552."), u"NUMBER"_s);
    if (const auto exit = line.parse(arguments, out, err))
        return *exit;
    if (const StationNumber station(line.value(u"station"_s)); !station.isEmpty() && !station.isValid())
        return line.usageError(text("'%1' is not a station number; it has three digits.").arg(station.text()),
                               err);

    const auto report = match(line.databaseUrl(), StationNumber(line.value(u"station"_s)).parent(), err);
    if (!report)
        return reportFailure(u"match"_s, report.error(), err);
    if (line.json())
        out << asJson(*report);
    else
        out << report->text() << '\n';
    return Success;
}

} // namespace renewal::server
