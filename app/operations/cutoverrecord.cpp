// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/cutoverrecord.h"

#include "app/operations/stalelinks.h"
#include "app/store/auditrepository.h"
#include "app/store/changerepository.h"
#include "app/store/correlationdocument.h"
#include "app/store/correlationrepository.h"
#include "app/store/cutoverrepository.h"
#include "app/store/renewalrepository.h"

#include <QJsonDocument>

namespace renewal::operations {

using namespace Qt::StringLiterals;

Done recordCutOver(store::Connection &connection, const CutOverStep &step, const QString &action,
                   const CutOver &cutOver, QJsonObject after, const QString &note)
{
    after.insert(u"cutOver"_s, cutOver.id.value);
    after.insert(u"date"_s, cutOver.date.toString(Qt::ISODate));
    const QString subject = u"station/"_s + cutOver.parentStation;
    if (const Done done = store::ChangeRepository(connection).add(u"cut_over"_s, subject); !done)
        return done;
    const auto entry = store::AuditRepository(connection)
                           .append({0,
                                    step.at,
                                    step.actor,
                                    action,
                                    subject,
                                    {},
                                    QString::fromUtf8(QJsonDocument(after).toJson(QJsonDocument::Compact)),
                                    note,
                                    {},
                                    {}});
    return entry ? ok() : Done(failure(entry.error()));
}

Done recordLink(store::Connection &connection, const CutOverStep &step, const QString &action,
                const Correlation &before, const Correlation &next, const QString &text)
{
    const auto stored =
        store::CorrelationRepository(connection).store(next, {step.at, step.actor, action, text});
    if (!stored)
        return failure(stored.error());
    const QString subject = u"prescriber/"_s + QString::number(before.prescriberId.value);
    if (const Done done = store::ChangeRepository(connection).add(u"prescriber"_s, subject); !done)
        return done;
    const auto entry = store::AuditRepository(connection)
                           .append({0,
                                    step.at,
                                    step.actor,
                                    action,
                                    subject,
                                    QString::fromUtf8(store::toDocument(before)),
                                    QString::fromUtf8(store::toDocument(*stored)),
                                    text,
                                    {},
                                    {}});
    return entry ? ok() : Done(failure(entry.error()));
}

Done beginCutOvers(store::Connection &connection, const QDateTime &now)
{
    const auto begun = store::CutOverRepository(connection).beginDue(now);
    if (!begun)
        return failure(begun.error());
    for (const QString &station : *begun) {
        const auto entry = store::AuditRepository(connection)
                               .append({0,
                                        now,
                                        u"calendar"_s,
                                        u"cut_over.begun"_s,
                                        u"station/"_s + station,
                                        {},
                                        {},
                                        {},
                                        {},
                                        {}});
        if (!entry)
            return failure(entry.error());
        if (const Done done = store::ChangeRepository(connection).add(u"cut_over"_s, u"station/"_s + station);
            !done)
            return done;
    }
    return ok();
}

Done settleStation(store::Connection &connection, const CutOverStep &step, const QString &parentStation)
{
    if (const Done begun = beginCutOvers(connection, step.at); !begun)
        return begun;
    if (const auto ended = StaleLinks(connection, step.at, step.actor).end(parentStation); !ended)
        return failure(ended.error());
    const auto moved = store::RenewalRepository(connection).moveStation(parentStation);
    return moved ? ok() : Done(failure(moved.error()));
}

} // namespace renewal::operations
