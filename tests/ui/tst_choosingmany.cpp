// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/prescribersmodel.h"
#include "tests/ui/windowfixture.h"
#include "ui/correlations/correlationcontroller.h"
#include "ui/correlations/correlationsworkspace.h"
#include "ui/correlations/decisionsdialog.h"
#include "ui/correlations/prescriberlist.h"
#include "ui/widgets/banner.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

using namespace renewal;
using namespace Qt::StringLiterals;

/// One decision about several prescribers of the work list, by keyboard, on fakes.
class TestChoosingMany : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { ui::installTranslators(*qApp, QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init();
    void shiftAndControlChoose();
    void keysAreForAllThatAreChosen();
    void oneUndoTakesAllBack();
    void whatWasDecidedSinceStays();
    void undoThatStoppedGoesOn_data();
    void undoThatStoppedGoesOn();
    void undoForgetsOnlyItsOwn();
    void aFilterChoosesNothingHidden();
    void linksLeaveOutWhatIsNotSure();

private:
    QTableView *table() const { return m_fixture->find<QTableView>(u"prescribersTable"_s); }
    ui::PrescriberList *list() const { return m_fixture->find<ui::PrescriberList>(u"prescriberList"_s); }
    QString label(const QString &name) const { return m_fixture->find<QLabel>(name)->text(); }
    bool isSeveral() const
    {
        return m_fixture->find<QStackedWidget>(u"decisionsStack"_s)->currentIndex() == 1;
    }
    void choose(int count);
    /// Chooses three, and marks them as community care.
    void markThree();
    bool settle() const
    {
        return QTest::qWaitFor([this] { return m_fixture->window->isSettled(); });
    }

    std::unique_ptr<test::WindowFixture> m_fixture;
};

void TestChoosingMany::init()
{
    m_fixture = std::make_unique<test::WindowFixture>();
    QVERIFY(m_fixture->open(ui::WorkspaceId::Correlations));
    table()->setFocus();
    m_fixture->key(Qt::Key_Home);
    list()->chooseOnlyCurrent();
    QVERIFY(settle());
}

void TestChoosingMany::choose(int count)
{
    for (int i = 1; i < count; ++i)
        m_fixture->key(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(list()->chosen().size(), count);
}

void TestChoosingMany::shiftAndControlChoose()
{
    QVERIFY(!isSeveral());
    choose(3);
    QVERIFY(isSeveral());
    QCOMPARE(label(u"manyTitleLabel"_s), u"3 prescribers chosen"_s);
    QCOMPARE(label(u"manyNamesLabel"_s).split(u"; "_s).size(), 3);
    m_fixture->key(Qt::Key_Down, Qt::ControlModifier); // past one
    m_fixture->key(Qt::Key_Down, Qt::ControlModifier);
    m_fixture->key(Qt::Key_Space, Qt::ControlModifier);
    QCOMPARE(list()->chosen().size(), 4);
    m_fixture->key(Qt::Key_Escape);
    QCOMPARE(list()->chosen().size(), 1);
    QVERIFY(!isSeveral());
}

void TestChoosingMany::markThree()
{
    choose(3);
    auto &world = m_fixture->world.correlations;
    world.fileReport = {};
    for (const PrescriberSummary &summary : list()->chosen()) {
        ReportedDecision row;
        row.prescriberId = summary.prescriber.id;
        row.prescriber = summary.prescriber.name.shown();
        row.kind = DecisionKind::External;
        row.result = DecisionResult::Decided;
        row.effect.becomeExternal = 2;
        world.fileReport.rows.append(row);
    }
    m_fixture->key(Qt::Key_X);
    auto *dialog = m_fixture->window->findChild<ui::DecisionsDialog *>();
    QVERIFY(dialog && QTest::qWaitForWindowActive(dialog));
    auto *apply = dialog->findChild<QPushButton *>(u"applyDecisionsButton"_s);
    QTRY_VERIFY(apply->hasFocus());
    QCOMPARE(apply->text(), u"Apply 3 decisions"_s);
    QCOMPARE(dialog->windowTitle(), u"3 prescribers in community care"_s);
    m_fixture->key(Qt::Key_Space);
    QTRY_COMPARE(world.decisionFiles.size(), 1);
    QTRY_VERIFY(dialog->findChild<QPushButton *>(u"closeDecisionsButton"_s)->hasFocus());
    m_fixture->key(Qt::Key_Space);
    QTRY_VERIFY(!dialog->isVisible());
    m_fixture->window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_fixture->window.get()));
    QVERIFY(settle());
}

void TestChoosingMany::keysAreForAllThatAreChosen()
{
    const auto &world = m_fixture->world.correlations;
    markThree();
    QCOMPARE(world.decisions.size(), 0); // none alone
    const QList<QByteArray> lines = world.decisionFiles.first().trimmed().split('\n');
    QCOMPARE(lines.size(), 4);
    for (const QByteArray &line : lines.mid(1))
        QVERIFY2(line.contains(",external,"), line);
    QVERIFY(!isSeveral());
    QVERIFY(
        label(u"lastDecisionLabel"_s).startsWith(u"3 prescribers in community care: 3 decisions taken"_s));
}

