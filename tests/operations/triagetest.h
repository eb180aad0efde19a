// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/triage.h"
#include "tests/support/samples.h"
#include "tests/support/storetest.h"

/// What tests of triage share: a prescriber linked to an open team, and a renewal in every state.
namespace renewal::testing {

inline constexpr TriageTeamId openTeam{7001};
inline constexpr TriageTeamId otherTeam{7002};
inline constexpr TriageTeamId blockedTeam{7003};

class TriageTest : public StoreTest
{
public:
    using StoreTest::StoreTest;

protected:
    /// Ids 1 to 9: needs_routing, ready_to_route twice, in_review, external, not_renewable, returned, routed,
    /// closed; the prescriber of the ready ones is linked to openTeam.
    void fill();
    Renewal renewal(qint64 id);
    /// On the renewals as they are now; for Bob, otherTeam, NEEDAPMT.
    TriageRequest request(TriageAction action, const QVector<qint64> &ids);
    Result<TriageOutcome> act(TriageAction action, const QVector<qint64> &ids);
    operations::Triage triage() { return operations::Triage(connection(), m_clock); }
    /// The first letters of all nine states.
    QString states();
    /// All that triage may change, of all renewals, but the version.
    QStringList rows();
    qint64 auditEntries();
    qint64 count(const char *view);
    /// An invalid team takes the link away.
    void link(TriageTeamId team);

    FixedClock m_clock{noon()};
    Prescriber m_prescriber;
};

} // namespace renewal::testing
