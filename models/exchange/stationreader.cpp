// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/stationreader.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace renewal::exchange {

namespace {
/// "vha_589GR" -> 589GR. Other listings ("tricare_556") name the same place twice.
StationNumber facilityNumber(FieldReader &fields, const QString &id)
{
    const StationNumber number(id);
    if (id.isEmpty())
        fields.fail(QCoreApplication::translate("exchange", "The facility has no id such as vha_589."));
    else if (!number.isValid())
        fields.fail(QCoreApplication::translate("exchange", "%1 is not a VA health facility such as vha_589.")
                        .arg(id.left(32)));
    return number;
}
} // namespace

Result<Record> readStation(JsonObject object)
{
    FieldReader fields(object);
    Station station;
    if (const QString id = fields.text("fieldFacilityLocatorApiId"); !id.isEmpty()) {
        station.number = facilityNumber(fields, id);
        station.name = fields.text("title");
        station.healthCareSystemName = textAt(object, {"fieldRegionPage", "entity", "title"});
        const QString system = textAt(object, {"fieldRegionPage", "entity", "fieldVamcEhrSystem"});
        // "cerner_staged" is a site that still runs VistA before its cut-over.
        station.ehr = ehrSystemFromString(system).value_or(EhrSystem::VistA);
        station.ehrStated = !system.isEmpty();
        return fields.finish(std::move(station));
    }
    station.number = facilityNumber(fields, fields.text("id", "uniqueId"));
    station.name = fields.requiredText("name");
    station.healthCareSystemName = fields.text("healthCareSystemName");
    station.timeZone = fields.text("timeZone");
    const auto ehr = ehrSystemFromString(fields.text("ehr", "fieldVamcEhrSystem"));
    station.ehr = ehr.value_or(EhrSystem::VistA);
    station.ehrStated = ehr.has_value();
    return fields.finish(std::move(station));
}

} // namespace renewal::exchange
