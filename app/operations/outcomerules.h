// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/triagerules.h"

/// The rules of what ends a renewal or gives it back to the Veteran. Pure.
namespace renewal::operations {

TriagePlan planDenial(const TriageRequest &request, const TriageFacts &facts);
/// What does not pass its gates is approved only where that gate is named and a reason given.
TriagePlan planApproval(const TriageRequest &request, const TriageFacts &facts);
TriagePlan planReturn(const TriageRequest &request, const TriageFacts &facts);
TriagePlan planDuplicate(const TriageRequest &request, const TriageFacts &facts);
TriagePlan planWithdrawal(const TriageFacts &facts);

TriagePlan refuse(const TriageFacts &facts, const QString &code, const QString &text);
TriagePlan notAllowed(const TriageFacts &facts, const QString &text);
/// It is routed or closed.
TriagePlan ended(const TriageFacts &facts);
/// It may not be renewed.
TriagePlan notRenewable(const TriageFacts &facts);

} // namespace renewal::operations
