// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/decisions.h"

#include "app/operations/stalelinks.h"
#include "app/store/auditrepository.h"
#include "app/store/changerepository.h"
#include "app/store/correlationdocument.h"
#include "app/store/correlationrepository.h"
#include "app/store/prescriberrepository.h"
#include "app/store/renewalrepository.h"
#include "app/store/transaction.h"
#include "models/rest/restcorrelations.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace renewal::operations {

using namespace Qt::StringLiterals;
using store::Transaction;

namespace {
QString say(const char *text)
{
    return QCoreApplication::translate("Decisions", text);
}

QString subjectOf(PrescriberId id)
{
    return u"prescriber/"_s + QString::number(id.value);
}

Error staleError(const Correlation &present)
{
    return {ErrorCode::PreconditionFailed,
            say(QT_TRANSLATE_NOOP("Decisions", "Someone decided about this prescriber meanwhile; look at the "
                                               "present state, then decide again.")),
            {},
            QJsonDocument(toJson(present)).toJson(QJsonDocument::Compact)};
}

/// The correlation after the change with what it moved, as the audit entry keeps it.
QString afterState(const Correlation &correlation, const DecisionEffect &effect)
{
    QJsonObject after = QJsonDocument::fromJson(store::toDocument(correlation)).object();
    after.insert(u"effect"_s, toJson(effect));
    return QString::fromUtf8(QJsonDocument(after).toJson(QJsonDocument::Compact));
}

/// As it will be on the day the planned link begins.
Correlation begun(const Correlation &correlation)
{
    Correlation then = correlation;
    then.status = CorrelationStatus::Manual;
    then.careTeam = correlation.planned->careTeam;
    return then;
}

} // namespace

Result<DecisionEffect> Decisions::preview(const Decision &decision)
{
    auto transaction = Transaction::begin(m_connection, Transaction::Mode::Read);
    if (!transaction)
        return failure(transaction.error());
    const auto planned = DecisionPlanner(m_connection, m_clock.now(), {}).plan(decision);
    if (!planned)
        return failure(planned.error());
    store::RenewalRepository renewals(m_connection);
    auto effect = renewals.previewMove(planned->next);
    if (effect && planned->next.planned && decision.kind == DecisionKind::Link) {
        const auto then = renewals.previewMove(begun(planned->next));
        if (!then)
            return then;
        effect->later = then->becomeReady;
    }
    return effect;
}

Result<DecisionOutcome> Decisions::rehearse(const Decision &decision)
{
    auto transaction = Transaction::begin(m_connection, Transaction::Mode::Read);
    if (!transaction)
        return failure(transaction.error());
    const auto planned = checkedPlan(decision, {});
    if (!planned)
        return failure(planned.error());
    const auto effect = store::RenewalRepository(m_connection).previewMove(planned->next);
    if (!effect)
        return failure(effect.error());
    return DecisionOutcome{planned->next, *effect};
}

Result<DecisionOutcome> Decisions::decide(const Decision &decision, const QString &actor)
{
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    const auto planned = checkedPlan(decision, actor);
    if (!planned)
        return failure(planned.error());
    auto outcome = carryOut(*planned, actor);
    if (!outcome)
        return outcome;
    if (const Done done = transaction->commit(); !done)
        return failure(done.error());
    return outcome;
}

Result<DecisionOutcome> Decisions::undo(PrescriberId id, qint64 version, const QString &actor)
{
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    const auto planned = planUndo(id, version, actor);
    if (!planned)
        return failure(planned.error());
    auto outcome = carryOut(*planned, actor);
    if (!outcome)
        return outcome;
    if (const Done done = transaction->commit(); !done)
        return failure(done.error());
    return outcome;
}

Result<DecisionPlan> Decisions::checkedPlan(const Decision &decision, const QString &actor)
{
    if (const Done said = checkSharedName(decision); !said)
        return failure(said.error());
    auto planned = DecisionPlanner(m_connection, m_clock.now(), actor).plan(decision);
    if (!planned)
        return planned;
    if (const Done fresh = checkVersion(planned->before, decision.version); !fresh)
        return failure(fresh.error());
    return planned;
}

/// What would hold had the decision not been taken.
Result<Correlation> Decisions::beforeDecision(const Correlation &present,
                                              const store::UndoableDecision &decision)
{
    const bool isLast = present.version == decision.version;
    if (!isLast && decision.action == "correlation.division"_L1) {
        Correlation next = present;
        next.divisions = decision.before.divisions;
        return next;
    }
    if (!isLast && decision.action == "correlation.planned"_L1 && present.planned) {
        Correlation next = present;
        next.planned = decision.before.planned;
        return next;
    }
    Correlation next = decision.before;
    if (!isLinked(next.status))
        return next;
    const auto refused = store::CorrelationRepository(m_connection)
                             .isRefused(present.prescriberId, next.careTeam, decision.version);
    if (!refused)
        return failure(refused.error());
    if (*refused)
        next.status = CorrelationStatus::Stale;
    return next;
}

