// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/correlationsgateway.h"

namespace renewal::ui {

/// What a person says about a decision beside what it is: why, for which days, for which division.
struct LinkTerms
{
    QString reason;
    QDateTime validFrom; ///< invalid: at once
    QDateTime validTo;   ///< invalid: open-ended
    QString division;    ///< empty: all
    QString problem;     ///< why it cannot be so, one sentence; empty when it can

    /// Dates are a link's only; community care is for all divisions.
    void addTo(Decision &decision) const
    {
        decision.reason = reason;
        const bool isLink = decision.kind == DecisionKind::Link;
        decision.validFrom = isLink ? validFrom : QDateTime();
        decision.validTo = isLink ? validTo : QDateTime();
        decision.division = decision.kind == DecisionKind::External ? QString() : division;
    }

    bool operator==(const LinkTerms &) const = default;
};

} // namespace renewal::ui
