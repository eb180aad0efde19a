// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rollout/evaluation.h"

#include "models/rollout/figures.h"
#include "models/rollout/judgement.h"
#include "models/rollout/stagedata.h"

#include <QCoreApplication>

#include <cmath>

namespace renewal::rollout {

using namespace Qt::StringLiterals;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(rollout)
};

/// Sums of whole numbers and of their products with hundredths: what is closer is equal.
constexpr double tolerance = 1e-9;

std::optional<Observed> observe(const Criterion &criterion, const StageData &data)
{
    if (criterion.measure != Measure::Share)
        return data.weighted(criterion.counted.first(), criterion.of.first());
    auto sums = data.sums(criterion.counted, criterion.of);
    if (!sums)
        return data.fromShares(criterion.metric);
    if (criterion.complement)
        sums->counted = sums->of - sums->counted;
    return sums;
}

double valueOf(const Criterion &criterion, const Observed &observed)
{
    const double scale = criterion.measure == Measure::Share ? 100.0 : 1.0;
    return observed.of > 0 ? observed.counted * scale / observed.of : 0.0;
}

/// How many more days until enough was observed, should it go on as it did; unset when nothing arrives.
std::optional<int> daysToGo(double have, double needed, double secondsSoFar)
{
    if (have <= 0 || secondsSoFar <= 0 || have >= needed)
        return std::nullopt;
    const double days = (needed - have) / have * secondsSoFar / 86'400;
    return days > 999 ? std::nullopt : std::optional(std::max(1, int(std::ceil(days - tolerance))));
}

QString fact(const Criterion &criterion, const CriterionResult &result, const Observed *before)
{
    const double limit = result.baseline.value_or(result.limit);
    QString text = criterion.fact;
    text.replace(u"%1"_s, countText(result.numerator.value_or(0)))
        .replace(u"%2"_s, countText(*result.denominator))
        .replace(u"%3"_s, valueText(*result.now, criterion.unit, limit))
        .replace(u"%4"_s, valueText(limit, criterion.unit, limit))
        .replace(u"%5"_s, countText(before ? before->of : 0));
    if (before) {
        return text + u' ' +
               Texts::tr("A drop of %1 is no worse.").arg(limitText(criterion.tolerated, criterion.unit));
    }
    const QString bound = limitText(result.limit, criterion.unit);
    return text + u' ' +
           (criterion.atMost ? Texts::tr("At most %1 is allowed.").arg(bound)
                             : Texts::tr("At least %1 is needed.").arg(bound));
}

/// What is missing for a verdict, and when it will be there.
QString missing(const Criterion &criterion, const CriterionResult &result, const Judgement &judgement)
{
    if (!judgement.needed)
        return u' ' + Texts::tr("It is too near to the limit to tell.");
    QString text = u' ' + criterion.progress.arg(countText(*judgement.needed));
    if (result.daysToGo)
        text += u' ' + Texts::tr("About %n more day(s) at this pace.", nullptr, *result.daysToGo);
    return text;
}

/// What a stage of this size can find at all: a verdict without it says more than it knows.
QString found(const Criterion &criterion, const CriterionResult &result)
{
    if (!result.wouldBeSeen || criterion.measure == Measure::ComparedMean)
        return {};
    const QString value = valueText(*result.wouldBeSeen, criterion.unit, result.limit);
    return u' ' + (criterion.atMost ? Texts::tr("%1 or more would have been seen.", "a value").arg(value)
                                    : Texts::tr("%1 or less would have been seen.", "a value").arg(value));
}

void take(const Judgement &judgement, CriterionResult &result)
{
    result.verdict = judgement.verdict;
    result.lower = judgement.lower;
    result.upper = judgement.upper;
    result.wouldBeSeen = judgement.wouldBeSeen;
}

CriterionResult blank(const Criterion &criterion)
{
    CriterionResult result;
    result.key = criterion.key;
    result.title = criterion.title;
    result.atMost = criterion.atMost;
    result.limit = criterion.limit;
    result.unit = criterion.unit;
    result.metric = criterion.metric;
    if (criterion.measure == Measure::ComparedMean)
        result.comparedWith = Texts::tr("before the rollout");
    return result;
}

