// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/restquality.h"

#include "models/rest/restcorrelations.h"

#include <QCoreApplication>

namespace renewal {

using namespace Qt::StringLiterals;
using namespace rest;

namespace {
constexpr qsizetype longestNote = 2000;
}

QJsonObject toJson(const ReviewSample &sample)
{
    return {
        {u"id"_s, sample.id},           {u"drawnAt"_s, instantJson(sample.drawnAt)},
        {u"drawnBy"_s, sample.drawnBy}, {u"wanted"_s, sample.wanted},
        {u"drawn"_s, sample.drawn},     {u"engineVersion"_s, sample.engineVersion},
    };
}

Done fromJson(const QJsonValue &value, ReviewSample &sample)
{
    ObjectReader r(value);
    sample.id = r.integer("id"_L1);
    sample.drawnAt = r.instant("drawnAt"_L1);
    sample.drawnBy = r.text("drawnBy"_L1);
    sample.wanted = static_cast<int>(r.integer("wanted"_L1));
    sample.drawn = r.integer("drawn"_L1);
    sample.engineVersion = r.text("engineVersion"_L1);
    return r.done();
}

QJsonObject toJson(const OpenReview &review)
{
    return {
        {u"id"_s, idJson(review.id)},
        {u"prescriber"_s, toJson(review.prescriber)},
    };
}

Done fromJson(const QJsonValue &value, OpenReview &review)
{
    ObjectReader r(value);
    review.id = r.id<ReviewCaseId>("id"_L1);
    review.prescriber = readOptional<Prescriber>(r, "prescriber"_L1).value_or(Prescriber{});
    return r.done();
}

QJsonObject toJson(const BlindCase &blind)
{
    QJsonObject shared;
    for (auto team = blind.sharedPatients.cbegin(); team != blind.sharedPatients.cend(); ++team)
        shared.insert(QString::number(team.key()), team.value());
    return {
        {u"review"_s, toJson(blind.review)},
        {u"patients"_s, blind.patients},
        {u"careTeams"_s, listJson(blind.careTeams)},
        {u"sharedPatients"_s, shared},
    };
}

Done fromJson(const QJsonValue &value, BlindCase &blind)
{
    ObjectReader r(value);
    blind.review = readOptional<OpenReview>(r, "review"_L1).value_or(OpenReview{});
    blind.patients = r.integer("patients"_L1);
    blind.careTeams = readList<CareTeam>(r, "careTeams"_L1);
    const QJsonObject shared = value["sharedPatients"_L1].toObject();
    for (auto team = shared.begin(); team != shared.end(); ++team)
        blind.sharedPatients.insert(team.key().toLongLong(), team.value().toInteger());
    return r.done();
}

QJsonObject toJson(const ReviewAnswer &answer)
{
    return {
        {u"verdict"_s, toString(answer.verdict)},
        {u"triageTeamId"_s, idJson(answer.careTeam)},
        {u"note"_s, answer.note},
    };
}

QVector<FieldError> readReviewAnswer(const QJsonValue &value, ReviewAnswer &answer)
{
    ObjectReader r(value);
    r.need("verdict"_L1);
    answer.verdict = r.word("verdict"_L1, reviewVerdictFromString).value_or(ReviewVerdict::Unsure);
    answer.careTeam = r.id<TriageTeamId>("triageTeamId"_L1);
    answer.note = r.text("note"_L1);
    if (answer.verdict == ReviewVerdict::Team && r.errors().isEmpty()) {
        r.need("triageTeamId"_L1);
        if (r.errors().isEmpty() && !answer.careTeam.isValid())
            r.refuse("triageTeamId"_L1,
                     QCoreApplication::translate("Rest", "Choose the care team that is right."));
    }
    if (answer.note.size() > longestNote)
        r.refuse("note"_L1, QCoreApplication::translate("Rest", "The note is longer than 2,000 characters."));
    return r.errors();
}

QVector<FieldError> readThreshold(const QJsonValue &value, MatchingThreshold &threshold)
{
    ObjectReader r(value);
    r.need("probability"_L1);
    r.need("marginBits"_L1);
    r.need("reason"_L1);
    threshold.probability = r.number("probability"_L1);
    threshold.marginBits = r.number("marginBits"_L1);
    threshold.reason = r.text("reason"_L1);
    return r.errors();
}

QJsonObject toJson(const ReviewOutcome &outcome)
{
    return {
        {u"linkEnded"_s, outcome.linkEnded},
        {u"open"_s, outcome.open},
        {u"endedTeam"_s, outcome.endedTeam},
        {u"needRouting"_s, outcome.needRouting},
    };
}

Done fromJson(const QJsonValue &value, ReviewOutcome &outcome)
{
    ObjectReader r(value);
    outcome.linkEnded = r.boolean("linkEnded"_L1);
    outcome.open = r.integer("open"_L1);
    outcome.endedTeam = r.text("endedTeam"_L1);
    outcome.needRouting = r.integer("needRouting"_L1);
    return r.done();
}

QJsonObject toJson(const EstimatedShare &share)
{
    return {
        {u"reviewed"_s, share.reviewed}, {u"right"_s, share.right},        {u"estimate"_s, share.estimate},
        {u"low"_s, share.interval.low},  {u"high"_s, share.interval.high},
    };
}

Done fromJson(const QJsonValue &value, EstimatedShare &share)
{
    ObjectReader r(value);
    share.reviewed = r.integer("reviewed"_L1);
    share.right = r.integer("right"_L1);
    share.estimate = r.number("estimate"_L1);
    share.interval.low = r.number("low"_L1);
    share.interval.high = r.number("high"_L1);
    return r.done();
}

QJsonObject toJson(const CalibrationBin &bin)
{
    return {
        {u"low"_s, bin.low},
        {u"high"_s, bin.high},
        {u"predicted"_s, bin.predicted},
        {u"found"_s, toJson(bin.found)},
    };
}

Done fromJson(const QJsonValue &value, CalibrationBin &bin)
{
    ObjectReader r(value);
    bin.low = r.number("low"_L1);
    bin.high = r.number("high"_L1);
    bin.predicted = r.number("predicted"_L1);
    bin.found = readOptional<EstimatedShare>(r, "found"_L1).value_or(EstimatedShare{});
    return r.done();
}

QJsonObject toJson(const ThresholdPoint &point)
{
    return {
        {u"threshold"_s, point.threshold},
        {u"precision"_s, toJson(point.precision)},
        {u"coverage"_s, point.coverage},
    };
}

Done fromJson(const QJsonValue &value, ThresholdPoint &point)
{
    ObjectReader r(value);
    point.threshold = r.number("threshold"_L1);
    point.precision = readOptional<EstimatedShare>(r, "precision"_L1).value_or(EstimatedShare{});
    point.coverage = r.number("coverage"_L1);
    return r.done();
}

QJsonObject toJson(const QualityPart &part)
{
    return {
        {u"key"_s, part.key},
        {u"links"_s, part.links},
        {u"prescribers"_s, part.prescribers},
        {u"precision"_s, toJson(part.precision)},
    };
}

Done fromJson(const QJsonValue &value, QualityPart &part)
{
    ObjectReader r(value);
    part.key = r.text("key"_L1);
    part.links = r.integer("links"_L1);
    part.prescribers = r.integer("prescribers"_L1);
    part.precision = readOptional<EstimatedShare>(r, "precision"_L1).value_or(EstimatedShare{});
    return r.done();
}

QJsonObject toJson(const QualityReport &report)
{
    return {
        {u"sample"_s, report.sample},
        {u"drawnAt"_s, instantJson(report.drawnAt)},
        {u"drawnBy"_s, report.drawnBy},
        {u"engineVersion"_s, report.engineVersion},
        {u"drawn"_s, report.drawn},
        {u"open"_s, report.open},
        {u"precision"_s, toJson(report.precision)},
        {u"coverage"_s, report.coverage},
        {u"coverageLow"_s, report.coverageInterval.low},
        {u"coverageHigh"_s, report.coverageInterval.high},
        {u"calibrationError"_s, report.calibrationError},
        {u"brier"_s, report.brier},
        {u"calibration"_s, listJson(report.calibration)},
        {u"thresholds"_s, listJson(report.thresholds)},
        {u"stations"_s, listJson(report.stations)},
        {u"systems"_s, listJson(report.systems)},
        {u"months"_s, listJson(report.months)},
    };
}

Done fromJson(const QJsonValue &value, QualityReport &report)
{
    ObjectReader r(value);
    report.sample = r.integer("sample"_L1);
    report.drawnAt = r.instant("drawnAt"_L1);
    report.drawnBy = r.text("drawnBy"_L1);
    report.engineVersion = r.text("engineVersion"_L1);
    report.drawn = r.integer("drawn"_L1);
    report.open = r.integer("open"_L1);
    report.precision = readOptional<EstimatedShare>(r, "precision"_L1).value_or(EstimatedShare{});
    report.coverage = r.number("coverage"_L1);
    report.coverageInterval.low = r.number("coverageLow"_L1);
    report.coverageInterval.high = r.number("coverageHigh"_L1);
    report.calibrationError = r.number("calibrationError"_L1);
    report.brier = r.number("brier"_L1);
    report.calibration = readList<CalibrationBin>(r, "calibration"_L1);
    report.thresholds = readList<ThresholdPoint>(r, "thresholds"_L1);
    report.stations = readList<QualityPart>(r, "stations"_L1);
    report.systems = readList<QualityPart>(r, "systems"_L1);
    report.months = readList<QualityPart>(r, "months"_L1);
    return r.done();
}

QJsonObject toJson(const MatchingThreshold &threshold)
{
    return {
        {u"version"_s, threshold.version},          {u"probability"_s, threshold.probability},
        {u"marginBits"_s, threshold.marginBits},    {u"setBy"_s, threshold.setBy},
        {u"setAt"_s, instantJson(threshold.setAt)}, {u"reason"_s, threshold.reason},
    };
}

Done fromJson(const QJsonValue &value, MatchingThreshold &threshold)
{
    ObjectReader r(value);
    threshold.version = r.integer("version"_L1);
    threshold.probability = r.number("probability"_L1);
    threshold.marginBits = r.number("marginBits"_L1);
    threshold.setBy = r.text("setBy"_L1);
    threshold.setAt = r.instant("setAt"_L1);
    threshold.reason = r.text("reason"_L1);
    return r.done();
}

QJsonObject toJson(const ThresholdEffect &effect)
{
    return {
        {u"station"_s, effect.parentStation},
        {u"links"_s, effect.links},
        {u"added"_s, effect.added},
        {u"ended"_s, effect.ended},
    };
}

Done fromJson(const QJsonValue &value, ThresholdEffect &effect)
{
    ObjectReader r(value);
    effect.parentStation = r.text("station"_L1);
    effect.links = r.integer("links"_L1);
    effect.added = r.integer("added"_L1);
    effect.ended = r.integer("ended"_L1);
    return r.done();
}

QJsonObject toJson(const ThresholdPreview &preview)
{
    return {
        {u"present"_s, toJson(preview.present)},
        {u"stations"_s, listJson(preview.stations)},
        {u"links"_s, preview.links},
        {u"added"_s, preview.added},
        {u"ended"_s, preview.ended},
        {u"precision"_s, toJson(preview.precision)},
        {u"coverage"_s, preview.coverage},
    };
}

Done fromJson(const QJsonValue &value, ThresholdPreview &preview)
{
    ObjectReader r(value);
    preview.present = readOptional<MatchingThreshold>(r, "present"_L1).value_or(MatchingThreshold{});
    preview.stations = readList<ThresholdEffect>(r, "stations"_L1);
    preview.links = r.integer("links"_L1);
    preview.added = r.integer("added"_L1);
    preview.ended = r.integer("ended"_L1);
    preview.precision = readOptional<EstimatedShare>(r, "precision"_L1).value_or(EstimatedShare{});
    preview.coverage = r.number("coverage"_L1);
    return r.done();
}

} // namespace renewal
