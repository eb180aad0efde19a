// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QTimeZone>

namespace renewal::items {

/// "2026-08-30", for columns; empty for an invalid time.
QString columnDate(const QDateTime &at, const QTimeZone &zone);
/// "Aug 30, 2026"
QString readableDate(const QDateTime &at, const QTimeZone &zone);
/// "Nov 17, 2026 09:42"
QString readableTime(const QDateTime &at, const QTimeZone &zone);
/// "Nov 17, 2026 09:42 EST": where two zones may be confused.
QString zonedTime(const QDateTime &at, const QTimeZone &zone);
/// "EST"
QString zoneName(const QDateTime &at, const QTimeZone &zone);
/// "Nov 17 09:42", for histories.
QString historyTime(const QDateTime &at, const QTimeZone &zone);
/// "09:42"
QString clockTime(const QDateTime &at, const QTimeZone &zone);
/// "4 h", "2 d 3 h", "25 min": the two largest units that matter.
QString duration(qint64 seconds);
/// "4 s ago", "3 min ago", "2 h ago"
QString ago(const QDateTime &at, const QDateTime &now);
/// "84 days ago", "today", "yesterday"
QString daysAgo(const QDateTime &at, const QDateTime &now, const QTimeZone &zone);
/// "97 %"
QString percent(double probability);

} // namespace renewal::items
