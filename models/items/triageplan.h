// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/careteam.h"
#include "models/domain/triage.h"

#include <QMap>
#include <QString>
#include <QVector>

namespace renewal::items {

/// Which of some renewals an action can be tried on, and why not on the others. The service has the last
/// word; this keeps a person from asking for what cannot be.
struct TriagePlan
{
    QVector<Renewal> fitting;
    int others = 0;
    QString why;                     ///< of the first of them, one sentence; empty when there are none
    QMap<QString, int> reasons = {}; ///< of all others, with how many have each

    bool isPossible() const { return !fitting.isEmpty(); }
};

TriagePlan planTriage(TriageAction action, const QVector<Renewal> &renewals);

/// Why the action cannot apply to this renewal, one sentence; empty when it can.
QString whyNot(TriageAction action, const Renewal &renewal);

/// Why the care team cannot take these, one sentence; empty when it can.
QString whyUnfit(const CareTeam &team, const QVector<Renewal> &renewals);

/// More than one patient's, or many, are looked at once more before they are approved, ended at the Veteran's
/// wish, or moved.
bool wantsPreview(TriageAction action, const QVector<Renewal> &renewals);

/// A tool tip for the action on these: what it will do, or why it cannot.
QString planText(const TriagePlan &plan, const QString &whatItDoes);

} // namespace renewal::items
