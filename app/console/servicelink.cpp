// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/servicelink.h"

namespace renewal::console {

ServiceLink::ServiceLink()
    : m_client(&m_network)
    , m_monitor(&m_client, &m_state, &m_clock)
    , m_renewals(&m_client)
    , m_correlations(&m_client)
    , m_rollout(&m_client)
    , m_system(&m_client)
    , m_imports(&m_client)
    , m_quality(&m_client)
    , m_cutOvers(&m_client)
    , m_outbox(&m_client)
    , m_reports(&m_client)
{
}

ui::Gateways ServiceLink::gateways()
{
    ui::Gateways gateways;
    gateways.renewals = &m_renewals;
    gateways.correlations = &m_correlations;
    gateways.rollout = &m_rollout;
    gateways.system = &m_system;
    gateways.imports = &m_imports;
    gateways.quality = &m_quality;
    gateways.cutOvers = &m_cutOvers;
    gateways.outbox = &m_outbox;
    gateways.reports = &m_reports;
    gateways.connection = &m_state;
    gateways.clock = &m_clock;
    return gateways;
}

} // namespace renewal::console
