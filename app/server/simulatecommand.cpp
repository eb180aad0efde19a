// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/simulatecommand.h"

#include "app/operations/simulateregion.h"
#include "app/operations/simulatetables.h"
#include "app/server/commandline.h"
#include "app/server/progressline.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

namespace renewal::server {

using namespace Qt::StringLiterals;

namespace {
QString text(const char *source)
{
    return QCoreApplication::translate("SimulateCommand", source);
}

/// Reads a whole number; an absent option leaves `target` as it is.
template <class Number>
Done readNumber(const CommandLine &line, const QString &option, Number &target)
{
    if (!line.isSet(option))
        return ok();
    bool isNumber = false;
    const qulonglong value = line.value(option).toULongLong(&isNumber);
    // Anything that fits the count of a simulation fits an int; seeds use all 64 bits.
    const bool fits =
        sizeof(Number) == sizeof(qulonglong) || value <= qulonglong(std::numeric_limits<int>::max());
    if (!isNumber || !fits) {
        return failure(ErrorCode::InvalidInput,
                       text("--%1 needs a whole number, not \"%2\".").arg(option, line.value(option)));
    }
    target = Number(value);
    return ok();
}

Done readNaming(const CommandLine &line, simulation::NamingFamily &naming)
{
    const QString word = line.value(u"naming"_s);
    if (word == "usual"_L1)
        naming = simulation::NamingFamily::Usual;
    else if (word == "other"_L1)
        naming = simulation::NamingFamily::Other;
    else if (word == "both"_L1)
        naming = simulation::NamingFamily::Both;
    else
        return failure(ErrorCode::InvalidInput,
                       text("--naming must be usual, other or both, not \"%1\".").arg(word));
    return ok();
}

void addOptions(CommandLine &line)
{
    const simulation::Options defaults;
    line.addOption(u"out"_s, text("The folder to write to. It must be empty or not exist yet."), u"DIR"_s);
    line.addOption(u"stations"_s, text("Number of medical centers."), u"N"_s,
                   QString::number(defaults.stations));
    line.addOption(u"patients"_s, text("Number of patients."), u"N"_s, QString::number(defaults.patients));
    line.addOption(u"care-teams"_s, text("Number of care teams, about. Without it: one for 100 patients."),
                   u"N"_s);
    line.addOption(u"prescribers"_s,
                   text("Number of prescribers, about. Without it: 264 for 100 care teams."), u"N"_s);
    line.addOption(u"naming"_s,
                   text("Naming habits of the care teams: usual, other (habits that matching was not made "
                        "with), or both by turn."),
                   u"FAMILY"_s, u"usual"_s);
    line.addOption(
        u"renewals"_s,
        text("Number of requests, each for another prescription. Without it: 45 for 100 patients."), u"N"_s);
    line.addOption(u"days"_s, text("Days over which the requests and the metrics are spread."), u"N"_s,
                   QString::number(defaults.days));
    line.addOption(u"start"_s, text("The first of these days."), u"YYYY-MM-DD"_s,
                   defaults.start.toString(Qt::ISODate));
    line.addOption(u"seed"_s, text("The same number gives the same region, on every machine."), u"N"_s,
                   QString::number(defaults.seed));
    line.addOption(u"force"_s,
                   text("Replaces region files in a folder that is not empty; other files stay."));
    line.addJsonOption();
}

Result<operations::SimulationReport> write(const simulation::Tables &tables,
                                           const simulation::Options &options, const QString &folder,
                                           bool force, QTextStream &err)
{
    ProgressLine progress(err, 2);
    return operations::simulateRegion(tables, options, folder, force, [&progress](qint64 done, qint64 total) {
        progress.show(double(done) / double(total), text("writing patients"));
        return true;
    });
}

void report(const operations::SimulationReport &report, const QString &folder, bool json, QTextStream &out)
{
    if (json) {
        const QJsonObject object{{u"folder"_s, folder},
                                 {u"stations"_s, report.stations},
                                 {u"careTeams"_s, report.careTeams},
                                 {u"prescribers"_s, report.prescribers},
                                 {u"patients"_s, report.patients},
                                 {u"prescriptions"_s, report.prescriptions},
                                 {u"renewals"_s, report.renewals},
                                 {u"messages"_s, report.messages},
                                 {u"history"_s, report.history},
                                 {u"bytes"_s, report.bytes}};
        out << QJsonDocument(object).toJson(QJsonDocument::Compact) << '\n';
        return;
    }
    out << text("Wrote %1: %2 stations, %3 care teams, %4 prescribers, %5 patients, %6 prescriptions, "
                "%7 renewal messages.")
               .arg(folder, QString::number(report.stations), QString::number(report.careTeams),
                    QString::number(report.prescribers), QString::number(report.patients),
                    QString::number(report.prescriptions), QString::number(report.messages))
        << '\n'
        << text("Next: renewal-service import %1").arg(folder) << '\n';
}
} // namespace

Result<simulation::Options> SimulateCommand::optionsFrom(const CommandLine &line)
{
    simulation::Options options;
    if (auto done = readNumber(line, u"stations"_s, options.stations); !done)
        return failure(done.error());
    if (auto done = readNumber(line, u"patients"_s, options.patients); !done)
        return failure(done.error());
    if (auto done = readNumber(line, u"days"_s, options.days); !done)
        return failure(done.error());
    if (auto done = readNumber(line, u"seed"_s, options.seed); !done)
        return failure(done.error());
    for (const auto &[name, target] :
         {std::pair{u"renewals"_s, &options.renewals}, std::pair{u"care-teams"_s, &options.careTeams},
          std::pair{u"prescribers"_s, &options.prescribers}}) {
        int number = 0;
        if (auto done = readNumber(line, name, number); !done)
            return failure(done.error());
        if (line.isSet(name))
            *target = number;
    }
    if (auto done = readNaming(line, options.naming); !done)
        return failure(done.error());
    options.start = QDate::fromString(line.value(u"start"_s), Qt::ISODate);
    return options;
}

int SimulateCommand::run(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    CommandLine line(u"simulate"_s,
                     text("Writes a made-up region: stations, care teams, prescribers, patients, "
                          "prescriptions, renewal messages, rollout metrics and the right answers."));
    addOptions(line);
    if (const auto exit = line.parse(arguments, out, err))
        return *exit;
    const QString folder = line.value(u"out"_s);
    if (folder.isEmpty())
        return line.usageError(text("--out DIR is missing: the folder to write to."), err);
    const auto options = optionsFrom(line);
    if (!options)
        return line.usageError(options.error().text, err);
    const auto tables = operations::loadSimulationTables();
    if (!tables)
        return reportFailure(u"simulate"_s, tables.error(), err);
    if (const auto valid = simulation::validate(*options, *tables); !valid)
        return line.usageError(valid.error().text, err);

    const auto written = write(*tables, *options, folder, line.isSet(u"force"_s), err);
    if (!written)
        return reportFailure(u"simulate"_s, written.error(), err);
    report(*written, folder, line.json(), out);
    return Success;
}

} // namespace renewal::server
