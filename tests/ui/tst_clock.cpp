// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/charts/timeserieschart.h"

#include <QLabel>
#include <QTableView>

using namespace renewal;
using namespace Qt::StringLiterals;

/// One event has one clock wherever it is told: the computer's, with its name.
class TestClock : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("TZ", "America/Phoenix"); } // of no station of the tests; no summer time
    void historiesAreInTheZoneOfTheComputer();
    void recordIsInTheZoneOfTheComputer();
    void chartAndTableShareIt();
};

void TestClock::historiesAreInTheZoneOfTheComputer()
{
    test::WindowFixture f;
    for (PrescriberDetail &detail : f.world.correlations.prescriberDetails)
        detail.history = {{f.world.clock.now(), {}, {}, u"Linked by matching"_s}};
    QVERIFY(f.open(ui::WorkspaceId::Correlations));
    const QString decided = f.find<QWidget>(u"decisionHistory"_s)->accessibleName();
    QVERIFY2(decided.contains(u" MST "), qPrintable(decided));
    f.window->showWorkspace(ui::WorkspaceId::Renewals);
    QTRY_VERIFY(f.window->isSettled());
    const QString happened = f.find<QWidget>(u"renewalHistory"_s)->accessibleName();
    QVERIFY2(happened.contains(u" MST "), qPrintable(happened));
}

void TestClock::recordIsInTheZoneOfTheComputer()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Activity));
    const QString row = f.find<QTableView>(u"activityTable"_s)->model()->index(0, 0).data().toString();
    QVERIFY2(row.endsWith(u" MST"), qPrintable(row));
    const QString head = f.find<QLabel>(u"auditSubtitleLabel"_s)->text();
    QVERIFY2(head.endsWith(row), qPrintable(head));
}

void TestClock::chartAndTableShareIt()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    auto *chart = f.find<ui::TimeSeriesChart>(u"sendErrorsChart"_s);
    chart->setFocus();
    f.key(Qt::Key_End);
    f.key(Qt::Key_Left);
    f.key(Qt::Key_End);
    const QString hover = chart->cursorText().section(u'\n', 0, 0);
    f.key(Qt::Key_T);
    const QString newest = f.find<QTableView>(u"sendErrorsTable"_s)->model()->index(0, 0).data().toString();
    QVERIFY2(newest.endsWith(u" MST"), qPrintable(newest));
    QVERIFY2(hover.endsWith(newest), qPrintable(hover + u" | "_s + newest));
}

QTEST_MAIN(TestClock)
#include "tst_clock.moc"
