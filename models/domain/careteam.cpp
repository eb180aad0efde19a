// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/careteam.h"

namespace renewal {

QDebug operator<<(QDebug debug, const CareTeam &team)
{
    QDebugStateSaver saver(debug);
    debug.nospace() << "CareTeam(" << team.triageTeamId << ", " << team.name << ", " << team.station << ')';
    return debug;
}

} // namespace renewal
