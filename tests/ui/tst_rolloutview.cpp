// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rollout/criteria.h"
#include "tests/ui/windowfixture.h"
#include "ui/charts/chartlegend.h"
#include "ui/charts/charttexts.h"
#include "ui/charts/timeserieschart.h"
#include "ui/rollout/chartplan.h"
#include "ui/rollout/rolloutworkspace.h"
#include "ui/rollout/togglecard.h"
#include "ui/widgets/chip.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

using namespace renewal;
using namespace Qt::StringLiterals;

class TestRolloutView : public QObject
{
    Q_OBJECT

private slots:
    void toggleAndStagesAreTold();
    void criteriaAreSpoken_data();
    void criteriaAreSpoken();
    void enterOnACriterionShowsItsChart();
    void answerComesBeforeItsReasons();
    void stageAndIncidentsAreTold();
    void noticeLeadsToTheCorrelations();
    void missingValuesAreGaps();
    void arrowsTellTheValue();
    void letterTShowsTheTableAndBack();
    void menuOfAChartWorksByKeyboard();
    void hiddenSeriesStaysHiddenOnRefresh();
    void letterEExportsTheChart_data();
    void letterEExportsTheChart();
    void ageOfTheToggleGoesOn();
    void windowOfAShareIsSaid_data();
    void windowOfAShareIsSaid();
    void bandsFollowTheStages_data();
    void bandsFollowTheStages();
};

void TestRolloutView::toggleAndStagesAreTold()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    QCOMPARE(f.find<QLabel>(u"toggleLabel"_s)->text(), u"mhv_secure_messaging_medications_renewal_request"_s);
    QCOMPARE(f.find<ui::Chip>(u"percentChip"_s)->text(), u"On for 25 % of logged-in users"_s);
    QCOMPARE(f.find<QLabel>(u"readAtLabel"_s)->text(), u"Production, moved in Flipper, read here 8 s ago"_s);
    const QString stages = f.find<QWidget>(u"stageStrip"_s)->accessibleDescription();
    QVERIFY2(stages.startsWith(u"Stage A, 5 %, 1 d, done. Stage B, 25 %, on, day 6"), qPrintable(stages));
    QVERIFY(stages.contains(u"Stage C, 50 %, planned Nov 23"));
}

void TestRolloutView::criteriaAreSpoken_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QStringList>("spoken");
    QTest::newRow("met") << 0
                         << QStringList{u"Success criterion: Message send errors"_s,
                                        u"Must be: at most 1 %"_s,
                                        u"Stage so far: 0.4 %"_s,
                                        u"With 95 % certainty: 0.2 % to 0.7 %"_s,
                                        u"Counted: 33 of 8,101"_s,
                                        u"Verdict: Met. 33 of 8,101 messages could not be sent (0.4 %)."_s};
    QTest::newRow("a mean has no count of bad ones")
        << 1
        << QStringList{u"Success criterion: Send latency, 95th percentile"_s,
                       u"Must be: at most 3 s"_s,
                       u"Stage so far: 2.2 s"_s,
                       u"With 95 % certainty: not known yet"_s,
                       u"Counted: n = 8,101"_s,
                       u"Verdict: Met"_s};
    QTest::newRow("not met")
        << 2
        << QStringList{u"Success criterion: Renewals with a care team"_s,
                       u"Must be: at least 95 %"_s,
                       u"Stage so far: 93.4 %"_s,
                       u"With 95 % certainty: 92.1 % to 94.5 %"_s,
                       u"Counted: 8,422 of 9,017"_s,
                       u"Verdict: Not met. 8,422 of 9,017 renewals found a care team (93.4 %)."_s};
    QTest::newRow("too little data") << 3
                                     << QStringList{u"Success criterion: Veteran satisfaction (CSAT)"_s,
                                                    u"Must be: no worse than before"_s,
                                                    u"Stage so far: 3.9 vs 3.8"_s,
                                                    u"With 95 % certainty: \u22120.3 to +0.5"_s,
                                                    u"Counted: n = 61"_s,
                                                    u"Verdict: Too little data, about 2 more days"_s};
}

