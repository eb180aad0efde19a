// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/intakeoptions.h"
#include "app/operations/metricpolling.h"
#include "app/operations/sendingoptions.h"
#include "app/operations/steeringoptions.h"
#include "app/service/access.h"
#include "app/service/limits.h"
#include "app/service/uploadlimits.h"

#include <QHostAddress>
#include <QStringList>

namespace renewal {
class Clock;
}

namespace renewal::service {

/// How a service is to run.
struct ServiceOptions
{
    QString databaseUrl; ///< as store::DatabaseUrl reads it
    QHostAddress address = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 0; ///< 0: any free one
    /// The tokens that are taken. Empty: one random token with every role, told by the Endpoint.
    QVector<TokenEntry> tokens;
    QString actor = QStringLiteral("console"); ///< the name behind that one token
    /// Names that a Host or Origin field may state beside those of this computer (localhost, 127.0.0.1, ::1).
    QStringList allowedHosts;
    bool openMetrics = false;       ///< GET /metrics without a token also when not on loopback
    double requestsPerSecond = 200; ///< for each token; over it 429
    double requestBurst = 400;
    Limits limits;
    UploadLimits uploads;
    const Clock *clock = nullptr;             ///< null: the system's
    operations::IntakeOptions intake;         ///< not connected: requests come by imports only
    operations::SendingOptions sending;       ///< not connected: routed renewals wait
    operations::MetricPollingOptions metrics; ///< no feeds: no figures are asked for
    operations::SteeringOptions steering;     ///< not connected: steps are dry runs only
    QString importDirectory;                  ///< for pieces of uploads; empty: a temporary one
};

/// Where a started service is, and how to be let in.
struct Endpoint
{
    QString url;      ///< "http://127.0.0.1:41733"
    QByteArray token; ///< the random one; empty when tokens were given
};

} // namespace renewal::service
