// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/loopwatch.h"
#include "tests/ui/windowfixture.h"

#include <QElapsedTimer>
#include <QTableView>

using namespace renewal;
using namespace Qt::StringLiterals;

namespace {
/// Uses the processor, as slow code does.
void compute(test::LoopWatch::Duration time)
{
    timespec begin{};
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &begin);
    const auto used = [&] {
        return std::chrono::seconds(now.tv_sec - begin.tv_sec) +
               std::chrono::nanoseconds(now.tv_nsec - begin.tv_nsec);
    };
    do
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    while (used() < time);
}
} // namespace

/// The watch itself, and what a user does most in each place: none of it may hold the window up.
class TestLoopWatch : public QObject
{
    Q_OBJECT

private slots:
    void aStallIsSeen();
    void manyShortStepsAreNone();
    void waitingIsNone();
    void placesAnswerAtOnce_data();
    void placesAnswerAtOnce();
    void findingAnswersAtOnce();
    void scrollingAnswersAtOnce();
};

void TestLoopWatch::aStallIsSeen()
{
    test::LoopWatch watch;
    QTimer::singleShot(0, &watch, [] { compute(test::LoopWatch::limit() + std::chrono::milliseconds(20)); });
    QTRY_VERIFY(watch.hasStalled());
    QVERIFY2(watch.report().contains(u"stood still"), qPrintable(watch.report()));
    watch.restart();
    QVERIFY(!watch.hasStalled());
}

void TestLoopWatch::manyShortStepsAreNone()
{
    test::LoopWatch watch;
    int steps = 0;
    QTimer step;
    connect(&step, &QTimer::timeout, this, [&] {
        compute(test::LoopWatch::limit() / 10);
        ++steps;
    });
    step.start(0);
    QTRY_VERIFY(steps > 30);
    QVERIFY2(!watch.hasStalled(), qPrintable(watch.report()));
}

void TestLoopWatch::waitingIsNone()
{
    test::LoopWatch watch;
    QElapsedTimer wall;
    wall.start();
    const auto longer = std::chrono::duration_cast<std::chrono::milliseconds>(test::LoopWatch::limit() * 3);
    QTRY_VERIFY(wall.elapsed() > longer.count());
    QVERIFY2(!watch.hasStalled(), qPrintable(watch.report()));
}

void TestLoopWatch::placesAnswerAtOnce_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("renewals") << int(Qt::Key_1);
    QTest::newRow("correlations") << int(Qt::Key_2);
    QTest::newRow("rollout") << int(Qt::Key_3);
    QTest::newRow("activity") << int(Qt::Key_4);
}

void TestLoopWatch::placesAnswerAtOnce()
{
    QFETCH(int, key);
    test::WindowFixture f;
    QVERIFY(f.open(key == Qt::Key_1 ? ui::WorkspaceId::Activity : ui::WorkspaceId::Renewals));
    // The first look at a place loads its fonts and icons; a user's day has many more.
    f.key(key, Qt::ControlModifier);
    QTRY_VERIFY(f.window->isSettled());
    f.key(key == Qt::Key_1 ? Qt::Key_4 : Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(f.window->isSettled());
    test::LoopWatch watch;
    f.key(key, Qt::ControlModifier);
    QTRY_VERIFY(f.window->isSettled());
    QCoreApplication::processEvents();
    QVERIFY2(!watch.hasStalled(), qPrintable(watch.report()));
}

void TestLoopWatch::findingAnswersAtOnce()
{
    test::WindowFixture f;
    QVERIFY(f.open());
    f.key(Qt::Key_K, Qt::ControlModifier);
    test::LoopWatch watch;
    for (const QChar letter : u"refresh"_s) {
        QTest::keyClicks(QApplication::focusWidget(), QString(letter));
        QCoreApplication::processEvents();
    }
    f.key(Qt::Key_Escape);
    QCoreApplication::processEvents();
    QVERIFY2(!watch.hasStalled(), qPrintable(watch.report()));
}

void TestLoopWatch::scrollingAnswersAtOnce()
{
    test::WindowFixture f;
    QVERIFY(f.open());
    QVERIFY(f.find<QTableView>(u"renewalsTable"_s)->hasFocus());
    test::LoopWatch watch;
    for (int i = 0; i < 12; ++i) {
        f.key(Qt::Key_J);
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY(f.window->isSettled());
    QVERIFY2(!watch.hasStalled(), qPrintable(watch.report()));
}

QTEST_MAIN(TestLoopWatch)
#include "tst_loopwatch.moc"
