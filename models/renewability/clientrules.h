// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/station.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace renewal::renewability {

/// What decides whether a Veteran sees the renewal link on a prescription.
struct LinkFacts
{
    bool toggle = false; ///< renewalRequestToggle for this user
    EhrSystem ehr = EhrSystem::VistA;
    std::optional<bool> isRenewable; ///< as delivered
    bool suppressed = false;         ///< the page hides the link (during an Oracle Health cut-over)
};

/// Toggle on, Oracle Health, renewable and not suppressed; VistA patients get no link.
bool isLinkShown(const LinkFacts &facts);

/// Status Expired, Discontinued or Inactive, and the date within the 120 days before `now`, both ends
/// inclusive. An invalid date is not.
bool isExpiredWithin120Days(const QString &dispStatus, const QDateTime &expirationDate, const QDateTime &now);

/// A renewal was asked for no longer than 72 clock hours ago (to the millisecond, inclusive).
bool isRenewalWithin72Hours(const QDateTime &renewalSubmitted, const QDateTime &now);

/// What decides whether the renewal flow is open at a facility (Oracle Health only).
struct FlowFacts
{
    EhrSystem ehr = EhrSystem::OracleHealth;
    bool isRenewable = false;
    QString station;
    QStringList allowedStations; ///< list renewal_flow_allowed_oh_facilities
    QStringList rolloutStations; ///< list renewal_flow_rollout_oh_facilities
    bool rolloutToggle = false;  ///< oracleHealthRolloutToggle for this user
    bool facilityNameResolved = false;
};

/// How the facility gate came out.
enum class FlowGate
{
    NotConsidered, ///< not renewable, no station, no facility name, or VistA: answered before any list is
                   ///< read
    Allowed,       ///< on the allowed list, which beats the rollout list
    RolloutOn,
    RolloutOff,
    Blocked, ///< on no list
};

FlowGate flowGate(const FlowFacts &facts);
/// Allowed and RolloutOn.
bool isFlowEnabled(FlowGate gate);
/// The counter the upstream raises for it, "name [tags]"; empty for NotConsidered.
QString flowCounter(FlowGate gate, const QString &station);

} // namespace renewal::renewability
