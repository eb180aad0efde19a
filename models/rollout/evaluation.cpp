// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rollout/evaluation.h"

#include "models/rollout/figures.h"
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

bool isMet(const CriterionResult &result, double limit)
{
    const double slack = tolerance * std::max(1.0, std::abs(limit));
    return result.atMost ? *result.now <= limit + slack : *result.now >= limit - slack;
}

/// How many more days until enough was observed, should it go on as it did; unset when nothing arrives.
std::optional<int> daysToGo(double have, double needed, double secondsSoFar)
{
    if (have <= 0 || secondsSoFar <= 0 || have >= needed)
        return std::nullopt;
    const double days = (needed - have) / have * secondsSoFar / 86'400;
    return days > 999 ? std::nullopt : std::optional(std::max(1, int(std::ceil(days - tolerance))));
}

QString tooLittle(const Criterion &criterion, const CriterionResult &result)
{
    const double have = result.denominator.value_or(0);
    if (!result.denominator)
        return Texts::tr("There is no figure for this stage yet.");
    if (have >= criterion.minimum)
        return Texts::tr("There is too little from before the rollout to compare with.");
    QString text = criterion.progress.arg(countText(have), countText(criterion.minimum));
    if (result.daysToGo)
        text += u' ' + Texts::tr("About %n more day(s) at this pace.", nullptr, *result.daysToGo);
    return text;
}

QString fact(const Criterion &criterion, const CriterionResult &result, double limit, const Observed *before)
{
    QString text = criterion.fact;
    text.replace(u"%1"_s, countText(result.numerator.value_or(0)))
        .replace(u"%2"_s, countText(*result.denominator))
        .replace(u"%3"_s, valueText(*result.now, criterion.unit, limit))
        .replace(u"%4"_s, valueText(limit, criterion.unit, limit))
        .replace(u"%5"_s, countText(before ? before->of : 0));
    if (before)
        return text;
    const QString bound = limitText(limit, criterion.unit);
    return text + u' ' +
           (criterion.atMost ? Texts::tr("At most %1 is allowed.").arg(bound)
                             : Texts::tr("At least %1 is needed.").arg(bound));
}

/// Fills in value and counts; true when they suffice for a verdict.
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
    return observed->of > 0 && observed->of >= criterion.minimum;
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

CriterionResult evaluateOne(const Criterion &criterion, const StageData &stage, const StageData &before,
                            double secondsSoFar)
{
    CriterionResult result = blank(criterion);
    bool enough = measure(criterion, stage, result);
    double limit = criterion.limit;
    std::optional<Observed> earlier;
    if (criterion.measure == Measure::ComparedMean) {
        earlier = observe(criterion, before);
        enough = enough && earlier && earlier->of > 0 && earlier->of >= criterion.minimumBefore;
        if (earlier && earlier->of > 0) {
            limit = valueOf(criterion, *earlier);
            result.baseline = limit;
            result.limit = limit;
        }
    }
    if (!enough) {
        result.daysToGo = daysToGo(result.denominator.value_or(0), criterion.minimum, secondsSoFar);
        result.sentence = tooLittle(criterion, result);
        return result;
    }
    result.verdict = isMet(result, limit) ? CriterionVerdict::Met : CriterionVerdict::NotMet;
    result.sentence = fact(criterion, result, limit, earlier ? &*earlier : nullptr);
    return result;
}

/// The queue knows nothing of stages, so its figures are told apart from the series'.
CriterionResult fromQueue(const Criterion &criterion, const OwnFigures &own)
{
    CriterionResult result = blank(criterion);
    result.metric.clear();
    result.numerator = double(own.withCareTeam);
    result.denominator = double(own.renewals);
    result.now = 100.0 * double(own.withCareTeam) / double(own.renewals);
    if (double(own.renewals) < criterion.minimum) {
        result.sentence = tooLittle(criterion, result);
        return result;
    }
    result.verdict = isMet(result, criterion.limit) ? CriterionVerdict::Met : CriterionVerdict::NotMet;
    result.sentence = Texts::tr("No metric tells it; of the renewals in the queue %1 of %2 have a care team.")
                          .arg(countText(*result.numerator), countText(*result.denominator));
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
        CriterionResult result = evaluateOne(criterion, stage, before, seconds);
        if (!result.denominator && criterion.key == u"renewals_with_care_team" && own.renewals > 0)
            result = fromQueue(criterion, own);
        results.append(result);
    }
    return results;
}

} // namespace renewal::rollout