/// Value and counts; false when there is nothing to judge.
bool measure(const Criterion &criterion, const StageData &stage, CriterionResult &result)
{
    const auto observed = observe(criterion, stage);
    if (!observed)
        return false;
    result.denominator = observed->of;
    if (criterion.measure == Measure::Share)
        result.numerator = observed->counted;
    if (observed->of > 0)
        result.now = valueOf(criterion, *observed);
    return observed->of > 0;
}

Judgement judge(const Criterion &criterion, double alpha, const StageData &stage, const StageData &before,
                const CriterionResult &result)
{
    if (criterion.measure == Measure::Share)
        return judgeShare(criterion, alpha, {result.numerator.value_or(0), *result.denominator});
    const auto hours = [&](const StageData &data) {
        return data.hours(criterion.counted.first(), criterion.of.first());
    };
    return criterion.measure == Measure::Mean
               ? judgeMean(criterion, alpha, hours(stage))
               : judgeComparison(criterion, alpha, hours(stage), hours(before));
}

CriterionResult evaluateOne(const Criterion &criterion, const StageData &stage, const StageData &before,
                            double alpha, double secondsSoFar)
{
    CriterionResult result = blank(criterion);
    std::optional<Observed> earlier;
    if (criterion.measure == Measure::ComparedMean) {
        earlier = observe(criterion, before);
        if (earlier && earlier->of > 0) {
            result.baseline = valueOf(criterion, *earlier);
            result.limit = *result.baseline;
        }
    }
    if (!measure(criterion, stage, result)) {
        result.sentence = Texts::tr("There is no figure for this stage yet.");
        return result;
    }
    if (criterion.measure == Measure::ComparedMean && (!earlier || earlier->of < criterion.minimumBefore)) {
        result.sentence = Texts::tr("There is too little from before the rollout to compare with.");
        return result;
    }
    const Judgement judgement = judge(criterion, alpha, stage, before, result);
    take(judgement, result);
    result.sentence = fact(criterion, result, earlier ? &*earlier : nullptr);
    if (result.verdict == CriterionVerdict::TooLittleData) {
        result.daysToGo = daysToGo(*result.denominator, judgement.needed.value_or(0), secondsSoFar);
        result.sentence += missing(criterion, result, judgement);
    }
    result.sentence += found(criterion, result);
    return result;
}

/// The queue knows nothing of stages, so its figures are told apart from the series'.
CriterionResult fromQueue(const Criterion &criterion, double alpha, const OwnFigures &own)
{
    CriterionResult result = blank(criterion);
    result.metric.clear();
    result.numerator = double(own.withCareTeam);
    result.denominator = double(own.renewals);
    result.now = 100.0 * double(own.withCareTeam) / double(own.renewals);
    const Judgement judgement = judgeShare(criterion, alpha, {*result.numerator, *result.denominator});
    take(judgement, result);
    result.sentence = Texts::tr("No metric tells it; of the renewals in the queue %1 of %2 have a care team.")
                          .arg(countText(*result.numerator), countText(*result.denominator));
    if (result.verdict == CriterionVerdict::TooLittleData)
        result.sentence += missing(criterion, result, judgement);
    return result;
}
} // namespace

QVector<CriterionResult> evaluate(const QVector<Criterion> &criteria, const QVector<MetricSeries> &series,
                                  const StageClock &clock, const QDateTime &now, const OwnFigures &own)
{
    QVector<CriterionResult> results;
    if (clock.present < 0)
        return results;
    const StageData stage(series, clock.start, now, now);
    const StageData before(series, {}, clock.rolloutStart, now);
    const double seconds = double(clock.start.secsTo(now));
    for (const Criterion &criterion : criteria) {
        const double alpha = alphaOf(criterion, clock.stages);
        CriterionResult result = evaluateOne(criterion, stage, before, alpha, seconds);
        if (!result.denominator && criterion.key == u"renewals_with_care_team" && own.renewals > 0)
            result = fromQueue(criterion, alpha, own);
        results.append(result);
    }
    return results;
}

} // namespace renewal::rollout