void TestChoosingMany::oneUndoTakesAllBack()
{
    markThree();
    table()->setFocus();
    m_fixture->key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(m_fixture->world.correlations.undos, 3);
    QVERIFY(settle());
    auto *banner = m_fixture->find<ui::Banner>(u"correlationsResultBanner"_s);
    QVERIFY(banner->findChild<QLabel *>()->text().startsWith(u"Took back 3 decisions"_s));
    for (const PrescriberDetail &detail : m_fixture->world.correlations.prescriberDetails)
        QVERIFY(detail.summary.correlation.status != CorrelationStatus::External ||
                detail.summary.correlation.note != u"file"_s);
}

void TestChoosingMany::whatWasDecidedSinceStays()
{
    markThree();
    auto &world = m_fixture->world.correlations;
    PrescriberDetail *second = world.find(world.fileReport.rows.at(1).prescriberId);
    ++second->summary.correlation.version; // somebody else was there
    table()->setFocus();
    m_fixture->key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(world.undos, 3);
    QVERIFY(settle());
    const QString told =
        m_fixture->find<ui::Banner>(u"correlationsResultBanner"_s)->findChild<QLabel *>()->text();
    QVERIFY2(told.startsWith(u"Took back 2 decisions"_s), qPrintable(told));
    QVERIFY2(told.contains(u"Left as they are: "_s + world.fileReport.rows.at(1).prescriber),
             qPrintable(told));
}

void TestChoosingMany::undoThatStoppedGoesOn_data()
{
    QTest::addColumn<int>("failing");
    QTest::addColumn<int>("calls");
    QTest::addColumn<QString>("told");
    QTest::addColumn<QString>("left");
    QTest::newRow("at the first") << 0 << 4 << u"Nothing was taken back, Undo tries it again: "_s
                                  << u"3 prescribers"_s;
    QTest::newRow("at the second") << 1 << 4 << u"The rest is not taken back yet, Undo goes on with it: "_s
                                   << u"2 prescribers"_s;
}

/// A fault that passes is nobody's decision: what was not taken back by then can be taken back later.
void TestChoosingMany::undoThatStoppedGoesOn()
{
    QFETCH(int, failing);
    QFETCH(int, calls);
    QFETCH(QString, told);
    QFETCH(QString, left);
    markThree();
    auto &world = m_fixture->world.correlations;
    const qint64 prescriber = world.fileReport.rows.at(failing).prescriberId.value;
    world.undoErrors[prescriber] = {ErrorCode::Unavailable, u"The service does not answer."_s, {}};
    table()->setFocus();
    m_fixture->key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(world.undos, failing + 1); // nothing after it was tried
    QVERIFY(settle());
    auto *banner = m_fixture->find<ui::Banner>(u"correlationsResultBanner"_s);
    QVERIFY2(banner->text().endsWith(told + u"The service does not answer."_s), qPrintable(banner->text()));
    auto *undo = m_fixture->find<QPushButton>(u"undoButton"_s);
    QVERIFY2(undo->toolTip().contains(left), qPrintable(undo->toolTip()));
    world.undoErrors.clear();
    m_fixture->key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(world.undos, calls);
    QVERIFY(settle());
    QVERIFY2(banner->text().startsWith(u"Took back "_s + left.left(1) + u" decisions"_s),
             qPrintable(banner->text()));
}

/// What was taken meanwhile at the same desk, and is about others, can be taken back as before.
void TestChoosingMany::undoForgetsOnlyItsOwn()
{
    markThree();
    auto &world = m_fixture->world.correlations;
    world.decideReplies.hold = true;
    table()->setFocus();
    m_fixture->key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(world.decideReplies.held(), 1);
    DecisionsReport report;
    ReportedDecision row;
    row.prescriberId = PrescriberId{13};
    row.prescriber = u"Somebody else"_s;
    row.kind = DecisionKind::Refuse;
    row.result = DecisionResult::Decided;
    report.rows.append(row);
    auto *controller = m_fixture->window->findChild<ui::CorrelationController *>();
    controller->takeNote(report, u"Decisions of a file"_s);
    world.decideReplies.hold = false;
    world.decideReplies.release();
    QVERIFY(settle());
    QCOMPARE(world.undos, 3);
    QVERIFY(controller->lastDecision());
    QCOMPARE(controller->lastDecision()->text, u"Decisions of a file"_s);
}

void TestChoosingMany::aFilterChoosesNothingHidden()
{
    choose(4);
    list()->chooseStatus(u"external"_s);
    QVERIFY(settle());
    for (const PrescriberSummary &summary : list()->chosen())
        QCOMPARE(toString(summary.correlation.status), u"external"_s);
    QVERIFY(list()->chosen().size() <= 1);
    QVERIFY(!isSeveral());
}

void TestChoosingMany::linksLeaveOutWhatIsNotSure()
{
    choose(4);
    m_fixture->world.correlations.fileReport = {};
    m_fixture->key(Qt::Key_L);
    ui::DecisionsDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = m_fixture->window->findChild<ui::DecisionsDialog *>()) && dialog->isSettled());
    const auto *model = dialog->findChild<QTableView *>(u"decisionsTable"_s)->model();
    QVERIFY(model->rowCount() > 0);
    for (int row = 0; row < model->rowCount(); ++row)
        QVERIFY(!model->index(row, 2).data(items::SecondLineRole).toString().isEmpty());
    QCOMPARE(m_fixture->world.correlations.decisionFiles.size(), 0);
    QCOMPARE(m_fixture->world.correlations.decisions.size(), 0);
}

QTEST_MAIN(TestChoosingMany)
#include "tst_choosingmany.moc"
