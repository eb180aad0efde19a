// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace renewal::renewability {

/// How long after its end a prescription may still be renewed, under every rule that has a window.
inline constexpr int renewalWindowDays = 120;

/// The earliest end that is still inside the window: 120 times 24 hours before `now`, both ends inclusive.
QDateTime windowStart(const QDateTime &now);

/// An end date as a FHIR server writes it: date and time with or without zone (then UTC), a day, or a month
/// (then its first instant). Invalid for anything else.
QDateTime instantFromText(const QString &text);

/// A day in the sentences about gates, as it stands everywhere beside them: "Feb 5, 2027".
QString dayText(const QDate &day);

} // namespace renewal::renewability
