// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/signoffs.h"

#include "app/store/auditrepository.h"
#include "app/store/changerepository.h"
#include "app/store/rolloutrepository.h"
#include "app/store/transaction.h"
#include "models/rest/restrolloutreport.h"
#include "models/rollout/disciplines.h"
#include "models/rollout/readiness.h"
#include "models/rollout/stageclock.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace renewal::operations {

using namespace Qt::StringLiterals;

namespace {
QString say(const char *text)
{
    return QCoreApplication::translate("SignOffs", text);
}

QString toggleName()
{
    return QString::fromLatin1(renewalRequestToggle);
}

QString document(const SignOff &signOff)
{
    return QString::fromUtf8(QJsonDocument(toJson(signOff)).toJson(QJsonDocument::Compact));
}
} // namespace

Result<SignOff> SignOffs::set(const SignOff &signOff, const QString &actor)
{
    if (!rollout::disciplines().contains(signOff.discipline)) {
        return failure(
            ErrorCode::NotFound,
            say(QT_TRANSLATE_NOOP("SignOffs", "Nobody signs off for \"%1\"; choose one of the list."))
                .arg(signOff.discipline));
    }
    auto transaction = store::Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    const auto next = nextStage();
    if (!next)
        return failure(next.error());
    if (next->isEmpty() || *next != signOff.stage) {
        return failure(ErrorCode::Conflict,
                       next->isEmpty()
                           ? say(QT_TRANSLATE_NOOP("SignOffs", "There is no further stage to sign off for."))
                           : say(QT_TRANSLATE_NOOP("SignOffs", "Stage %1 is not the next one; stage %2 is. "
                                                               "Look at the present state, then decide."))
                                 .arg(signOff.stage, *next));
    }
    const auto before = present(signOff);
    if (!before)
        return failure(before.error());
    if (before->given == signOff.given && before->note == signOff.note)
        return *before;
    SignOff after = signOff;
    after.by = signOff.given ? actor : QString();
    after.at = signOff.given ? m_clock.now() : QDateTime();
    if (const Done done = store::RolloutRepository(m_connection).storeSignOff(toggleName(), after); !done)
        return failure(done.error());
    if (const Done done = record(*before, after, actor); !done)
        return failure(done.error());
    if (const Done done = transaction->commit(); !done)
        return failure(done.error());
    return after;
}

/// The stage after the present one; empty when there is none.
Result<QString> SignOffs::nextStage()
{
    const auto plan = store::RolloutRepository(m_connection).plan(toggleName());
    if (!plan)
        return failure(plan.error());
    const rollout::StageClock clock = rollout::stageClock(plan->stages, m_clock.now());
    return clock.next < 0 ? QString() : plan->stages.at(clock.next).name;
}

Result<SignOff> SignOffs::present(const SignOff &wanted)
{
    const auto stored = store::RolloutRepository(m_connection).signOffs(toggleName(), wanted.stage);
    if (!stored)
        return failure(stored.error());
    for (const SignOff &one : rollout::completeSignOffs(*stored, wanted.stage)) {
        if (one.discipline == wanted.discipline)
            return one;
    }
    return SignOff{wanted.discipline, wanted.stage};
}

Done SignOffs::record(const SignOff &before, const SignOff &after, const QString &actor)
{
    const QString subject = u"rollout/%1/%2"_s.arg(after.stage, after.discipline);
    if (const Done done = store::ChangeRepository(m_connection).add(u"rollout"_s, subject); !done)
        return done;
    const QString action = after.given ? u"rollout.signed_off"_s : u"rollout.sign_off_taken_back"_s;
    const auto entry = store::AuditRepository(m_connection)
                           .append({0,
                                    m_clock.now(),
                                    actor,
                                    action,
                                    subject,
                                    document(before),
                                    document(after),
                                    after.note,
                                    {},
                                    {}});
    return entry ? ok() : Done(failure(entry.error()));
}

} // namespace renewal::operations
