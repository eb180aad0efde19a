// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/patientgroups.h"
#include "models/gateway/renewalsgateway.h"

namespace renewal::service {

/// Makes renewals fit for a screen: of the patient key only its end, and the opaque group that tells which
/// renewals are one patient's. Everything that leaves the service but POST /renewals/{id}/reveal goes through
/// it.
class ShownRenewals
{
public:
    static Result<ShownRenewals> of(store::Connection &connection);

    void mask(Renewal &renewal) const;
    void mask(QVector<Renewal> &renewals) const;
    void mask(RenewalDetail &detail) const;

private:
    explicit ShownRenewals(store::PatientGroups groups)
        : m_groups(std::move(groups))
    {
    }

    store::PatientGroups m_groups;
};

} // namespace renewal::service
