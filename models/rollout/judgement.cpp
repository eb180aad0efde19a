// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rollout/judgement.h"

#include "models/sequential/meansequence.h"
#include "models/sequential/proportionsequence.h"

#include <algorithm>
#include <cmath>

namespace renewal::rollout {

namespace {
constexpr double normalOf80 = 0.841621233572914; ///< the quantile of 80 %
/// No stage lasts a thousand times as long as it did so far.
constexpr double mostTimes = 1'000;
constexpr double plannedHours = 72;
constexpr double plannedAnswers = 500;
/// So many days are needed to learn the spread of answers from their daily means.
constexpr int enoughDays = 10;

struct Mean
{
    double value = 0;
    double weight = 0;
};

Mean meanOf(const QVector<Observed> &parts)
{
    Mean mean;
    for (const Observed &part : parts) {
        mean.value += part.counted * part.of;
        mean.weight += part.of;
    }
    if (mean.weight > 0)
        mean.value /= mean.weight;
    return mean;
}

/// A range whose good side is above or below `limit`.
CriterionVerdict verdictOf(const sequential::Range &range, bool atMost, double limit)
{
    const bool isAbove = range.lower > limit;
    const bool isBelow = range.upper < limit;
    if (!isAbove && !isBelow)
        return CriterionVerdict::TooLittleData;
    return isBelow == atMost ? CriterionVerdict::Met : CriterionVerdict::NotMet;
}

/// The share that would have led to `count` or more of n with a chance of 80 %: nearly normal.
double shareFound(double count, double n)
{
    const double x = count - 0.5;
    return sequential::turningPoint(std::min(x / n, 1.0), 1, [&](double p) {
        return n * p - normalOf80 * std::sqrt(n * p * (1 - p)) > x;
    });
}

/// How much each hour resembles the one before it: at least by a half, since hours of a day do even where a
/// few of them do not show it.
double resemblance(const QVector<double> &rests)
{
    constexpr double least = 0.5;
    constexpr double most = 0.95;
    double squares = 0;
    double products = 0;
    for (qsizetype i = 0; i < rests.size(); ++i) {
        squares += rests[i] * rests[i];
        products += i > 0 ? rests[i] * rests[i - 1] : 0.0;
    }
    if (squares <= 0)
        return least;
    return std::clamp(products / squares, least, most);
}

/// Of a mean of hours that resemble each other: as if there were fewer of them. The last factor is the
/// Student distribution's, for a spread that is itself learnt from few.
double standardError(const QVector<Observed> &hours, const Mean &mean, double alpha)
{
    QVector<double> rests;
    double squares = 0;
    for (const Observed &hour : hours) {
        rests.append(hour.of * (hour.counted - mean.value));
        squares += rests.last() * rests.last();
    }
    const double alike = resemblance(rests);
    const double fewer = (1 + alike) / (1 - alike);
    const double free = std::max(2.0, double(rests.size()) / fewer - 1);
    const double far = -2 * std::log(alpha); // about the square of the normal quantile
    return std::sqrt(squares * fewer * (1 + 1 / free)) / mean.weight * (1 + (far + 1) / (4 * free));
}

double squaresWithin(const QVector<Observed> &days, const Mean &mean)
{
    double sum = 0;
    for (const Observed &day : days)
        sum += day.of * (day.counted - mean.value) * (day.counted - mean.value);
    return sum;
}

/// Of one answer: from the daily means where there are enough, else the most it can be on the scale (Bhatia,
/// Davis, Amer. Math. Monthly 107 (2000) 353).
double answerVariance(const Criterion &criterion, const QVector<Observed> &stage,
                      const QVector<Observed> &before)
{
    const Mean now = meanOf(stage);
    const Mean then = meanOf(before);
    const auto free = stage.size() + before.size() - 2;
    if (free >= enoughDays)
        return (squaresWithin(stage, now) + squaresWithin(before, then)) / double(free);
    const auto bound = [&](double mean) {
        return std::max(0.0, criterion.scaleHigh - mean) * std::max(0.0, mean - criterion.scaleLow);
    };
    return std::max(bound(now.value), bound(then.value));
}

/// z with P(|Z| > z) = alpha
double normalBeyond(double alpha)
{
    constexpr double most = 40;
    return sequential::turningPoint(0, most, [&](double z) { return std::erfc(z / std::sqrt(2.0)) < alpha; });
}
} // namespace

double alphaOf(const Criterion &criterion, int stages)
{
    return criterion.alpha / std::max(1, stages);
}

Judgement judgeShare(const Criterion &criterion, double alpha, const Observed &observed)
{
    constexpr double percent = 100;
    Judgement judgement;
    const double n = observed.of;
    if (n <= 0)
        return judgement;
    // All is told of the bad ones, and turned round at the end where the share is of the good ones.
    const double counted = std::clamp(observed.counted, 0.0, n);
    const double bad = criterion.atMost ? counted : n - counted;
    const double limit = criterion.atMost ? criterion.limit / percent : 1 - criterion.limit / percent;
    const sequential::ProportionSequence sequence(limit);
    const sequential::Range range = sequence.range(bad, n, alpha);
    judgement.verdict = verdictOf(range, true, limit);
    if (judgement.verdict == CriterionVerdict::TooLittleData)
        judgement.needed = sequence.casesToTell(limit, bad, n, alpha, n * mostTimes);
    const double least = sequence.leastAbove(limit, n, alpha);
    const auto told = [&](double share) { return percent * (criterion.atMost ? share : 1 - share); };
    judgement.lower = told(criterion.atMost ? range.lower : range.upper);
    judgement.upper = told(criterion.atMost ? range.upper : range.lower);
    if (least <= n)
        judgement.wouldBeSeen = told(shareFound(least, n));
    return judgement;
}

Judgement judgeMean(const Criterion &criterion, double alpha, const QVector<Observed> &hours)
{
    Judgement judgement;
    const Mean mean = meanOf(hours);
    const auto n = double(hours.size());
    if (mean.weight <= 0)
        return judgement;
    if (n < criterion.minimumHours) {
        judgement.needed = mean.weight * criterion.minimumHours / n;
        return judgement;
    }
    const double se = standardError(hours, mean, alpha);
    const sequential::Range range = sequential::meanRange(mean.value, se, n, alpha, plannedHours);
    const double half = range.upper - mean.value;
    judgement.verdict = verdictOf(range, criterion.atMost, criterion.limit);
    judgement.lower = range.lower;
    judgement.upper = range.upper;
    const double found = half + normalOf80 * se;
    judgement.wouldBeSeen = criterion.limit + (criterion.atMost ? found : -found);
    if (judgement.verdict == CriterionVerdict::TooLittleData) {
        const double all =
            sequential::observationsToTell(mean.value - criterion.limit, se, n, alpha, plannedHours);
        if (all <= n * mostTimes)
            judgement.needed = mean.weight * all / n;
    }
    return judgement;
}

Judgement judgeComparison(const Criterion &criterion, double alpha, const QVector<Observed> &stage,
                          const QVector<Observed> &before)
{
    Judgement judgement;
    const Mean now = meanOf(stage);
    const Mean then = meanOf(before);
    if (now.weight <= 0 || then.weight < std::max(1.0, criterion.minimumBefore))
        return judgement;
    const double limit = criterion.atMost ? criterion.tolerated : -criterion.tolerated;
    const double difference = now.value - then.value;
    const double variance = answerVariance(criterion, stage, before);
    const double se = std::sqrt(variance / now.weight);
    const double fixed = normalBeyond(alpha / 2) * std::sqrt(variance / then.weight);
    const sequential::Range moving =
        sequential::meanRange(difference, se, now.weight, alpha / 2, plannedAnswers);
    const sequential::Range range{moving.lower - fixed, moving.upper + fixed};
    const double margin = std::abs(difference - limit) - fixed;
    if (now.weight < criterion.minimum) {
        judgement.needed = criterion.minimum;
    } else {
        judgement.verdict = verdictOf(range, criterion.atMost, limit);
        judgement.lower = range.lower;
        judgement.upper = range.upper;
        const double found = range.upper - difference + normalOf80 * se;
        judgement.wouldBeSeen = limit + (criterion.atMost ? found : -found);
    }
    if (judgement.verdict != CriterionVerdict::TooLittleData)
        return judgement;
    const double all =
        margin <= 0 ? now.weight * mostTimes + 1
                    : sequential::observationsToTell(margin, se, now.weight, alpha / 2, plannedAnswers);
    if (all > now.weight * mostTimes)
        judgement.needed.reset();
    else
        judgement.needed = std::max(all, criterion.minimum);
    return judgement;
}

} // namespace renewal::rollout
