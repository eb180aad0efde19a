// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/importedstations.h"

#include "app/store/connection.h"

namespace renewal::operations {

using namespace Qt::StringLiterals;

Result<QStringList> importedStations(store::Connection &connection, ImportId import)
{
    const QVariant id(import.value);
    const auto stations = connection.rows<QString>(
        u"SELECT parent_station FROM staging_care_team WHERE import_id = ? "
        "UNION SELECT parent_station FROM staging_prescriber WHERE import_id = ? "
        "UNION SELECT parent_station FROM staging_short WHERE import_id = ? "
        "UNION SELECT parent_station FROM staging_prescription WHERE import_id = ? "
        "UNION SELECT t.parent_station FROM staging_patient_team s "
        "JOIN care_team t ON t.triage_team_id = s.triage_team_id WHERE s.import_id = ? ORDER BY 1"_s,
        {id, id, id, id, id}, [](const store::Row &row) { return row.text(0); });
    return stations ? Result<QStringList>(QStringList(stations->cbegin(), stations->cend()))
                    : failure(stations.error());
}

} // namespace renewal::operations
