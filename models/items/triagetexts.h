// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/triage.h"
#include "models/items/triageplan.h"

#include <QString>
#include <QStringList>
#include <QVector>

namespace renewal::items {

/// What an action on renewals did, in one sentence: "2 routed to Blue team". `teamName` is the one they were
/// rerouted to.
QString triageResult(const TriageRequest &request, const QVector<Renewal> &changed, const QString &teamName);
/// Whom and which medications an action is about, a line for each patient: "Patient •••• 4821: LISINOPRIL
/// 20MG TAB, SERTRALINE". At most `limit` medications; the last line says how many more there are. For the
/// window only: nothing of it goes into logs or notifications.
QStringList subjectLines(const QVector<Renewal> &renewals, int limit);
/// What a denial will do, in words, before it is done.
QString denialConsequence(const QVector<Renewal> &renewals);
/// One line for each refused renewal: its medication and the reason; the last says how many more there are.
QStringList refusalLines(const QVector<TriageRefusal> &refused, const QVector<Renewal> &asked, int limit);
/// "Route", as a button says it.
QString actionName(TriageAction action);
/// "31 renewals of 12 patients"
QString bulkHeading(const TriagePlan &plan);
/// Which stay and why: "3 stay: It is closed." Empty when none do.
QString othersText(const TriagePlan &plan);
/// "Routing 500 of 1,800"
QString triageProgress(TriageAction action, qsizetype done, qsizetype total);

} // namespace renewal::items
