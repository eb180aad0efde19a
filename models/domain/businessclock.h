// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QTimeZone>

namespace renewal {

/// Staff answer a renewal request within so many federal business days, counted in the time zone of the
/// facility. The other clock of a request, the 72-hour notice, runs by the hour: see
/// renewability/clientrules.h.
inline constexpr int replyBusinessDays = 3;

/// A day on which federal offices are closed by law (5 U.S.C. 6103, with Juneteenth from 2021 on): the
/// holiday itself, or the Friday before a Saturday and the Monday after a Sunday. Not the Inauguration Day of
/// the capital area, and no days that a President gives off.
bool isFederalHoliday(QDate day);
/// Monday to Friday and no federal holiday.
bool isBusinessDay(QDate day);

/// The same time of day on the last of so many business days after the day of `requested`, both by the clock
/// of `zone`; in UTC. A time that daylight saving leaves out is an hour later. An invalid zone counts as UTC.
QDateTime afterBusinessDays(const QDateTime &requested, int days, const QTimeZone &zone);
/// When the answer is due.
QDateTime replyDue(const QDateTime &requested, const QTimeZone &zone);

} // namespace renewal
