// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/restrolloutreport.h"

namespace renewal {

using namespace rest;
using namespace Qt::StringLiterals;

QJsonObject toJson(const CriterionResult &criterion)
{
    return {
        {u"key"_s, criterion.key},
        {u"title"_s, criterion.title},
        {u"atMost"_s, criterion.atMost},
        {u"limit"_s, criterion.limit},
        {u"unit"_s, criterion.unit},
        {u"metric"_s, criterion.metric},
        {u"now"_s, optionalJson(criterion.now)},
        {u"numerator"_s, optionalJson(criterion.numerator)},
        {u"denominator"_s, optionalJson(criterion.denominator)},
        {u"comparedWith"_s, criterion.comparedWith},
        {u"baseline"_s, optionalJson(criterion.baseline)},
        {u"verdict"_s, toString(criterion.verdict)},
        {u"sentence"_s, criterion.sentence},
        {u"daysToGo"_s, optionalJson(criterion.daysToGo)},
        {u"lower"_s, optionalJson(criterion.lower)},
        {u"upper"_s, optionalJson(criterion.upper)},
        {u"wouldBeSeen"_s, optionalJson(criterion.wouldBeSeen)},
    };
}

Done fromJson(const QJsonValue &value, CriterionResult &criterion)
{
    ObjectReader r(value);
    criterion.key = r.text("key"_L1);
    criterion.title = r.text("title"_L1);
    criterion.atMost = r.boolean("atMost"_L1);
    criterion.limit = r.number("limit"_L1);
    criterion.unit = r.text("unit"_L1);
    criterion.metric = r.text("metric"_L1);
    criterion.now = r.optionalNumber("now"_L1);
    criterion.numerator = r.optionalNumber("numerator"_L1);
    criterion.denominator = r.optionalNumber("denominator"_L1);
    criterion.comparedWith = r.text("comparedWith"_L1);
    criterion.baseline = r.optionalNumber("baseline"_L1);
    criterion.verdict =
        r.word("verdict"_L1, criterionVerdictFromString).value_or(CriterionVerdict::TooLittleData);
    criterion.sentence = r.text("sentence"_L1);
    if (const auto days = r.optionalInteger("daysToGo"_L1))
        criterion.daysToGo = int(*days);
    criterion.lower = r.optionalNumber("lower"_L1);
    criterion.upper = r.optionalNumber("upper"_L1);
    criterion.wouldBeSeen = r.optionalNumber("wouldBeSeen"_L1);
    return r.done();
}

QJsonObject toJson(const FunnelStep &step)
{
    return {{u"key"_s, step.key}, {u"title"_s, step.title}, {u"count"_s, step.count}};
}

Done fromJson(const QJsonValue &value, FunnelStep &step)
{
    ObjectReader r(value);
    step.key = r.text("key"_L1);
    step.title = r.text("title"_L1);
    step.count = r.integer("count"_L1);
    return r.done();
}

QJsonObject toJson(const SignOff &signOff)
{
    return {
        {u"discipline"_s, signOff.discipline}, {u"stage"_s, signOff.stage},
        {u"given"_s, signOff.given},           {u"by"_s, signOff.by},
        {u"at"_s, instantJson(signOff.at)},    {u"note"_s, signOff.note},
    };
}

Done fromJson(const QJsonValue &value, SignOff &signOff)
{
    ObjectReader r(value);
    signOff.discipline = r.text("discipline"_L1);
    signOff.stage = r.text("stage"_L1);
    signOff.given = r.boolean("given"_L1);
    signOff.by = r.text("by"_L1);
    signOff.at = r.instant("at"_L1);
    signOff.note = r.text("note"_L1);
    return r.done();
}

QJsonObject toJson(const RolloutNotice &notice)
{
    return {
        {u"text"_s, notice.text},     {u"station"_s, notice.station},          {u"ehr"_s, notice.ehr},
        {u"metric"_s, notice.metric}, {u"since"_s, instantJson(notice.since)},
    };
}

Done fromJson(const QJsonValue &value, RolloutNotice &notice)
{
    ObjectReader r(value);
    notice.text = r.text("text"_L1);
    notice.station = r.text("station"_L1);
    notice.ehr = r.text("ehr"_L1);
    notice.metric = r.text("metric"_L1);
    notice.since = r.instant("since"_L1);
    return r.done();
}

QJsonObject toJson(const StageSummary &summary)
{
    return {
        {u"uniqueUsers"_s, optionalJson(summary.uniqueUsers)},
        {u"messagesSent"_s, optionalJson(summary.messagesSent)},
        {u"errors"_s, optionalJson(summary.errors)},
        {u"errorsByType"_s, summary.errorsByType},
        {u"downstream"_s, summary.downstream},
    };
}

Done fromJson(const QJsonValue &value, StageSummary &summary)
{
    ObjectReader r(value);
    summary.uniqueUsers = r.optionalInteger("uniqueUsers"_L1);
    summary.messagesSent = r.optionalInteger("messagesSent"_L1);
    summary.errors = r.optionalInteger("errors"_L1);
    summary.errorsByType = r.text("errorsByType"_L1);
    summary.downstream = r.text("downstream"_L1);
    return r.done();
}

QJsonObject toJson(const Incident &incident)
{
    return {
        {u"at"_s, instantJson(incident.at)},
        {u"severity"_s, incident.severity},
        {u"text"_s, incident.text},
        {u"resolution"_s, incident.resolution},
    };
}

Done fromJson(const QJsonValue &value, Incident &incident)
{
    ObjectReader r(value);
    incident.at = r.instant("at"_L1);
    incident.severity = r.text("severity"_L1);
    incident.text = r.text("text"_L1);
    incident.resolution = r.text("resolution"_L1);
    return r.done();
}

} // namespace renewal
