// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/renewability/clientrules.h"

#include "models/renewability/window.h"

namespace renewal::renewability {

using namespace Qt::StringLiterals;

bool isLinkShown(const LinkFacts &facts)
{
    return facts.toggle && facts.ehr == EhrSystem::OracleHealth && facts.isRenewable == true &&
           !facts.suppressed;
}

bool isExpiredWithin120Days(const QString &dispStatus, const QDateTime &expirationDate, const QDateTime &now)
{
    bool ended = false;
    for (const auto status : {"Expired"_L1, "Discontinued"_L1, "Inactive"_L1})
        ended = ended || dispStatus == status;
    return ended && expirationDate.isValid() && expirationDate >= windowStart(now) && expirationDate <= now;
}

bool isRenewalWithin72Hours(const QDateTime &renewalSubmitted, const QDateTime &now)
{
    constexpr qint64 limit = 72LL * 60 * 60 * 1000;
    return renewalSubmitted.isValid() && renewalSubmitted.msecsTo(now) <= limit;
}

FlowGate flowGate(const FlowFacts &facts)
{
    if (facts.ehr != EhrSystem::OracleHealth || !facts.isRenewable || !facts.facilityNameResolved ||
        facts.station.trimmed().isEmpty())
        return FlowGate::NotConsidered;
    if (facts.allowedStations.contains(facts.station))
        return FlowGate::Allowed;
    if (facts.rolloutStations.contains(facts.station))
        return facts.rolloutToggle ? FlowGate::RolloutOn : FlowGate::RolloutOff;
    return FlowGate::Blocked;
}

bool isFlowEnabled(FlowGate gate)
{
    return gate == FlowGate::Allowed || gate == FlowGate::RolloutOn;
}

QString flowCounter(FlowGate gate, const QString &station)
{
    const QString name = u"unified_health_data.prescription.renewal_flow."_s;
    switch (gate) {
    case FlowGate::NotConsidered:
        break;
    case FlowGate::Allowed:
        return name + u"enabled [station:%1]"_s.arg(station);
    case FlowGate::RolloutOn:
        return name + u"rollout [station:%1, enabled:true]"_s.arg(station);
    case FlowGate::RolloutOff:
        return name + u"rollout [station:%1, enabled:false]"_s.arg(station);
    case FlowGate::Blocked:
        return name + u"blocked [station:%1]"_s.arg(station);
    }
    return {};
}

} // namespace renewal::renewability
