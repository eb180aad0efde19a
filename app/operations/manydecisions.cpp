// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/manydecisions.h"

#include "app/operations/decisions.h"
#include "app/store/careteamrepository.h"
#include "app/store/correlationrepository.h"
#include "app/store/prescriberrepository.h"
#include "app/store/transaction.h"

#include <QCoreApplication>
#include <QHash>

namespace renewal::operations {

using namespace Qt::StringLiterals;
using store::Transaction;

namespace {
QString say(const char *text)
{
    return QCoreApplication::translate("ManyDecisions", text);
}

/// A guard's answer to one decision. Anything else is a fault that concerns all; the database's own have a
/// detail for the log.
bool isAnswer(const Error &error)
{
    return error.detail.isEmpty() &&
           (error.code == ErrorCode::InvalidInput || error.code == ErrorCode::NotFound ||
            error.code == ErrorCode::Conflict || error.code == ErrorCode::PreconditionFailed);
}

ReportedDecision reportOf(const IntendedDecision &row)
{
    ReportedDecision reported;
    reported.row = row.row;
    reported.prescriberId = row.decision.prescriberId;
    reported.prescriber = row.name;
    reported.station = row.station.text();
    if (row.problem.isEmpty())
        reported.kind = row.decision.kind;
    reported.careTeam = row.decision.careTeam;
    reported.text = row.problem;
    return reported;
}

/// Rows may have shifted in a spreadsheet: each must name whom its id is.
QString mismatch(const IntendedDecision &row, const Prescriber &prescriber)
{
    const bool sameName =
        row.name.simplified().compare(prescriber.name.shown().simplified(), Qt::CaseInsensitive) == 0;
    if (sameName && row.station.parent() == prescriber.station.parent())
        return {};
    return say(QT_TRANSLATE_NOOP("ManyDecisions",
                                 "Id %1 is %2 at station %3, not %4 at %5: the rows may have "
                                 "shifted. Take the row from a new export."))
        .arg(prescriber.id.value)
        .arg(prescriber.name.shown(), prescriber.station.text(), row.name, row.station.text());
}

/// Nothing would change. Beside a planned link, or for one division or a later day, there is something to do.
/// A link leaves what was decided about divisions; the others end that.
bool isSo(const Correlation &present, const Decision &decision)
{
    if (present.planned || !decision.division.isEmpty() || decision.validFrom.isValid())
        return false;
    switch (decision.kind) {
    case DecisionKind::Link:
        return present.status == CorrelationStatus::Manual && present.careTeam == decision.careTeam &&
               present.validTo == decision.validTo;
    case DecisionKind::Refuse:
        return present.status == CorrelationStatus::Refused && present.divisions.isEmpty();
    case DecisionKind::External:
        return present.status == CorrelationStatus::External && present.divisions.isEmpty();
    }
    return false;
}

QString conflictText(const Correlation &present)
{
    return present.decidedBy.isEmpty()
               ? say(QT_TRANSLATE_NOOP("ManyDecisions",
                                       "This changed since it was exported; look at the present "
                                       "state, then decide again."))
               : say(QT_TRANSLATE_NOOP("ManyDecisions",
                                       "%1 decided about this prescriber since it was exported; look at the "
                                       "present state, then decide again."))
                     .arg(present.decidedBy);
}

/// Which rows decide about a prescriber, for those that more than one does.
QHash<qint64, QStringList> namedTwice(const QVector<IntendedDecision> &rows)
{
    QHash<qint64, QStringList> all;
    for (const IntendedDecision &row : rows) {
        if (row.problem.isEmpty())
            all[row.decision.prescriberId.value].append(QString::number(row.row));
    }
    all.removeIf([](const auto &entry) { return entry.value().size() < 2; });
    return all;
}
} // namespace

Result<DecisionsReport> ManyDecisions::preview(const QVector<IntendedDecision> &rows)
{
    auto transaction = Transaction::begin(m_connection, Transaction::Mode::Read);
    if (!transaction)
        return failure(transaction.error());
    return run(rows, nullptr);
}

Result<DecisionsReport> ManyDecisions::take(const QVector<IntendedDecision> &rows, const QString &actor)
{
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    auto report = run(rows, &actor);
    if (!report)
        return report;
    if (const Done done = transaction->commit(); !done)
        return failure(done.error());
    return report;
}

Result<DecisionsReport> ManyDecisions::run(const QVector<IntendedDecision> &rows, const QString *actor)
{
    const QHash<qint64, QStringList> twice = namedTwice(rows);
    DecisionsReport report;
    for (const IntendedDecision &row : rows) {
        const QStringList others = twice.value(row.decision.prescriberId.value);
        IntendedDecision checked = row;
        if (row.problem.isEmpty() && !others.isEmpty())
            checked.problem =
                say(QT_TRANSLATE_NOOP("ManyDecisions", "Rows %1 decide about the same prescriber; "
                                                       "leave one of them."))
                    .arg(others.join(u", "_s));
        const auto reported = runOne(checked, actor);
        if (!reported)
            return failure(reported.error());
        report.rows.append(*reported);
    }
    return report;
}

Result<ReportedDecision> ManyDecisions::runOne(const IntendedDecision &row, const QString *actor)
{
    ReportedDecision reported = reportOf(row);
    if (!row.problem.isEmpty())
        return reported;
    const auto prescriber = store::PrescriberRepository(m_connection).find(row.decision.prescriberId);
    if (!prescriber && prescriber.error().code != ErrorCode::NotFound)
        return failure(prescriber.error());
    if (!prescriber) {
        reported.text =
            say(QT_TRANSLATE_NOOP("ManyDecisions", "There is no prescriber with the id %1; take the "
                                                   "row from a new export."))
                .arg(row.decision.prescriberId.value);
        return reported;
    }
    reported.text = mismatch(row, *prescriber);
    if (!reported.text.isEmpty())
        return reported;
    reported.prescriber = prescriber->name.shown();
    reported.station = prescriber->station.text();
    const auto team = teamName(prescriber->station.parent(), row.decision.careTeam);
    if (!team)
        return failure(team.error());
    reported.careTeamName = *team;
    if (const Done done = carryOut(row, actor, reported); !done)
        return failure(done.error());
    return reported;
}

Done ManyDecisions::carryOut(const IntendedDecision &row, const QString *actor, ReportedDecision &reported)
{
    const auto present = store::CorrelationRepository(m_connection).current(row.decision.prescriberId);
    if (!present)
        return failure(present.error());
    reported.version = present->version;
    if (isSo(*present, row.decision)) {
        reported.result = DecisionResult::Unchanged;
        return ok();
    }
    if (row.checksVersion && row.decision.version != present->version) {
        reported.result = DecisionResult::Conflict;
        reported.text = conflictText(*present);
        return ok();
    }
    Decision decision = row.decision;
    decision.version = present->version;
    Decisions decisions(m_connection, m_clock);
    const auto outcome = actor ? decisions.decide(decision, *actor) : decisions.rehearse(decision);
    if (!outcome && !isAnswer(outcome.error()))
        return failure(outcome.error());
    if (!outcome) {
        reported.text = outcome.error().text;
        return ok();
    }
    reported.result = DecisionResult::Decided;
    reported.effect = outcome->effect;
    reported.version = outcome->correlation.version;
    return ok();
}

/// Empty for no team, and for one that is not the station's.
Result<QString> ManyDecisions::teamName(const QString &station, TriageTeamId team)
{
    if (!team.isValid())
        return QString();
    const auto found = store::CareTeamRepository(m_connection).find(station, team);
    if (!found && found.error().code != ErrorCode::NotFound)
        return failure(found.error());
    return found ? found->shownName() : QString();
}

} // namespace renewal::operations
