// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A product manager's morning on the demo's data: the real window, the real service.
#include "app/console/consolesession.h"
#include "models/items/criteriamodel.h"
#include "ui/charts/timeserieschart.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QDialog>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::console;

class TestRolloutJob : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_session.reset(); }
    void verdictsAgreeWithTheirReasons();
    void chartsShowGapsAndValues();
    void zoomAndReset();
    void chartLeavesAsAFile();
    void signOffIsStoredAndTakenBack();

private:
    template <class Widget>
    Widget *find(const QString &name)
    {
        return m_session->window()->findChild<Widget *>(name);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_session->window(), key, modifiers);
    }
    bool settle()
    {
        return QTest::qWaitFor([this] { return m_session->window()->isSettled(); }, 20'000);
    }
    RolloutOverview overview();

    std::unique_ptr<ConsoleSession> m_session;
    QTemporaryDir m_folder;
};

void TestRolloutJob::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    ConsoleOptions options;
    options.demo = true;
    m_session = std::make_unique<ConsoleSession>(options);
    QSignalSpy connected(m_session.get(), &ConsoleSession::connected);
    m_session->window()->show();
    m_session->start();
    QVERIFY(connected.wait(100'000));
    QVERIFY(settle());
    m_session->window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_session->window()));
    press(Qt::Key_3, Qt::ControlModifier);
    QVERIFY(m_session->window()->workspace() == ui::WorkspaceId::Rollout);
    QVERIFY(settle());
}

RolloutOverview TestRolloutJob::overview()
{
    auto future = m_session->gateways().rollout->overview();
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
        return {};
    return future.result().value_or(RolloutOverview{});
}

void TestRolloutJob::verdictsAgreeWithTheirReasons()
{
    auto *table = find<QTableView>(u"criteriaTable"_s);
    auto *spoken = QAccessible::queryAccessibleInterface(table)->tableInterface();
    QVERIFY(spoken->rowCount() >= 4);
    int unmet = 0;
    for (int row = 0; row < spoken->rowCount(); ++row) {
        const QString verdict =
            spoken->cellAt(row, items::CriteriaModel::VerdictColumn)->text(QAccessible::Name);
        QVERIFY2(verdict.startsWith(u"Verdict: "), qPrintable(verdict));
        unmet += verdict.startsWith(u"Verdict: Met") ? 0 : 1;
    }
    const QStringList reasons = overview().reasonsNotToAdvance;
    QVERIFY(reasons.size() >= unmet); // time and sign-offs may stand in the way, too
    const QString answer = find<QLabel>(u"advanceAnswerLabel"_s)->text();
    QVERIFY2(answer.contains(reasons.isEmpty() ? u"Yes"_s : u"Not yet: %1"_s.arg(reasons.size())),
             qPrintable(answer));
}

void TestRolloutJob::chartsShowGapsAndValues()
{
    auto *chart = find<ui::TimeSeriesChart>(u"messagesSentChart"_s);
    QVERIFY(chart->isVisible());
    QVERIFY(chart->segmentCount(0) >= 2); // the demo has hours without data
    chart->setFocus();
    press(Qt::Key_End);
    QVERIFY2(chart->cursorText().contains(u" per hour"), qPrintable(chart->cursorText()));
    QVERIFY(chart->cursorText().contains(u" UTC\n"));
}

void TestRolloutJob::zoomAndReset()
{
    auto *chart = find<ui::TimeSeriesChart>(u"sendErrorsChart"_s);
    QVERIFY(chart->isVisible());
    chart->setFocus();
    press(Qt::Key_Plus);
    QVERIFY(chart->isZoomed());
    QCOMPARE(find<ui::TimeSeriesChart>(u"sendLatencyChart"_s)->timeRange(), chart->timeRange());
    press(Qt::Key_Escape);
    QVERIFY(!chart->isZoomed());
}

void TestRolloutJob::chartLeavesAsAFile()
{
    find<QWidget>(u"sendErrorsChart"_s)->setFocus();
    press(Qt::Key_E);
    QTRY_VERIFY(find<QFileDialog>(u"exportDialog"_s));
    auto *name = find<QFileDialog>(u"exportDialog"_s)->findChild<QLineEdit *>(u"fileNameEdit"_s);
    name->setText(m_folder.filePath(u"errors.csv"_s));
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY(QFile::exists(m_folder.filePath(u"errors.csv"_s)));
    QFile file(m_folder.filePath(u"errors.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u"\r\n"_s, Qt::SkipEmptyParts);
    QVERIFY(lines.size() > 100);
    const QStringList last = lines.last().split(u',');
    QVERIFY(QDateTime::fromString(last.first(), Qt::ISODate).isValid());
    QVERIFY(last.size() == 3);
}

void TestRolloutJob::signOffIsStoredAndTakenBack()
{
    m_session->window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_session->window()));
    const QVector<SignOff> before = overview().signOffs;
    const auto missing = std::ranges::find(before, false, &SignOff::given);
    QVERIFY(missing != before.cend());
    const auto number = missing - before.cbegin();
    auto *row = find<QAbstractButton>(u"signOff%1Check"_s.arg(number));
    row->setFocus();
    press(Qt::Key_Space);
    QTRY_VERIFY(find<QDialog>(u"signOffDialog"_s));
    auto *note = find<QLineEdit>(u"signOffNoteEdit"_s);
    QTest::keyClicks(note, u"Looks good"_s);
    QTest::keyClick(note, Qt::Key_Return);
    QTRY_VERIFY(row->isChecked());
    const SignOff stored = overview().signOffs.value(number);
    QVERIFY(stored.given);
    QCOMPARE(stored.note, u"Looks good"_s);
    QVERIFY(!stored.by.isEmpty());
    m_session->window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_session->window()));
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(!row->isChecked());
    QVERIFY(!overview().signOffs.value(number).given);
}

QTEST_MAIN(TestRolloutJob)
#include "tst_rolloutjob.moc"
