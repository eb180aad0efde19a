// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/proportion.h"
#include "models/correlation/reviewdraw.h"
#include "models/correlation/reviewstatistics.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace renewal;
using namespace renewal::correlation;

/// Intervals against tables, and what a stratified sample says about the whole.
class TestReviewStatistics : public QObject
{
    Q_OBJECT

private slots:
    void intervals_data();
    void intervals();
    void incompleteBetaIsKnown_data();
    void incompleteBetaIsKnown();
    void weightsCount();
    void rareErrorsAreNotHidden();
    void intervalsHoldTheTruth();
    void calibrationIsMeasured();
    void curveFollowsTheThreshold();
    void drawingRepeats();
    void drawingAsksWhereItIsUnsure();
    void smallFrames_data();
    void smallFrames();
};

void TestReviewStatistics::intervals_data()
{
    QTest::addColumn<bool>("exact");
    QTest::addColumn<double>("right");
    QTest::addColumn<double>("reviewed");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("exact, 49 of 50") << true << 49.0 << 50.0 << 0.8935 << 0.9995;
    QTest::newRow("exact, none of 10") << true << 0.0 << 10.0 << 0.0 << 0.3085;
    QTest::newRow("exact, all of 10") << true << 10.0 << 10.0 << 0.6915 << 1.0;
    QTest::newRow("exact, half of 10") << true << 5.0 << 10.0 << 0.1871 << 0.8129;
    QTest::newRow("exact, nothing seen") << true << 0.0 << 0.0 << 0.0 << 1.0;
    QTest::newRow("Wilson, 49 of 50") << false << 49.0 << 50.0 << 0.8950 << 0.9965;
    QTest::newRow("Wilson, none of 10") << false << 0.0 << 10.0 << 0.0 << 0.2775;
    QTest::newRow("Wilson, half of 10") << false << 5.0 << 10.0 << 0.2366 << 0.7634;
    QTest::newRow("Wilson, nothing seen") << false << 0.0 << 0.0 << 0.0 << 1.0;
}

void TestReviewStatistics::intervals()
{
    QFETCH(bool, exact);
    QFETCH(double, right);
    QFETCH(double, reviewed);
    QFETCH(double, low);
    QFETCH(double, high);
    const Interval found = exact ? exactInterval(right, reviewed) : wilsonInterval(right, reviewed);
    QVERIFY2(std::abs(found.low - low) < 6e-5, qPrintable(QString::number(found.low)));
    QVERIFY2(std::abs(found.high - high) < 6e-5, qPrintable(QString::number(found.high)));
}

void TestReviewStatistics::incompleteBetaIsKnown_data()
{
    QTest::addColumn<double>("a");
    QTest::addColumn<double>("b");
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("value");
    QTest::newRow("uniform") << 1.0 << 1.0 << 0.3 << 0.3;
    QTest::newRow("power") << 3.0 << 1.0 << 0.5 << 0.125;
    QTest::newRow("symmetric") << 4.5 << 4.5 << 0.5 << 0.5;
    QTest::newRow("arcsine") << 0.5 << 0.5 << 0.25 << 1.0 / 3;
    QTest::newRow("below") << 2.0 << 2.0 << -1.0 << 0.0;
    QTest::newRow("above") << 2.0 << 2.0 << 2.0 << 1.0;
}

void TestReviewStatistics::incompleteBetaIsKnown()
{
    QFETCH(double, a);
    QFETCH(double, b);
    QFETCH(double, x);
    QFETCH(double, value);
    QVERIFY(std::abs(incompleteBeta(a, b, x) - value) < 1e-12);
}

void TestReviewStatistics::weightsCount()
{
    // One stratum of 900 with 9 of 9 right, one of 100 with 1 of 2 right: 95 %.
    QVector<ReviewedCase> cases(9, {100, 0.999, true, true});
    cases += {50, 0.986, true, true};
    cases += {50, 0.986, false, true};
    const EstimatedShare share = estimatedShare(cases);
    QCOMPARE(share.reviewed, 11);
    QCOMPARE(share.right, 10);
    QVERIFY(std::abs(share.estimate - 0.95) < 1e-12);
    QVERIFY(share.interval.low < 0.8 && share.interval.high > 0.95);
    QCOMPARE(estimatedShare({}), EstimatedShare());
}

void TestReviewStatistics::rareErrorsAreNotHidden()
{
    // With equal weights it is the plain exact interval.
    QVector<ReviewedCase> cases(50, {20, 0.99, true, true});
    cases[7].right = false;
    const Interval plain = exactInterval(49, 50);
    const Interval found = estimatedShare(cases).interval;
    QVERIFY(std::abs(found.low - plain.low) < 1e-9 && std::abs(found.high - plain.high) < 1e-9);
    // An error where few links are narrows nothing below what the weights allow.
    QVector<ReviewedCase> uneven(10, {990, 0.999, true, true});
    uneven += QVector<ReviewedCase>(40, {1, 0.985, true, true});
    uneven[20].right = false;
    QVERIFY(estimatedShare(uneven).interval.low < 0.72); // ten cases say no more
}

