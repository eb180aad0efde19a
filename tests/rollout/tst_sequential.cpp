// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The formulas of always-valid evidence against values that were computed apart, with sixty digits.
#include "models/sequential/eventsplit.h"
#include "models/sequential/meansequence.h"
#include "models/sequential/proportionsequence.h"
#include "models/sequential/quantilesequence.h"
#include "models/sequential/sampleratio.h"
#include "models/sequential/severaltests.h"

#include <QTest>

#include <cmath>

using namespace renewal::sequential;

namespace {
constexpr double exact = 1e-12;

bool isClose(double got, double expected, double within = exact)
{
    const bool close = std::abs(got - expected) <= within * std::max(1.0, std::abs(expected));
    if (!close)
        qWarning("got %.17g, expected %.17g", got, expected);
    return close;
}

EventSplit splitOf(double tolerated, const QVector<QVector<double>> &steps)
{
    EventSplit split(tolerated);
    for (const auto &step : steps)
        split.add(step[0], step[1], step[2]);
    return split;
}
} // namespace

class TestSequential final : public QObject
{
    Q_OBJECT

private slots:
    void logarithms_data();
    void logarithms();
    void growthBook_data();
    void growthBook();
    void mixtureRatio_data();
    void mixtureRatio();
    void bothMeansAreOne_data();
    void bothMeansAreOne();
    void meansTellInTime();
    void proportionEvidence_data();
    void proportionEvidence();
    void proportionRanges_data();
    void proportionRanges();
    void proportionsTellInTime();
    void eventSplits();
    void eventOrderDoesNotMatter();
    void eventRangesHoldTheRatio();
    void sampleRatios();
    void quantiles();
    void alphasAddUp();
    void severalTests_data();
    void severalTests();
};

