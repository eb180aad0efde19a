// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/changerepository.h"
#include "app/store/connection.h"
#include "app/store/renewalrepository.h"

#include <QCoreApplication>

namespace renewal::store {

using namespace Qt::StringLiterals;

namespace {
/// What a decision asks of the renewals that may still move.
enum class Target
{
    Ready,
    External,
    NeedsTeam,
};

Target targetOf(const Correlation &correlation)
{
    if (isLinked(correlation.status) && correlation.careTeam.isValid())
        return Target::Ready;
    return correlation.status == CorrelationStatus::External ? Target::External : Target::NeedsTeam;
}

/// Which rows change. Those in review, returned, routed, closed or not renewable never do.
QString changing(Target target)
{
    switch (target) {
    case Target::Ready:
        return u"(state IN ('needs_routing', 'external') OR (state = 'ready_to_route' AND "
               "(care_team IS NULL OR care_team <> ?)))"_s;
    case Target::External:
        return u"state IN ('needs_routing', 'ready_to_route')"_s;
    case Target::NeedsTeam:
        return u"state IN ('ready_to_route', 'external')"_s;
    }
    return {};
}

QString ofPrescriber()
{
    return u"parent_station = ? AND prescriber_id = ?"_s;
}

QVariantList rowValues(const Correlation &next, Target target)
{
    QVariantList values{next.parentStation, next.prescriberId.value};
    if (target == Target::Ready)
        values.append(next.careTeam.value);
    return values;
}

QString stateOf(Target target)
{
    return target == Target::Ready      ? u"ready_to_route"_s
           : target == Target::External ? u"external"_s
                                        : u"needs_routing"_s;
}

/// `moved` go there, `stayed` of those that do not move stand there already.
DecisionEffect effectOf(Target target, qint64 moved, qint64 stayed)
{
    DecisionEffect effect;
    switch (target) {
    case Target::Ready:
        effect.becomeReady = moved;
        effect.stayReady = stayed;
        break;
    case Target::External:
        effect.becomeExternal = moved;
        effect.stayExternal = stayed;
        break;
    case Target::NeedsTeam:
        effect.becomeNeedsTeam = moved;
        effect.stayNeedsTeam = stayed;
        break;
    }
    return effect;
}

QStringList subjects(const QVector<qint64> &ids)
{
    QStringList all;
    for (const qint64 id : ids)
        all.append(u"renewal/%1"_s.arg(id));
    return all;
}

/// A team's name as it is shown: the plain-language one where the site filled it.
QString teamName()
{
    return u"CASE WHEN t.suggested_name_display <> '' THEN t.suggested_name_display ELSE t.name END"_s;
}

Result<QVector<qint64>> moveRows(Connection &connection, const Correlation &next, Target target,
                                 const QString &reason)
{
    QString shown;
    if (target == Target::Ready) {
        const auto name = connection.first<QString>(
            u"SELECT %1 FROM care_team t WHERE t.parent_station = ? AND t.triage_team_id = ?"_s.arg(
                teamName()),
            {next.parentStation, next.careTeam.value}, [](const Row &row) { return row.text(0); });
        if (!name)
            return failure(name.error());
        shown = name->value_or(QString());
    }
    const bool isReady = target == Target::Ready;
    QVariantList values{stateOf(target), text(target == Target::NeedsTeam ? reason : QString()),
                        isReady ? boundId(next.careTeam) : boundId(TriageTeamId()), text(shown),
                        isReady ? bound(next.probability) : bound(std::optional<double>())};
    values.append(rowValues(next, target));
    return connection.rows<qint64>(
        u"UPDATE renewal SET state = ?, state_reason = ?, care_team = ?, care_team_name = ?, "
        "care_team_probability = ?, version = version + 1 WHERE %1 AND %2 RETURNING id"_s.arg(
            ofPrescriber(), changing(target)),
        values, [](const Row &row) { return row.number(0); });
}

Result<qint64> pending(Connection &connection, const Correlation &next)
{
    return connection.number(
        u"SELECT count(*) FROM renewal WHERE %1 AND state NOT IN ('routed', 'closed')"_s.arg(ofPrescriber()),
        {next.parentStation, next.prescriberId.value});
}

/// How many stand where the decision wants them.
Result<qint64> there(Connection &connection, const Correlation &next, Target target)
{
    QString where = u"state = '%1'"_s.arg(stateOf(target));
    if (target == Target::Ready)
        where += u" AND care_team = ?"_s;
    return connection.number(u"SELECT count(*) FROM renewal WHERE %1 AND %2"_s.arg(ofPrescriber(), where),
                             rowValues(next, target));
}
} // namespace

Result<DecisionEffect> RenewalRepository::previewMove(const Correlation &next)
{
    const Target target = targetOf(next);
    const auto moving = m_connection.number(
        u"SELECT count(*) FROM renewal WHERE %1 AND %2"_s.arg(ofPrescriber(), changing(target)),
        rowValues(next, target));
    if (!moving)
        return failure(moving.error());
    const auto all = pending(m_connection, next);
    if (!all)
        return failure(all.error());
    const auto stayed = there(m_connection, next, target);
    if (!stayed)
        return failure(stayed.error());
    DecisionEffect effect = effectOf(target, *moving, *stayed);
    effect.unchanged = *all - *moving;
    return effect;
}

Result<DecisionEffect> RenewalRepository::move(const Correlation &next, const QString &reason)
{
    const Target target = targetOf(next);
    const auto moved = moveRows(m_connection, next, target, reason);
    if (!moved)
        return failure(moved.error());
    const auto all = pending(m_connection, next);
    if (!all)
        return failure(all.error());
    const auto arrived = there(m_connection, next, target);
    if (!arrived)
        return failure(arrived.error());
    if (const Done logged = ChangeRepository(m_connection).add(u"renewal"_s, subjects(*moved)); !logged)
        return failure(logged.error());
    DecisionEffect effect = effectOf(target, moved->size(), *arrived - moved->size());
    effect.unchanged = *all - moved->size();
    return effect;
}

Result<DecisionEffect> RenewalRepository::moveStation(const QString &parentStation)
{
    const QString ofCorrelation = u"renewal.parent_station = ? AND c.parent_station = renewal.parent_station "
                                  "AND c.prescriber_id = renewal.prescriber_id"_s;
    const auto ready = m_connection.run(
        u"UPDATE renewal SET state = 'ready_to_route', state_reason = '', care_team = c.care_team, "
        "care_team_name = %1, care_team_probability = c.probability, version = renewal.version + 1 "
        "FROM correlation c JOIN care_team t ON t.parent_station = c.parent_station "
        "AND t.triage_team_id = c.care_team WHERE %2 AND c.status IN ('auto', 'manual') "
        "AND (renewal.state IN ('needs_routing', 'external') OR (renewal.state = 'ready_to_route' "
        "AND (renewal.care_team IS NULL OR renewal.care_team <> c.care_team)))"_s.arg(teamName(),
                                                                                      ofCorrelation),
        {parentStation});
    if (!ready)
        return failure(ready.error());
    const auto external = m_connection.run(
        u"UPDATE renewal SET state = 'external', state_reason = '', care_team = NULL, care_team_name = '', "
        "care_team_probability = NULL, version = renewal.version + 1 FROM correlation c WHERE %1 "
        "AND c.status = 'external' AND renewal.state IN ('needs_routing', 'ready_to_route')"_s.arg(
            ofCorrelation),
        {parentStation});
    if (!external)
        return failure(external.error());
    const auto needsTeam = m_connection.run(
        u"UPDATE renewal SET state = 'needs_routing', state_reason = ?, care_team = NULL, care_team_name = "
        u"'', "
        "care_team_probability = NULL, version = renewal.version + 1 FROM correlation c WHERE %1 "
        "AND c.status NOT IN ('auto', 'manual', 'external') "
        "AND renewal.state IN ('ready_to_route', 'external')"_s.arg(ofCorrelation),
        {QCoreApplication::translate("store", "The link of this prescriber no longer holds"), parentStation});
    if (!needsTeam)
        return failure(needsTeam.error());
    if (*ready + *external + *needsTeam > 0) {
        if (const Done logged = ChangeRepository(m_connection).add(u"renewal"_s, u"*"_s); !logged)
            return failure(logged.error());
    }
    return DecisionEffect{*ready, *needsTeam, *external, 0};
}

} // namespace renewal::store
