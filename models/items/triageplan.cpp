// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/triageplan.h"

#include "models/items/queuegroups.h"

#include <QCoreApplication>

#include <algorithm>

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

QString whyUnfit(const CareTeam &team, const QVector<Renewal> &renewals)
{
    if (team.blocked)
        return Texts::tr("It is blocked: nobody can write to it.");
    if (team.migratingToOh)
        return Texts::tr("It moves to Oracle Health and will be replaced.");
    const bool isOther = std::ranges::any_of(renewals, [&](const Renewal &renewal) {
        return renewal.ehr != team.ehr && team.ehr != EhrSystem::OracleHealth;
    });
    return isOther ? Texts::tr("It works in another record system than the prescription.") : QString();
}

bool wantsPreview(TriageAction action, const QVector<Renewal> &renewals)
{
    constexpr int many = 25;
    if (renewals.size() > many)
        return true;
    const bool endsAlike = action == TriageAction::Approve || action == TriageAction::Withdraw;
    return endsAlike && std::ranges::any_of(renewals, [&](const Renewal &renewal) {
               return QueueGroups::keyOf(renewal) != QueueGroups::keyOf(renewals.first());
           });
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
        ++plan.reasons[reason];
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
