// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/poolchoices.h"

#include "app/operations/cutoverrecord.h"
#include "app/operations/cutovers.h"
#include "app/operations/decisions.h"
#include "app/operations/manydecisions.h"
#include "app/store/careteamrepository.h"
#include "app/store/correlationrepository.h"
#include "app/store/decisionlock.h"
#include "app/store/transaction.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace renewal::operations {

using namespace Qt::StringLiterals;
using store::CutOverMember;
using store::CutOverRepository;
using store::Transaction;

namespace {
constexpr qsizetype mostProblems = 5;

QString say(const char *text)
{
    return QCoreApplication::translate("CutOvers", text);
}

IntendedDecision decisionFor(const CutOverMember &member, const PoolChoice &choice, const CutOver &cutOver,
                             const QDateTime &now)
{
    IntendedDecision intended;
    intended.row = member.prescriber.value;
    intended.station = StationNumber(member.station);
    intended.name = member.name;
    intended.checksVersion = true;
    Decision &decision = intended.decision;
    decision.prescriberId = member.prescriber;
    decision.careTeam = choice.pool;
    decision.version = member.version;
    decision.note = say(QT_TRANSLATE_NOOP("CutOvers", "Cut-over of station %1 to Oracle Health on %2."))
                        .arg(cutOver.parentStation, cutOver.date.toString(Qt::ISODate));
    if (cutOver.endsAt > now)
        decision.validFrom = cutOver.endsAt;
    return intended;
}
} // namespace

Result<CutOver> PoolChoices::begin(CutOverId id, qint64 version)
{
    if (const Done locked = store::lockDecisions(m_connection); !locked)
        return failure(locked.error());
    CutOverRepository cutOvers(m_connection);
    auto cutOver = cutOvers.find(id);
    if (!cutOver)
        return cutOver;
    cutOver->version = version;
    return cutOvers.touch(*cutOver);
}

Done PoolChoices::check(const CutOver &cutOver, const QVector<PoolChoice> &choices)
{
    const auto members = CutOverRepository(m_connection).members(cutOver);
    if (!members)
        return failure(members.error());
    const auto teams = store::CareTeamRepository(m_connection).ofStation(cutOver.parentStation);
    if (!teams)
        return failure(teams.error());
    for (const PoolChoice &choice : choices) {
        if (std::ranges::find(*members, choice.oldTeam, &CutOverMember::oldTeam) == members->cend()) {
            return failure(ErrorCode::InvalidInput,
                           say(QT_TRANSLATE_NOOP("CutOvers", "Care team %1 is none of the old ones of this "
                                                             "cut-over. Refresh the list."))
                               .arg(choice.oldTeam.value));
        }
        const auto pool = std::ranges::find(*teams, choice.pool, &CareTeam::triageTeamId);
        const bool isPool = pool != teams->cend() && pool->ehr == EhrSystem::OracleHealth && !pool->blocked;
        if (choice.pool.isValid() && !isPool) {
            return failure(ErrorCode::InvalidInput,
                           say(QT_TRANSLATE_NOOP("CutOvers", "Care team %1 is no open Oracle Health pool of "
                                                             "station %2. Choose one of the list."))
                               .arg(choice.pool.value)
                               .arg(cutOver.parentStation));
        }
    }
    return ok();
}

Result<CutOverOutcome> PoolChoices::confirm(CutOverId id, qint64 version, const QVector<PoolChoice> &choices,
                                            const QString &actor)
{
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    const auto cutOver = begin(id, version);
    if (!cutOver)
        return failure(cutOver.error());
    if (const Done good = check(*cutOver, choices); !good)
        return failure(good.error());
    CutOverOutcome outcome{*cutOver, 0, 0, {}};
    QStringList told;
    for (const PoolChoice &choice : choices) {
        told.append(u"%1 → %2"_s.arg(choice.oldTeam.value)
                        .arg(choice.pool.isValid() ? QString::number(choice.pool.value) : u"none"_s));
        // Another pool than before: what the first choice linked is taken back.
        if (const Done done = undo(*cutOver, choice.oldTeam, actor, outcome); !done)
            return failure(done.error());
        PoolChoice made = choice;
        made.decidedBy = actor;
        made.decidedAt = m_clock.now();
        if (const Done done = CutOverRepository(m_connection).setChoice(*cutOver, made); !done)
            return failure(done.error());
    }
    outcome = {*cutOver, 0, 0, {}};
    if (const Done done = link(*cutOver, choices, actor, outcome); !done)
        return failure(done.error());
    auto finished = finish(outcome, u"cut_over.confirmed"_s, told, actor);
    if (!finished)
        return finished;
    if (const Done done = transaction->commit(); !done)
        return failure(done.error());
    return finished;
}

