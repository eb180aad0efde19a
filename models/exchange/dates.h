// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QDateTime>

namespace renewal::exchange {

/// Reads an instant in any delivered form; the result is in UTC, invalid when the text is no date:
/// - ISO 8601: "2025-01-31", "2025-01-31T05:00:00.000Z", "...+00:00", without zone (taken as UTC)
/// - RFC 1123: "Mon, 24 Feb 2020 05:00:00 EDT" with GMT, UTC, the United States zones or an offset
/// - as people write it: "January 31, 2025"
/// - compact: "20250131"
/// - epoch seconds or milliseconds as digits (see dateFromNumber)
/// A date without time is midnight UTC. The weekday is not checked: sources get it wrong.
QDateTime dateFromText(QByteArrayView text);

/// Epoch seconds or milliseconds: a size of 1e11 and above is milliseconds (so milliseconds are understood
/// from March 1973, seconds to the year 5138). Invalid outside the years 1 to 9999.
QDateTime dateFromNumber(double number);

} // namespace renewal::exchange
