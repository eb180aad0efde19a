// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/careteam.h"
#include "models/domain/prescriber.h"
#include "models/domain/renewal.h"

/// Small synthetic things to store.
namespace renewal::testing {

/// 2026-03-02 (a Monday), 12:00 UTC.
QDateTime noon();
Prescriber samplePrescriber(const QString &last, const QString &first,
                            const QString &station = QStringLiteral("552"));
CareTeam sampleTeam(qint64 id, const QString &name, const QString &station = QStringLiteral("552"));
/// Needs routing, due `hours` after noon().
Renewal sampleRenewal(const QString &prescriptionId, int hours,
                      const QString &station = QStringLiteral("552"));

} // namespace renewal::testing
