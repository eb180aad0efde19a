// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/charts/sharechart.h"
#include "ui/widgets/banner.h"

#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableView>
#include <QTest>

using namespace renewal;
using namespace Qt::StringLiterals;

/// Blind review by keyboard, and the screen "Matching quality" with its threshold.
class TestQuality : public QObject
{
    Q_OBJECT

private slots:
    void reviewsByKeyboard();
    void whatFailsIsKept();
    void keysOfTheDeskAreOff();
    void nothingToReview();
    void figuresInWords();
    void chartsTellTheirPoints();
    void tablesInPlaceOfCharts();
    void sampleIsDrawn();
    void drawAfterALostAnswerUsesTheSameKey();
    void thresholdIsLookedAtBeforeItIsApplied();
    void refusedThresholdIsTold();
    void movingItDoesNotLoseWhatHolds();
    void weightsAreLearntFromHere();
    void matchingThatRunsIsNotStartedTwice_data();
    void matchingThatRunsIsNotStartedTwice();
    void firstFetchFails();
    void nothingReviewedYet();
};

namespace {
/// The window at the correlations, with its settled parts.
class Place : public test::WindowFixture
{
public:
    [[nodiscard]] bool open() { return WindowFixture::open(ui::WorkspaceId::Correlations); }
    [[nodiscard]] bool go(Qt::Key toPage)
    {
        find<QTableView>(u"prescribersTable"_s)->setFocus();
        key(toPage);
        return settle();
    }
    bool settle() const
    {
        return QTest::qWaitFor([this] { return window->isSettled(); });
    }
    QString text(const QString &label) const { return find<QLabel>(label)->text(); }
    QString page() const
    {
        return find<QStackedWidget>(u"correlationPages"_s)->currentWidget()->objectName();
    }
    bool isOn(const QString &button) const { return find<QPushButton>(button)->isEnabled(); }
};
} // namespace

void TestQuality::reviewsByKeyboard()
{
    Place f;
    QVERIFY(f.open());
    QCOMPARE(f.find<QPushButton>(u"blindReviewFilterButton"_s)->text(), u"Blind review 3"_s);
    QVERIFY(f.go(Qt::Key_B));
    QCOMPARE(f.page(), u"blindReviewPage"_s);
    QCOMPARE(f.text(u"reviewTitleLabel"_s), u"Abbott, Ruth at station 552"_s);
    auto *teams = f.find<QListWidget>(u"reviewTeamsList"_s);
    QCOMPARE(teams->count(), 2);
    QCOMPARE(teams->item(0)->text(), u"Blue team"_s);
    QCOMPARE(teams->currentRow(), -1); // nobody chose for the person
    QVERIFY(!f.isOn(u"reviewRightButton"_s));
    f.key(Qt::Key_L);
    QVERIFY(f.world.quality.answers.isEmpty());
    f.key(Qt::Key_2);
    QCOMPARE(teams->currentRow(), 1);
    QVERIFY(f.isOn(u"reviewRightButton"_s));
    f.key(Qt::Key_L);
    QVERIFY(f.settle());
    QCOMPARE(f.world.quality.answers.size(), 1);
    QCOMPARE(f.world.quality.answers.last().careTeam.value, 8102);
    QCOMPARE(f.text(u"reviewTitleLabel"_s), u"Brandt, Karl at station 552"_s);
    f.world.quality.endsLinks = true;
    f.key(Qt::Key_N);
    QVERIFY(f.settle());
    QCOMPARE(toString(f.world.quality.answers.last().verdict), u"none"_s);
    f.key(Qt::Key_U);
    QVERIFY(f.settle());
    QCOMPARE(toString(f.world.quality.answers.last().verdict), u"unsure"_s);
    QVERIFY(!f.find<QPushButton>(u"blindReviewFilterButton"_s)->isVisibleTo(f.window.get()));
    QVERIFY(f.world.correlations.decisions.isEmpty());
}

