// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/restlinkparts.h"

#include "models/rest/restcorrelations.h"

#include <QCoreApplication>

namespace renewal {

using namespace rest;
using namespace Qt::StringLiterals;

QJsonObject toJson(const DivisionTeam &team)
{
    return {
        {u"division"_s, team.division},
        {u"triageTeamId"_s, idJson(team.careTeam)},
        {u"name"_s, team.careTeamName},
        {u"decidedBy"_s, team.decidedBy},
    };
}

Done fromJson(const QJsonValue &value, DivisionTeam &team)
{
    ObjectReader r(value);
    team.division = r.text("division"_L1);
    team.careTeam = r.id<TriageTeamId>("triageTeamId"_L1);
    team.careTeamName = r.text("name"_L1);
    team.decidedBy = r.text("decidedBy"_L1);
    return r.done();
}

QJsonObject toJson(const PlannedLink &planned)
{
    return {
        {u"triageTeamId"_s, idJson(planned.careTeam)},
        {u"name"_s, planned.careTeamName},
        {u"validFrom"_s, instantJson(planned.validFrom)},
        {u"validTo"_s, instantJson(planned.validTo)},
        {u"decidedBy"_s, planned.decidedBy},
        {u"reason"_s, planned.reason},
        {u"note"_s, planned.note},
    };
}

Done fromJson(const QJsonValue &value, PlannedLink &planned)
{
    ObjectReader r(value);
    planned.careTeam = r.id<TriageTeamId>("triageTeamId"_L1);
    planned.careTeamName = r.text("name"_L1);
    planned.validFrom = r.instant("validFrom"_L1);
    planned.validTo = r.instant("validTo"_L1);
    planned.decidedBy = r.text("decidedBy"_L1);
    planned.reason = r.text("reason"_L1);
    planned.note = r.text("note"_L1);
    return r.done();
}

QJsonObject toJson(const MovedCase &moved)
{
    return {
        {u"prescriberId"_s, idJson(moved.prescriberId)},
        {u"prescriber"_s, moved.prescriber},
        {u"careTeam"_s, moved.careTeam},
        {u"before"_s, moved.before},
        {u"after"_s, moved.after},
        {u"isLinked"_s, moved.isLinked},
        {u"isFreed"_s, moved.isFreed},
    };
}

Done fromJson(const QJsonValue &value, MovedCase &moved)
{
    ObjectReader r(value);
    moved.prescriberId = r.id<PrescriberId>("prescriberId"_L1);
    moved.prescriber = r.text("prescriber"_L1);
    moved.careTeam = r.text("careTeam"_L1);
    moved.before = r.number("before"_L1);
    moved.after = r.number("after"_L1);
    moved.isLinked = r.boolean("isLinked"_L1);
    moved.isFreed = r.boolean("isFreed"_L1);
    return r.done();
}

QJsonObject toJson(const DivisionWork &work)
{
    return {
        {u"division"_s, work.division},
        {u"prescriptions"_s, work.prescriptions},
        {u"waiting"_s, work.waiting},
    };
}

Done fromJson(const QJsonValue &value, DivisionWork &work)
{
    ObjectReader r(value);
    work.division = r.text("division"_L1);
    work.prescriptions = r.integer("prescriptions"_L1);
    work.waiting = r.integer("waiting"_L1);
    return r.done();
}

QJsonObject toJson(const TeamChoice &choice)
{
    return {{u"team"_s, toJson(choice.team)}, {u"reason"_s, choice.reason}};
}

Done fromJson(const QJsonValue &value, TeamChoice &choice)
{
    ObjectReader r(value);
    choice.team = readOptional<CareTeam>(r, "team"_L1).value_or(CareTeam{});
    choice.reason = r.text("reason"_L1);
    return r.done();
}

void addLinkParts(QJsonObject &json, const Correlation &correlation)
{
    const LinkGrounds &grounds = correlation.grounds;
    const LinkChange &change = correlation.change;
    json.insert(u"reason"_s, correlation.reason);
    json.insert(u"grounds"_s,
                QJsonObject{{u"careTeamName"_s, grounds.careTeamName}, {u"station"_s, grounds.station}});
    json.insert(
        u"change"_s,
        QJsonObject{{u"kind"_s, change.kind}, {u"before"_s, change.before}, {u"after"_s, change.after}});
    json.insert(u"divisions"_s, listJson(correlation.divisions));
    json.insert(u"planned"_s, correlation.planned ? QJsonValue(toJson(*correlation.planned))
                                                  : QJsonValue(QJsonValue::Null));
}

void readLinkParts(ObjectReader &reader, Correlation &correlation)
{
    correlation.reason = reader.text("reason"_L1);
    const QJsonValue grounds = reader.object("grounds"_L1);
    correlation.grounds = {grounds["careTeamName"_L1].toString(), grounds["station"_L1].toString()};
    const QJsonValue change = reader.object("change"_L1);
    correlation.change = {change["kind"_L1].toString(), change["before"_L1].toString(),
                          change["after"_L1].toString()};
    correlation.divisions = readList<DivisionTeam>(reader, "divisions"_L1);
    correlation.planned = readOptional<PlannedLink>(reader, "planned"_L1);
}

void addDecisionParts(QJsonObject &json, const Decision &decision)
{
    // What is not said is not sent: an older service knows nothing of it.
    if (!decision.reason.isEmpty())
        json.insert(u"reason"_s, decision.reason);
    if (decision.validFrom.isValid())
        json.insert(u"validFrom"_s, instantJson(decision.validFrom));
    if (decision.validTo.isValid())
        json.insert(u"validTo"_s, instantJson(decision.validTo));
    if (!decision.division.isEmpty())
        json.insert(u"division"_s, decision.division);
}

void readDecisionParts(ObjectReader &reader, Decision &decision)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("Rest", text); };
    decision.reason = reader.text("reason"_L1);
    decision.validFrom = reader.instant("validFrom"_L1);
    decision.validTo = reader.instant("validTo"_L1);
    decision.division = reader.text("division"_L1).toUpper();
    if (!decision.reason.isEmpty() && !decisionReasons().contains(decision.reason))
        reader.refuse("reason"_L1, say(QT_TRANSLATE_NOOP("Rest", "There is no reason of that name.")));
    const bool dated = decision.validFrom.isValid() || decision.validTo.isValid();
    if (dated && decision.kind != DecisionKind::Link)
        reader.refuse(decision.validFrom.isValid() ? "validFrom"_L1 : "validTo"_L1,
                      say(QT_TRANSLATE_NOOP("Rest", "Only a link has dates.")));
    if (decision.validFrom.isValid() && decision.validTo.isValid() && decision.validTo <= decision.validFrom)
        reader.refuse("validTo"_L1, say(QT_TRANSLATE_NOOP("Rest", "The link would end before it begins.")));
}

} // namespace renewal
