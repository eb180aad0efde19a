// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/charts/barchart.h"
#include "ui/charts/chartcard.h"
#include "ui/renewals/throughputdialog.h"

#include <QAbstractItemModel>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

using namespace renewal;
using namespace Qt::StringLiterals;
using test::WindowFixture;

/// How the queue moves, from the key to the charts and their tables.
class TestThroughputView : public QObject
{
    Q_OBJECT

private slots:
    void opensByKeyAndCounts();
    void gapsStayGaps();
    void keysGoFromDayToDay();
    void chartsHaveTheirTables();
    void otherDaysAreCounted();
    void scopeIsCounted();
    void failuresAreToldAndTriedAgain();
    void closingStopsTheCounting();
    void valuesGoToAFile();
    void emptyQueuesAreToldInWords();

private:
    static ui::ThroughputDialog *open(WindowFixture &f);
    static QString text(const ui::ThroughputDialog *dialog, const QString &name)
    {
        return dialog->findChild<QLabel *>(name)->text();
    }
    static ui::BarChart *chart(const ui::ThroughputDialog *dialog, const QString &name)
    {
        return dialog->findChild<ui::BarChart *>(name);
    }
};

ui::ThroughputDialog *TestThroughputView::open(WindowFixture &f)
{
    if (!f.open())
        return nullptr;
    f.key(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = f.find<ui::ThroughputDialog>(u"throughputDialog"_s);
    const bool isOpen = QTest::qWaitFor(
        [dialog] { return QApplication::activeWindow() == dialog && dialog->isSettled(); }, 20'000);
    return isOpen ? dialog : nullptr;
}

void TestThroughputView::opensByKeyAndCounts()
{
    WindowFixture f;
    auto *dialog = open(f);
    QVERIFY(dialog);
    QVERIFY(text(dialog, u"throughputSummaryLabel"_s).contains(u"101 wait now"));
    QVERIFY(text(dialog, u"throughputNoteLabel"_s).contains(u"America/New York"));
    QVERIFY(text(dialog, u"throughputNoteLabel"_s).contains(u"3 more ended"));
    QCOMPARE(chart(dialog, u"teamsChart"_s)->content().spoken.at(1), u"No care team"_s);
    f.window->findChild<QAction *>(u"throughputAction"_s)->trigger();
    QCOMPARE(f.window->findChildren<ui::ThroughputDialog *>().size(), 1);
}

void TestThroughputView::gapsStayGaps()
{
    WindowFixture f;
    auto *dialog = open(f);
    QVERIFY(dialog);
    const ui::BarContent &moved = chart(dialog, u"movedChart"_s)->content();
    QVERIFY(!moved.series[0].values.at(0)); // nothing is known of that day
    QVERIFY(moved.series[0].values.at(3));
    const ui::BarContent &ages = chart(dialog, u"agesChart"_s)->content();
    for (qsizetype i = 0; i < ages.places.size(); ++i)
        QCOMPARE(ages.series[0].values[i].has_value(), moved.series[1].values[i].value_or(0) > 0);
    QVERIFY(chart(dialog, u"movedChart"_s)->exportRows().at(1).at(1).isEmpty());
}

void TestThroughputView::keysGoFromDayToDay()
{
    WindowFixture f;
    auto *dialog = open(f);
    QVERIFY(dialog);
    auto *days = chart(dialog, u"movedChart"_s);
    QCOMPARE(QApplication::focusWidget(), days);
    QVERIFY(days->accessibleDescription().contains(u"at most"));
    f.key(Qt::Key_Home);
    QVERIFY(days->cursorText().contains(u"not known"));
    f.key(Qt::Key_End);
    QVERIFY(days->cursorText().startsWith(f.world.reports.throughputAnswer.to.toString(Qt::ISODate)));
    f.key(Qt::Key_Left);
    QCOMPARE(days->accessibleDescription(), days->cursorText());
    f.key(Qt::Key_Escape);
    QVERIFY(days->cursorText().isEmpty());
    QVERIFY(dialog->isVisible());
}

void TestThroughputView::chartsHaveTheirTables()
{
    WindowFixture f;
    auto *dialog = open(f);
    QVERIFY(dialog);
    f.key(Qt::Key_T);
    auto *table = dialog->findChild<QTableView *>(u"movedTable"_s);
    QTRY_VERIFY(table->isVisible());
    QCOMPARE(table->model()->rowCount(), 30);
    QCOMPARE(table->model()->index(0, 1).data().toString(), u"not known"_s);
    auto *teams = dialog->findChild<QTableView *>(u"teamsTable"_s);
    QCOMPARE(teams->model()->index(0, 0).data().toString(), u"Blue team, PACT"_s);
    QCOMPARE(teams->model()->index(0, 1).data().toString(), u"38"_s);
}

void TestThroughputView::otherDaysAreCounted()
{
    WindowFixture f;
    auto *dialog = open(f);
    QVERIFY(dialog);
    QCOMPARE(f.world.reports.throughputQueries.constLast().days, 30);
    dialog->findChild<QPushButton *>(u"days7Filter"_s)->click();
    QTRY_VERIFY(dialog->isSettled());
    QCOMPARE(f.world.reports.throughputQueries.constLast().days, 7);
    f.world.reports.throughputAnswer.waiting = 0;
    QTest::keyClick(dialog, Qt::Key_F5);
    QTRY_VERIFY(text(dialog, u"throughputSummaryLabel"_s).contains(u"Nothing waits now"));
}

void TestThroughputView::scopeIsCounted()
{
    WindowFixture f;
    f.options.scope = Scope{u"552"_s, {}};
    auto *dialog = open(f);
    QVERIFY(dialog);
    QCOMPARE(f.world.reports.throughputQueries.constLast().scope.parentStation, u"552"_s);
    QVERIFY(text(dialog, u"throughputTitleLabel"_s).contains(u"552"));
}

void TestThroughputView::failuresAreToldAndTriedAgain()
{
    WindowFixture f;
    f.world.reports.failure = u"The database is away."_s;
    auto *dialog = open(f);
    QVERIFY(dialog);
    QCOMPARE(text(dialog, u"movedMessageLabel"_s), u"The database is away."_s);
    f.world.reports.failure.clear();
    dialog->findChild<QPushButton *>(u"movedRetryButton"_s)->click();
    QTRY_VERIFY(text(dialog, u"throughputSummaryLabel"_s).contains(u"101 wait now"));
    QVERIFY(chart(dialog, u"movedChart"_s)->isVisible());
}

void TestThroughputView::closingStopsTheCounting()
{
    WindowFixture f;
    f.world.reports.looks = 1'000'000;
    QVERIFY(f.open());
    f.key(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = f.find<ui::ThroughputDialog>(u"throughputDialog"_s);
    QTRY_VERIFY(f.world.reports.jobReplies.calls() >= 1);
    QCOMPARE(text(dialog, u"throughputSummaryLabel"_s), u"The service is counting…"_s);
    QTRY_COMPARE(QApplication::activeWindow(), dialog);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_COMPARE(f.world.reports.cancelled, QStringList{u"report-1"_s});
}

void TestThroughputView::valuesGoToAFile()
{
    WindowFixture f;
    auto *dialog = open(f);
    QVERIFY(dialog);
    const auto rows = chart(dialog, u"teamsChart"_s)->exportRows();
    QCOMPARE(rows.constFirst(), (QStringList{u"care team"_s, u"Waiting"_s, u"Received"_s, u"Cleared"_s}));
    QCOMPARE(rows.at(1), (QStringList{u"Blue team, PACT"_s, u"38"_s, u"152"_s, u"114"_s}));
}

void TestThroughputView::emptyQueuesAreToldInWords()
{
    WindowFixture f;
    Throughput &all = f.world.reports.throughputAnswer;
    all.days.clear();
    all.teams.clear();
    all.waiting = 0;
    all.medianCleared.reset();
    auto *dialog = open(f);
    QVERIFY(dialog);
    QVERIFY(text(dialog, u"throughputSummaryLabel"_s).endsWith(u"Nothing waits now."));
    QCOMPARE(chart(dialog, u"movedChart"_s)->accessibleDescription(), u"There is nothing to show."_s);
}

QTEST_MAIN(TestThroughputView)
#include "tst_throughputview.moc"