Result<DecisionPlan> Decisions::planUndo(PrescriberId id, qint64 version, const QString &actor)
{
    store::CorrelationRepository correlations(m_connection);
    const auto present = correlations.current(id);
    if (!present)
        return failure(present.error());
    if (const Done fresh = checkVersion(*present, version); !fresh)
        return failure(fresh.error());
    const auto undoable = correlations.undoable(id);
    if (!undoable)
        return failure(undoable.error());
    if (!*undoable) {
        return failure(
            ErrorCode::Conflict,
            say(QT_TRANSLATE_NOOP("Decisions", "There is no decision about this prescriber to take back.")));
    }
    const auto next = beforeDecision(*present, **undoable);
    if (!next)
        return failure(next.error());
    DecisionPlan plan{*present,
                      *next,
                      u"correlation.undone"_s,
                      say(QT_TRANSLATE_NOOP("Decisions", "The last decision was taken back.")),
                      {},
                      {},
                      (*undoable)->version};
    plan.next.prescriberId = id;
    plan.next.id = present->id;
    plan.next.version = present->version;
    if (plan.next.status == CorrelationStatus::None)
        plan.next.decidedBy = actor;
    return plan;
}

Result<DecisionOutcome> Decisions::carryOut(const DecisionPlan &plan, const QString &actor)
{
    store::CorrelationRepository correlations(m_connection);
    const PrescriberId id = plan.before.prescriberId;
    const QDateTime now = m_clock.now();
    auto stored = correlations.store(plan.next, {now, actor, plan.action, plan.text});
    if (!stored && stored.error().code == ErrorCode::PreconditionFailed) {
        // Another writer came between our look and our write.
        const auto present = correlations.current(id);
        return failure(present ? staleError(*present) : present.error());
    }
    if (!stored)
        return failure(stored.error());
    if (!plan.refused.isEmpty()) {
        if (const Done done = correlations.refuse(id, plan.refused, stored->version); !done)
            return failure(done.error());
    }
    if (plan.undoes) {
        if (const Done done = correlations.markUndone(id, *plan.undoes, stored->version); !done)
            return failure(done.error());
        if (const Done done = correlations.unrefuse(id, *plan.undoes); !done)
            return failure(done.error());
        // What was right before the decision need not be right any more.
        const auto ended = StaleLinks(m_connection, now, actor).endOf(id);
        if (!ended)
            return failure(ended.error());
        if (*ended)
            stored = correlations.current(id);
        if (!stored)
            return failure(stored.error());
    }
    const auto reason = waitingReason(*stored);
    if (!reason)
        return failure(reason.error());
    const auto effect = store::RenewalRepository(m_connection).move(*stored, *reason);
    if (!effect)
        return failure(effect.error());
    if (const Done done = store::ChangeRepository(m_connection).add(u"prescriber"_s, subjectOf(id)); !done)
        return failure(done.error());
    const auto entry = store::AuditRepository(m_connection)
                           .append({0,
                                    now,
                                    actor,
                                    plan.action,
                                    subjectOf(id),
                                    QString::fromUtf8(store::toDocument(plan.before)),
                                    afterState(*stored, *effect),
                                    plan.undoes ? QString() : plan.note,
                                    {},
                                    {}});
    if (!entry)
        return failure(entry.error());
    return DecisionOutcome{*stored, *effect};
}

Done Decisions::checkVersion(const Correlation &present, qint64 version) const
{
    if (present.version == version)
        return ok();
    return failure(staleError(present));
}

/// A link of a shared name sends the renewals of several people to one team: nobody does that without a word.
Done Decisions::checkSharedName(const Decision &decision)
{
    if (decision.kind != DecisionKind::Link || !decision.note.trimmed().isEmpty())
        return ok();
    const auto prescriber = store::PrescriberRepository(m_connection).find(decision.prescriberId);
    if (!prescriber)
        return failure(prescriber.error());
    if (prescriber->homonyms < 2)
        return ok();
    return failure(
        ErrorCode::InvalidInput,
        say(QT_TRANSLATE_NOOP("Decisions", "%1 people share the name %2 at station %3, and this link is for "
                                           "all of them. Say in the note why that is right, then link."))
            .arg(prescriber->homonyms)
            .arg(prescriber->name.shown(), prescriber->station.text()));
}

/// Why renewals of the prescriber wait, should they have to.
Result<QString> Decisions::waitingReason(const Correlation &correlation)
{
    switch (correlation.status) {
    case CorrelationStatus::Refused:
        return say(QT_TRANSLATE_NOOP("Decisions", "Staff found none of the suggested care teams right."));
    case CorrelationStatus::Stale:
        return say(
            QT_TRANSLATE_NOOP("Decisions", "The care team it was linked to can no longer be written to."));
    case CorrelationStatus::Suggested:
        return say(QT_TRANSLATE_NOOP("Decisions", "A person must choose between the suggested care teams."));
    default:
        break;
    }
    const auto prescriber = store::PrescriberRepository(m_connection).find(correlation.prescriberId);
    if (!prescriber)
        return failure(prescriber.error());
    return prescriber->homonyms > 1
               ? say(QT_TRANSLATE_NOOP("Decisions", "Two prescribers at this station share this name."))
               : say(QT_TRANSLATE_NOOP("Decisions", "No care team is known for this prescriber."));
}

} // namespace renewal::operations
