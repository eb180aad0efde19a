// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/richworld.h"

namespace renewal::test {

using namespace Qt::StringLiterals;

/// The first renewal of the queue with everything there is to know; five others of the patient, two of them
/// ended.
void RichWorld::fillFacts()
{
    const Renewal first = renewals.rows.constFirst();
    RenewalDetail &detail = renewals.details[first.id.value];
    Prescription prescription;
    prescription.prescriptionId = first.prescriptionId;
    prescription.prescriber.last = u"Taylor, Bob, PharmD"_s;
    prescription.facilityName = u"Dayton VA Medical Center"_s;
    prescription.source = u"RX"_s;
    for (int i = 0; i < 5; ++i) {
        FillRecord fill;
        fill.source = i == 2 ? u"PF"_s : u"RF"_s;
        fill.dispensedDate = clock.now().addDays(-84 - 90 * i);
        prescription.fills.append(fill);
    }
    detail.prescription = prescription;
    for (qsizetype i = 1; i < 6 && i < renewals.rows.size(); ++i) {
        Renewal other = renewals.rows[i];
        if (i > 3) {
            other.state = RenewalState::Closed;
            other.outcome = u"denied"_s;
        }
        detail.others.append(other);
    }
}

} // namespace renewal::test