void TestQuality::whatFailsIsKept()
{
    Place f;
    QVERIFY(f.open());
    QVERIFY(f.go(Qt::Key_B));
    f.find<QLineEdit>(u"reviewNoteEdit"_s)->setText(u"asked the clinic"_s);
    f.world.quality.judgeReplies.error = Error{ErrorCode::Unavailable, u"The service does not answer."_s, {}};
    f.find<QPushButton>(u"reviewNoneButton"_s)->click();
    QVERIFY(f.settle());
    QCOMPARE(f.text(u"reviewTitleLabel"_s), u"Abbott, Ruth at station 552"_s);
    QCOMPARE(f.find<QLineEdit>(u"reviewNoteEdit"_s)->text(), u"asked the clinic"_s);
    const QString key = f.world.quality.answers.last().idempotencyKey;
    f.world.quality.judgeReplies.error.reset();
    f.find<QPushButton>(u"reviewNoneButton"_s)->click();
    QVERIFY(f.settle());
    QCOMPARE(f.world.quality.answers.last().idempotencyKey, key); // a repeat has no second effect
    QCOMPARE(f.world.quality.answers.last().note, u"asked the clinic"_s);
}

void TestQuality::keysOfTheDeskAreOff()
{
    Place f;
    QVERIFY(f.open());
    QVERIFY(f.go(Qt::Key_Q));
    QCOMPARE(f.page(), u"qualityPage"_s);
    for (const Qt::Key key : {Qt::Key_L, Qt::Key_N, Qt::Key_X, Qt::Key_U})
        f.key(key);
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(f.settle());
    QVERIFY(f.world.correlations.decisions.isEmpty());
    QCOMPARE(f.world.correlations.undos, 0);
    QVERIFY(f.world.quality.answers.isEmpty());
    f.key(Qt::Key_Q);
    QCOMPARE(f.page(), u"correlationsSplitter"_s);
}

void TestQuality::nothingToReview()
{
    Place f;
    f.world.quality.cases.clear();
    QVERIFY(f.open());
    QVERIFY(f.go(Qt::Key_B));
    QVERIFY(!f.isOn(u"reviewNoneButton"_s));
    QCOMPARE(f.find<QTableView>(u"reviewsTable"_s)->model()->rowCount(), 0);
}

void TestQuality::figuresInWords()
{
    Place f;
    QVERIFY(f.open());
    f.find<QPushButton>(u"qualityScreenButton"_s)->click();
    QVERIFY(f.settle());
    QCOMPARE(f.text(u"precisionLabel"_s), u"Of 50 reviewed, 49 right: 89.4 to 99.9 %"_s);
    QVERIFY(f.text(u"coverageLabel"_s).startsWith(u"Coverage: 68.0 % (62.0 to 70.0 %)"_s));
    QVERIFY(f.text(u"sampleLabel"_s).contains(u"50 cases, drawn by P. Mendez"_s));
    const QAbstractItemModel *stations = f.find<QTableView>(u"stationsQualityTable"_s)->model();
    QCOMPARE(stations->rowCount(), 2);
    QCOMPARE(stations->index(1, 4).data().toString(), u"94.7 % (74.0 to 99.9 %)"_s);
    QCOMPARE(stations->index(1, 3).data(Qt::AccessibleTextRole).toString(), u"Reviewed: 19"_s);
    QCOMPARE(f.find<QTableView>(u"systemsQualityTable"_s)->model()->rowCount(), 2);
    QCOMPARE(f.find<QTableView>(u"monthsQualityTable"_s)->model()->rowCount(), 2);
    f.find<QPushButton>(u"reviewButton"_s)->click();
    QCOMPARE(f.page(), u"blindReviewPage"_s);
}

