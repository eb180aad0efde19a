// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/restdecisions.h"

#include "models/rest/restcorrelations.h"

namespace renewal {

using namespace rest;
using namespace Qt::StringLiterals;

QJsonObject toJson(const ReportedDecision &reported)
{
    return {
        {u"row"_s, reported.row},
        {u"prescriberId"_s, idJson(reported.prescriberId)},
        {u"prescriber"_s, reported.prescriber},
        {u"station"_s, reported.station},
        {u"decision"_s, reported.kind ? QJsonValue(toString(*reported.kind)) : QJsonValue(QJsonValue::Null)},
        {u"triageTeamId"_s, idJson(reported.careTeam)},
        {u"careTeam"_s, reported.careTeamName},
        {u"result"_s, toString(reported.result)},
        {u"text"_s, reported.text},
        {u"effect"_s, toJson(reported.effect)},
        {u"version"_s, reported.version},
    };
}

Done fromJson(const QJsonValue &value, ReportedDecision &reported)
{
    ObjectReader r(value);
    r.need("result"_L1);
    reported.row = r.integer("row"_L1);
    reported.prescriberId = r.id<PrescriberId>("prescriberId"_L1);
    reported.prescriber = r.text("prescriber"_L1);
    reported.station = r.text("station"_L1);
    reported.kind = r.word("decision"_L1, decisionKindFromString);
    reported.careTeam = r.id<TriageTeamId>("triageTeamId"_L1);
    reported.careTeamName = r.text("careTeam"_L1);
    reported.result = r.word("result"_L1, decisionResultFromString).value_or(DecisionResult::Refused);
    reported.text = r.text("text"_L1);
    reported.effect = readOptional<DecisionEffect>(r, "effect"_L1).value_or(DecisionEffect{});
    reported.version = r.integer("version"_L1);
    return r.done();
}

QJsonObject toJson(const DecisionsReport &report)
{
    return {
        {u"rows"_s, listJson(report.rows)},
        {u"undecided"_s, report.undecided},
    };
}

Done fromJson(const QJsonValue &value, DecisionsReport &report)
{
    ObjectReader r(value);
    r.need("rows"_L1);
    report.rows = readList<ReportedDecision>(r, "rows"_L1);
    report.undecided = r.integer("undecided"_L1);
    return r.done();
}

} // namespace renewal
