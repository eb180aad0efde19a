// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_verdicts [RUNS]: how often verdicts are false when somebody looks every hour of a whole rollout, and
// how soon harm is found at the stage of 5 %, beside a z-test at each look and GrowthBook's sequence. RUNS
// (4,000) simulated rollouts each; seeded, so that the figures are the same on every run.
#include "models/rollout/judgement.h"
#include "models/sequential/eventsplit.h"
#include "models/sequential/meansequence.h"

#include <QElapsedTimer>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <vector>

using namespace renewal;
using namespace renewal::rollout;

namespace {
using Engine = std::mt19937_64;

double uniform(Engine &engine)
{
    return double(engine() >> 11) * 0x1.0p-53;
}

double normal(Engine &engine)
{
    return std::sqrt(-2 * std::log(1 - uniform(engine))) * std::cos(2 * M_PI * uniform(engine));
}

/// How many of n, each with the chance p; nearly normal where both kinds are many.
double binomial(Engine &engine, double n, double p)
{
    constexpr double many = 60;
    if (n * p > many && n * (1 - p) > many)
        return std::clamp(std::round(n * p + normal(engine) * std::sqrt(n * p * (1 - p))), 0.0, n);
    double left = n;
    double count = 0;
    // From one success to the next.
    while (true) {
        left -= std::floor(std::log(1 - uniform(engine)) / std::log1p(-p)) + 1;
        if (left < 0)
            return count;
        ++count;
    }
}

// --- false verdicts ----------------------------------------------------------------------------------------

struct Stage
{
    double percent;
    int days;
};
constexpr Stage stagesOfPlan[] = {{5, 3}, {25, 5}, {50, 3}, {75, 3}, {100, 5}};
constexpr int criteriaCount = 5;
constexpr double messagesAtAll = 1'200; ///< an hour, when the toggle is on for all

/// The true values of all criteria.
struct Truth
{
    const char *name;
    double errors;
    double latency;
    double found;
    double satisfaction; ///< above what it was before
    double misrouted;
};

class Rollout
{
public:
    Rollout(const Truth &truth, unsigned seed)
        : m_truth(truth)
        , m_engine(seed)
        , m_criteria(releasePlanCriteria())
    {
        for (int day = 0; day < 28; ++day)
            m_before.append(answers(11, 3.8));
    }

    /// Which criteria ever had a verdict on the wrong side, looked at every hour of every stage.
    std::array<bool, criteriaCount> run()
    {
        for (const Stage &stage : stagesOfPlan)
            runStage(stage);
        return m_false;
    }

private:
    Observed answers(double count, double mean)
    {
        double sum = 0;
        for (int i = 0; i < int(count); ++i)
            sum += std::clamp(std::round(mean + 1.1 * normal(m_engine)), 1.0, 5.0);
        return {sum / count, count};
    }

    void look(int criterion, const Judgement &judgement)
    {
        m_false[criterion] = m_false[criterion] || judgement.verdict == CriterionVerdict::NotMet;
    }

    void runStage(const Stage &stage)
    {
        constexpr int stages = int(std::size(stagesOfPlan));
        Observed errors;
        Observed found;
        Observed misrouted;
        QVector<Observed> latency;
        QVector<Observed> satisfaction;
        double lasting = normal(m_engine); // hours resemble the one before
        const auto alpha = [this](int i) { return alphaOf(m_criteria[i], stages); };
        for (int hour = 0; hour < stage.days * 24; ++hour) {
            const double rhythm = 0.65 + 0.35 * std::sin(hour * M_PI / 12);
            const double n = std::max(1.0, std::round(messagesAtAll * stage.percent / 100 * rhythm));
            errors.counted += binomial(m_engine, n, m_truth.errors);
            errors.of += n;
            misrouted.counted += binomial(m_engine, n, m_truth.misrouted);
            misrouted.of += n;
            found.counted += n - binomial(m_engine, n, 1 - m_truth.found);
            found.of += n;
            lasting = 0.5 * lasting + std::sqrt(0.75) * normal(m_engine);
            latency.append({m_truth.latency + 0.4 * lasting, n});
            if (hour % 24 == 23)
                satisfaction.append(answers(std::max(4.0, stage.percent * 1.2), 3.8 + m_truth.satisfaction));
            look(0, judgeShare(m_criteria[0], alpha(0), errors));
            look(1, judgeMean(m_criteria[1], alpha(1), latency));
            look(2, judgeShare(m_criteria[2], alpha(2), found));
            look(3, judgeComparison(m_criteria[3], alpha(3), satisfaction, m_before));
            look(4, judgeShare(m_criteria[4], alpha(4), misrouted));
        }
    }

