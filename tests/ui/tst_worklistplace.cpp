// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/correlations/correlationcontroller.h"
#include "ui/correlations/prescriberlist.h"

#include <QAbstractButton>
#include <QScrollBar>
#include <QTableView>

using namespace renewal;
using namespace Qt::StringLiterals;

/// Where one is in a long work list while decisions sort its rows anew.
class TestWorkListPlace : public QObject
{
    Q_OBJECT

private slots:
    void undoneDecisionStaysInSight();
    void whoScrolledAwayStays();
    void noticeLeadsToTheFirstOpenCase_data();
    void noticeLeadsToTheFirstOpenCase();
};

namespace {
constexpr PrescriberId okafor{2};

/// The work list with as many prescribers that wait less that it scrolls.
class Place : public test::WindowFixture
{
public:
    [[nodiscard]] bool open()
    {
        PrescriberDetail other = world.correlations.prescriberDetails.last();
        for (int i = 0; i < 60; ++i) {
            other.summary.prescriber.id = {1000 + i};
            other.summary.prescriber.name = {u"ANN"_s, u"OTHER%1"_s.arg(i), {}};
            other.summary.correlation.prescriberId = {1000 + i};
            other.summary.waiting = 2;
            world.correlations.prescriberDetails.append(other);
        }
        if (!WindowFixture::open(ui::WorkspaceId::Correlations))
            return false;
        find<ui::PrescriberList>(u"prescriberList"_s)->open(okafor);
        return settle() && controller()->prescriber() == okafor;
    }
    ui::CorrelationController *controller() const { return window->findChild<ui::CorrelationController *>(); }
    QTableView *table() const { return find<QTableView>(u"prescribersTable"_s); }
    bool settle() const
    {
        return QTest::qWaitFor([this] { return window->isSettled(); });
    }
    bool press(Qt::Key what, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        key(what, modifiers);
        return settle();
    }
    /// Somebody else's change sorts Okafor to the top.
    bool sortToTop()
    {
        for (PrescriberDetail &detail : world.correlations.prescriberDetails) {
            if (detail.summary.prescriber.id == okafor)
                detail.summary.waiting = 500;
        }
        key(Qt::Key_F5);
        return settle();
    }
};
} // namespace

void TestWorkListPlace::undoneDecisionStaysInSight()
{
    Place f;
    QVERIFY(f.open());
    for (PrescriberDetail &detail : f.world.correlations.prescriberDetails) {
        if (detail.summary.prescriber.id == okafor)
            detail.summary.waiting = 0;
    }
    QVERIFY(f.press(Qt::Key_F5)); // now the last one, and the list is at its end
    QTRY_VERIFY(f.table()->verticalScrollBar()->value() > 0);
    QVERIFY(f.sortToTop());
    QCOMPARE(f.table()->currentIndex().row(), 0);
    const QRect sight = f.table()->viewport()->rect();
    QTRY_VERIFY(sight.contains(f.table()->visualRect(f.table()->currentIndex())));
}

void TestWorkListPlace::whoScrolledAwayStays()
{
    Place f;
    QVERIFY(f.open());
    QScrollBar *bar = f.table()->verticalScrollBar();
    bar->setValue(bar->maximum());
    QVERIFY(f.sortToTop());
    QCOMPARE(bar->value(), bar->maximum());
}

/// A station that found no care team is opened at who has none, not at those who are linked.
void TestWorkListPlace::noticeLeadsToTheFirstOpenCase_data()
{
    QTest::addColumn<CorrelationStatus>("open");
    QTest::addColumn<QString>("filter");
    QTest::newRow("no team") << CorrelationStatus::None << u"noneFilterButton"_s;
    QTest::newRow("to be checked") << CorrelationStatus::Suggested << u"suggestedFilterButton"_s;
    QTest::newRow("all are linked") << CorrelationStatus::Automatic << u"allFilterButton"_s;
}

void TestWorkListPlace::noticeLeadsToTheFirstOpenCase()
{
    QFETCH(CorrelationStatus, open);
    QFETCH(QString, filter);
    test::WindowFixture f;
    PrescriberDetail linked = f.world.correlations.prescriberDetails.first();
    f.world.correlations.prescriberDetails.clear();
    f.world.correlations.extraCounts.clear();
    for (int i = 0; i < 3; ++i) {
        linked.summary.prescriber.id = {100 + i};
        linked.summary.prescriber.station = StationNumber(u"668"_s);
        linked.summary.prescriber.ehr = EhrSystem::OracleHealth;
        linked.summary.waiting = 9 - i;
        linked.summary.correlation.prescriberId = {100 + i};
        linked.summary.correlation.status = i == 2 ? open : CorrelationStatus::Automatic;
        f.world.correlations.prescriberDetails.append(linked);
    }
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    f.find<QAbstractButton>(u"openCorrelations0Button"_s)->setFocus();
    f.key(Qt::Key_Space);
    QVERIFY(QTest::qWaitFor([&f] { return f.window->isSettled(); }));
    QVERIFY(f.find<QAbstractButton>(filter)->isChecked());
    const auto *table = f.find<QTableView>(u"prescribersTable"_s);
    const bool isOpen = open != CorrelationStatus::Automatic;
    QCOMPARE(table->model()->rowCount(), isOpen ? 1 : 3);
    QCOMPARE(table->currentIndex().data(items::IdRole).toLongLong(), isOpen ? 102 : 100);
}

QTEST_MAIN(TestWorkListPlace)
#include "tst_worklistplace.moc"
