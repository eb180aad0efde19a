// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/throughput.h"

#include <QString>
#include <QStringList>

/// How the queue moves, in words.
namespace renewal::items {

/// "Blue team, PACT", "No care team", with the station where there are several.
QString throughputTeam(const ThroughputTeam &team, bool withStation);
/// Two sentences: what came and went, and what waits now.
QString throughputSummary(const Throughput &throughput);
/// Whose clock the days follow, and what is not counted.
QString throughputNote(const Throughput &throughput);

QStringList throughputDayHeaders();
QVector<QStringList> throughputDayRows(const Throughput &throughput);
QStringList throughputTeamHeaders();
QVector<QStringList> throughputTeamRows(const Throughput &throughput);

} // namespace renewal::items
