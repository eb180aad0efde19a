// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/charts/chartworld.h"
#include "ui/charts/chartlegend.h"
#include "ui/charts/charttexts.h"
#include "ui/charts/timeaxislink.h"
#include "ui/charts/timeserieschart.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/themesetup.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace renewal;
using namespace Qt::StringLiterals;

namespace {
QDateTime hour(int number)
{
    return QDateTime(QDate(2026, 11, 16), QTime(0, 0), Qt::UTC).addSecs(3600 * number);
}

double fromHour(const ui::TimeSeriesChart &chart)
{
    return (chart.timeRange().from - static_cast<double>(hour(0).toSecsSinceEpoch())) / 3600;
}

double shownHours(const ui::TimeSeriesChart &chart)
{
    return chart.timeRange().length() / 3600;
}

/// Where the pointer is over a share of the drawing area's width.
QPoint over(const ui::TimeSeriesChart &chart, double share)
{
    const auto *plot = chart.findChild<QWidget *>(u"chartPlot"_s);
    constexpr int leftAxis = 60;
    return {leftAxis + static_cast<int>((plot->width() - leftAxis - 10) * share), plot->height() / 2};
}
} // namespace

class TestTimeSeriesChart : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_chart.reset(); }

    void keysMoveTheCursor();
    void cursorPassesOverHiddenSeries();
    void missingValueIsSaid();
    void lateValueIsSaid();
    void pointerTellsTheNearest();
    void keysZoomPanAndReset();
    void cursorTakesTheRangeAlong();
    void dragZoomsAndDoubleClickResets();
    void wheelZoomsPansOrScrolls();
    void legendHidesSeries();
    void gapsStayGaps();
    void refreshKeepsZoomAndCursor();
    void rangeStaysInsideTheData();
    void linkedChartsMoveTogether();
    void linkedChartsKeepTheirColours();
    void cursorOfOneMarksTheOther();
    void summaryIsOneSentence();
    void emptyChartSaysSo();
    void coloursFollowTheTheme();

private:
    void send(int key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(m_chart.get(), static_cast<Qt::Key>(key), modifiers);
    }
    QCheckBox *legendEntry(int number) const
    {
        return m_chart->legend()->findChild<QCheckBox *>(u"legendEntry%1Check"_s.arg(number));
    }

    std::unique_ptr<ui::TimeSeriesChart> m_chart;
};

void TestTimeSeriesChart::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    ui::applyTheme(*qApp, ui::Theme::light());
}

void TestTimeSeriesChart::init()
{
    m_chart = std::make_unique<ui::TimeSeriesChart>(u"testChart"_s);
    m_chart->resize(700, 300);
    m_chart->setContent(test::twoSeries());
    m_chart->show();
    QVERIFY(QTest::qWaitForWindowActive(m_chart.get()));
    m_chart->setFocus();
}

void TestTimeSeriesChart::keysMoveTheCursor()
{
    QCOMPARE(m_chart->cursorText(), QString());
    send(Qt::Key_Home);
    QCOMPARE(m_chart->cursorText(),
             u"Nov 16, 2026 00:00 UTC\nVistA 100 per hour, n = 1,000\nOracle Health 10 per hour"_s);
    send(Qt::Key_Right);
    QVERIFY(m_chart->cursorText().startsWith(u"Nov 16, 2026 01:00 UTC\nVistA 101"));
    send(Qt::Key_End);
    QVERIFY(m_chart->cursorText().startsWith(u"Nov 17, 2026 23:00 UTC\nVistA 147"));
    send(Qt::Key_Right); // there is nothing further
    send(Qt::Key_Left);
    QVERIFY(m_chart->cursorText().startsWith(u"Nov 17, 2026 22:00 UTC"));
    // What one sees is what a screen reader gets.
    const auto *spoken = QAccessible::queryAccessibleInterface(m_chart.get());
    QCOMPARE(spoken->text(QAccessible::Description), m_chart->cursorText().replace(u'\n', u", "_s));
    send(Qt::Key_Escape);
    QCOMPARE(m_chart->cursorText(), QString());
    QVERIFY(spoken->text(QAccessible::Description).startsWith(u"Renewal messages sent from"));
}

