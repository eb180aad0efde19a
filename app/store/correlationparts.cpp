// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/correlationparts.h"

#include "app/store/connection.h"

namespace renewal::store {

using namespace Qt::StringLiterals;

Done readDivisions(Connection &connection, Correlation &correlation)
{
    auto rows = connection.rows<DivisionTeam>(
        u"SELECT d.division, d.care_team, COALESCE(NULLIF(t.suggested_name_display, ''), t.name, ''), "
        "d.decided_by FROM correlation_division d LEFT JOIN care_team t "
        "ON t.parent_station = d.parent_station AND t.triage_team_id = d.care_team "
        "WHERE d.parent_station = ? AND d.prescriber_id = ? ORDER BY d.division"_s,
        {correlation.parentStation, correlation.prescriberId.value}, [](const Row &row) {
            return DivisionTeam{row.text(0), TriageTeamId{row.number(1)}, row.text(2), row.text(3)};
        });
    if (!rows)
        return failure(rows.error());
    correlation.divisions = std::move(*rows);
    return ok();
}

Done writeDivisions(Connection &connection, const Correlation &correlation)
{
    const auto gone =
        connection.run(u"DELETE FROM correlation_division WHERE parent_station = ? AND prescriber_id = ?"_s,
                       {correlation.parentStation, correlation.prescriberId.value});
    if (!gone)
        return failure(gone.error());
    for (const DivisionTeam &one : correlation.divisions) {
        const auto kept = connection.run(
            u"INSERT INTO correlation_division (parent_station, prescriber_id, division, care_team, "
            "decided_by) VALUES (?, ?, ?, ?, ?)"_s,
            {correlation.parentStation, correlation.prescriberId.value, one.division, boundId(one.careTeam),
             text(one.decidedBy)});
        if (!kept)
            return failure(kept.error());
    }
    return ok();
}

Done fillGrounds(Connection &connection, Correlation &correlation)
{
    if (!isLinked(correlation.status))
        return ok();
    if (correlation.change.kind != u"division") // the one change that ends no link
        correlation.change = {};
    if (!correlation.grounds.station.isEmpty())
        return ok();
    const auto found = connection.first<LinkGrounds>(
        u"SELECT COALESCE(NULLIF(t.suggested_name_display, ''), t.name, ''), p.station FROM prescriber p "
        "LEFT JOIN care_team t ON t.parent_station = p.parent_station AND t.triage_team_id = ? "
        "WHERE p.parent_station = ? AND p.id = ?"_s,
        {boundId(correlation.careTeam), correlation.parentStation, correlation.prescriberId.value},
        [](const Row &row) {
            return LinkGrounds{row.text(0), row.text(1)};
        });
    if (!found)
        return failure(found.error());
    correlation.grounds = found->value_or(LinkGrounds());
    return ok();
}

} // namespace renewal::store
