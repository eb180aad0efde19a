// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/connectionmonitor.h"
#include "app/client/restclient.h"
#include "app/client/restcorrelationsgateway.h"
#include "app/client/restcutovergateway.h"
#include "app/client/restimportsgateway.h"
#include "app/client/restoutboxgateway.h"
#include "app/client/restqualitygateway.h"
#include "app/client/restrenewalsgateway.h"
#include "app/client/restreportsgateway.h"
#include "app/client/restrolloutgateway.h"
#include "app/client/restsystemgateway.h"
#include "app/operations/systemclock.h"
#include "ui/shell/shelloptions.h"

#include <QNetworkAccessManager>

namespace renewal::console {

/// Everything between the window and the service, whichever it is: one client, its gateways and the state of
/// the connection. Lives in the thread of the user interface and outlives the window.
class ServiceLink
{
public:
    ServiceLink();
    ServiceLink(const ServiceLink &) = delete;
    ServiceLink &operator=(const ServiceLink &) = delete;

    ui::Gateways gateways();
    client::RestClient &client() { return m_client; }
    bool isConnected() const { return m_client.isConnected(); }
    const ConnectionState &state() const { return m_state; }

private:
    operations::SystemClock m_clock;
    ConnectionState m_state;
    QNetworkAccessManager m_network;
    client::RestClient m_client;
    client::ConnectionMonitor m_monitor;
    client::RestRenewalsGateway m_renewals;
    client::RestCorrelationsGateway m_correlations;
    client::RestRolloutGateway m_rollout;
    client::RestSystemGateway m_system;
    client::RestImportsGateway m_imports;
    client::RestQualityGateway m_quality;
    client::RestCutOverGateway m_cutOvers;
    client::RestOutboxGateway m_outbox;
    client::RestReportsGateway m_reports;
};

} // namespace renewal::console