void TestTimeSeriesChart::cursorPassesOverHiddenSeries()
{
    legendEntry(0)->setChecked(false);
    send(Qt::Key_Home);
    QCOMPARE(m_chart->cursorText(), u"Nov 16, 2026 00:00 UTC\nOracle Health 10 per hour"_s);
}

void TestTimeSeriesChart::missingValueIsSaid()
{
    send(Qt::Key_Home);
    for (int i = 0; i < 31; ++i)
        send(Qt::Key_Right);
    QCOMPARE(m_chart->cursorText(),
             u"Nov 17, 2026 07:00 UTC\nVistA missing, n = 1,031\nOracle Health 41 per hour"_s);
}

void TestTimeSeriesChart::lateValueIsSaid()
{
    ui::ChartContent content = test::twoSeries();
    content.lateFrom = hour(40);
    m_chart->setContent(content);
    QVERIFY(m_chart->accessibleDescription().endsWith(u"may still change from Nov 17, 2026 16:00."));
    send(Qt::Key_End);
    QVERIFY(m_chart->cursorText().endsWith(u"Oracle Health 57 per hour, may still change"));
    send(Qt::Key_Home);
    QVERIFY(!m_chart->cursorText().contains(u"may still change"));
}

void TestTimeSeriesChart::pointerTellsTheNearest()
{
    auto *plot = m_chart->findChild<QWidget *>(u"chartPlot"_s);
    QTest::mouseMove(plot, over(*m_chart, 0.2));
    QTest::mouseMove(plot, over(*m_chart, 0.5));
    QTRY_VERIFY2(m_chart->cursorText().contains(u"Nov 16, 2026 23:00") ||
                     m_chart->cursorText().contains(u"Nov 17, 2026 00:00"),
                 qPrintable(m_chart->cursorText()));
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(plot, &leave);
    QCOMPARE(m_chart->cursorText(), QString());
}