void TestQuality::chartsTellTheirPoints()
{
    Place f;
    QVERIFY(f.open());
    QVERIFY(f.go(Qt::Key_Q));
    auto *curve = f.find<ui::ShareChart>(u"thresholdCurveChart"_s);
    QVERIFY(curve->accessibleDescription().contains(u"Precision goes from 94.0 % at 90.0 %"_s));
    curve->setFocus();
    f.key(Qt::Key_End);
    QCOMPARE(curve->cursorText(),
             u"At 99.5 %, Precision 100 % (86.0 to 100 %), 24 reviewed, Coverage 55.0 %"_s);
    f.key(Qt::Key_Left);
    QVERIFY(curve->cursorText().startsWith(u"At 98.5 %"_s));
    f.key(Qt::Key_Escape);
    QVERIFY(curve->cursorText().isEmpty());
    QCOMPARE(curve->exportRows().size(), 5);
    QCOMPARE(curve->exportRows().first().size(), 6);
}

void TestQuality::tablesInPlaceOfCharts()
{
    Place f;
    QVERIFY(f.open());
    QVERIFY(f.go(Qt::Key_Q));
    f.find<ui::ShareChart>(u"thresholdCurveChart"_s)->setFocus();
    f.key(Qt::Key_T);
    QVERIFY(f.find<QTableView>(u"thresholdCurveTable"_s)->isVisible());
    QCOMPARE(f.find<QTableView>(u"thresholdCurveTable"_s)->model()->rowCount(), 4);
    QCOMPARE(f.find<QTableView>(u"calibrationTable"_s)->model()->rowCount(), 4);
}

void TestQuality::sampleIsDrawn()
{
    Place f;
    QVERIFY(f.open());
    QVERIFY(f.go(Qt::Key_Q));
    f.find<QSpinBox>(u"sampleSizeSpin"_s)->setValue(80);
    auto *draw = f.find<QPushButton>(u"drawSampleButton"_s);
    QCOMPARE(draw->text(), u"Draw a sample of 80"_s);
    f.world.quality.drawReplies.hold = true;
    draw->click();
    draw->click(); // one press, one sample
    QCOMPARE(f.world.quality.draws, QVector<int>{80});
    f.world.quality.drawReplies.release();
    QVERIFY(f.settle());
    QVERIFY(draw->isEnabled());
}

void TestQuality::drawAfterALostAnswerUsesTheSameKey()
{
    Place f;
    QVERIFY(f.open());
    QVERIFY(f.go(Qt::Key_Q));
    auto *draw = f.find<QPushButton>(u"drawSampleButton"_s);
    const QStringList &keys = f.world.quality.drawKeys;
    f.world.quality.drawReplies.error =
        Error{ErrorCode::Timeout, u"The service did not answer in time."_s, {}};
    draw->click();
    QVERIFY(f.settle());
    draw->click();
    QVERIFY(f.settle());
    QCOMPARE(keys.size(), 2);
    QCOMPARE(keys[1], keys[0]);
    f.find<QSpinBox>(u"sampleSizeSpin"_s)->setValue(80); // another request
    f.world.quality.drawReplies.error.reset();
    draw->click();
    QVERIFY(f.settle());
    QVERIFY(keys.last() != keys[0]);
    draw->click(); // a second sample is wanted
    QVERIFY(f.settle());
    QCOMPARE(keys.size(), 4);
    QVERIFY(keys[3] != keys[2]);
}

