// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/correlation.h"
#include "models/gateway/correlationsgateway.h"

#include <QString>
#include <QStringList>
#include <QTimeZone>

namespace renewal::items {

/// Why a link came back, what was so and what is so now, one sentence; empty while nothing changed.
QString changeText(const LinkChange &change);
/// The same in two or three words for the work list: "team renamed".
QString changeWord(const LinkChange &change);
/// "Asked the clinic"; empty for no reason.
QString reasonText(const QString &reason);
/// The last day on which a link holds that ends at `end`.
QString lastDay(const QDateTime &end, const QTimeZone &zone);
/// A link's dates, its reason, the link that is planned, and the care teams of divisions: one line each.
QStringList termLines(const Correlation &correlation, const QTimeZone &zone);
/// "589GR: 3 waiting, 12 Rx"
QString divisionText(const DivisionWork &work);

} // namespace renewal::items