Done PoolChoices::link(const CutOver &cutOver, const QVector<PoolChoice> &choices, const QString &actor,
                       CutOverOutcome &outcome)
{
    CutOverRepository cutOvers(m_connection);
    const auto members = cutOvers.members(cutOver);
    if (!members)
        return failure(members.error());
    const auto kept = cutOvers.links(cutOver);
    if (!kept)
        return failure(kept.error());
    QVector<IntendedDecision> decisions;
    QVector<store::CutOverLink> links;
    for (const CutOverMember &member : *members) {
        const auto choice = std::ranges::find(choices, member.oldTeam, &PoolChoice::oldTeam);
        if (!member.isOpen || choice == choices.cend() || !choice->pool.isValid())
            continue;
        decisions.append(decisionFor(member, *choice, cutOver, m_clock.now()));
        links.append({member.prescriber, member.oldTeam, false, {}, std::nullopt});
    }
    const auto report = ManyDecisions(m_connection, m_clock).take(decisions, actor);
    if (!report)
        return failure(report.error());
    for (qsizetype i = 0; i < links.size(); ++i) {
        const ReportedDecision &reported = report->rows.at(i);
        if (reported.result == DecisionResult::Decided) {
            ++outcome.prescribers;
            links[i].confirmedVersion = reported.version;
            if (const Done done = cutOvers.addLink(cutOver, links.at(i)); !done)
                return done;
        } else {
            ++outcome.left;
            if (outcome.problems.size() < mostProblems && !reported.text.isEmpty())
                outcome.problems.append(reported.prescriber + u": "_s + reported.text);
        }
    }
    return ok();
}

Result<CutOverOutcome> PoolChoices::takeBack(CutOverId id, qint64 version,
                                             const QVector<TriageTeamId> &oldTeams, const QString &actor)
{
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    const auto cutOver = begin(id, version);
    if (!cutOver)
        return failure(cutOver.error());
    CutOverOutcome outcome{*cutOver, 0, 0, {}};
    QStringList told;
    for (const TriageTeamId oldTeam : oldTeams) {
        told.append(QString::number(oldTeam.value));
        if (const Done done = undo(*cutOver, oldTeam, actor, outcome); !done)
            return failure(done.error());
    }
    auto finished = finish(outcome, u"cut_over.taken_back"_s, told, actor);
    if (!finished)
        return finished;
    if (const Done done = transaction->commit(); !done)
        return failure(done.error());
    return finished;
}

Done PoolChoices::undoAll(const CutOver &cutOver, const QString &actor, CutOverOutcome &outcome)
{
    const auto choices = CutOverRepository(m_connection).choices(cutOver);
    if (!choices)
        return failure(choices.error());
    for (const PoolChoice &choice : *choices) {
        if (const Done done = undo(cutOver, choice.oldTeam, actor, outcome); !done)
            return done;
    }
    return ok();
}

Done PoolChoices::undo(const CutOver &cutOver, TriageTeamId oldTeam, const QString &actor,
                       CutOverOutcome &outcome)
{
    CutOverRepository cutOvers(m_connection);
    const auto links = cutOvers.links(cutOver);
    if (!links)
        return failure(links.error());
    for (const store::CutOverLink &link : *links) {
        if (link.careTeam != oldTeam || !link.confirmedVersion)
            continue;
        const auto undone = undoOne(link, actor);
        if (!undone)
            return failure(undone.error());
        ++(*undone ? outcome.prescribers : outcome.left);
        store::CutOverLink open = link;
        open.confirmedVersion.reset();
        if (const Done done = cutOvers.addLink(cutOver, open); !done)
            return done;
    }
    return cutOvers.dropChoice(cutOver, oldTeam);
}

/// Only the decision that the choice made; a later one stands.
Result<bool> PoolChoices::undoOne(const store::CutOverLink &link, const QString &actor)
{
    store::CorrelationRepository correlations(m_connection);
    const auto undoable = correlations.undoable(link.prescriber);
    if (!undoable)
        return failure(undoable.error());
    if (!*undoable || (*undoable)->version != *link.confirmedVersion)
        return false;
    const auto present = correlations.current(link.prescriber);
    if (!present)
        return failure(present.error());
    const auto undone = Decisions(m_connection, m_clock).undo(link.prescriber, present->version, actor);
    return undone ? Result<bool>(true) : failure(undone.error());
}

Result<CutOverOutcome> PoolChoices::finish(CutOverOutcome outcome, const QString &action,
                                           const QStringList &oldTeams, const QString &actor)
{
    const CutOverStep step{m_clock.now(), actor};
    const QJsonObject after{{u"oldTeams"_s, QJsonArray::fromStringList(oldTeams)},
                            {u"prescribers"_s, outcome.prescribers},
                            {u"left"_s, outcome.left}};
    if (const Done done = recordCutOver(m_connection, step, action, outcome.cutOver, after, {}); !done)
        return failure(done.error());
    if (const Done done = settleStation(m_connection, step, outcome.cutOver.parentStation); !done)
        return failure(done.error());
    if (const Done done = countTeams(m_connection, outcome.cutOver); !done)
        return failure(done.error());
    return outcome;
}

} // namespace renewal::operations
