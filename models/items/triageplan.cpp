// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/triageplan.h"

#include <QCoreApplication>

namespace renewal::items {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(TriagePlan)
};
} // namespace

QString whyNot(TriageAction action, const Renewal &renewal)
{
    if (renewal.state == RenewalState::Closed)
        return Texts::tr("It is closed.");
    if (renewal.state == RenewalState::Routed && action != TriageAction::Reroute)
        return Texts::tr("It is routed already.");
    if (action == TriageAction::Return && renewal.state == RenewalState::Returned)
        return Texts::tr("It was sent back to the Veteran and waits for the answer.");
    if (action != TriageAction::Route && action != TriageAction::Reroute)
        return {};
    if (renewal.state == RenewalState::NotRenewable)
        return Texts::tr("The prescription cannot be renewed; deny it, or take it yourself.");
    if (action == TriageAction::Reroute)
        return {};
    if (renewal.state == RenewalState::External)
        return Texts::tr("Its prescriber is in community care, where there is no care team.");
    if (renewal.state == RenewalState::Returned)
        return Texts::tr("It was sent back to the Veteran and waits for the answer.");
    if (!renewal.careTeam.isValid())
        return Texts::tr("No care team is known for its prescriber; reroute it to one.");
    return {};
}

TriagePlan planTriage(TriageAction action, const QVector<Renewal> &renewals)
{
    TriagePlan plan;
    for (const Renewal &renewal : renewals) {
        const QString reason = whyNot(action, renewal);
        if (reason.isEmpty()) {
            plan.fitting.append(renewal);
            continue;
        }
        ++plan.others;
        if (plan.why.isEmpty())
            plan.why = reason;
    }
    return plan;
}

QString planText(const TriagePlan &plan, const QString &whatItDoes)
{
    if (!plan.isPossible())
        return plan.others > 0 ? plan.why : Texts::tr("No renewal is chosen.");
    if (plan.others == 0)
        return whatItDoes;
    return Texts::tr("%1\n%2 of those selected stay: %3", "what it does, a number, why")
        .arg(whatItDoes)
        .arg(plan.others)
        .arg(plan.why);
}

} // namespace renewal::items