void TestQuality::thresholdIsLookedAtBeforeItIsApplied()
{
    Place f;
    QVERIFY(f.open());
    QVERIFY(f.go(Qt::Key_Q));
    auto *spin = f.find<QDoubleSpinBox>(u"thresholdSpin"_s);
    QCOMPARE(spin->value(), 98.5);
    QVERIFY(!f.isOn(u"applyThresholdButton"_s));
    f.find<QSlider>(u"thresholdSlider"_s)->setValue(950);
    QCOMPARE(spin->value(), 95.0);
    f.find<QLineEdit>(u"thresholdReasonEdit"_s)->setText(u"All of the sample were right"_s);
    QVERIFY(!f.isOn(u"applyThresholdButton"_s)); // what would change is not known yet
    QTRY_VERIFY(f.isOn(u"applyThresholdButton"_s));
    QCOMPARE(f.world.quality.previews.last(), 0.95);
    QCOMPARE(f.text(u"thresholdEffectLabel"_s), u"Up to 37 links would be added, of 1,844 today."_s);
    QCOMPARE(f.find<QTableView>(u"thresholdStationsTable"_s)->model()->rowCount(), 2);
    f.find<QPushButton>(u"applyThresholdButton"_s)->click();
    QVERIFY(f.settle());
    QCOMPARE(f.world.quality.history.size(), 2);
    QCOMPARE(f.world.quality.history.first().reason, u"All of the sample were right"_s);
    QVERIFY(f.text(u"thresholdPresentLabel"_s).contains(u"95.0 %"_s));
    QVERIFY(f.find<QLineEdit>(u"thresholdReasonEdit"_s)->text().isEmpty());
    QVERIFY(!f.isOn(u"applyThresholdButton"_s));
    // It offers to bring the links in line at once.
    const int before = f.world.correlations.matchingReplies.calls();
    auto *run = f.find<QWidget>(u"qualityResultBanner"_s)->findChildren<QPushButton *>().first();
    QVERIFY(run->isVisible());
    run->click();
    QCOMPARE(f.world.correlations.matchingReplies.calls(), before + 1);
}

/// What holds is on its way while a person moves the threshold: both answers count.
void TestQuality::movingItDoesNotLoseWhatHolds()
{
    Place f;
    QVERIFY(f.open());
    QVERIFY(f.go(Qt::Key_Q));
    f.world.quality.historyReplies.hold = true;
    f.world.quality.history.prepend({7, 0.97, 4, u"P. Mendez"_s, {}, u"All were right"_s});
    f.key(Qt::Key_F5);
    QTRY_COMPARE(f.world.quality.historyReplies.held(), 1);
    f.find<QDoubleSpinBox>(u"thresholdSpin"_s)->setValue(95);
    QTRY_COMPARE(f.world.quality.previews.last(), 0.95);
    f.world.quality.historyReplies.hold = false;
    f.world.quality.historyReplies.release();
    QVERIFY(f.settle());
    QVERIFY2(f.text(u"thresholdPresentLabel"_s).contains(u"97.0 %"_s),
             qPrintable(f.text(u"thresholdPresentLabel"_s)));
    QCOMPARE(f.find<QDoubleSpinBox>(u"thresholdSpin"_s)->value(), 95.0);
    f.find<QLineEdit>(u"thresholdReasonEdit"_s)->setText(u"All of the sample were right"_s);
    QVERIFY(f.isOn(u"applyThresholdButton"_s));
    f.find<QPushButton>(u"applyThresholdButton"_s)->click();
    QVERIFY(f.settle());
    QCOMPARE(f.world.quality.history.first().version, 8); // it was about what holds
}

void TestQuality::weightsAreLearntFromHere()
{
    Place f;
    QVERIFY(f.open());
    QVERIFY(f.go(Qt::Key_Q));
    f.world.system.jobs[u"job-1"_s] = {u"job-1"_s, u"matching"_s, u"running"_s, 0.3, u"Learning."_s, {}};
    auto *learn = f.find<QPushButton>(u"learnButton"_s);
    learn->setFocus();
    QTest::keyClick(learn, Qt::Key_Space);
    QTRY_COMPARE(f.world.correlations.matchings, (QVector<MatchingRequest>{{{}, true}}));
    QTRY_VERIFY(f.find<QPushButton>(u"cancelMatchingButton"_s)->isVisible());
}

void TestQuality::matchingThatRunsIsNotStartedTwice_data()
{
    QTest::addColumn<bool>("fromBanner");
    QTest::newRow("learn") << false;
    QTest::newRow("run matching now") << true;
}