void TestRolloutView::criteriaAreSpoken()
{
    QFETCH(int, row);
    QFETCH(QStringList, spoken);
    test::WindowFixture f;
    ui::installTranslators(*qApp, QLocale(QLocale::English, QLocale::UnitedStates));
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    auto *table = f.find<QTableView>(u"criteriaTable"_s);
    QVERIFY(table->hasFocus()); // what the place is for comes first
    auto *accessible = QAccessible::queryAccessibleInterface(table)->tableInterface();
    QVERIFY(accessible);
    QStringList told;
    for (int column = 0; column < accessible->columnCount(); ++column)
        told += accessible->cellAt(row, column)->text(QAccessible::Name);
    QCOMPARE(told, spoken);
}

void TestRolloutView::enterOnACriterionShowsItsChart()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    f.key(Qt::Key_Home);
    f.key(Qt::Key_Return);
    QTRY_VERIFY(f.find<QWidget>(u"sendErrorsChart"_s)->hasFocus());
}

void TestRolloutView::answerComesBeforeItsReasons()
{
    test::WindowFixture f;
    ui::installTranslators(*qApp, QLocale(QLocale::English, QLocale::UnitedStates));
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    auto *answer = f.find<QLabel>(u"advanceAnswerLabel"_s);
    auto *reasons = f.find<QLabel>(u"advanceReasonsLabel"_s);
    QCOMPARE(answer->text(), u"May we go on? Not yet: 3 reasons"_s);
    QCOMPARE(reasons->text().split(u'\n').size(), 3);
    QCOMPARE(reasons->accessibleName(),
             u"Renewals with a care team is below 95 %. CSAT has too little data. UX and research has not "
             u"signed off"_s);
    QVERIFY(answer->y() < reasons->y());
}

void TestRolloutView::stageAndIncidentsAreTold()
{
    test::WindowFixture f;
    f.world.rollout.overviewData.stageSummary.uniqueUsers.reset();
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    QStringList facts;
    for (const QLabel *label :
         f.find<QWidget>(u"stageFactsGrid"_s)->findChildren<QLabel *>(u"factValueLabel"_s))
        facts += label->accessibleName();
    QCOMPARE(facts.value(0), u"Unique Veterans: not known"_s);
    QCOMPARE(facts.value(2), u"Errors: 33 (SM API 27, web 6)"_s);
    QCOMPARE(f.find<ui::Chip>(u"incident0Chip"_s)->text(), u"Low"_s);
    QCOMPARE(f.find<QLabel>(u"incident0Label"_s)->text(), u"Nov 18: prefill lost “sig”"_s);
}

void TestRolloutView::noticeLeadsToTheCorrelations()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    QSignalSpy wanted(f.find<ui::RolloutWorkspace>(u"rolloutWorkspace"_s),
                      &ui::RolloutWorkspace::correlationsRequested);
    auto *button = f.find<QAbstractButton>(u"openCorrelations0Button"_s);
    QCOMPARE(button->accessibleName(), u"Open correlations of station 668"_s);
    button->setFocus();
    f.key(Qt::Key_Space);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().toString(), u"668"_s);
    QTRY_VERIFY(f.window->workspace() == ui::WorkspaceId::Correlations);
    QCOMPARE(f.find<QComboBox>(u"stationCombo"_s)->currentData().toString(), u"668"_s);
    QVERIFY(f.find<QComboBox>(u"stationCombo"_s)->property("narrows").toBool());
    QVERIFY(!f.find<QComboBox>(u"ehrCombo"_s)->property("narrows").toBool());
}

void TestRolloutView::missingValuesAreGaps()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    for (const QString &name : {u"messagesSentChart"_s, u"sendErrorsChart"_s, u"sendLatencyChart"_s}) {
        auto *chart = f.find<ui::TimeSeriesChart>(name);
        QCOMPARE(chart->segmentCount(0), 2);
        QVERIFY2(chart->accessibleDescription().contains(u"6 missing"),
                 qPrintable(chart->accessibleDescription()));
    }
}

