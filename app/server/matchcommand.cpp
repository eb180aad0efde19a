// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/matchcommand.h"

#include "app/operations/matchingrun.h"
#include "app/operations/systemclock.h"
#include "app/operations/truthcheck.h"
#include "app/server/commandline.h"
#include "app/server/opendatabase.h"
#include "app/server/progressline.h"
#include "app/store/database.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>
#include <sys/resource.h>

namespace renewal::server {

using namespace Qt::StringLiterals;
using operations::MatchingReport;

namespace {
QString text(const char *source)
{
    return QCoreApplication::translate("MatchCommand", source);
}

/// What a run of the command is to do.
struct Wanted
{
    QString url;
    operations::MatchingOrder run;
    QString truth; ///< a truth.csv to compare with, or empty
};

struct Outcome
{
    operations::MatchingRun run;
    std::optional<correlation::MatchingCheck> check;
};

Result<Outcome> match(const Wanted &wanted, QTextStream &err)
{
    const auto database = openDatabase(wanted.url);
    if (!database)
        return failure(database.error());
    const auto connection = (*database)->connection();
    if (!connection)
        return failure(connection.error());
    const operations::SystemClock clock;
    ProgressLine line(err, 2);
    const auto run =
        operations::runMatching(**connection, clock, wanted.run, [&line](double part, const QString &what) {
            line.show(part, what);
            return true;
        });
    if (!run)
        return failure(run.error());
    Outcome outcome{*run, {}};
    if (wanted.truth.isEmpty())
        return outcome;
    const auto check =
        operations::checkAgainstTruth(**connection, wanted.truth, wanted.run.parentStations.value(0));
    if (!check)
        return failure(check.error());
    outcome.check = *check;
    return outcome;
}

/// The most memory the program held at once, in MB.
qint64 peakMemory()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

QJsonObject asJson(const correlation::MatchingCheck &check)
{
    const correlation::MatchingCounts &all = check.all();
    const auto interval = check.precisionInterval();
    const auto calibration = check.calibration();
    return {{u"precision"_s, all.precision()},
            {u"precisionLow"_s, interval.low},
            {u"precisionHigh"_s, interval.high},
            {u"coverage"_s, all.coverage()},
            {u"patientCoverage"_s, all.patientCoverage()},
            {u"withTeam"_s, all.withTeam},
            {u"automatic"_s, all.automatic},
            {u"right"_s, all.right},
            {u"first"_s, all.first},
            {u"firstThree"_s, all.firstThree},
            {u"communityLinked"_s, all.community},
            {u"ece"_s, calibration.error},
            {u"brier"_s, calibration.brier}};
}

void print(const Outcome &outcome, QTextStream &out)
{
    if (outcome.run.learning)
        out << outcome.run.learning->text() << '\n';
    out << outcome.run.report.text() << '\n';
    if (outcome.check)
        out << '\n' << outcome.check->summary() << '\n' << outcome.check->table() << '\n';
    out << text("Matching took %1 s; the program held %2 MB at most.")
               .arg(double(outcome.run.milliseconds) / 1000, 0, 'f', 1)
               .arg(peakMemory())
        << '\n';
}

QByteArray asJson(const Outcome &outcome)
{
    const MatchingReport &report = outcome.run.report;
    const QJsonObject effect{{u"becomeReady"_s, report.effect.becomeReady},
                             {u"becomeNeedsTeam"_s, report.effect.becomeNeedsTeam},
                             {u"becomeExternal"_s, report.effect.becomeExternal},
                             {u"unchanged"_s, report.effect.unchanged}};
    QJsonObject root{{u"stations"_s, report.stations},
                     {u"prescribers"_s, report.prescribers},
                     {u"linked"_s, report.linked},
                     {u"suggested"_s, report.suggested},
                     {u"withoutCandidates"_s, report.withoutCandidates},
                     {u"becameStale"_s, report.becameStale},
                     {u"effect"_s, effect},
                     {u"milliseconds"_s, outcome.run.milliseconds},
                     {u"peakMegabytes"_s, peakMemory()}};
    if (outcome.run.learning)
        root[u"learning"_s] = QJsonObject{{u"engineVersion"_s, outcome.run.learning->version},
                                          {u"stations"_s, outcome.run.learning->stations},
                                          {u"anchors"_s, outcome.run.learning->anchors},
                                          {u"decisions"_s, outcome.run.learning->decisions}};
    if (outcome.check)
        root[u"quality"_s] = asJson(*outcome.check);
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}
} // namespace

int MatchCommand::run(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    CommandLine line(u"match"_s,
                     text("Proposes care teams for all prescribers, and links those it is sure of."));
    line.addDatabaseOption();
    line.addJsonOption();
    line.addOption(u"station"_s, text("Only this parent station, such as 552."), u"NUMBER"_s);
    line.addOption(u"truth"_s,
                   text("Compare with the truth.csv of a simulated region: precision, coverage, calibration, "
                        "false links on community care, and a table of what is hard."),
                   u"FILE"_s);
    line.addOption(
        u"learn"_s,
        text("First learn the weights of evidence from all stations, without labels, and from what "
             "staff decided. A first run over many stations does so by itself."));
    if (const auto exit = line.parse(arguments, out, err))
        return *exit;
    if (const StationNumber station(line.value(u"station"_s)); !station.isEmpty() && !station.isValid())
        return line.usageError(text("'%1' is not a station number; it has three digits.").arg(station.text()),
                               err);

    operations::MatchingOrder order{{}, line.isSet(u"learn"_s), {}};
    if (const StationNumber station(line.value(u"station"_s)); !station.isEmpty())
        order.parentStations = {station.parent()};
    const auto outcome = match({line.databaseUrl(), order, line.value(u"truth"_s)}, err);
    if (!outcome)
        return reportFailure(u"match"_s, outcome.error(), err);
    if (line.json())
        out << asJson(*outcome);
    else
        print(*outcome, out);
    return Success;
}

} // namespace renewal::server
