// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/careteam.h"

#include <QDateTime>

#include <optional>

namespace renewal::store {
class Connection;
}

namespace renewal::operations {

/// The day ("2026-11-21") on which the parent station went to Oracle Health, if it is over at the instant.
Result<std::optional<QString>> pastCutOver(store::Connection &connection, const QString &parentStation,
                                           const QDateTime &at);

/// What keeps messages to the care team from reaching anybody, and what to do: it is blocked, is about to be
/// replaced at a cut-over, or was replaced at that of its station, whose day is pastCutOver(). Empty:
/// nothing.
QString whyClosed(const CareTeam &team, const std::optional<QString> &cutOverDay);

/// The care team, if a prescriber can be linked to it at that instant: it is one of the parent station,
/// people can write to it, it does not move to Oracle Health, and the station did not go there by then.
/// InvalidInput for a team of another station; Conflict, with why and what to do, for one that is not open.
/// What StaleLinks ends must not pass here.
Result<CareTeam> openTeam(store::Connection &connection, const QString &parentStation, TriageTeamId id,
                          const QDateTime &at);

} // namespace renewal::operations
