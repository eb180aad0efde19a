// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/careteamreader.h"

namespace renewal::exchange {

Result<Record> readCareTeam(JsonObject object)
{
    FieldReader fields(object);
    CareTeam team;
    team.triageTeamId = fields.team("triageTeamId");
    if (!team.triageTeamId.isValid())
        team.triageTeamId = fields.team("id");
    if (!team.triageTeamId.isValid())
        fields.fail(missingField("triageTeamId"));
    team.name = fields.requiredText("name");
    team.station = fields.station("stationNumber");
    team.ehr = fields.flag("ohTriageGroup") ? EhrSystem::OracleHealth : EhrSystem::VistA;
    team.blocked = fields.flag("blockedStatus");
    team.preferred = fields.flag("preferredTeam");
    team.migratingToOh = fields.flag("migratingToOh");
    team.signatureRequired = fields.flag("signatureRequired");
    team.relationType = fields.text("relationType", "relationshipType");
    team.leadProviderName = fields.text("leadProviderName");
    team.locationName = fields.text("locationName");
    team.teamName = fields.text("teamName");
    team.suggestedNameDisplay = fields.text("suggestedNameDisplay");
    team.healthCareSystemName = fields.text("healthCareSystemName");
    team.groupType = fields.text("groupTypeEnumVal");
    team.subGroupType = fields.text("subGroupTypeEnumVal");
    team.groupTypeDisplay = fields.text("groupTypePatientDisplay");
    team.subGroupTypeDisplay = fields.text("subGroupTypePatientDisplay");
    return fields.finish(std::move(team));
}

} // namespace renewal::exchange
