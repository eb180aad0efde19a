// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/renewals/renewaldetailpane.h"
#include "ui/renewals/renewalsworkspace.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/factsgrid.h"

#include <QClipboard>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>

using namespace renewal;
using namespace Qt::StringLiterals;
using test::WindowFixture;

/// All facts of a renewal on one screen, reached by the keyboard.
class TestFactsView : public QObject
{
    Q_OBJECT

private slots:
    void everythingIsThere();
    void aFactIsCopiedByKeys();
    void longListsFold();
    void othersAreReachedByKeys();
    void anotherTeamIsMarked();
    void whatNobodyCheckedSaysSo();
    void theStrengthStaysInSight_data();
    void theStrengthStaysInSight();

private:
    static bool show(WindowFixture &f)
    {
        if (!f.open())
            return false;
        f.find<ui::RenewalsWorkspace>(u"renewalsWorkspace"_s)
            ->showRenewal(f.world.renewals.rows.constFirst().id);
        return QTest::qWaitFor([&f] { return f.window->isSettled(); });
    }
    static QString fact(const WindowFixture &f, const QString &label)
    {
        for (const ui::Fact &fact : f.find<ui::FactsGrid>(u"renewalFacts"_s)->facts()) {
            if (fact.label == label)
                return fact.value;
        }
        return {};
    }
};

void TestFactsView::everythingIsThere()
{
    WindowFixture f;
    QVERIFY(show(f));
    QCOMPARE(fact(f, u"Strength"_s), u"20MG"_s);
    QCOMPARE(fact(f, u"Form"_s), u"tablet"_s);
    QVERIFY(fact(f, u"Prescriber"_s).endsWith(u"PharmD"));
    QCOMPARE(fact(f, u"Source"_s), u"VA prescriber; reached through Dayton VA Medical Center"_s);
    QVERIFY(!fact(f, u"Rx number"_s).isEmpty());
    QVERIFY(f.find<QLabel>(u"fillsLabel"_s)->text().contains(u"refill"));
    QVERIFY(f.find<QLabel>(u"messageLabel"_s)->text().contains(u"LISINOPRIL"));
    QCOMPARE(f.find<QListWidget>(u"otherRenewalsList"_s)->count(), 5);
}

void TestFactsView::aFactIsCopiedByKeys()
{
    WindowFixture f;
    QVERIFY(show(f));
    auto *facts = f.find<ui::FactsGrid>(u"renewalFacts"_s);
    facts->setFocus(Qt::TabFocusReason);
    QGuiApplication::clipboard()->clear();
    f.key(Qt::Key_Down);
    f.key(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), facts->facts().at(1).value);
    QVERIFY(facts->accessibleName().contains(facts->facts().at(1).label));
    f.key(Qt::Key_Up);
    f.key(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), facts->facts().at(0).value);
    facts->clearFocus();
    QCOMPARE(facts->accessibleName(), u"Facts of the renewal"_s);
}

void TestFactsView::longListsFold()
{
    WindowFixture f;
    QVERIFY(show(f));
    auto *fills = f.find<QLabel>(u"fillsLabel"_s);
    QCOMPARE(fills->text().count(u'\n'), 2);
    auto *fold = f.find<QPushButton>(u"fillsFoldButton"_s);
    QCOMPARE(fold->text(), u"Show all 5"_s);
    fold->setFocus();
    f.key(Qt::Key_Space);
    QCOMPARE(fills->text().count(u'\n'), 4);
    QCOMPARE(fold->text(), u"Show fewer"_s);
    auto *others = f.find<QListWidget>(u"otherRenewalsList"_s);
    QVERIFY(others->isRowHidden(4));
    f.find<QPushButton>(u"otherRenewalsFoldButton"_s)->click();
    QVERIFY(!others->isRowHidden(4));
}

void TestFactsView::othersAreReachedByKeys()
{
    WindowFixture f;
    QVERIFY(show(f));
    auto *others = f.find<QListWidget>(u"otherRenewalsList"_s);
    others->setFocus(Qt::TabFocusReason);
    others->setCurrentRow(0);
    const qint64 wanted = others->item(0)->data(Qt::UserRole).toLongLong();
    f.key(Qt::Key_Return);
    auto *detail = f.find<ui::RenewalDetailPane>(u"renewalDetailPane"_s);
    QTRY_COMPARE(detail->renewal().value, wanted);
    QTRY_VERIFY(detail->shownRenewal() && detail->shownRenewal()->id.value == wanted);
}

void TestFactsView::anotherTeamIsMarked()
{
    WindowFixture f;
    const qint64 id = f.world.renewals.rows.constFirst().id.value;
    RenewalDetail &detail = f.world.renewals.details[id];
    detail.sentTo = detail.careTeam;
    detail.sentTo->triageTeamId.value += 1;
    QVERIFY(show(f));
    auto *mark = f.find<ui::Chip>(u"otherTeamChip"_s);
    QVERIFY(mark->isVisible());
    detail.sentTo = detail.careTeam;
    f.find<ui::RenewalDetailPane>(u"renewalDetailPane"_s)->refresh();
    QTRY_VERIFY(!mark->isVisible());
}

void TestFactsView::whatNobodyCheckedSaysSo()
{
    WindowFixture f;
    RenewalDetail &detail = f.world.renewals.details[f.world.renewals.rows.constFirst().id.value];
    detail.renewable.reset();
    detail.gates.clear();
    QVERIFY(show(f));
    QCOMPARE(f.find<ui::Chip>(u"verdictChip"_s)->text(), u"Not checked"_s);
}

void TestFactsView::theStrengthStaysInSight_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("1024x700") << QSize(1024, 700);
    QTest::newRow("1440x900") << QSize(1440, 900);
}

void TestFactsView::theStrengthStaysInSight()
{
    QFETCH(QSize, size);
    WindowFixture f;
    f.size = size;
    QVERIFY(show(f));
    auto *pane = f.find<ui::RenewalDetailPane>(u"renewalDetailPane"_s);
    auto *title = f.find<QLabel>(u"renewalTitleLabel"_s);
    QVERIFY(title->text().contains(u"20MG"));
    QVERIFY(title->height() >= title->heightForWidth(title->width()));
    QVERIFY(pane->viewport()->rect().contains(title->mapTo(pane->viewport(), title->rect().bottomRight())));
    QVERIFY(pane->widget()->width() <= pane->viewport()->width());
}

QTEST_MAIN(TestFactsView)
#include "tst_factsview.moc"
