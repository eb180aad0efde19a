// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/decidecommand.h"

#include "app/operations/manydecisions.h"
#include "app/operations/systemclock.h"
#include "app/server/commandline.h"
#include "app/server/opendatabase.h"
#include "app/store/database.h"
#include "models/exchange/decisionsfile.h"
#include "models/rest/restdecisions.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

namespace renewal::server {

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *source, int count = -1)
{
    return QCoreApplication::translate("DecideCommand", source, nullptr, count);
}

Result<exchange::DecisionRows> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::InvalidInput, tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    const QByteArray csv = file.read(largestDecisionsFile + 1);
    if (csv.size() > largestDecisionsFile)
        return failure(ErrorCode::TooLarge, tr("%1 has over 8 MB; split it.").arg(path));
    return exchange::readDecisions(csv);
}

/// `actor` is empty in a dry run.
Result<DecisionsReport> decide(const QString &url, const exchange::DecisionRows &file, const QString &actor)
{
    const auto database = openExisting(url);
    if (!database)
        return failure(database.error());
    const auto connection = (*database)->connection();
    if (!connection)
        return failure(connection.error());
    const operations::SystemClock clock;
    operations::ManyDecisions decisions(**connection, clock);
    auto report = actor.isEmpty() ? decisions.preview(file.rows) : decisions.take(file.rows, actor);
    if (report)
        report->undecided = file.undecided;
    return report;
}

QString decisionText(const ReportedDecision &row)
{
    switch (row.kind.value_or(DecisionKind::Link)) {
    case DecisionKind::Refuse:
        return tr("none of the candidates is right");
    case DecisionKind::External:
        return tr("community care");
    case DecisionKind::Link:
        break;
    }
    return tr("link to %1").arg(row.careTeamName);
}

QString movesText(const DecisionEffect &effect)
{
    QStringList moves;
    if (effect.becomeReady > 0)
        moves.append(tr("%n renewal(s) become ready to route", int(effect.becomeReady)));
    if (effect.becomeNeedsTeam > 0)
        moves.append(tr("%n renewal(s) need a care team again", int(effect.becomeNeedsTeam)));
    if (effect.becomeExternal > 0)
        moves.append(tr("%n renewal(s) go to community care", int(effect.becomeExternal)));
    return moves.isEmpty() ? tr("no renewal moves") : moves.join(u", "_s);
}

QString rowText(const ReportedDecision &row)
{
    const QString who = tr("row %1, %2").arg(row.row).arg(row.prescriber);
    switch (row.result) {
    case DecisionResult::Decided:
        return tr("%1: %2; %3").arg(who, decisionText(row), movesText(row.effect));
    case DecisionResult::Unchanged:
        return tr("%1: unchanged, %2 already").arg(who, decisionText(row));
    case DecisionResult::Conflict:
        return tr("%1: left as it is. %2").arg(who, row.text);
    case DecisionResult::Refused:
        break;
    }
    return tr("%1: cannot be followed. %2").arg(who, row.text);
}

void print(const DecisionsReport &report, bool isDryRun, QTextStream &out)
{
    for (const ReportedDecision &row : report.rows)
        out << rowText(row) << '\n';
    const int decided = int(report.count(DecisionResult::Decided));
    out << (isDryRun ? tr("%n decision(s) would be taken", decided) : tr("%n decision(s) taken", decided))
        << tr(", %1 unchanged, %2 with a problem; %3 rows decide nothing.")
               .arg(report.count(DecisionResult::Unchanged))
               .arg(report.problems())
               .arg(report.undecided)
        << '\n';
}

QString loginName()
{
    return qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
}
} // namespace

int DecideCommand::run(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    CommandLine line(u"decide"_s,
                     tr("Takes the decisions of a CSV file: what 'export decisions' wrote, "
                        "with its columns decision (link, refuse or external), triageTeamId and "
                        "note filled in. A row that cannot be followed is told, the others go on; "
                        "the same file twice changes nothing."));
    line.addPositional(u"file"_s, tr("The file to read."), u"FILE"_s);
    line.addOption(u"dry-run"_s, tr("Only shows what the decisions would do."));
    line.addOption(u"by"_s, tr("Who decides, for the record."), u"NAME"_s, loginName());
    line.addDatabaseOption();
    line.addJsonOption();
    if (const auto exit = line.parse(arguments, out, err))
        return *exit;
    if (line.positionals().size() != 1)
        return line.usageError(tr("Name one file."), err);
    const bool isDryRun = line.isSet(u"dry-run"_s);
    const QString actor = line.value(u"by"_s).trimmed();
    const auto file = readFile(line.positionals().constFirst());
    if (!file)
        return reportFailure(u"decide"_s, file.error(), err);
    if (actor.isEmpty() && !isDryRun)
        return line.usageError(tr("Say with --by who decides."), err);

    const auto report = decide(line.databaseUrl(), *file, isDryRun ? QString() : actor);
    if (!report)
        return reportFailure(u"decide"_s, report.error(), err);
    if (line.json())
        out << QJsonDocument(toJson(*report)).toJson(QJsonDocument::Indented);
    else
        print(*report, isDryRun, out);
    return report->problems() > 0 ? Failure : Success;
}

} // namespace renewal::server
