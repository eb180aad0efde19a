// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/triage.h"

#include <QString>
#include <QVector>

namespace renewal::items {

/// Which of some renewals an action can be tried on, and why not on the others. The service has the last
/// word; this keeps a person from asking for what cannot be.
struct TriagePlan
{
    QVector<Renewal> fitting;
    int others = 0;
    QString why; ///< of the others, one sentence; empty when there are none

    bool isPossible() const { return !fitting.isEmpty(); }
};

TriagePlan planTriage(TriageAction action, const QVector<Renewal> &renewals);

/// Why the action cannot apply to this renewal, one sentence; empty when it can.
QString whyNot(TriageAction action, const Renewal &renewal);

/// A tool tip for the action on these: what it will do, or why it cannot.
QString planText(const TriagePlan &plan, const QString &whatItDoes);

} // namespace renewal::items
