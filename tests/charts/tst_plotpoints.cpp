// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plotpoints.h"

#include <QTest>

#include <cmath>

using namespace renewal;
using namespace Qt::StringLiterals;

namespace {
const QDateTime start(QDate(2026, 11, 16), QTime(0, 0), Qt::UTC);

/// "1 2 - 4" is four hours of which the third has no value; "." skips an hour altogether.
MetricSeries hours(const QString &text)
{
    MetricSeries series;
    int hour = 0;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (word == u"-")
            series.points.append({start.addSecs(3600 * hour), {}, {}});
        else if (word != u".")
            series.points.append({start.addSecs(3600 * hour), word.toDouble(), {}});
        ++hour;
    }
    return series;
}

QString textOf(const QVector<ui::PlotPoint> &points)
{
    QStringList words;
    for (const ui::PlotPoint &point : points)
        words += std::isnan(point.value) ? u"-"_s : QString::number(point.value);
    return words.join(u' ');
}

ui::TimeSpan span(double fromHour, double toHour)
{
    const double zero = ui::plotSeconds(start);
    return {zero + fromHour * 3600, zero + toHour * 3600};
}
} // namespace

class TestPlotPoints : public QObject
{
    Q_OBJECT

private slots:
    void gapsAreKept_data();
    void gapsAreKept();
    void lineIsCutAtTheEndsOfTheSpan();
    void lonePointsAreDots();
    void extremesSurviveDecimation_data();
    void extremesSurviveDecimation();
    void narrowGapIsNotBridged();
    void panningKeepsTheSamePoints();
    void nothingGivesNothing();
};

void TestPlotPoints::gapsAreKept_data()
{
    QTest::addColumn<QString>("measured");
    QTest::addColumn<QString>("drawn");
    QTest::newRow("none") << u"1 2 3 4"_s << u"1 2 3 4"_s;
    QTest::newRow("a missing value") << u"1 2 - 4 5"_s << u"1 2 - 4 5"_s;
    QTest::newRow("hours that were never told") << u"1 2 3 . . 6 7"_s << u"1 2 3 - 6 7"_s;
    QTest::newRow("one hour that was never told") << u"1 2 3 . 5 6 7"_s << u"1 2 3 - 5 6 7"_s;
}

void TestPlotPoints::gapsAreKept()
{
    QFETCH(QString, measured);
    QTEST(textOf(ui::plotPoints(hours(measured))), "drawn");
}

void TestPlotPoints::lineIsCutAtTheEndsOfTheSpan()
{
    const auto points = ui::plotPoints(hours(u"0 10 20 30 40"_s));
    QCOMPARE(textOf(ui::visibleLine(points, span(0.5, 3.25), 100).line), u"5 10 20 30 32.5"_s);
    const auto broken = ui::plotPoints(hours(u"0 - 20 30 40"_s));
    QCOMPARE(textOf(ui::visibleLine(broken, span(0.5, 3), 100).line), u"20 30"_s);
}

void TestPlotPoints::lonePointsAreDots()
{
    const auto points = ui::plotPoints(hours(u"1 - 3 - 5 6 - 8"_s));
    QCOMPARE(textOf(ui::visibleLine(points, span(0, 7), 100).dots), u"1 3 8"_s);
}

void TestPlotPoints::extremesSurviveDecimation_data()
{
    QTest::addColumn<int>("pixels");
    for (const int pixels : {50, 333, 1000})
        QTest::addRow("%d pixels", pixels) << pixels;
}

void TestPlotPoints::extremesSurviveDecimation()
{
    QFETCH(int, pixels);
    constexpr int count = 100'000;
    MetricSeries series;
    for (int i = 0; i < count; ++i)
        series.points.append({start.addSecs(60LL * i), std::sin(i * 0.7) * 10, {}});
    series.points[12'345].value = 999;
    series.points[77'777].value = -999;
    const auto points = ui::plotPoints(series);
    const auto line = ui::visibleLine(points, {points.first().at, points.last().at}, pixels).line;
    QVERIFY2(line.size() <= 4 * (pixels + 2), qPrintable(QString::number(line.size())));
    const auto has = [&](qsizetype i) {
        return std::ranges::any_of(line, [&](const ui::PlotPoint &point) {
            return point.at == points[i].at && point.value == points[i].value;
        });
    };
    QVERIFY(has(12'345));
    QVERIFY(has(77'777));
    QVERIFY(has(0));
    QVERIFY(has(count - 1));
    QVERIFY(std::ranges::is_sorted(line, {}, &ui::PlotPoint::at));
}

void TestPlotPoints::narrowGapIsNotBridged()
{
    MetricSeries series;
    for (int i = 0; i < 10'000; ++i)
        series.points.append({start.addSecs(60LL * i), 5.0, {}});
    series.points[5'000].value.reset(); // far narrower than a pixel
    const auto points = ui::plotPoints(series);
    const auto line = ui::visibleLine(points, {points.first().at, points.last().at}, 100).line;
    QCOMPARE(std::ranges::count_if(line, [](const ui::PlotPoint &point) { return std::isnan(point.value); }),
             1);
}

void TestPlotPoints::panningKeepsTheSamePoints()
{
    MetricSeries series;
    for (int i = 0; i < 20'000; ++i)
        series.points.append({start.addSecs(60LL * i), std::sin(i * 1.3), {}});
    const auto points = ui::plotPoints(series);
    const auto inner = [&](double shift) {
        QVector<double> times;
        const double from = points.first().at + 100'000;
        for (const ui::PlotPoint &point :
             ui::visibleLine(points, {from + shift, from + shift + 600'000}, 200).line) {
            if (point.at > from + 50'000 && point.at < from + 500'000)
                times.append(point.at);
        }
        return times;
    };
    QVERIFY(inner(0).size() > 100);
    QCOMPARE(inner(0), inner(1'234)); // columns do not move with the window
}

void TestPlotPoints::nothingGivesNothing()
{
    QVERIFY(ui::plotPoints({}).isEmpty());
    QVERIFY(ui::visibleLine({}, span(0, 1), 100).line.isEmpty());
    const auto points = ui::plotPoints(hours(u"1 2"_s));
    QVERIFY(ui::visibleLine(points, span(1, 1), 100).line.isEmpty());
    QVERIFY(ui::visibleLine(points, span(0, 1), 0).line.isEmpty());
}

QTEST_GUILESS_MAIN(TestPlotPoints)
#include "tst_plotpoints.moc"
