// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/renewalsgateway.h"

#include <QStringList>
#include <QTimeZone>

/// What there is to know about a renewal, in lines for people. Times are those of the station.
namespace renewal::items {

/// "PharmD", "MD, PhD"; as delivered, empty when the name has none.
QString credential(const PrescriberName &name);
/// "Sauer, Mark, PharmD": the name with its credential once.
QString prescriberWithCredential(const RenewalDetail &detail);
/// Where the prescriber belongs, and through whom they can be reached as far as that is known.
QString prescriberSource(const RenewalDetail &detail);
/// "Aug 30, 2026, refill, Dayton": the newest first.
QStringList fillLines(const RenewalDetail &detail, const QTimeZone &zone);
/// Two lines: the medication; where it stands.
QString otherRenewalText(const Renewal &renewal, const QDateTime &now, const QTimeZone &zone);

} // namespace renewal::items
