// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/correlationsgateway.h"

#include <QJsonArray>

/// What a prescriber's detail tells about each candidate team, as lists in JSON and as maps by team number in
/// the domain.
namespace renewal::rest {

/// Both counts of patients by team, and the other way.
QJsonArray sharedPatientsJson(const PrescriberDetail &detail);
void readSharedPatients(const QJsonValue &value, PrescriberDetail &detail);
/// The other prescribers by team, and the other way.
QJsonArray otherPrescribersJson(const PrescriberDetail &detail);
void readOtherPrescribers(const QJsonValue &value, PrescriberDetail &detail);

} // namespace renewal::rest
