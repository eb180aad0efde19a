// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/cutovers.h"
#include "models/base/clock.h"
#include "models/domain/cutover.h"
#include "tests/support/samples.h"
#include "tests/support/storetest.h"

namespace renewal::testing {

inline constexpr TriageTeamId green{7001};
inline constexpr TriageTeamId blue{7002};
inline constexpr TriageTeamId newGreen{8001};
inline constexpr TriageTeamId newBlue{8002};
inline const QDate day(2026, 5, 1);
/// Midnight in New York.
inline const QDateTime midnight(day, QTime(4, 0), Qt::UTC);

/// Station 552 with two old care teams and five pools. Green has three prescribers: one without an end, one
/// whose link ends before the day, one whose ends after it; Blue has one.
class CutOverTest : public StoreTest
{
    Q_OBJECT

public:
    using StoreTest::StoreTest;

protected:
    static CutOverEntry entry(const QDate &date = day);
    void fill();
    void link(PrescriberId id, TriageTeamId team, const QDateTime &until = {});
    Correlation now(PrescriberId id);
    /// "manual 7001 until 05-01 04, then 8001"
    QString told(PrescriberId id);
    QStringList states();
    CutOver enter(const QDate &date = day);
    qint64 version(const CutOver &cutOver);
    Result<CutOverOutcome> confirm(const CutOver &cutOver, TriageTeamId oldTeam, TriageTeamId pool);
    void passTo(const QDateTime &at);

    FixedClock m_clock{noon()};
    PrescriberId m_open;    ///< by hand, without an end
    PrescriberId m_shorter; ///< ends before the day
    PrescriberId m_longer;  ///< ends after it
    PrescriberId m_blue;
    PrescriberId m_nobody;
    PrescriberId m_twin; ///< carries the name of m_open on the Oracle Health side

private:
    PrescriberId add(const QString &last, EhrSystem ehr = EhrSystem::VistA);

    int m_number = 0;
};

} // namespace renewal::testing
