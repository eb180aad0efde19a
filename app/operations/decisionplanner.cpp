// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/decisionplanner.h"

#include "app/operations/openteam.h"
#include "app/store/correlationrepository.h"
#include "app/store/prescriberrepository.h"

#include <QCoreApplication>

#include <algorithm>

namespace renewal::operations {

using namespace Qt::StringLiterals;

namespace {
QString say(const char *text)
{
    return QCoreApplication::translate("Decisions", text);
}

/// The record tells times of no place: "2026-03-07 05:00 UTC".
QString instantText(const QDateTime &at)
{
    return at.toUTC().toString(u"yyyy-MM-dd HH:mm 'UTC'"_s);
}

/// A link neither ends before it begins nor begins before its record.
Done checkDates(const Decision &decision, const QDateTime &now)
{
    const QDateTime from = decision.validFrom.isValid() ? std::max(decision.validFrom, now) : now;
    // The day of the decision begins before the decision, wherever the clock stands.
    if (decision.validFrom.isValid() && decision.validFrom < now.addDays(-1))
        return failure(ErrorCode::InvalidInput,
                       say(QT_TRANSLATE_NOOP("Decisions", "A link cannot begin before today, when it is "
                                                          "recorded. Choose today or a later day.")));
    if (decision.validTo.isValid() && decision.validTo <= from)
        return failure(ErrorCode::InvalidInput,
                       say(QT_TRANSLATE_NOOP("Decisions", "The link would end before it begins. Choose a "
                                                          "later last day.")));
    return ok();
}
} // namespace

Result<DecisionPlan> DecisionPlanner::plan(const Decision &decision)
{
    const auto present = store::CorrelationRepository(m_connection).current(decision.prescriberId);
    if (!present)
        return failure(present.error());
    DecisionPlan plan{*present, *present, {}, {}, decision.note, {}, {}};
    plan.next.careTeam = {};
    plan.next.probability = {};
    plan.next.engineVersion.clear();
    plan.next.validFrom = m_now;
    plan.next.validTo = {};
    plan.next.decidedBy = m_actor;
    plan.next.note = decision.note;
    plan.next.reason = decision.reason;
    plan.next.grounds = {};
    plan.next.change = {};
    plan.next.planned.reset();
    if (!decision.division.isEmpty()) {
        const Done done = planDivision(decision, plan);
        return done ? Result<DecisionPlan>(plan) : failure(done.error());
    }
    Done done = ok();
    switch (decision.kind) {
    case DecisionKind::Link:
        done = planLink(decision, plan);
        break;
    case DecisionKind::Refuse:
        done = planRefusal(plan);
        break;
    case DecisionKind::External:
        plan.next.status = CorrelationStatus::External;
        plan.next.divisions.clear();
        plan.action = u"correlation.external"_s;
        plan.text = say(QT_TRANSLATE_NOOP("Decisions", "Marked as community care: has no care team."));
        break;
    }
    if (!done)
        return failure(done.error());
    return plan;
}

Done DecisionPlanner::planLink(const Decision &decision, DecisionPlan &plan)
{
    if (const Done valid = checkDates(decision, m_now); !valid)
        return valid;
    const bool isLater = decision.validFrom.isValid() && decision.validFrom > m_now;
    const auto team = openTeam(m_connection, plan.before.parentStation, decision.careTeam,
                               isLater ? decision.validFrom : m_now);
    if (!team)
        return failure(team.error());
    if (isLater)
        return planLater(decision, *team, plan);
    plan.next.validTo = decision.validTo;
    const auto candidates = store::CorrelationRepository(m_connection).candidates(decision.prescriberId);
    if (!candidates)
        return failure(candidates.error());
    for (const Candidate &candidate : candidates->candidates) {
        if (candidate.careTeam == decision.careTeam) {
            plan.next.probability = candidate.probability;
            plan.next.engineVersion = candidates->engineVersion;
        }
    }
    plan.next.status = CorrelationStatus::Manual;
    plan.next.careTeam = decision.careTeam;
    plan.action = u"correlation.linked"_s;
    plan.text = say(QT_TRANSLATE_NOOP("Decisions", "Linked to %1.")).arg(team->shownName());
    if (decision.validTo.isValid())
        plan.text +=
            u' ' + say(QT_TRANSLATE_NOOP("Decisions", "Valid until %1.")).arg(instantText(decision.validTo));
    return ok();
}

/// What holds now goes on; the link waits beside it.
Done DecisionPlanner::planLater(const Decision &decision, const CareTeam &team, DecisionPlan &plan)
{
    plan.next = plan.before;
    plan.next.planned = PlannedLink{team.triageTeamId, team.shownName(), decision.validFrom, decision.validTo,
                                    m_actor,           decision.reason,  decision.note};
    plan.action = u"correlation.planned"_s;
    plan.text = say(QT_TRANSLATE_NOOP("Decisions", "Will be linked to %1 from %2 on."))
                    .arg(team.shownName(), instantText(decision.validFrom));
    return ok();
}

Done DecisionPlanner::planDivision(const Decision &decision, DecisionPlan &plan)
{
    const auto divisions = store::PrescriberRepository(m_connection).divisions(decision.prescriberId);
    if (!divisions)
        return failure(divisions.error());
    const bool isOne =
        std::ranges::find(*divisions, decision.division, &DivisionWork::division) != divisions->cend();
    if (!isOne || divisions->size() < 2) {
        return failure(ErrorCode::InvalidInput,
                       say(QT_TRANSLATE_NOOP("Decisions", "The prescriptions do not come from several "
                                                          "divisions, %1 among them. Decide about all."))
                           .arg(decision.division));
    }
    if (decision.kind == DecisionKind::External || decision.validFrom.isValid() ||
        decision.validTo.isValid()) {
        return failure(
            ErrorCode::InvalidInput,
            say(QT_TRANSLATE_NOOP("Decisions", "A division is linked at once and without an end, "
                                               "or has no care team. Decide about all for more.")));
    }
    plan.next = plan.before;
    if (plan.next.change.kind == u"division" && plan.next.change.before == decision.division)
        plan.next.change = {};
    plan.next.divisions.removeIf([&](const DivisionTeam &one) { return one.division == decision.division; });
    DivisionTeam own{decision.division, {}, {}, m_actor};
    if (decision.kind == DecisionKind::Link) {
        const auto team = openTeam(m_connection, plan.before.parentStation, decision.careTeam, m_now);
        if (!team)
            return failure(team.error());
        own.careTeam = team->triageTeamId;
        own.careTeamName = team->shownName();
        plan.text = say(QT_TRANSLATE_NOOP("Decisions", "Division %1 linked to %2."))
                        .arg(own.division, own.careTeamName);
    } else {
        plan.text =
            say(QT_TRANSLATE_NOOP("Decisions", "No care team is right for division %1.")).arg(own.division);
    }
    plan.next.divisions.append(own);
    std::ranges::sort(plan.next.divisions, {}, &DivisionTeam::division);
    plan.action = u"correlation.division"_s;
    return ok();
}

Done DecisionPlanner::planRefusal(DecisionPlan &plan)
{
    const auto candidates = store::CorrelationRepository(m_connection).candidates(plan.before.prescriberId);
    if (!candidates)
        return failure(candidates.error());
    for (const Candidate &candidate : candidates->candidates)
        plan.refused.append(candidate.careTeam);
    if (plan.before.careTeam.isValid() && !plan.refused.contains(plan.before.careTeam))
        plan.refused.append(plan.before.careTeam);
    plan.next.status = CorrelationStatus::Refused;
    plan.next.divisions.clear();
    plan.action = u"correlation.refused"_s;
    plan.text = say(QT_TRANSLATE_NOOP("Decisions", "None of the suggested care teams is right."));
    return ok();
}

} // namespace renewal::operations
