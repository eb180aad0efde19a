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

/// Renewals of a prescriber that go one way: those of one division, or all others.
struct Part
{
    Correlation next; ///< as it holds for them
    Target target = Target::NeedsTeam;
    QString where; ///< with `keys` for its places
    QVariantList keys;

    /// The keys, and the team for the places of changing().
    QVariantList values() const
    {
        QVariantList all = keys;
        if (target == Target::Ready)
            all.append(next.careTeam.value);
        return all;
    }
};

QVector<Part> partsOf(const Correlation &next)
{
    const QVariantList key{next.parentStation, next.prescriberId.value};
    QString others = u"parent_station = ? AND prescriber_id = ?"_s;
    QVariantList otherKeys = key;
    QVector<Part> parts;
    for (const DivisionTeam &one : next.divisions) {
        const Correlation own = inDivision(next, one.division);
        parts.append({own, targetOf(own), u"parent_station = ? AND prescriber_id = ? AND station = ?"_s,
                      key + QVariantList{one.division}});
        others += u" AND station <> ?"_s;
        otherKeys.append(one.division);
    }
    parts.append({next, targetOf(next), others, otherKeys});
    return parts;
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

Result<QVector<qint64>> moveRows(Connection &connection, const Part &part, const QString &reason)
{
    const Correlation &next = part.next;
    const bool isReady = part.target == Target::Ready;
    QString shown;
    if (isReady) {
        const auto name = connection.first<QString>(
            u"SELECT %1 FROM care_team t WHERE t.parent_station = ? AND t.triage_team_id = ?"_s.arg(
                teamName()),
            {next.parentStation, next.careTeam.value}, [](const Row &row) { return row.text(0); });
        if (!name)
            return failure(name.error());
        shown = name->value_or(QString());
    }
    QVariantList values{stateOf(part.target), text(part.target == Target::NeedsTeam ? reason : QString()),
                        isReady ? boundId(next.careTeam) : boundId(TriageTeamId()), text(shown),
                        isReady ? bound(next.probability) : bound(std::optional<double>())};
    values.append(part.values());
    return connection.rows<qint64>(
        u"UPDATE renewal SET state = ?, state_reason = ?, care_team = ?, care_team_name = ?, "
        "care_team_probability = ?, version = version + 1 WHERE %1 AND %2 RETURNING id"_s.arg(
            part.where, changing(part.target)),
        values, [](const Row &row) { return row.number(0); });
}

Result<qint64> counted(Connection &connection, const Part &part, const QString &term,
                       const QVariantList &values)
{
    return connection.number(u"SELECT count(*) FROM renewal WHERE %1 AND %2"_s.arg(part.where, term), values);
}

/// How many stand where the decision wants them.
Result<qint64> there(Connection &connection, const Part &part)
{
    QString term = u"state = '%1'"_s.arg(stateOf(part.target));
    if (part.target == Target::Ready)
        term += u" AND care_team = ?"_s;
    return counted(connection, part, term, part.values());
}

/// `moved` of the part go where it wants them, `stayed` stand there already.
Done addEffect(Connection &connection, const Part &part, qint64 moved, qint64 stayed, DecisionEffect &sum)
{
    const auto all = counted(connection, part, u"state NOT IN ('routed', 'closed')"_s, part.keys);
    if (!all)
        return failure(all.error());
    const DecisionEffect effect = effectOf(part.target, moved, stayed);
    sum.becomeReady += effect.becomeReady;
    sum.becomeNeedsTeam += effect.becomeNeedsTeam;
    sum.becomeExternal += effect.becomeExternal;
    sum.stayReady += effect.stayReady;
    sum.stayNeedsTeam += effect.stayNeedsTeam;
    sum.stayExternal += effect.stayExternal;
    sum.unchanged += *all - moved;
    return ok();
}
} // namespace

