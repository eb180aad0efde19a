// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/triagerules.h"
#include "models/base/result.h"
#include "models/domain/prescription.h"

#include <QHash>

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// What was prescribed before, as far as it was delivered. VistA does not tell how many refills there were.
RenewalOrder formerOrder(const Renewal &renewal, const std::optional<Prescription> &prescription);

/// Reads what the rules of triage ask for, each prescriber's link and each care team once for a batch. Lives
/// for one transaction.
class TriageFactReader
{
public:
    TriageFactReader(store::Connection &connection, const QDateTime &now)
        : m_connection(connection)
        , m_now(now)
    {
    }

    Result<TriageFacts> read(const TriageRequest &request, const store::TriageSubject &subject);
    /// Where the renewal waits by its verdict and its prescriber's link.
    Result<SettledState> settled(const Renewal &renewal);
    /// The same by the link alone: where move() brings what waits for a care team.
    Result<SettledState> linked(const Renewal &renewal);
    /// How far the sending of a routed renewal is; nullopt of one that is not routed.
    Result<std::optional<OutboxEntry>> sending(const Renewal &renewal);

private:
    struct Judged
    {
        bool hasPrescription = false;
        bool namesPrescriber = false;
        QString verdictText;                ///< empty unless it may not be renewed
        std::optional<bool> renewable = {}; ///< nullopt: the gates do not tell
        QString gate = {};
        QString gateText = {};
        RenewalOrder former = {};
    };
    Result<std::optional<Correlation>> correlation(const Renewal &renewal);
    Result<std::optional<CareTeam>> team(const QString &parentStation, TriageTeamId id);
    Result<std::optional<QString>> cutOver(const QString &parentStation);
    Result<Judged> judge(const Renewal &renewal);
    Done readApproval(const Renewal &renewal, TriageFacts &facts);
    Done readRouting(const TriageRequest &request, const Renewal &renewal, TriageFacts &facts);
    Result<std::optional<Renewal>> find(RenewalId id);
    Result<SettledState> settledAs(const Judged &judged, const Renewal &renewal);

    store::Connection &m_connection;
    const QDateTime m_now;
    QHash<PrescriberId, Correlation> m_correlations;
    QHash<RenewalId, std::optional<Renewal>> m_renewals;
    QHash<QString, std::optional<QString>> m_cutOvers; ///< by parent station
    QHash<std::pair<QString, TriageTeamId>, std::optional<CareTeam>> m_teams;
};

} // namespace renewal::operations
