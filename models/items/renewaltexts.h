// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"
#include "models/domain/renewal.h"
#include "models/items/roles.h"

#include <QDateTime>
#include <QString>
#include <QTimeZone>

namespace renewal::items {

/// A state as a person reads it: "Needs routing".
QString stateText(RenewalState state);
Tone stateTone(RenewalState state);

/// What to do next, or what came of it: "Ready to route", "Denied".
/// "Approved with changes".
QString outcomeText(RenewalOutcome outcome);
QString nextStepText(const Renewal &renewal);
Tone nextStepTone(const Renewal &renewal);

/// "Patient •••• 4821": names nobody. Only the last four characters of the key are ever shown.
QString maskedPatient(const QString &patientKey);

/// "Overdue 6 h", "4 h left"; empty when nothing is due or the renewal has ended.
QString dueText(const Renewal &renewal, const QDateTime &now);
/// Until when exactly, in the station's zone, and by which rule when it is the usual one. Empty like
/// dueText().
QString dueReason(const Renewal &renewal, const QTimeZone &zone);
/// The same with whole days once a reply is more than a day overdue.
QString shortDueText(const Renewal &renewal, const QDateTime &now);
Tone dueTone(const Renewal &renewal, const QDateTime &now);

/// The same text within a sentence: its first letter small.
QString lowered(const QString &text);

/// "VistA", "Oracle Health"
QString ehrText(EhrSystem ehr);

} // namespace renewal::items
