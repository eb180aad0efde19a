// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/rollout/rolloutworkspace.h"
#include "ui/widgets/stateoverlay.h"

#include <QAbstractButton>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>

using namespace renewal;
using namespace Qt::StringLiterals;

/// The rollout when something is missing, fails, or has little room.
class TestRolloutStates : public QObject
{
    Q_OBJECT

private slots:
    void smallWindowShowsAllByScrolling();
    void emptyRolloutSaysWhatToDo();
    void withoutMetricsTheChartsSayWhatToDo();
    void failureOffersToTryAgain();
    void oneFailedChartLeavesTheOthers();
    void refreshKeepsTheReadersPlace();
    void withoutNoticesThereIsNoCard();
    void nothingInTheWayIsAYes();
};

void TestRolloutStates::smallWindowShowsAllByScrolling()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    f.window->resize(1024, 700);
    auto *scroll = f.find<QScrollArea>(u"rolloutScroll"_s);
    QTRY_VERIFY(scroll->verticalScrollBar()->maximum() > 0);
    auto *content = scroll->widget();
    QVERIFY2(content->width() <= scroll->viewport()->width(), "something is cut at the right");
    const auto *notice = f.find<QWidget>(u"noticePane"_s);
    const auto *criteria = f.find<QWidget>(u"criteriaCard"_s);
    const auto *incidents = f.find<QWidget>(u"incidentsPane"_s);
    QTRY_VERIFY(notice->mapTo(content, QPoint()).y() < criteria->y()); // what is urgent needs no scrolling
    QVERIFY(incidents->mapTo(content, QPoint()).y() > f.find<QWidget>(u"rolloutCharts"_s)->y());
    // Tab goes to what is out of sight, and the view follows.
    auto *last = f.find<QWidget>(u"signOff4Check"_s);
    for (int i = 0; i < 60 && QApplication::focusWidget() != last; ++i)
        f.key(Qt::Key_Tab);
    QVERIFY(last->hasFocus());
    QVERIFY(scroll->viewport()->rect().intersects(
        QRect(last->mapTo(scroll->viewport(), QPoint()), last->size())));
}

void TestRolloutStates::emptyRolloutSaysWhatToDo()
{
    test::WindowFixture f;
    f.world.rollout.overviewData = {};
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    auto *overlay = f.find<ui::RolloutWorkspace>(u"rolloutWorkspace"_s)->overlay();
    QVERIFY(overlay->state() == ui::StateOverlay::State::Empty);
    QVERIFY(overlay->text().contains(u"Import"));
}

void TestRolloutStates::withoutMetricsTheChartsSayWhatToDo()
{
    test::WindowFixture f;
    f.world.rollout.overviewData.series.clear();
    f.world.rollout.overviewData.funnel.clear();
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    for (const QString &name :
         {u"messagesSentMessageLabel"_s, u"sendErrorsMessageLabel"_s, u"funnelMessageLabel"_s}) {
        auto *label = f.find<QLabel>(name);
        QVERIFY(label->isVisible());
        QVERIFY2(label->text().contains(u"Import"), qPrintable(label->text()));
    }
    QVERIFY(f.find<QWidget>(u"criteriaTable"_s)->isVisible());
    f.key(Qt::Key_T); // there is nothing to show as a table, and nothing happens
    QVERIFY(!f.find<QTableView>(u"messagesSentTable"_s)->isVisible());
}

void TestRolloutStates::failureOffersToTryAgain()
{
    test::WindowFixture f;
    f.world.rollout.overviewReplies.error =
        Error{ErrorCode::Forbidden, u"Your role may not see the rollout."_s, {}};
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    auto *overlay = f.find<ui::RolloutWorkspace>(u"rolloutWorkspace"_s)->overlay();
    QVERIFY(overlay->state() == ui::StateOverlay::State::Failed);
    QVERIFY(overlay->text().contains(u"Your role"));
    f.world.rollout.overviewReplies.error.reset();
    f.key(Qt::Key_F5);
    QTRY_VERIFY(overlay->state() == ui::StateOverlay::State::Hidden);
}

void TestRolloutStates::oneFailedChartLeavesTheOthers()
{
    test::WindowFixture f;
    f.world.rollout.seriesData.removeLast(); // latency is not found
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    QVERIFY(f.find<QWidget>(u"sendErrorsChart"_s)->isVisible());
    QCOMPARE(f.find<QLabel>(u"sendLatencyMessageLabel"_s)->text(), u"There is no such metric."_s);
    auto *retry = f.find<QAbstractButton>(u"sendLatencyRetryButton"_s);
    QVERIFY(retry->isVisible());
    MetricSeries latency = f.world.rollout.seriesData.last();
    latency.key = u"send_latency_p95"_s;
    f.world.rollout.seriesData.append(latency);
    retry->setFocus();
    f.key(Qt::Key_Space);
    QTRY_VERIFY(f.find<QWidget>(u"sendLatencyChart"_s)->isVisible());
}

void TestRolloutStates::refreshKeepsTheReadersPlace()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    auto *table = f.find<QTableView>(u"criteriaTable"_s);
    f.key(Qt::Key_Down);
    f.key(Qt::Key_Down);
    QCOMPARE(table->currentIndex().row(), 2);
    const QSignalSpy reset(table->model(), &QAbstractItemModel::modelReset);
    f.world.rollout.overviewData.criteria[2].now = 95.2;
    f.world.rollout.overviewData.criteria[2].verdict = CriterionVerdict::Met;
    f.key(Qt::Key_F5);
    QTRY_COMPARE(table->model()->index(2, 5).data().toString(), u"Met"_s);
    QCOMPARE(table->currentIndex().row(), 2);
    QCOMPARE(reset.size(), 0);
    // A service that is away takes nothing from the screen.
    f.world.rollout.overviewReplies.error = Error{ErrorCode::Unavailable, u"away"_s, {}};
    f.key(Qt::Key_F5);
    QTRY_VERIFY(f.window->isSettled());
    QVERIFY(f.find<ui::RolloutWorkspace>(u"rolloutWorkspace"_s)->overlay()->state() ==
            ui::StateOverlay::State::Hidden);
}

void TestRolloutStates::withoutNoticesThereIsNoCard()
{
    test::WindowFixture f;
    f.world.rollout.overviewData.notices.clear();
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    QVERIFY(f.find<QWidget>(u"noticePane"_s)->isHidden());
}

void TestRolloutStates::nothingInTheWayIsAYes()
{
    test::WindowFixture f;
    f.world.rollout.overviewData.reasonsNotToAdvance.clear();
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    QCOMPARE(f.find<QLabel>(u"advanceAnswerLabel"_s)->text(),
             u"Yes: nothing stands in the way of stage C."_s);
    QVERIFY(f.find<QLabel>(u"advanceReasonsLabel"_s)->isHidden());
}

QTEST_MAIN(TestRolloutStates)
#include "tst_rolloutstates.moc"
