// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rollout/figureorigin.h"

#include <QTest>
#include <QTimeZone>

using namespace renewal;
using namespace Qt::StringLiterals;

/// Which figures may be a later reading of those that are there, and which are another measurement.
class TestFigureOrigin : public QObject
{
    Q_OBJECT

private slots:
    void tellsMeasurementsApart_data();
    void tellsMeasurementsApart();
    void tellsRolloutsApart_data();
    void tellsRolloutsApart();
};

namespace {
constexpr int hoursStored = 100;

QDateTime hour(int number)
{
    return QDateTime(QDate(2026, 11, 1), QTime(0, 0), QTimeZone::utc()).addSecs(number * 3600LL);
}

/// Hourly figures, each its hour's number;
MetricSeries series(int first, int last, const QString &source = u"datadog"_s)
{
    MetricSeries series;
    series.key = u"message_send_errors"_s;
    series.source = source;
    series.unit = u"message"_s;
    for (int at = first; at <= last; ++at)
        series.points.append({hour(at), double(at), {}});
    return series;
}
} // namespace

void TestFigureOrigin::tellsMeasurementsApart_data()
{
    QTest::addColumn<MetricSeries>("incoming");
    QTest::addColumn<bool>("isOther");
    QTest::newRow("the same once more") << series(0, hoursStored) << false;
    QTest::newRow("later hours") << series(hoursStored + 1, hoursStored + 24) << false;
    QTest::newRow("earlier hours") << series(-50, -1) << false;
    QTest::newRow("nothing") << series(1, 0) << false;
    MetricSeries late = series(60, hoursStored);
    late.points.last().value = 7;
    QTest::newRow("a late correction") << late << false;
    MetricSeries changed = series(0, hoursStored);
    changed.points[10].value = 7;
    QTest::newRow("another figure long ago") << changed << true;
    MetricSeries gap = series(0, hoursStored);
    gap.points[10].value.reset();
    QTest::newRow("a gap where a figure was") << gap << true;
    QTest::newRow("another system") << series(hoursStored + 1, hoursStored + 24, u"prometheus"_s) << true;
    MetricSeries shifted = series(0, hoursStored);
    for (MetricPoint &point : shifted.points)
        point.at = point.at.addSecs(600);
    QTest::newRow("measured at other instants") << shifted << true;
    MetricSeries seconds = series(0, hoursStored);
    seconds.unit = u"second"_s;
    QTest::newRow("in another unit") << seconds << true;
}

void TestFigureOrigin::tellsMeasurementsApart()
{
    QFETCH(MetricSeries, incoming);
    QFETCH(bool, isOther);
    MetricSeries stored = series(0, hoursStored);
    stored.points[20].value.reset(); // a gap may be filled at any age
    QCOMPARE(rollout::isOtherMeasurement(stored, incoming), isOther);
}

void TestFigureOrigin::tellsRolloutsApart_data()
{
    QTest::addColumn<QVector<RolloutStage>>("incoming");
    QTest::addColumn<bool>("isOther");
    const RolloutStage a{u"A"_s, 5, {}, hour(0), 7};
    const RolloutStage b{u"B"_s, 25, {}, {}, 7};
    const RolloutStage begun{u"B"_s, 25, {}, hour(90), 7};
    const RolloutStage elsewhere{u"A"_s, 5, {}, hour(5), 7};
    QTest::newRow("the same") << QVector{a, b} << false;
    QTest::newRow("the next stage began") << QVector{a, begun} << false;
    QTest::newRow("a stage began at another time") << QVector{elsewhere, b} << true;
}

void TestFigureOrigin::tellsRolloutsApart()
{
    QFETCH(QVector<RolloutStage>, incoming);
    QFETCH(bool, isOther);
    const QVector<RolloutStage> stored{{u"A"_s, 5, {}, hour(0), 7}, {u"B"_s, 25, {}, {}, 7}};
    QCOMPARE(rollout::isOtherRollout(stored, incoming), isOther);
}

QTEST_GUILESS_MAIN(TestFigureOrigin)
#include "tst_figureorigin.moc"