void TestRolloutView::arrowsTellTheValue()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    auto *chart = f.find<ui::TimeSeriesChart>(u"messagesSentChart"_s);
    chart->setFocus();
    f.key(Qt::Key_End);
    QCOMPARE(chart->cursorText(), u"Nov 22, 2026 14:00 UTC\nVistA 238 per hour\nOracle Health 76 per hour"_s);
    f.key(Qt::Key_Plus);
    QVERIFY(chart->isZoomed());
    QCOMPARE(f.find<ui::TimeSeriesChart>(u"sendErrorsChart"_s)->timeRange(), chart->timeRange());
    f.key(Qt::Key_Escape);
    QVERIFY(!chart->isZoomed());
    QCOMPARE(chart->cursorText(), QString());
}

void TestRolloutView::letterTShowsTheTableAndBack()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    f.find<QWidget>(u"sendErrorsChart"_s)->setFocus();
    auto *table = f.find<QTableView>(u"sendErrorsTable"_s);
    QVERIFY(!table->isVisible());
    f.key(Qt::Key_T);
    QTRY_VERIFY(table->isVisible());
    QVERIFY(table->hasFocus());
    QCOMPARE(table->model()->rowCount(), 159);
    QCOMPARE(table->model()->index(0, 0).data().toString(), u"Nov 22, 2026 14:00 UTC"_s);
    QVERIFY(!f.find<QTableView>(u"messagesSentTable"_s)->isVisible()); // only where the keyboard is
    f.key(Qt::Key_T);
    QTRY_VERIFY(f.find<QWidget>(u"sendErrorsChart"_s)->hasFocus());
    f.find<QWidget>(u"funnelChart"_s)->setFocus();
    f.key(Qt::Key_T);
    auto *steps = f.find<QTableView>(u"funnelTable"_s);
    QTRY_VERIFY(steps->isVisible());
    QCOMPARE(steps->model()->index(1, 3).data().toString(), u"61 %"_s);
}

void TestRolloutView::menuOfAChartWorksByKeyboard()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    auto *button = f.find<QAbstractButton>(u"sendErrorsMoreButton"_s);
    QCOMPARE(button->accessibleName(), u"More for Message send errors"_s);
    button->setFocus();
    f.key(Qt::Key_Space);
    auto *menu = f.find<QMenu>(u"sendErrorsMenu"_s);
    QTRY_VERIFY(menu->isVisible());
    QStringList texts;
    for (const QAction *action : menu->actions())
        texts += action->text().section(u'\t', 0, 0);
    QCOMPARE(texts, (QStringList{u"Show as table"_s, u"Export…"_s, u"Zoom in"_s, u"Zoom out"_s,
                                 u"Show the whole time"_s}));
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_VERIFY(f.find<ui::TimeSeriesChart>(u"sendErrorsChart"_s)->isZoomed());
}

void TestRolloutView::hiddenSeriesStaysHiddenOnRefresh()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    auto *chart = f.find<ui::TimeSeriesChart>(u"messagesSentChart"_s);
    auto *entry =
        f.find<QWidget>(u"messagesSentCorner"_s)->findChild<QAbstractButton *>(u"legendEntry0Check"_s);
    QVERIFY(entry);
    QCOMPARE(entry->text(), u"VistA"_s);
    entry->setFocus();
    f.key(Qt::Key_Space);
    QVERIFY(!entry->isChecked());
    f.key(Qt::Key_F5);
    QTRY_VERIFY(f.window->isSettled());
    QCOMPARE(chart->legend()->shown(), (QVector<bool>{false, true}));
    chart->setFocus();
    f.key(Qt::Key_Home);
    QCOMPARE(chart->cursorText(), u"Nov 16, 2026 00:00 UTC\nOracle Health 4 per hour"_s);
}

