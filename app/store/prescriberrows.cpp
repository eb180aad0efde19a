// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/prescriberrows.h"

namespace renewal::store::prescriberrows {

using namespace Qt::StringLiterals;

QString columns()
{
    return u"p.id, p.ehr, p.station, p.name_first, p.name_last, p.name_display, p.npi, p.division_name, "
           "p.facility_name, p.specialty, p.homonyms, (SELECT max(s.extract_id) FROM prescriber_source s "
           "WHERE s.parent_station = p.parent_station AND s.prescriber_id = p.id)"_s;
}

Prescriber map(const Row &row)
{
    Prescriber prescriber;
    prescriber.id.value = row.number(0);
    prescriber.ehr = ehrSystemFromString(row.text(1)).value_or(EhrSystem::VistA);
    prescriber.station = StationNumber(row.text(2));
    prescriber.name = {row.text(3), row.text(4), row.text(5)};
    prescriber.npi = row.text(6);
    prescriber.divisionName = row.text(7);
    prescriber.facilityName = row.text(8);
    prescriber.specialty = row.text(9);
    prescriber.homonyms = row.integer(10);
    prescriber.extractId = row.text(11);
    return prescriber;
}

} // namespace renewal::store::prescriberrows
