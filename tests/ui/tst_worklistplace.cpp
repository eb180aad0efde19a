// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/correlations/correlationcontroller.h"
#include "ui/correlations/prescriberlist.h"

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

QTEST_MAIN(TestWorkListPlace)
#include "tst_worklistplace.moc"
