// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_charts [POINTS]: how long a frame takes while a chart of POINTS (100,000) hourly values is panned,
// zoomed, and read with the cursor; prints median, 99th percentile and worst. A frame is everything from the
// change of the range to the finished picture.
#include "ui/charts/chartcontent.h"
#include "ui/charts/timeserieschart.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/themesetup.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <vector>

using namespace Qt::StringLiterals;
using namespace renewal;

namespace {
ui::ChartContent content(int points)
{
    MetricSeries series;
    series.key = u"messages"_s;
    series.title = u"Messages"_s;
    series.unit = u"per hour"_s;
    const QDateTime start(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC);
    series.points.reserve(points);
    for (int i = 0; i < points; ++i) {
        const double rough = std::sin(i * 12.9898) * 43758.5453;
        const double value = 200 + 150 * std::sin(i * 0.26) + 60 * (rough - std::floor(rough));
        const bool isMissing = i % 5'000 > 4'980;
        series.points.append(
            {start.addSecs(3'600LL * i), isMissing ? std::nullopt : std::optional(value), 1'000.0});
    }
    ui::ChartContent content;
    content.title = series.title;
    content.unit = series.unit;
    content.limit = 380;
    content.stages = {{u"A"_s, 5, start, start.addDays(10)}, {u"B"_s, 25, start, start.addDays(900)}};
    content.series = {series};
    return content;
}

void report(const char *what, std::vector<double> frames)
{
    std::sort(frames.begin(), frames.end());
    std::printf("%-34s median %6.2f ms   p99 %6.2f ms   max %6.2f ms   (%zu frames)\n", what,
                frames[frames.size() / 2], frames[frames.size() * 99 / 100], frames.back(), frames.size());
}

void measure(const char *what, int frames, const std::function<void(int)> &frame)
{
    std::vector<double> times;
    for (int i = 0; i < frames; ++i) {
        QElapsedTimer timer;
        timer.start();
        frame(i);
        // The queued redraw and the painting of the widget belong to the frame.
        QApplication::sendPostedEvents();
        QApplication::processEvents();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    report(what, times);
}
} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    ui::applyTheme(app, ui::Theme::light());
    const int points = QApplication::arguments().value(1, u"100000"_s).toInt();
    ui::TimeSeriesChart chart(u"benchChart"_s);
    for (const QSize size : {QSize(480, 220), QSize(1440, 800)}) {
        chart.resize(size);
        chart.show();
        QElapsedTimer timer;
        timer.start();
        chart.setContent(content(points));
        QApplication::processEvents();
        std::printf("\n%d points, %d x %d: first picture %.1f ms\n", points, size.width(), size.height(),
                    static_cast<double>(timer.nsecsElapsed()) / 1e6);
        const ui::TimeSpan whole = chart.dataSpan();
        // Half of all points in sight, moved by a hundredth of that each frame, there and back.
        measure("pan, half of the points in sight", 400, [&](int i) {
            const double length = whole.length() / 2;
            const double step = length / 100 * (i % 200 < 100 ? i % 100 : 100 - i % 100);
            chart.setTimeRange({whole.from + step, whole.from + step + length});
        });
        measure("zoom from all to a week", 300, [&](int i) {
            const double length = whole.length() * std::pow(0.975, i);
            chart.setTimeRange({whole.from, whole.from + length});
        });
        chart.setTimeRange(whole);
        QApplication::processEvents();
        measure("cursor by keyboard, all in sight", 300, [&](int) {
            QKeyEvent press(QEvent::KeyPress, Qt::Key_Right, Qt::NoModifier);
            QApplication::sendEvent(&chart, &press);
        });
    }
    return 0;
}
