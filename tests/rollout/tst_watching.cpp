// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever looks after every single case is wrong as seldom as promised. Seeded; the bounds leave room for the
// few runs: bench_verdicts does many.
#include "models/sequential/eventsplit.h"
#include "models/sequential/meansequence.h"
#include "models/sequential/proportionsequence.h"
#include "models/sequential/quantilesequence.h"
#include "models/sequential/sampleratio.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace renewal::sequential;

namespace {
constexpr double alpha = 0.05;
constexpr int runs = 400;
/// Three standard errors above what was promised.
constexpr int mostAlarms = 33;
const double bound = -std::log(alpha);

/// Uniform on [0, 1); the same numbers with every standard library.
class Chance
{
public:
    explicit Chance(unsigned seed)
        : m_engine(seed)
    {
    }
    double next() { return double(m_engine() >> 11) * 0x1.0p-53; }
    double normal() { return std::sqrt(-2 * std::log(1 - next())) * std::cos(2 * M_PI * next()); }

private:
    std::mt19937_64 m_engine;
};
} // namespace

class TestWatching final : public QObject
{
    Q_OBJECT

private slots:
    void shares_data();
    void shares();
    void means();
    void eventSplits_data();
    void eventSplits();
    void sampleRatios();
    void quantiles();
};

void TestWatching::shares_data()
{
    QTest::addColumn<double>("p");
    QTest::addColumn<double>("expected"); ///< what the mixture was made for
    QTest::newRow("as expected") << 0.05 << 0.05;
    QTest::newRow("rarer than expected") << 0.01 << 0.05;
    QTest::newRow("more common") << 0.3 << 0.05;
    QTest::newRow("most") << 0.95 << 0.95;
}

void TestWatching::shares()
{
    QFETCH(double, p);
    QFETCH(double, expected);
    const ProportionSequence sequence(expected);
    int missed = 0;
    for (int run = 0; run < runs; ++run) {
        Chance chance(1'000 + run);
        double x = 0;
        bool isOut = false;
        for (int n = 1; n <= 1'500 && !isOut; ++n) {
            x += chance.next() < p ? 1 : 0;
            isOut = sequence.logEvidence(p, x, n) >= bound;
        }
        missed += isOut;
    }
    QVERIFY2(missed <= mostAlarms, qPrintable(QString::number(missed)));
}

void TestWatching::means()
{
    int missed = 0;
    for (int run = 0; run < runs; ++run) {
        Chance chance(2'000 + run);
        double sum = 0;
        double squares = 0;
        bool isOut = false;
        for (int n = 1; n <= 1'000 && !isOut; ++n) {
            const double value = chance.normal();
            sum += value;
            squares += value * value;
            const double mean = sum / n;
            const double variance = squares / n - mean * mean;
            isOut = n >= 50 && meanLogEvidence(mean, std::sqrt(variance / n), n, alpha, 300) >= bound;
        }
        missed += isOut;
    }
    QVERIFY2(missed <= mostAlarms, qPrintable(QString::number(missed)));
}

void TestWatching::eventSplits_data()
{
    QTest::addColumn<double>("tolerated");
    QTest::addColumn<double>("ratio"); ///< the true one: no harm
    QTest::newRow("alike") << 1.0 << 1.0;
    QTest::newRow("better") << 1.0 << 0.5;
    QTest::newRow("just tolerated") << 2.0 << 2.0;
    QTest::newRow("less than tolerated") << 2.0 << 1.3;
}

/// The rate of all goes up and down and the share from 5 to 75 per cent: that must not look like harm.
void TestWatching::eventSplits()
{
    QFETCH(double, tolerated);
    QFETCH(double, ratio);
    int alarms = 0;
    for (int run = 0; run < runs; ++run) {
        Chance chance(3'000 + run);
        EventSplit split(tolerated);
        bool isAlarm = false;
        for (int person = 0; person < 6'000 && !isAlarm; ++person) {
            const double share = person < 1'500 ? 0.05 : person < 3'000 ? 0.25 : person < 4'500 ? 0.5 : 0.75;
            const double base = person % 500 < 250 ? 0.01 : 0.06;
            const bool isFirst = chance.next() < share;
            if (chance.next() >= base * (isFirst ? ratio : 1))
                continue;
            split.add(isFirst ? 1 : 0, isFirst ? 0 : 1, share);
            isAlarm = split.logEvidence() >= bound;
        }
        alarms += isAlarm;
    }
    QVERIFY2(alarms <= mostAlarms, qPrintable(QString::number(alarms)));
}

void TestWatching::sampleRatios()
{
    int alarms = 0;
    for (int run = 0; run < runs; ++run) {
        Chance chance(4'000 + run);
        double first = 0;
        bool isAlarm = false;
        for (int n = 1; n <= 5'000 && !isAlarm; ++n) {
            first += chance.next() < 0.05 ? 1 : 0;
            if (n % 50 == 0)
                isAlarm = sampleRatioLogEvidence({first, n - first}, {0.05, 0.95}) >= bound;
        }
        alarms += isAlarm;
    }
    QVERIFY2(alarms <= mostAlarms, qPrintable(QString::number(alarms)));
}

void TestWatching::quantiles()
{
    // Latencies with a long tail; the true 95th percentile of an exponential is ln 20.
    const double truth = std::log(20.0);
    int missedOne = 0;
    int missedBand = 0;
    for (int run = 0; run < runs; ++run) {
        Chance chance(5'000 + run);
        QVector<double> sorted;
        bool isOne = false;
        bool isBand = false;
        for (int n = 1; n <= 600; ++n) {
            const double value = -std::log(1 - chance.next());
            sorted.insert(std::lower_bound(sorted.begin(), sorted.end(), value), value);
            if (n % 10 != 0)
                continue;
            const auto misses = [&](const QuantileRange &range) {
                return (range.lower && *range.lower > truth) || (range.upper && *range.upper < truth);
            };
            isOne = isOne || misses(quantileRange(sorted, 0.95, alpha));
            isBand = isBand || misses(quantileBand(sorted, 0.95, alpha));
        }
        missedOne += isOne;
        missedBand += isBand;
    }
    QVERIFY2(missedOne <= mostAlarms, qPrintable(QString::number(missedOne)));
    QVERIFY2(missedBand <= mostAlarms, qPrintable(QString::number(missedBand)));
}

QTEST_GUILESS_MAIN(TestWatching)
#include "tst_watching.moc"
