// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/matchcommand.h"

#include "app/operations/matching.h"
#include "app/operations/matchingweights.h"
#include "app/operations/systemclock.h"
#include "app/operations/truthcheck.h"
#include "app/server/commandline.h"
#include "app/server/opendatabase.h"
#include "app/server/progressline.h"
#include "app/store/database.h"

#include <QCoreApplication>
#include <QElapsedTimer>
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
    QString parentStation; ///< empty: all
    bool learn = false;
    QString truth; ///< a truth.csv to compare with, or empty
};

struct Outcome
{
    std::optional<operations::LearningReport> learning;
    MatchingReport matching;
    qint64 milliseconds = 0; ///< of matching alone
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
    const auto show = [&line](double part, const QString &what) {
        line.show(part, what);
        return true;
    };
    Outcome outcome;
    operations::MatchingWeights weights(**connection);
    const auto first = weights.wantLearning();
    if (!first)
        return failure(first.error());
    if (wanted.learn || (*first && wanted.parentStation.isEmpty())) {
        const auto learnt = weights.learn(u"renewal-service"_s, clock, show);
        if (!learnt)
            return failure(learnt.error());
        outcome.learning = *learnt;
    }
    const auto engine = weights.engine();
    if (!engine)
        return failure(engine.error());
    QElapsedTimer timer;
    timer.start();
    const auto report = operations::Matching(**connection, *engine, clock).run(wanted.parentStation, show);
    if (!report)
        return failure(report.error());
    outcome.matching = *report;
    outcome.milliseconds = timer.elapsed();
    if (wanted.truth.isEmpty())
        return outcome;
    const auto check = operations::checkAgainstTruth(**connection, wanted.truth, wanted.parentStation);
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
    if (outcome.learning)
        out << outcome.learning->text() << '\n';
    out << outcome.matching.text() << '\n';
    if (outcome.check)
        out << '\n' << outcome.check->summary() << '\n' << outcome.check->table() << '\n';
    out << text("Matching took %1 s; the program held %2 MB at most.")
               .arg(double(outcome.milliseconds) / 1000, 0, 'f', 1)
               .arg(peakMemory())
        << '\n';
}

QByteArray asJson(const Outcome &outcome)
{
    const MatchingReport &report = outcome.matching;
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
                     {u"milliseconds"_s, outcome.milliseconds},
                     {u"peakMegabytes"_s, peakMemory()}};
    if (outcome.learning)
        root[u"learning"_s] = QJsonObject{{u"engineVersion"_s, outcome.learning->version},
                                          {u"stations"_s, outcome.learning->stations},
                                          {u"anchors"_s, outcome.learning->anchors},
                                          {u"decisions"_s, outcome.learning->decisions}};
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

    const auto outcome = match({line.databaseUrl(), StationNumber(line.value(u"station"_s)).parent(),
                                line.isSet(u"learn"_s), line.value(u"truth"_s)},
                               err);
    if (!outcome)
        return reportFailure(u"match"_s, outcome.error(), err);
    if (line.json())
        out << asJson(*outcome);
    else
        print(*outcome, out);
    return Success;
}

} // namespace renewal::server