void TestReviewStatistics::intervalsHoldTheTruth()
{
    constexpr int rounds = 400;
    int held = 0;
    QRandomGenerator random(20261123);
    for (int round = 0; round < rounds; ++round) {
        // 2,000 links at 99.5 %, 500 at 93 %: 98.2 % together; 30 and 30 reviewed.
        QVector<ReviewedCase> cases;
        for (int i = 0; i < 60; ++i) {
            const bool sure = i < 30;
            cases += {sure ? 2000.0 / 30 : 500.0 / 30, sure ? 0.995 : 0.93,
                      random.generateDouble() < (sure ? 0.995 : 0.93), true};
        }
        const Interval found = estimatedShare(cases).interval;
        held += found.low <= 0.982 && found.high >= 0.982 ? 1 : 0;
    }
    QVERIFY2(held >= rounds * 95 / 100, qPrintable(QString::number(held)));
}

void TestReviewStatistics::calibrationIsMeasured()
{
    QVector<ReviewedCase> cases(8, {1, 0.92, true, true});
    cases[0].right = false;
    cases[1].right = false;
    const Calibration calibration = calibrationOf(cases);
    QCOMPARE(calibration.bins.size(), 1);
    QVERIFY(std::abs(calibration.bins.first().predicted - 0.92) < 1e-12);
    QVERIFY(std::abs(calibration.error - 0.17) < 1e-12);
    QVERIFY(std::abs(calibration.brier - (6 * 0.0064 + 2 * 0.8464) / 8) < 1e-12);
    QVERIFY(calibrationOf({}).bins.isEmpty());
    QCOMPARE(calibrationOf({{1, 1.0, true, true}}).bins.size(), 1); // the upper end belongs to the last
}

void TestReviewStatistics::curveFollowsTheThreshold()
{
    QVector<ReviewedCase> cases(10, {10, 0.999, true, true});
    cases += QVector<ReviewedCase>(10, {5, 0.95, true, false});
    for (qsizetype i = 10; i < 15; ++i)
        cases[i].right = false;
    const ThresholdPoint strict = atThreshold(cases, 0.985, 200);
    QCOMPARE(strict.precision.estimate, 1.0);
    QVERIFY(std::abs(strict.coverage - 0.5) < 1e-12);
    const ThresholdPoint loose = atThreshold(cases, 0.9, 200);
    QVERIFY(std::abs(loose.precision.estimate - 125.0 / 150) < 1e-12);
    QVERIFY(std::abs(loose.coverage - 0.625) < 1e-12);
    const QVector<ThresholdPoint> curve = thresholdCurve(cases, 200);
    for (qsizetype i = 1; i < curve.size(); ++i)
        QVERIFY(curve[i].coverage <= curve[i - 1].coverage);
    QVERIFY(thresholdCurve({}, 200).isEmpty());
}

static QVector<ReviewFrameRow> frame()
{
    QVector<ReviewFrameRow> rows;
    for (int i = 1; i <= 1000; ++i)
        rows += {{i}, i <= 900 ? 0.9995 : 0.987, true};
    for (int i = 1001; i <= 1400; ++i)
        rows += {{i}, i <= 1300 ? 0.6 : 0.96, false};
    return rows;
}

void TestReviewStatistics::drawingRepeats()
{
    QVector<ReviewFrameRow> rows = frame();
    const auto ids = [](const QVector<ReviewStratum> &strata) {
        QVector<qint64> all;
        for (const ReviewStratum &stratum : strata) {
            for (const PrescriberId id : stratum.drawn)
                all += id.value;
        }
        return all;
    };
    const QVector<qint64> once = ids(drawReview(rows, 50, 7));
    std::ranges::reverse(rows);
    QCOMPARE(ids(drawReview(rows, 50, 7)), once);
    QVERIFY(ids(drawReview(rows, 50, 8)) != once);
    QCOMPARE(once.size(), 50);
    QCOMPARE(QSet<qint64>(once.cbegin(), once.cend()).size(), 50);
}

void TestReviewStatistics::drawingAsksWhereItIsUnsure()
{
    const QVector<ReviewStratum> strata = drawReview(frame(), 60, 3);
    QCOMPARE(strata.size(), 4);
    QCOMPARE(strata[0].population, 100); // 0.985 to 0.99
    QCOMPARE(strata[1].population, 900);
    const double unsure = double(strata[0].drawn.size()) / 100;
    const double sure = double(strata[1].drawn.size()) / 900;
    QVERIFY(unsure > 1.5 * sure);
    QCOMPARE(strata[0].drawn.size() + strata[1].drawn.size(), 45);
    QVERIFY(!strata[0].drawn.isEmpty() && !strata[3].automatic);
}

void TestReviewStatistics::smallFrames_data()
{
    QTest::addColumn<int>("linked");
    QTest::addColumn<int>("suggested");
    QTest::addColumn<int>("drawn");
    QTest::newRow("nothing there") << 0 << 0 << 0;
    QTest::newRow("fewer than asked for") << 3 << 2 << 5;
    QTest::newRow("no suggestion") << 30 << 0 << 20;
    QTest::newRow("no link") << 0 << 30 << 20;
    QTest::newRow("few links") << 4 << 30 << 20;
}

void TestReviewStatistics::smallFrames()
{
    QFETCH(int, linked);
    QFETCH(int, suggested);
    QFETCH(int, drawn);
    QVector<ReviewFrameRow> rows;
    for (int i = 0; i < linked + suggested; ++i)
        rows += {{i + 1}, 0.99, i < linked};
    qsizetype found = 0;
    for (const ReviewStratum &stratum : drawReview(rows, 20, 1))
        found += stratum.drawn.size();
    QCOMPARE(found, drawn);
}

QTEST_APPLESS_MAIN(TestReviewStatistics)
#include "tst_reviewstatistics.moc"