Result<DecisionEffect> RenewalRepository::previewMove(const Correlation &next)
{
    DecisionEffect effect;
    for (const Part &part : partsOf(next)) {
        const auto moving = counted(m_connection, part, changing(part.target), part.values());
        if (!moving)
            return failure(moving.error());
        const auto stayed = there(m_connection, part);
        if (!stayed)
            return failure(stayed.error());
        if (const Done added = addEffect(m_connection, part, *moving, *stayed, effect); !added)
            return failure(added.error());
    }
    return effect;
}

Result<DecisionEffect> RenewalRepository::move(const Correlation &next, const QString &reason)
{
    DecisionEffect effect;
    for (const Part &part : partsOf(next)) {
        const auto moved = moveRows(m_connection, part, reason);
        if (!moved)
            return failure(moved.error());
        const auto arrived = there(m_connection, part);
        if (!arrived)
            return failure(arrived.error());
        if (const Done added = addEffect(m_connection, part, moved->size(), *arrived - moved->size(), effect);
            !added)
            return failure(added.error());
        if (const Done logged = ChangeRepository(m_connection).add(u"renewal"_s, subjects(*moved)); !logged)
            return failure(logged.error());
    }
    return effect;
}

/// Those whose division has a word of its own.
Result<DecisionEffect> RenewalRepository::moveDivisions(const QString &parentStation)
{
    const QString ofDivision =
        u"renewal.parent_station = ? AND d.parent_station = renewal.parent_station "
        "AND d.prescriber_id = renewal.prescriber_id AND d.division = renewal.station"_s;
    const auto ready = m_connection.run(
        u"UPDATE renewal SET state = 'ready_to_route', state_reason = '', care_team = d.care_team, "
        "care_team_name = %1, care_team_probability = NULL, version = renewal.version + 1 "
        "FROM correlation_division d JOIN care_team t ON t.parent_station = d.parent_station "
        "AND t.triage_team_id = d.care_team WHERE %2 AND (renewal.state IN ('needs_routing', 'external') "
        "OR (renewal.state = 'ready_to_route' AND (renewal.care_team IS NULL "
        "OR renewal.care_team <> d.care_team)))"_s.arg(teamName(), ofDivision),
        {parentStation});
    if (!ready)
        return failure(ready.error());
    const auto needsTeam = m_connection.run(
        u"UPDATE renewal SET state = 'needs_routing', state_reason = ?, care_team = NULL, "
        "care_team_name = '', care_team_probability = NULL, version = renewal.version + 1 "
        "FROM correlation_division d WHERE %1 AND d.care_team IS NULL "
        "AND renewal.state IN ('ready_to_route', 'external')"_s.arg(ofDivision),
        {QCoreApplication::translate("store", "The link of this division no longer holds"), parentStation});
    if (!needsTeam)
        return failure(needsTeam.error());
    return DecisionEffect{*ready, *needsTeam, 0, 0};
}

Result<DecisionEffect> RenewalRepository::moveStation(const QString &parentStation)
{
    const QString ofCorrelation = u"renewal.parent_station = ? AND c.parent_station = renewal.parent_station "
                                  "AND c.prescriber_id = renewal.prescriber_id AND NOT EXISTS (SELECT 1 FROM "
                                  "correlation_division d WHERE d.parent_station = renewal.parent_station "
                                  "AND d.prescriber_id = renewal.prescriber_id "
                                  "AND d.division = renewal.station)"_s;
    const auto divided = moveDivisions(parentStation);
    if (!divided)
        return divided;
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
    if (*ready + *external + *needsTeam + divided->becomeReady + divided->becomeNeedsTeam > 0) {
        if (const Done logged = ChangeRepository(m_connection).add(u"renewal"_s, u"*"_s); !logged)
            return failure(logged.error());
    }
    return DecisionEffect{*ready + divided->becomeReady, *needsTeam + divided->becomeNeedsTeam, *external, 0};
}

} // namespace renewal::store
