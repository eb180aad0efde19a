// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/cutoverdivisions.h"

#include "app/operations/openteam.h"
#include "app/store/connection.h"
#include "app/store/correlationdocument.h"
#include "app/store/correlationrepository.h"

#include <QCoreApplication>

#include <algorithm>

namespace renewal::operations {

using namespace Qt::StringLiterals;

namespace {
/// As it was before the day ended it, the newest first; at most so many steps are looked back.
Result<QVector<Correlation>> before(store::Connection &connection, PrescriberId prescriber,
                                    const CutOver &cutOver)
{
    const auto documents = connection.rows<QByteArray>(
        u"SELECT before_state FROM correlation_decision WHERE parent_station = ? AND prescriber_id = ? "
        "AND action = 'correlation.stale' AND at >= ? ORDER BY version DESC LIMIT 20"_s,
        {cutOver.parentStation, prescriber.value, cutOver.endsAt.toMSecsSinceEpoch()},
        [](const store::Row &row) { return row.text(0).toUtf8(); });
    if (!documents)
        return failure(documents.error());
    QVector<Correlation> states;
    for (const QByteArray &document : *documents) {
        const auto state = store::correlationFromDocument(document);
        if (!state)
            return failure(state.error());
        states.append(*state);
    }
    return states;
}

/// The care team that the division had; invalid when it had none, or somebody decided since.
TriageTeamId formerTeam(const DivisionTeam &present, const QVector<Correlation> &states)
{
    for (const Correlation &state : states) {
        const auto former = std::ranges::find(state.divisions, present.division, &DivisionTeam::division);
        if (former != state.divisions.cend() && former->careTeam.isValid())
            return former->decidedBy == present.decidedBy ? former->careTeam : TriageTeamId();
    }
    return {};
}

Result<bool> canBeWrittenTo(store::Connection &connection, const CutOver &cutOver, TriageTeamId team,
                            const QDateTime &at)
{
    if (!team.isValid())
        return false;
    const auto open = openTeam(connection, cutOver.parentStation, team, at);
    const bool isClosed =
        !open && (open.error().code == ErrorCode::Conflict || open.error().code == ErrorCode::InvalidInput);
    return open || isClosed ? Result<bool>(!isClosed) : failure(open.error());
}

Result<qint64> giveBackOne(store::Connection &connection, const CutOver &cutOver, PrescriberId prescriber,
                           const CutOverStep &step)
{
    const auto present = store::CorrelationRepository(connection).current(prescriber);
    if (!present)
        return failure(present.error());
    const auto states = before(connection, prescriber, cutOver);
    if (!states)
        return failure(states.error());
    Correlation next = *present;
    qint64 given = 0;
    for (DivisionTeam &one : next.divisions) {
        const TriageTeamId team = one.careTeam.isValid() ? TriageTeamId() : formerTeam(one, *states);
        const auto isOpen = canBeWrittenTo(connection, cutOver, team, step.at);
        if (!isOpen)
            return failure(isOpen.error());
        if (!*isOpen)
            continue;
        one.careTeam = team;
        ++given;
        if (next.change.kind == "division"_L1 && next.change.before == one.division)
            next.change = {};
    }
    if (given == 0)
        return 0;
    const QString text =
        QCoreApplication::translate("CutOvers", "The cut-over of %1 was withdrawn; its divisions have their "
                                                "care teams as before.")
            .arg(cutOver.date.toString(Qt::ISODate));
    const Done done = recordLink(connection, step, u"correlation.end_restored"_s, *present, next, text);
    return done ? Result<qint64>(given) : failure(done.error());
}
} // namespace

Result<qint64> vistaDivisions(store::Connection &connection, const QString &parentStation)
{
    return connection.number(
        u"SELECT count(*) FROM correlation_division d JOIN care_team t ON t.parent_station = "
        u"d.parent_station "
        "AND t.triage_team_id = d.care_team WHERE d.parent_station = ? AND t.ehr = 'VISTA'"_s,
        {parentStation});
}

Result<qint64> giveBackDivisions(store::Connection &connection, const CutOver &cutOver,
                                 const CutOverStep &step)
{
    const auto prescribers = connection.rows<PrescriberId>(
        u"SELECT DISTINCT prescriber_id FROM correlation_division WHERE parent_station = ? "
        "AND care_team IS NULL ORDER BY prescriber_id"_s,
        {cutOver.parentStation}, [](const store::Row &row) { return PrescriberId{row.number(0)}; });
    if (!prescribers)
        return failure(prescribers.error());
    qint64 given = 0;
    for (const PrescriberId prescriber : *prescribers) {
        const auto one = giveBackOne(connection, cutOver, prescriber, step);
        if (!one)
            return one;
        given += *one;
    }
    return given;
}

} // namespace renewal::operations
