// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/charts/timeserieschart.h"
#include "ui/rollout/rolloutworkspace.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/stateoverlay.h"

#include <QComboBox>
#include <QLabel>
#include <QTableView>

using namespace renewal;
using namespace Qt::StringLiterals;

class TestRolloutView : public QObject
{
    Q_OBJECT

private slots:
    void toggleAndStagesAreTold();
    void missingValuesAreGaps();
    void letterTShowsTheTableAndBack();
    void anotherMetricIsChosenByKeyboard();
    void arrowsTellTheValue();
    void bandsFollowTheStages_data();
    void bandsFollowTheStages();
    void emptyRolloutSaysWhatToDo();
    void failureOffersToTryAgain();
};

void TestRolloutView::toggleAndStagesAreTold()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    QCOMPARE(f.find<QLabel>(u"toggleLabel"_s)->text(), u"mhv_secure_messaging_medications_renewal_request"_s);
    QCOMPARE(f.find<ui::Chip>(u"percentChip"_s)->text(), u"On for 25 % of logged-in users"_s);
    const QString stages = f.find<QWidget>(u"stageStrip"_s)->accessibleDescription();
    QVERIFY2(stages.startsWith(u"Stage A, 5 %, done, took 1 d. Stage B, 25 %, on, day 6"),
             qPrintable(stages));
    QVERIFY(stages.contains(u"Stage C, 50 %, planned Nov 23"));
}

void TestRolloutView::missingValuesAreGaps()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    auto *chart = f.find<ui::TimeSeriesChart>(u"metricChart"_s);
    QCOMPARE(chart->segmentCount(), 2);
    QVERIFY(chart->accessibleDescription().contains(u"6 missing"));
}

void TestRolloutView::letterTShowsTheTableAndBack()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    auto *table = f.find<QTableView>(u"metricTable"_s);
    QVERIFY(!table->isVisible());
    f.key(Qt::Key_T);
    QTRY_VERIFY(table->isVisible());
    QVERIFY(table->hasFocus());
    QCOMPARE(table->model()->rowCount(), 159);
    QCOMPARE(table->model()->index(0, 0).data().toString(), u"Nov 22, 2026 14:00"_s);
    f.key(Qt::Key_T);
    QTRY_VERIFY(f.find<ui::TimeSeriesChart>(u"metricChart"_s)->isVisible());
}

void TestRolloutView::anotherMetricIsChosenByKeyboard()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    auto *combo = f.find<QComboBox>(u"metricCombo"_s);
    combo->setFocus();
    f.key(Qt::Key_Down);
    auto *chart = f.find<ui::TimeSeriesChart>(u"metricChart"_s);
    QTRY_COMPARE(chart->accessibleName(), u"Message send errors"_s);
    QVERIFY(chart->accessibleDescription().contains(u"limit 1 %"));
    QVERIFY(f.find<QLabel>(u"metricSubtitleLabel"_s)->text().endsWith(u"limit 1 %"));
}

void TestRolloutView::arrowsTellTheValue()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    auto *chart = f.find<ui::TimeSeriesChart>(u"metricChart"_s);
    chart->setFocus();
    QCOMPARE(chart->cursorText(), QString());
    f.key(Qt::Key_Home);
    QVERIFY2(chart->cursorText().startsWith(u"Nov 16, 2026 00:00 UTC: "), qPrintable(chart->cursorText()));
    f.key(Qt::Key_Right);
    QVERIFY(chart->cursorText().startsWith(u"Nov 16, 2026 01:00 UTC: "));
    QCOMPARE(chart->accessibleDescription(), chart->cursorText());
    f.key(Qt::Key_Escape);
    QCOMPARE(chart->cursorText(), QString());
}

void TestRolloutView::bandsFollowTheStages_data()
{
    QTest::addColumn<QVector<RolloutStage>>("stages");
    QTest::addColumn<QStringList>("labels");
    const QDateTime day(QDate(2026, 11, 16), QTime(0, 0), Qt::UTC);
    QTest::newRow("none reached") << QVector<RolloutStage>{{u"A"_s, 5, day, {}}} << QStringList();
    QTest::newRow("planned ones have none")
        << QVector<RolloutStage>{{u"A"_s, 5, day, day}, {u"B"_s, 25, day.addDays(1), {}}}
        << QStringList{u"A 5 %"_s};
    QTest::newRow("in order of time, as after a roll-back")
        << QVector<RolloutStage>{{u"A"_s, 5, day, day.addDays(3)}, {u"B"_s, 25, day, day.addDays(1)}}
        << QStringList{u"B 25 %"_s, u"A 5 %"_s};
}

void TestRolloutView::bandsFollowTheStages()
{
    QFETCH(QVector<RolloutStage>, stages);
    QFETCH(QStringList, labels);
    const QVector<ui::StageBand> bands = ui::stageBands(stages);
    QStringList got;
    for (qsizetype i = 0; i < bands.size(); ++i) {
        got += bands[i].label;
        QCOMPARE(bands[i].to.isValid(), i + 1 < bands.size()); // only the last one is still on
    }
    QCOMPARE(got, labels);
}

void TestRolloutView::emptyRolloutSaysWhatToDo()
{
    test::WindowFixture f;
    f.world.rollout.overviewData = {};
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    auto *overlay = f.find<ui::RolloutWorkspace>(u"rolloutWorkspace"_s)->overlay();
    QVERIFY(overlay->state() == ui::StateOverlay::State::Empty);
    QVERIFY(overlay->text().contains(u"Import"));
}

void TestRolloutView::failureOffersToTryAgain()
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

QTEST_MAIN(TestRolloutView)
#include "tst_rolloutview.moc"
