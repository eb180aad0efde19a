// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/regionreader.h"

#include <QCoreApplication>

namespace renewal::exchange {

Result<Record> readPrescriber(JsonObject object)
{
    FieldReader fields(object);
    Prescriber prescriber;
    prescriber.extractId = fields.requiredText("prescriberId");
    prescriber.name.first = fields.text("providerFirstName");
    prescriber.name.last = fields.text("providerLastName");
    prescriber.name.display = fields.text("requesterDisplay");
    prescriber.npi = fields.text("npi");
    prescriber.station = fields.requiredStation("stationNumber");
    prescriber.divisionName = fields.text("divisionName");
    prescriber.facilityName = fields.text("facilityName");
    prescriber.specialty = fields.text("specialty");
    const QString system = fields.text("dataSourceSystem", "sourceEhr");
    const auto ehr = ehrSystemFromString(system);
    if (!ehr && !system.isEmpty())
        fields.fail(
            QCoreApplication::translate("exchange", "dataSourceSystem is neither VISTA nor ORACLE_HEALTH."));
    // Only Oracle Health states one text for the whole name.
    prescriber.ehr =
        ehr.value_or(prescriber.name.display.isEmpty() ? EhrSystem::VistA : EhrSystem::OracleHealth);
    if (prescriber.name.key().isEmpty())
        fields.fail(QCoreApplication::translate(
            "exchange", "The prescriber has no name: providerLastName or requesterDisplay is needed."));
    return fields.finish(std::move(prescriber));
}

Result<Record> readPatientTeams(JsonObject object)
{
    FieldReader fields(object);
    PatientTeams teams;
    teams.patientKey = fields.requiredText("patientId");
    const auto value = fields.value("triageTeamIds");
    JsonArray list;
    if (value && value->get(list) != simdjson::SUCCESS)
        fields.fail(wrongField("triageTeamIds", *value));
    else if (value) {
        for (const JsonValue item : list) {
            std::optional<qint64> number;
            if (!readInteger(item, number) || (number && *number <= 0)) {
                fields.fail(QCoreApplication::translate("exchange",
                                                        "triageTeamIds holds something that is no number."));
                break;
            }
            if (number)
                teams.careTeams.append(TriageTeamId{*number});
        }
    }
    return fields.finish(std::move(teams));
}

Result<Record> readPastRoute(JsonObject object)
{
    FieldReader fields(object);
    PastRoute route;
    route.patientKey = fields.requiredText("patientId");
    route.extractPrescriberId = fields.requiredText("prescriberId");
    route.station = fields.requiredStation("stationNumber");
    route.sentTo = fields.team("sentToTriageTeamId");
    route.reroutedTo = fields.team("reroutedToTriageTeamId");
    if (!route.sentTo.isValid())
        fields.fail(missingField("sentToTriageTeamId"));
    return fields.finish(std::move(route));
}

} // namespace renewal::exchange
