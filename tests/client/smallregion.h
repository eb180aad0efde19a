// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/base/result.h"

#include <QDateTime>

namespace renewal::store {
class Connection;
}

namespace renewal::test {

inline const QDateTime noon(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC);
inline constexpr TriageTeamId blueTeam{7001};

/// Two prescribers with three and one renewals that wait, two care teams, one metric with a gap.
Done fillSmallRegion(store::Connection &connection);

} // namespace renewal::test
