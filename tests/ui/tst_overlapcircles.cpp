// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correlations/overlapcircles.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace renewal::ui;

/// The figure of shared patients does not lie: areas are counts, what lies over each other is what both have.
class TestOverlapCircles : public QObject
{
    Q_OBJECT

private slots:
    void areasAreCounts_data();
    void areasAreCounts();
    void moreInCommonIsCloser();
    void sizesHoldBoth();
};

void TestOverlapCircles::areasAreCounts_data()
{
    QTest::addColumn<double>("first");
    QTest::addColumn<double>("second");
    QTest::addColumn<double>("both");
    QTest::addColumn<double>("shown");
    QTest::newRow("some of each") << 164.0 << 340.0 << 118.0 << 118.0;
    QTest::newRow("nobody") << 164.0 << 340.0 << 0.0 << 0.0;
    QTest::newRow("one inside the other") << 20.0 << 900.0 << 20.0 << 20.0;
    QTest::newRow("the same people") << 50.0 << 50.0 << 50.0 << 50.0;
    QTest::newRow("one person in many") << 1.0 << 100000.0 << 1.0 << 1.0;
    QTest::newRow("more in common than there are") << 10.0 << 30.0 << 25.0 << 10.0;
    QTest::newRow("a team without patients") << 10.0 << 0.0 << 0.0 << 0.0;
}

void TestOverlapCircles::areasAreCounts()
{
    QFETCH(double, first);
    QFETCH(double, second);
    QFETCH(double, both);
    QFETCH(double, shown);
    const OverlapCircles circles = overlapCircles(first, second, both);
    QVERIFY(std::abs(std::numbers::pi * std::pow(circles.firstRadius, 2) - first) < 1e-6);
    QVERIFY(std::abs(std::numbers::pi * std::pow(circles.secondRadius, 2) - second) < 1e-6);
    QVERIFY2(std::abs(commonArea(circles) - shown) < 1e-4 * std::max(1.0, first),
             qPrintable(QString::number(commonArea(circles))));
}

void TestOverlapCircles::moreInCommonIsCloser()
{
    double before = 1e9;
    for (int both = 0; both <= 80; ++both) {
        const double distance = overlapCircles(80, 200, both).distance;
        QVERIFY(distance < before);
        before = distance;
    }
}

void TestOverlapCircles::sizesHoldBoth()
{
    const OverlapCircles apart = overlapCircles(10, 10, 0);
    QVERIFY(std::abs(apart.width() - 4 * apart.firstRadius) < 1e-9);
    QVERIFY(std::abs(apart.height() - 2 * apart.firstRadius) < 1e-9);
    const OverlapCircles inside = overlapCircles(10, 1000, 10);
    QVERIFY(std::abs(inside.width() - 2 * inside.secondRadius) < 1e-3);
}

QTEST_APPLESS_MAIN(TestOverlapCircles)
#include "tst_overlapcircles.moc"