void TestRolloutView::letterEExportsTheChart_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("picture") << u"chart.png"_s << QByteArray("\x89PNG");
    QTest::newRow("vectors") << u"chart.svg"_s << QByteArray("<?xml");
    QTest::newRow("values") << u"chart.csv"_s
                            << QByteArray("\xEF\xBB\xBFtime (UTC),Message send errors (%),n of Message send "
                                          "errors\r\n2026-11-16T00:00:00Z,0.4,17\r\n");
}

void TestRolloutView::letterEExportsTheChart()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, start);
    const QTemporaryDir folder;
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    QSignalSpy reported(f.find<ui::RolloutWorkspace>(u"rolloutWorkspace"_s), &ui::Workspace::messageRaised);
    f.find<QWidget>(u"sendErrorsChart"_s)->setFocus();
    f.key(Qt::Key_E);
    QTRY_VERIFY(f.window->findChild<QFileDialog *>(u"exportDialog"_s));
    auto *dialog = f.find<QFileDialog>(u"exportDialog"_s);
    QCOMPARE(dialog->windowTitle(), u"Export Message send errors"_s);
    auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
    QVERIFY(name);
    QCOMPARE(name->text(), u"message-send-errors"_s);
    name->setText(folder.filePath(file));
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE(reported.size(), 1);
    QCOMPARE(reported.first().first().toString(), u"The chart was saved as %1"_s.arg(folder.filePath(file)));
    QFile written(folder.filePath(file));
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray bytes = written.readAll();
    QVERIFY2(bytes.startsWith(start), bytes.left(120).constData());
}

void TestRolloutView::ageOfTheToggleGoesOn()
{
    ui::ToggleCard card;
    RolloutOverview overview;
    overview.readAt = QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
    card.setOverview(overview, overview.readAt.addSecs(4));
    const auto *label = card.findChild<QLabel *>(u"readAtLabel"_s);
    QCOMPARE(label->text(), u"moved in Flipper, read here 4 s ago"_s);
    card.showAge(overview.readAt.addSecs(44));
    QCOMPARE(label->text(), u"moved in Flipper, read here 44 s ago"_s);
}

void TestRolloutView::windowOfAShareIsSaid_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("subtitle");
    // Computed here over six hours, it says so; delivered as such, it is its own hour's.
    QTest::newRow("computed") << u"message_send_errors / (renewal_messages_sent) over 6 h"_s
                              << u"Message send errors, over 6 h"_s
                              << u"stage so far 0.6 %, last 6 h 0.3 %"_s;
    QTest::newRow("delivered") << u"avg:errors{*}"_s << u"Message send errors"_s
                               << u"stage so far 0.6 %, last hour 0.3 %"_s;
}

void TestRolloutView::windowOfAShareIsSaid()
{
    QFETCH(QString, query);
    const QString key = QString::fromLatin1(rollout::errorShareKey);
    RolloutOverview overview;
    MetricSeries share;
    share.key = key;
    share.title = u"Message send errors"_s;
    share.unit = u"%"_s;
    share.query = query;
    overview.series = {share};
    CriterionResult criterion;
    criterion.metric = key;
    criterion.now = 0.6; // what the table of criteria tells
    overview.criteria = {criterion};
    const ui::ChartPlan plan = ui::chartPlan(ui::ChartKind::SendErrors, overview);
    QTEST(plan.title, "title");
    const QDateTime now(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
    share.points = {{now.addSecs(-3600), 0.5, 800}, {now, 0.3, 843}};
    const ui::ChartContent content = ui::chartContent(plan, {{key, share}}, overview, now);
    QTEST(ui::chartSubtitle(content), "subtitle");
    const QStringList lines = ui::cursorLines(content, {true}, now);
    QCOMPARE(lines.constFirst(),
             plan.windowHours > 0 ? u"6 h up to Nov 22, 2026 12:00 UTC"_s : u"Nov 22, 2026 12:00 UTC"_s);
    QCOMPARE(ui::chartSummary(content).contains(u"each over the 6 h up to it"), plan.windowHours > 0);
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

QTEST_MAIN(TestRolloutView)
#include "tst_rolloutview.moc"