void TestSequential::logarithms_data()
{
    QTest::addColumn<double>("got");
    QTest::addColumn<double>("expected");
    QTest::newRow("one") << logGamma(1) << 0.0;
    QTest::newRow("a half is the root of pi") << logGamma(0.5) << std::log(M_PI) / 2;
    QTest::newRow("factorial") << logGamma(11) << std::log(3'628'800.0);
    QTest::newRow("little") << logBeta(3, 5) << -4.6539603501575233711;
    QTest::newRow("lopsided") << logBeta(1, 99) << -4.5951198501345899269;
    QTest::newRow("large") << logBeta(41, 1'960) << -200.90356526480722619;
    QTest::newRow("sum") << logSumExp({std::log(2.0), std::log(3.0)}) << std::log(5.0);
    QTest::newRow("sum beyond a double") << logSumExp({2'000, 2'000}) << 2'000 + std::log(2.0);
}

void TestSequential::logarithms()
{
    QFETCH(double, got);
    QFETCH(double, expected);
    QVERIFY(isClose(got, expected));
    QVERIFY(std::isinf(logSumExp({})));
}

void TestSequential::growthBook_data()
{
    QTest::addColumn<double>("d");
    QTest::addColumn<double>("se");
    QTest::addColumn<double>("n");
    QTest::addColumn<double>("alpha");
    QTest::addColumn<double>("planned");
    QTest::addColumn<double>("rho");
    QTest::addColumn<double>("half");
    QTest::addColumn<double>("lowerBound");
    QTest::addColumn<double>("logEvidence");
    QTest::newRow("early") << 0.02 << 0.008 << 500.0 << 0.05 << 5'000.0 << 0.039840066771373677786
                           << 0.030840437068242485757 << -0.0094325600782888988918 << 1.0905923446364226403;
    QTest::newRow("hours, far below")
        << -1.5 << 0.25 << 48.0 << 0.001 << 72.0 << 0.47887578418143693968 << 1.0542161514416776845
        << -2.5096500927388773084 << 15.258167592788097012;
    QTest::newRow("late") << 0.3 << 0.125 << 20'000.0 << 0.002 << 5'000.0 << 0.054820888069357343372
                          << 0.51260737191644373206 << -0.18944702402754449253 << 0.77655934245641049913;
}

void TestSequential::growthBook()
{
    QFETCH(double, d);
    QFETCH(double, se);
    QFETCH(double, n);
    QFETCH(double, alpha);
    QFETCH(double, planned);
    QFETCH(double, rho);
    QFETCH(double, half);
    QFETCH(double, lowerBound);
    QFETCH(double, logEvidence);
    QVERIFY(isClose(mixtureScale(alpha, planned), rho));
    const Range range = meanRange(d, se, n, alpha, planned);
    QVERIFY(isClose(range.lower, d - half));
    QVERIFY(isClose(range.upper, d + half));
    QVERIFY(isClose(meanLowerBound(d, se, n, alpha, planned), lowerBound));
    QVERIFY(isClose(meanLogEvidence(d, se, n, alpha, planned), logEvidence));
    // The range leaves nothing out just when the evidence does not suffice.
    QCOMPARE(range.lower <= 0 && range.upper >= 0, logEvidence <= -std::log(alpha));
}

void TestSequential::mixtureRatio_data()
{
    QTest::addColumn<double>("d");
    QTest::addColumn<double>("se");
    QTest::addColumn<double>("mixing");
    QTest::addColumn<double>("logEvidence");
    QTest::addColumn<double>("half"); ///< at alpha 0.05
    QTest::newRow("above") << 0.02 << 0.008 << 0.0004 << 1.7034647828080876062 << 0.024328499276074382121;
    QTest::newRow("below") << -1.5 << 0.25 << 0.09 << 10.176951800019575898 << 0.85380197272585005274;
    QTest::newRow("small") << 0.003 << 0.001 << 0.000001 << 1.9034264097200273453 << 0.0036563948713638485510;
}

void TestSequential::mixtureRatio()
{
    QFETCH(double, d);
    QFETCH(double, se);
    QFETCH(double, mixing);
    QFETCH(double, logEvidence);
    QFETCH(double, half);
    QVERIFY(isClose(mixtureRatioLogEvidence(d, se, mixing), logEvidence));
    const Range range = mixtureRatioRange(d, se, mixing, 0.05);
    QVERIFY(isClose(range.lower, d - half));
    QVERIFY(isClose(range.upper, d + half));
}

void TestSequential::bothMeansAreOne_data()
{
    growthBook_data();
}

/// With the mixing variance rho^2 se^2 n the one formula is the other.
void TestSequential::bothMeansAreOne()
{
    QFETCH(double, d);
    QFETCH(double, se);
    QFETCH(double, n);
    QFETCH(double, alpha);
    QFETCH(double, planned);
    const double rho = mixtureScale(alpha, planned);
    const double mixing = rho * rho * se * se * n;
    QVERIFY(isClose(mixtureRatioLogEvidence(d, se, mixing), meanLogEvidence(d, se, n, alpha, planned)));
    const Range one = meanRange(d, se, n, alpha, planned);
    const Range other = mixtureRatioRange(d, se, mixing, alpha);
    QVERIFY(isClose(one.lower, other.lower));
    QVERIFY(isClose(one.upper, other.upper));
}

void TestSequential::meansTellInTime()
{
    const double needed = observationsToTell(0.5, 0.25, 100, 0.01, 200);
    QVERIFY(needed > 100);
    const auto rangeAt = [](double n) { return meanRange(0.5, 2.5 / std::sqrt(n), n, 0.01, 200); };
    QVERIFY(rangeAt(needed).lower > 0);
    QVERIFY(rangeAt(needed - 2).lower < 0);
    QVERIFY(isClose(observationsToTell(5, 0.25, 100, 0.01, 200), 100));
    QVERIFY(std::isinf(observationsToTell(0, 0.25, 100, 0.01, 200)));
}

void TestSequential::proportionEvidence_data()
{
    QTest::addColumn<double>("p");
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("n");
    QTest::addColumn<double>("logEvidence");
    QTest::newRow("twice as many") << 0.01 << 40.0 << 2'000.0 << 5.5965555018403211852;
    QTest::newRow("none") << 0.01 << 0.0 << 1'000.0 << 7.6432997492324097479;
    QTest::newRow("nothing to see") << 0.05 << 3.0 << 50.0 << -0.71378146591941417367;
}

void TestSequential::proportionEvidence()
{
    QFETCH(double, p);
    QFETCH(double, x);
    QFETCH(double, n);
    QFETCH(double, logEvidence);
    QVERIFY(isClose(ProportionSequence(p).logEvidence(p, x, n), logEvidence));
    // Counting the others instead says the same.
    QVERIFY(isClose(ProportionSequence(1 - p).logEvidence(1 - p, n - x, n), logEvidence));
}

void TestSequential::proportionRanges_data()
{
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("n");
    QTest::newRow("none") << 0.0 << 500.0;
    QTest::newRow("all") << 500.0 << 500.0;
    QTest::newRow("one of one") << 1.0 << 1.0;
    QTest::newRow("few") << 8.0 << 2'000.0;
    QTest::newRow("many") << 40'000.0 << 1'000'000.0;
}

void TestSequential::proportionRanges()
{
    QFETCH(double, x);
    QFETCH(double, n);
    constexpr double alpha = 0.002;
    const ProportionSequence sequence(0.01);
    const Range range = sequence.range(x, n, alpha);
    QVERIFY(range.lower <= x / n && x / n <= range.upper);
    QCOMPARE(range.lower == 0, x == 0);
    QCOMPARE(range.upper == 1, x == n);
    // At its ends the evidence is just enough.
    if (x > 0)
        QVERIFY(isClose(sequence.logEvidence(range.lower, x, n), -std::log(alpha), 1e-6));
    if (x < n)
        QVERIFY(isClose(sequence.logEvidence(range.upper, x, n), -std::log(alpha), 1e-6));
    const Range careful = sequence.range(x, n, alpha / 10);
    QVERIFY(careful.lower <= range.lower && careful.upper >= range.upper);
    QCOMPARE(sequence.range(0, 0, alpha), (Range{0, 1}));
}

void TestSequential::proportionsTellInTime()
{
    constexpr double alpha = 0.002;
    const ProportionSequence sequence(0.01);
    const auto needed = sequence.casesToTell(0.01, 4, 1'000, alpha, 1e6);
    QVERIFY(needed && *needed > 1'000);
    QVERIFY(sequence.range(0.004 * *needed, *needed, alpha).upper < 0.01);
    QVERIFY(sequence.range(0.004 * (*needed - 2), *needed - 2, alpha).upper > 0.01);
    QVERIFY(!sequence.casesToTell(0.01, 10, 1'000, alpha, 1e6)); // just at the limit
    QVERIFY(!sequence.casesToTell(0.01, 0, 0, alpha, 1e6));
    const double least = sequence.leastAbove(0.01, 2'000, alpha);
    QVERIFY(sequence.range(least, 2'000, alpha).lower > 0.01);
    QVERIFY(sequence.range(least - 1, 2'000, alpha).lower <= 0.01);
    QVERIFY(sequence.leastAbove(0.01, 1, alpha) > 1); // one case can tell nothing
}

void TestSequential::eventSplits()
{
    QVERIFY(isClose(splitOf(1, {{5, 2, 0.12}}).logEvidence(), 5.0246690024602800442));
    QVERIFY(
        isClose(splitOf(2, {{5, 2, 0.12}, {3, 9, 0.25}, {0, 4, 0.5}}).logEvidence(), -2.4910797255563327395));
    // Where nobody is left to compare with, events tell nothing.
    QVERIFY(isClose(splitOf(1, {{50, 0, 1.0}, {0, 50, 0.0}}).logEvidence(), 0));
    QVERIFY(!splitOf(1, {}).ratio());
    QVERIFY(std::isinf(*splitOf(1, {{3, 0, 0.5}}).ratio()));
    QVERIFY(isClose(*splitOf(1, {{40, 20, 0.5}}).ratio(), 2, 1e-6));
}

void TestSequential::eventOrderDoesNotMatter()
{
    const QVector<QVector<double>> steps{{3, 1, 0.05}, {0, 2, 0.25}, {9, 9, 0.5}};
    QVector<QVector<double>> apart;
    for (const auto &step : steps) {
        for (int i = 0; i < int(step[0]); ++i)
            apart.append({1, 0, step[2]});
        for (int i = 0; i < int(step[1]); ++i)
            apart.prepend({0, 1, step[2]});
    }
    QVERIFY(isClose(splitOf(1, steps).logEvidence(), splitOf(1, apart).logEvidence()));
    QVERIFY(isClose(splitOf(1, steps).range(0.05).lower, splitOf(1, apart).range(0.05).lower, 1e-9));
}

void TestSequential::eventRangesHoldTheRatio()
{
    const Range nothing = splitOf(1, {}).range(0.05);
    QVERIFY(nothing.lower == 0 && std::isinf(nothing.upper));
    const EventSplit split = splitOf(1, {{60, 30, 0.5}});
    const Range range = split.range(0.05);
    QVERIFY2(range.lower > 1 && range.lower < 2, qPrintable(QString::number(range.lower)));
    QVERIFY2(range.upper > 2 && range.upper < 5, qPrintable(QString::number(range.upper)));
    const Range oneSided = splitOf(1, {{20, 0, 0.5}}).range(0.05);
    QVERIFY(oneSided.lower > 2 && std::isinf(oneSided.upper));
}

void TestSequential::sampleRatios()
{
    QVERIFY(isClose(sampleRatioLogEvidence({510, 490}, {0.5, 0.5}), -0.029473881434593007963, 1e-10));
    // 7 % where 5 % were planned: an alarm at one in a thousand.
    const double alarm = sampleRatioLogEvidence({700, 9'300}, {0.05, 0.95});
    QVERIFY(isClose(alarm, 19.409672029798777006, 1e-10));
    QVERIFY(alarm > std::log(1'000));
    QVERIFY(isClose(sampleRatioLogEvidence({0, 0}, {0.25, 0.75}), 0));
}

void TestSequential::quantiles()
{
    QVERIFY(isClose(distributionRadius(1'000, 0.05), 0.086569128376670561527));
    QVector<double> sorted;
    for (int i = 1; i <= 2'000; ++i)
        sorted.append(i / 1'000.0);
    const QuantileRange range = quantileRange(sorted, 0.95, 0.05);
    QVERIFY(range.lower && *range.lower > 1.86 && *range.lower < 1.9);
    QVERIFY(range.upper && *range.upper > 1.9 && *range.upper < 1.94);
    // The band for all quantiles at once is wider; so near the end it knows no upper bound.
    const QuantileRange band = quantileBand(sorted, 0.95, 0.05);
    QVERIFY(band.lower && *band.lower < *range.lower && !band.upper);
    const QuantileRange middle = quantileBand(sorted, 0.5, 0.05);
    QVERIFY(middle.lower && middle.upper && *middle.lower < 1 && *middle.upper > 1);
    // Ten observations say nothing of the twentieth part.
    const QuantileRange few = quantileRange(sorted.first(10), 0.95, 0.05);
    QVERIFY(!few.upper);
    QVERIFY(!quantileRange({}, 0.5, 0.05).lower);
}

void TestSequential::alphasAddUp()
{
    const QVector<double> alphas = sharedAlpha(0.05, {2, 1, 2, 2, 3}, 5);
    double sum = 0;
    for (const double alpha : alphas)
        sum += 5 * alpha;
    QVERIFY(isClose(sum, 0.05));
    QVERIFY(isClose(alphas[0], 0.002));
    QVERIFY(isClose(alphas[4], 0.003));
    QVERIFY(isClose(sharedAlpha(0.05, {1}, 0).first(), 0.05));
}

void TestSequential::severalTests_data()
{
    QTest::addColumn<QVector<double>>("evidence");
    QTest::addColumn<QVector<qsizetype>>("standing");
    using Indexes = QVector<qsizetype>;
    QTest::newRow("none") << QVector<double>() << Indexes();
    QTest::newRow("one just enough") << QVector<double>{20} << Indexes{0};
    QTest::newRow("one not enough") << QVector<double>{19.9} << Indexes();
    QTest::newRow("the strongest first") << QVector<double>{1, 100, 0.5, 400} << Indexes{3, 1};
    QTest::newRow("together they stand") << QVector<double>{21, 20, 22} << Indexes{2, 0, 1};
    QTest::newRow("alone among many") << QVector<double>{39, 1} << Indexes();
}

void TestSequential::severalTests()
{
    QFETCH(QVector<double>, evidence);
    QFETCH(QVector<qsizetype>, standing);
    for (double &value : evidence)
        value = std::log(value * (1 + exact));
    QCOMPARE(standOut(evidence, 0.05), standing);
}

QTEST_GUILESS_MAIN(TestSequential)
#include "tst_sequential.moc"
