// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/correlationrows.h"

#include "app/store/correlationdocument.h"

namespace renewal::store::correlationrows {

using namespace Qt::StringLiterals;

QString columns()
{
    return u"c.id, c.status, c.care_team, c.probability, c.valid_from, c.valid_to, c.decided_by, c.note, "
           "c.engine_version, c.version, p.id, p.ehr, p.parent_station, c.reason, c.team_name, "
           "c.prescriber_station, c.change_kind, c.change_before, c.change_after, c.planned"_s;
}

Correlation map(const Row &row, int first)
{
    Correlation correlation;
    int column = first;
    correlation.id.value = row.number(column++);
    correlation.status = correlationStatusFromString(row.text(column++)).value_or(CorrelationStatus::None);
    correlation.careTeam.value = row.number(column++);
    correlation.probability = row.maybeReal(column++);
    correlation.validFrom = row.instant(column++);
    correlation.validTo = row.instant(column++);
    correlation.decidedBy = row.text(column++);
    correlation.note = row.text(column++);
    correlation.engineVersion = row.text(column++);
    correlation.version = row.number(column++);
    correlation.prescriberId.value = row.number(column++);
    correlation.ehr = ehrSystemFromString(row.text(column++)).value_or(EhrSystem::VistA);
    correlation.parentStation = row.text(column++);
    correlation.reason = row.text(column++);
    correlation.grounds.careTeamName = row.text(column++);
    correlation.grounds.station = row.text(column++);
    correlation.change.kind = row.text(column++);
    correlation.change.before = row.text(column++);
    correlation.change.after = row.text(column++);
    correlation.planned = plannedFromDocument(row.text(column++).toUtf8());
    return correlation;
}

} // namespace renewal::store::correlationrows
