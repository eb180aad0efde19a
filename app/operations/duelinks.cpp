// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/duelinks.h"

#include "app/operations/cutoverrecord.h"
#include "app/operations/openteam.h"
#include "app/operations/stalelinks.h"
#include "app/store/auditrepository.h"
#include "app/store/careteamrepository.h"
#include "app/store/changerepository.h"
#include "app/store/connection.h"
#include "app/store/correlationdocument.h"
#include "app/store/correlationrepository.h"
#include "app/store/decisionlock.h"
#include "app/store/renewalrepository.h"
#include "app/store/transaction.h"

#include <QCoreApplication>

namespace renewal::operations {

using namespace Qt::StringLiterals;

namespace {
QString say(const char *text)
{
    return QCoreApplication::translate("DueLinks", text);
}

QString actor()
{
    return u"calendar"_s;
}

struct Due
{
    PrescriberId prescriber;
    QString parentStation;
};
} // namespace

Result<QStringList> DueLinks::run()
{
    auto transaction = store::Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    if (const Done locked = store::lockDecisions(m_connection); !locked)
        return failure(locked.error());
    if (const Done begun = beginCutOvers(m_connection, m_now); !begun)
        return failure(begun.error());
    auto stations = begin();
    if (!stations)
        return failure(stations.error());
    const auto ended = StaleLinks(m_connection, m_now, actor()).end();
    if (!ended)
        return failure(ended.error());
    for (const QString &station : *ended)
        stations->insert(station);
    QStringList changed(stations->cbegin(), stations->cend());
    changed.sort();
    for (const QString &station : std::as_const(changed)) {
        if (const auto moved = store::RenewalRepository(m_connection).moveStation(station); !moved)
            return failure(moved.error());
    }
    if (const Done done = transaction->commit(); !done)
        return failure(done.error());
    return changed;
}

Result<QSet<QString>> DueLinks::begin()
{
    const auto due = m_connection.rows<Due>(
        u"SELECT prescriber_id, parent_station FROM correlation WHERE planned_from <= ? "
        "ORDER BY parent_station, prescriber_id"_s,
        {m_now.toMSecsSinceEpoch()}, [](const store::Row &row) {
            return Due{PrescriberId{row.number(0)}, row.text(1)};
        });
    if (!due)
        return failure(due.error());
    QSet<QString> stations;
    for (const Due &one : *due) {
        if (const Done done = beginOne(one.prescriber); !done)
            return failure(done.error());
        stations.insert(one.parentStation);
    }
    return stations;
}

Done DueLinks::beginOne(PrescriberId id)
{
    store::CorrelationRepository correlations(m_connection);
    const auto before = correlations.current(id);
    if (!before)
        return failure(before.error());
    if (!before->planned)
        return ok();
    const PlannedLink &planned = *before->planned;
    const auto open = isOpen(before->parentStation, planned.careTeam);
    if (!open)
        return failure(open.error());
    Correlation next = *before;
    next.planned.reset();
    next.validFrom = m_now;
    next.validTo = planned.validTo;
    next.decidedBy = planned.decidedBy;
    next.reason = planned.reason;
    next.note = planned.note;
    next.careTeam = planned.careTeam;
    next.probability = {};
    next.status = *open ? CorrelationStatus::Manual : CorrelationStatus::Stale;
    next.grounds = {};
    next.change = *open ? LinkChange() : LinkChange{u"not_begun"_s, planned.careTeamName, {}};
    const QString action = *open ? u"correlation.begun"_s : u"correlation.stale"_s;
    const QString why =
        (*open ? say(QT_TRANSLATE_NOOP("DueLinks", "The planned link to %1 begins."))
               : say(QT_TRANSLATE_NOOP("DueLinks", "The planned link to %1 cannot begin: nobody can write to "
                                                   "that care team.")))
            .arg(planned.careTeamName);
    const auto stored = correlations.store(next, {m_now, actor(), action, why});
    if (!stored)
        return failure(stored.error());
    const QString subject = u"prescriber/"_s + QString::number(id.value);
    if (const Done done = store::ChangeRepository(m_connection).add(u"prescriber"_s, subject); !done)
        return done;
    const auto entry = store::AuditRepository(m_connection)
                           .append({0,
                                    m_now,
                                    actor(),
                                    action,
                                    subject,
                                    QString::fromUtf8(store::toDocument(*before)),
                                    QString::fromUtf8(store::toDocument(*stored)),
                                    why,
                                    {},
                                    {}});
    return entry ? ok() : Done(failure(entry.error()));
}

/// A team that only the cut-over closed begins and ends at once (StaleLinks), so that it is carried over.
Result<bool> DueLinks::isOpen(const QString &parentStation, TriageTeamId careTeam)
{
    const auto team = store::CareTeamRepository(m_connection).find(parentStation, careTeam);
    if (!team && team.error().code == ErrorCode::NotFound)
        return false;
    return team ? Result<bool>(whyClosed(*team, {}).isEmpty()) : Result<bool>(failure(team.error()));
}

} // namespace renewal::operations