    const Truth &m_truth;
    Engine m_engine;
    QVector<Criterion> m_criteria;
    QVector<Observed> m_before;
    std::array<bool, criteriaCount> m_false = {};
};

void falseVerdicts(const Truth &truth, int runs)
{
    std::array<int, criteriaCount> each = {};
    int any = 0;
    for (int run = 0; run < runs; ++run) {
        const auto verdicts = Rollout(truth, 10'000 + run).run();
        bool isAny = false;
        for (int i = 0; i < criteriaCount; ++i) {
            each[i] += verdicts[i];
            isAny = isAny || verdicts[i];
        }
        any += isAny;
    }
    const auto percent = [runs](int count) { return 100.0 * count / runs; };
    std::printf(
        "%-22s any %5.2f %%   errors %5.2f   latency %5.2f   care team %5.2f   CSAT %5.2f   misrouted "
        "%5.2f\n",
        truth.name, percent(any), percent(each[0]), percent(each[1]), percent(each[2]), percent(each[3]),
        percent(each[4]));
}

// --- power -------------------------------------------------------------------------------------------------

constexpr double alpha = 0.05;
constexpr double treatedShare = 0.05;
constexpr double baseRate = 0.02;
constexpr int mostTreated = 500;

struct Arms
{
    double treated = 0;
    double control = 0;
    double failedTreated = 0;
    double failedControl = 0;

    double difference() const { return failedTreated / treated - failedControl / control; }
    double variance() const
    {
        const double t = failedTreated / treated;
        const double c = failedControl / control;
        return t * (1 - t) / treated + c * (1 - c) / control;
    }
    bool isEnough() const { return treated >= 20 && failedTreated > 0 && failedControl > 0; }
};

/// How many treated people had been exposed when each rule gave the alarm; 0: never.
struct Delays
{
    int split = 0;
    int growthBook = 0;
    int zTest = 0;
};

Delays watch(Engine &engine, double rate)
{
    Delays delays;
    Arms arms;
    sequential::EventSplit split;
    constexpr double oneSided = 1.6448536269514722;
    constexpr double planned = 5'000;
    while (arms.treated < mostTreated) {
        const bool isTreated = uniform(engine) < treatedShare;
        const bool isFailed = uniform(engine) < (isTreated ? rate : baseRate);
        (isTreated ? arms.treated : arms.control) += 1;
        if (isFailed) {
            (isTreated ? arms.failedTreated : arms.failedControl) += 1;
            split.add(isTreated ? 1 : 0, isTreated ? 0 : 1, treatedShare);
            if (delays.split == 0 && split.logEvidence() >= -std::log(alpha))
                delays.split = int(arms.treated);
        }
        if (!isTreated || !arms.isEnough())
            continue;
        const double se = std::sqrt(arms.variance());
        const double n = arms.treated + arms.control;
        if (delays.growthBook == 0 &&
            sequential::meanLowerBound(arms.difference(), se, n, alpha, planned) > 0)
            delays.growthBook = int(arms.treated);
        if (delays.zTest == 0 && arms.difference() / se > oneSided)
            delays.zTest = int(arms.treated);
    }
    return delays;
}

void power(double rate, int runs)
{
    struct Rule
    {
        const char *name;
        int Delays::*delay;
    };
    constexpr Rule rules[] = {{"event split", &Delays::split},
                              {"GrowthBook", &Delays::growthBook},
                              {"z-test at each look", &Delays::zTest}};
    std::vector<Delays> all;
    for (int run = 0; run < runs; ++run) {
        Engine engine(50'000 + run);
        all.push_back(watch(engine, rate));
    }
    for (const Rule &rule : rules) {
        int found = 0;
        double sum = 0;
        for (const Delays &delays : all) {
            found += delays.*rule.delay > 0;
            sum += delays.*rule.delay;
        }
        std::printf("2 %% -> %4.1f %%  %-20s %s in %5.1f %%, on the average after %4.0f exposed\n",
                    100 * rate, rule.name, rate > baseRate ? "found" : "false alarm", 100.0 * found / runs,
                    found > 0 ? sum / found : 0);
    }
}
} // namespace

int main(int argc, char **argv)
{
    const int runs = argc > 1 ? std::max(1, std::atoi(argv[1])) : 4'000;
    QElapsedTimer timer;
    timer.start();
    std::printf("False \"not met\" in a rollout of five stages, looked at every hour, %d runs\n", runs);
    falseVerdicts({"just at every limit", 0.01, 3.0, 0.95, -0.2, 0.001}, runs);
    falseVerdicts({"as good as usual", 0.004, 2.2, 0.965, 0.0, 0.0002}, runs);
    std::printf("The stage of 5 %%, up to %d exposed, alpha 5 %%, looked at after every person, %d runs\n",
                mostTreated, runs);
    for (const double rate : {baseRate, 0.04, 0.06, 0.10})
        power(rate, runs);
    std::printf("%.1f s\n", double(timer.elapsed()) / 1'000);
    return 0;
}