void TestQuality::matchingThatRunsIsNotStartedTwice()
{
    QFETCH(bool, fromBanner);
    Place f;
    f.world.system.jobs[u"job-1"_s] = {u"job-1"_s, u"matching"_s, u"running"_s, 0.3, {}, {}};
    QVERIFY(f.open());
    QVERIFY(f.go(Qt::Key_Q));
    f.find<QPushButton>(u"runMatchingButton"_s)->click();
    QTRY_VERIFY(f.find<QPushButton>(u"cancelMatchingButton"_s)->isVisible());
    f.find<QDoubleSpinBox>(u"thresholdSpin"_s)->setValue(95);
    f.find<QLineEdit>(u"thresholdReasonEdit"_s)->setText(u"All of the sample were right"_s);
    QTRY_VERIFY(f.isOn(u"applyThresholdButton"_s));
    f.find<QPushButton>(u"applyThresholdButton"_s)->click();
    QVERIFY(f.settle());
    auto *offer = f.find<ui::Banner>(u"qualityResultBanner"_s);
    auto *button =
        fromBanner ? offer->findChildren<QPushButton *>().first() : f.find<QPushButton>(u"learnButton"_s);
    button->click();
    QCOMPARE(f.world.correlations.matchings.size(), 1);
    auto *banner = f.find<ui::Banner>(u"messageBanner"_s);
    QVERIFY(banner->isVisible());
    QCOMPARE(banner->text(), u"Matching is running already. Wait for its end, or cancel it."_s);
    QVERIFY(offer->isVisibleTo(f.window.get())); // for afterwards
    f.world.system.jobs[u"job-1"_s].state = u"finished"_s;
    QTRY_VERIFY(f.isOn(u"runMatchingButton"_s));
    button->click();
    QCOMPARE(f.world.correlations.matchings.size(), 2);
    QVERIFY(!offer->isVisibleTo(f.window.get()));
}

void TestQuality::refusedThresholdIsTold()
{
    Place f;
    QVERIFY(f.open());
    QVERIFY(f.go(Qt::Key_Q));
    f.find<QDoubleSpinBox>(u"thresholdSpin"_s)->setValue(99);
    f.find<QLineEdit>(u"thresholdReasonEdit"_s)->setText(u"Two were wrong"_s);
    QTRY_VERIFY(f.isOn(u"applyThresholdButton"_s));
    f.world.quality.setReplies.error = Error{ErrorCode::Forbidden, u"Only pharmacy may do this."_s, {}};
    f.find<QPushButton>(u"applyThresholdButton"_s)->click();
    QVERIFY(f.settle());
    QCOMPARE(f.world.quality.history.size(), 1);
    QCOMPARE(f.find<QDoubleSpinBox>(u"thresholdSpin"_s)->value(), 99.0); // what one wanted is still there
    QCOMPARE(f.find<QLineEdit>(u"thresholdReasonEdit"_s)->text(), u"Two were wrong"_s);
}

void TestQuality::firstFetchFails()
{
    Place f;
    f.world.quality.reportReplies.error =
        Error{ErrorCode::Unavailable, u"The service does not answer."_s, {}};
    QVERIFY(f.open());
    QVERIFY(f.go(Qt::Key_Q));
    QVERIFY(f.text(u"precisionLabel"_s).isEmpty());
    f.world.quality.reportReplies.error.reset();
    f.key(Qt::Key_F5);
    QTRY_VERIFY(f.text(u"precisionLabel"_s).startsWith(u"Of 50"_s));
    // Later on what was known stays.
    f.world.quality.reportReplies.error =
        Error{ErrorCode::Unavailable, u"The service does not answer."_s, {}};
    f.key(Qt::Key_F5);
    QVERIFY(f.settle());
    QVERIFY(f.text(u"precisionLabel"_s).startsWith(u"Of 50"_s));
}

void TestQuality::nothingReviewedYet()
{
    Place f;
    f.world.quality.reportData = {};
    QVERIFY(f.open());
    QVERIFY(f.go(Qt::Key_Q));
    QCOMPARE(f.text(u"precisionLabel"_s), u"Nothing has been reviewed yet."_s);
    QVERIFY(f.text(u"sampleLabel"_s).startsWith(u"No sample was drawn yet."_s));
    QVERIFY(!f.isOn(u"reviewButton"_s));
    QVERIFY(!f.find<QWidget>(u"calibrationChart"_s)->isVisible());
}

QTEST_MAIN(TestQuality)
#include "tst_quality.moc"