void TestTimeSeriesChart::keysZoomPanAndReset()
{
    QVERIFY(!m_chart->isZoomed());
    QCOMPARE(shownHours(*m_chart), 47.0);
    send(Qt::Key_Plus);
    QCOMPARE(shownHours(*m_chart), 23.5);
    QCOMPARE(fromHour(*m_chart), 11.75); // around the middle
    send(Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(fromHour(*m_chart), 11.75 + 23.5 / 4);
    send(Qt::Key_Left, Qt::ControlModifier);
    send(Qt::Key_Minus);
    QVERIFY(!m_chart->isZoomed());
    send(Qt::Key_Home);
    send(Qt::Key_Plus); // around the cursor
    QCOMPARE(fromHour(*m_chart), 0.0);
    QVERIFY(m_chart->isZoomed());
    send(Qt::Key_0);
    QVERIFY(!m_chart->isZoomed());
}

void TestTimeSeriesChart::cursorTakesTheRangeAlong()
{
    m_chart->setTimeRange(
        {static_cast<double>(hour(10).toSecsSinceEpoch()), static_cast<double>(hour(20).toSecsSinceEpoch())});
    send(Qt::Key_End);
    QCOMPARE(shownHours(*m_chart), 10.0);
    QCOMPARE(fromHour(*m_chart), 37.0);
}

void TestTimeSeriesChart::dragZoomsAndDoubleClickResets()
{
    auto *plot = m_chart->findChild<QWidget *>(u"chartPlot"_s);
    const QSignalSpy chosen(m_chart.get(), &ui::TimeSeriesChart::timeRangeChosen);
    QTest::mousePress(plot, Qt::LeftButton, {}, over(*m_chart, 0.25));
    QTest::mouseMove(plot, over(*m_chart, 0.4));
    QTest::mouseMove(plot, over(*m_chart, 0.5));
    QTest::mouseRelease(plot, Qt::LeftButton, {}, over(*m_chart, 0.5));
    QCOMPARE(chosen.size(), 1);
    QVERIFY(shownHours(*m_chart) > 9 && shownHours(*m_chart) < 15);
    QVERIFY(fromHour(*m_chart) > 9 && fromHour(*m_chart) < 15);
    const ui::TimeSpan zoomed = m_chart->timeRange();
    // A click of a trembling hand is no drag.
    QTest::mousePress(plot, Qt::LeftButton, {}, over(*m_chart, 0.3));
    QTest::mouseMove(plot, over(*m_chart, 0.3) + QPoint(4, 0));
    QTest::mouseRelease(plot, Qt::LeftButton, {}, over(*m_chart, 0.3) + QPoint(4, 0));
    QCOMPARE(m_chart->timeRange(), zoomed);
    QTest::mouseDClick(plot, Qt::LeftButton, {}, over(*m_chart, 0.3));
    QVERIFY(!m_chart->isZoomed());
}

void TestTimeSeriesChart::wheelZoomsPansOrScrolls()
{
    auto *plot = m_chart->findChild<QWidget *>(u"chartPlot"_s);
    const auto wheel = [&](int turn, Qt::KeyboardModifiers modifiers) {
        QWheelEvent event(over(*m_chart, 0.5), plot->mapToGlobal(over(*m_chart, 0.5)), {}, QPoint(0, turn),
                          Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QApplication::sendEvent(plot, &event);
        return event.isAccepted();
    };
    QVERIFY(wheel(120, Qt::ControlModifier));
    QCOMPARE(qRound(shownHours(*m_chart) * 10), 376); // four fifths
    const double before = fromHour(*m_chart);
    QVERIFY(wheel(-120, Qt::ShiftModifier));
    QVERIFY(fromHour(*m_chart) > before + 4);
    QVERIFY(!wheel(120, Qt::NoModifier)); // left to the page
    QVERIFY(m_chart->isZoomed());
}

void TestTimeSeriesChart::legendHidesSeries()
{
    const QSignalSpy toggled(m_chart->legend(), &ui::ChartLegend::lineToggled);
    QVERIFY(legendEntry(0)->isVisible());
    QCOMPARE(legendEntry(1)->text(), u"Oracle Health"_s);
    const auto *spoken = QAccessible::queryAccessibleInterface(legendEntry(1));
    QCOMPARE(spoken->role(), QAccessible::CheckBox);
    QCOMPARE(spoken->text(QAccessible::Name), u"Show Oracle Health"_s);
    const QImage before = m_chart->grab().toImage();
    legendEntry(1)->setFocus();
    QTest::keyClick(legendEntry(1), Qt::Key_Space);
    QCOMPARE(toggled.size(), 1);
    QCOMPARE(m_chart->legend()->shown(), (QVector<bool>{true, false}));
    QTRY_VERIFY(m_chart->grab().toImage() != before);
    // A refresh does not bring it back.
    m_chart->setContent(test::twoSeries());
    QCOMPARE(m_chart->legend()->shown(), (QVector<bool>{true, false}));
    send(Qt::Key_Home);
    QVERIFY(!m_chart->cursorText().contains(u"Oracle"));
}

void TestTimeSeriesChart::gapsStayGaps()
{
    QCOMPARE(m_chart->segmentCount(0), 2);
    QCOMPARE(m_chart->segmentCount(1), 1);
    m_chart->setTimeRange(
        {static_cast<double>(hour(0).toSecsSinceEpoch()), static_cast<double>(hour(20).toSecsSinceEpoch())});
    QCOMPARE(m_chart->segmentCount(0), 1); // the gap is out of sight
}

void TestTimeSeriesChart::refreshKeepsZoomAndCursor()
{
    send(Qt::Key_Home);
    send(Qt::Key_Plus);
    const ui::TimeSpan zoomed = m_chart->timeRange();
    ui::ChartContent more = test::twoSeries();
    more.series[0].points.append({hour(48), 148.0, 1048.0});
    m_chart->setContent(more);
    QCOMPARE(m_chart->timeRange(), zoomed);
    QVERIFY(m_chart->cursorText().startsWith(u"Nov 16, 2026 00:00"));
    send(Qt::Key_Escape);
    QCOMPARE(shownHours(*m_chart), 48.0);
    more.series[0].points.append({hour(49), 149.0, 1049.0});
    m_chart->setContent(more);
    QCOMPARE(shownHours(*m_chart), 49.0); // who sees all goes on seeing all
}

void TestTimeSeriesChart::rangeStaysInsideTheData()
{
    m_chart->setTimeRange({0, 1e12});
    QCOMPARE(m_chart->timeRange(), m_chart->dataSpan());
    const double end = m_chart->dataSpan().to;
    m_chart->setTimeRange({end + 1000, end + 4600});
    QCOMPARE(m_chart->timeRange().to, end);
    m_chart->setTimeRange({end - 1, end});
    QCOMPARE(m_chart->timeRange().length(), 60.0);
}

void TestTimeSeriesChart::linkedChartsMoveTogether()
{
    ui::TimeSeriesChart other(u"otherChart"_s);
    ui::TimeAxisLink link;
    link.add(m_chart.get());
    link.add(&other);
    ui::ChartContent longer = test::twoSeries();
    longer.series[0].points.append({hour(60), 1.0, {}});
    other.setContent(longer);
    QCOMPARE(shownHours(*m_chart), 60.0); // both cover what one of them covers
    send(Qt::Key_Plus);
    QCOMPARE(other.timeRange(), m_chart->timeRange());
    send(Qt::Key_0);
    QCOMPARE(other.timeRange(), m_chart->timeRange());
    QVERIFY(!other.isZoomed());
}

void TestTimeSeriesChart::linkedChartsKeepTheirColours()
{
    ui::TimeSeriesChart other(u"otherChart"_s);
    ui::TimeAxisLink link;
    link.add(m_chart.get());
    link.add(&other);
    ui::ChartContent longer = test::twoSeries();
    longer.series[0].points.append({hour(60), 1.0, {}});
    other.setContent(longer);
    QCoreApplication::processEvents();
    const QImage image = m_chart->grab().toImage();
    int black = 0; // what has no colour of the theme is black
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            black += image.pixelColor(x, y) == QColor(Qt::black) ? 1 : 0;
    }
    QCOMPARE(black, 0);
}

void TestTimeSeriesChart::cursorOfOneMarksTheOther()
{
    ui::TimeSeriesChart other(u"otherChart"_s);
    other.resize(700, 300);
    other.setContent(test::twoSeries());
    other.show();
    QVERIFY(QTest::qWaitForWindowExposed(&other));
    ui::TimeAxisLink link;
    link.add(m_chart.get());
    link.add(&other);
    QCoreApplication::processEvents();
    const QImage without = other.grab().toImage();
    send(Qt::Key_Home);
    send(Qt::Key_Right);
    QTRY_VERIFY(other.grab().toImage() != without);
    QCOMPARE(other.cursorText(), QString()); // it is marked there, not read there
    send(Qt::Key_Plus);
    QCoreApplication::processEvents(); // the queued redraw
    const QImage zoomed = other.grab().toImage();
    other.setMarker(std::nullopt);
    QTRY_VERIFY(other.grab().toImage() != zoomed); // the mark had stayed
    send(Qt::Key_Escape);
    QTRY_COMPARE(other.grab().toImage(), without);
}

void TestTimeSeriesChart::summaryIsOneSentence()
{
    QCOMPARE(m_chart->accessibleName(), u"Renewal messages sent"_s);
    QCOMPARE(
        m_chart->accessibleDescription(),
        u"Renewal messages sent from Nov 16, 2026 00:00 to Nov 17, 2026 23:00 UTC: VistA between 100 per "
        u"hour and 147 per hour, last 147 per hour, 3 missing; Oracle Health between 10 per hour and 57 "
        u"per hour, last 57 per hour, limit 200 per hour."_s);
    QCOMPARE(ui::chartSubtitle(m_chart->content()), u"per hour"_s);
}

void TestTimeSeriesChart::emptyChartSaysSo()
{
    ui::ChartContent nothing;
    nothing.title = u"Errors"_s;
    m_chart->setContent(nothing);
    QCOMPARE(m_chart->accessibleDescription(), u"Errors: no values."_s);
    for (const int key : {Qt::Key_Right, Qt::Key_Home, Qt::Key_End, Qt::Key_Plus, Qt::Key_0})
        send(key);
    QCOMPARE(m_chart->cursorText(), QString());
    QVERIFY(m_chart->legend()->isHidden());
}

void TestTimeSeriesChart::coloursFollowTheTheme()
{
    const auto corner = [this] {
        return m_chart->findChild<QWidget *>(u"chartPlot"_s)->grab().toImage().pixelColor(1, 1);
    };
    QCOMPARE(corner(), ui::Theme::light().panel);
    ui::applyTheme(*qApp, ui::Theme::night());
    QTRY_COMPARE(corner(), ui::Theme::night().panel);
    ui::applyTheme(*qApp, ui::Theme::light());
    QTRY_COMPARE(corner(), ui::Theme::light().panel);
}

QTEST_MAIN(TestTimeSeriesChart)
#include "tst_timeserieschart.moc"
