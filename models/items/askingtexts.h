// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/renewal.h"

#include <QString>
#include <QTimeZone>

namespace renewal::items {

/// Whether what waits came back with the Veteran's answer.
bool isAnswered(const Renewal &renewal);
/// "3×", "Answered", "3×, answered": before the name of the medication; empty for most.
QString askingMark(const Renewal &renewal);
/// "Asked 3 times in 5 days, last on Mar 3, 2026 10:00 EST." Empty when it was asked once.
QString askedText(const Renewal &renewal, const QTimeZone &zone);
/// "The Veteran replied on Mar 3, 2026 10:00 EST." Empty when not.
QString answeredText(const Renewal &renewal, const QTimeZone &zone);
/// The two sentences above.
QString askingText(const Renewal &renewal, const QTimeZone &zone);

/// The heading of a line of a thread: "Asked, Mar 3, 2026 10:00 EST".
QString threadHeading(const ThreadEntry &entry, const QTimeZone &zone);

} // namespace renewal::items
