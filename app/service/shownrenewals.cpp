// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/shownrenewals.h"

namespace renewal::service {

Result<ShownRenewals> ShownRenewals::of(store::Connection &connection)
{
    auto groups = store::PatientGroups::of(connection);
    if (!groups)
        return failure(groups.error());
    return ShownRenewals(std::move(*groups));
}

void ShownRenewals::mask(Renewal &renewal) const
{
    renewal.patientGroup = m_groups.token(renewal);
    renewal.patientKey = maskedKey(renewal.patientKey);
}

void ShownRenewals::mask(QVector<Renewal> &renewals) const
{
    for (Renewal &renewal : renewals)
        mask(renewal);
}

void ShownRenewals::mask(RenewalDetail &detail) const
{
    mask(detail.renewal);
    mask(detail.others);
    if (detail.prescription)
        detail.prescription->patientKey = maskedKey(detail.prescription->patientKey);
}

} // namespace renewal::service
