// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/correlations/correlationcontroller.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

using namespace renewal;
using namespace Qt::StringLiterals;

namespace {
constexpr PrescriberId okafor{2};
}

/// For which days and divisions a decision is, and why a decided case came back.
class TestDecisionTerms : public QObject
{
    Q_OBJECT

private slots:
    void reasonAndDatesGoWithTheDecision();
    void termsAreNotTheNextOnes();
    void lastDayBeforeTheFirstIsRefused();
    void divisionsAreOfferedOnlyWhereThereAreSeveral();
    void oneDivisionIsDecidedAlone();
    void whatCameBackSaysWhy_data();
    void whatCameBackSaysWhy();
    void whatIsAgreedStandsInTheCase();

private:
    [[nodiscard]] static bool openAtOkafor(test::WindowFixture &f)
    {
        if (!f.open(ui::WorkspaceId::Correlations))
            return false;
        f.key(Qt::Key_J);
        return settled(f);
    }
    static bool settled(test::WindowFixture &f)
    {
        auto *controller = f.window->findChild<ui::CorrelationController *>();
        return QTest::qWaitFor([&] { return controller->isSettled() && controller->prescriber() == okafor; });
    }
    static void decideByKey(test::WindowFixture &f, int key)
    {
        f.find<QTableView>(u"prescribersTable"_s)->setFocus();
        f.key(key);
    }
};

void TestDecisionTerms::reasonAndDatesGoWithTheDecision()
{
    test::WindowFixture f;
    QVERIFY(openAtOkafor(f));
    const QDate first = QDate::currentDate().addDays(10);
    f.key(Qt::Key_D);
    QVERIFY(f.find<QComboBox>(u"reasonBox"_s)->hasFocus());
    f.key(Qt::Key_Down);
    f.find<QDateEdit>(u"validFromEdit"_s)->setDate(first);
    f.find<QCheckBox>(u"endsBox"_s)->setChecked(true);
    f.find<QDateEdit>(u"validToEdit"_s)->setDate(first.addDays(2));
    QVERIFY(settled(f));
    const Decision &looked = f.world.correlations.previews.last();
    QCOMPARE(looked.validFrom, first.startOfDay());
    f.world.correlations.previews.clear();
    decideByKey(f, Qt::Key_L);
    QTRY_COMPARE(f.world.correlations.decisions.size(), 1);
    const Decision &taken = f.world.correlations.decisions.first();
    QCOMPARE(taken.reason, u"works_there"_s);
    QCOMPARE(taken.validFrom, first.startOfDay());
    QCOMPARE(taken.validTo, first.addDays(3).startOfDay()); // the last day is included
}

void TestDecisionTerms::termsAreNotTheNextOnes()
{
    test::WindowFixture f;
    QVERIFY(openAtOkafor(f));
    f.find<QDateEdit>(u"validFromEdit"_s)->setDate(QDate::currentDate().addDays(10));
    f.find<QComboBox>(u"reasonBox"_s)->setCurrentIndex(2);
    f.find<QTableView>(u"prescribersTable"_s)->setFocus();
    f.key(Qt::Key_J);
    QTRY_COMPARE(f.find<QDateEdit>(u"validFromEdit"_s)->date(), QDate::currentDate());
    QCOMPARE(f.find<QComboBox>(u"reasonBox"_s)->currentIndex(), 0);
}

void TestDecisionTerms::lastDayBeforeTheFirstIsRefused()
{
    test::WindowFixture f;
    QVERIFY(openAtOkafor(f));
    f.find<QDateEdit>(u"validFromEdit"_s)->setDate(QDate::currentDate().addDays(10));
    f.find<QCheckBox>(u"endsBox"_s)->setChecked(true);
    f.find<QDateEdit>(u"validToEdit"_s)->setDate(QDate::currentDate().addDays(9));
    QTRY_VERIFY(f.find<QLabel>(u"termsProblemLabel"_s)->isVisibleTo(f.find<QWidget>(u"termsCard"_s)));
    QVERIFY(settled(f));
    QVERIFY(!f.find<QPushButton>(u"linkButton"_s)->isEnabled());
    decideByKey(f, Qt::Key_L);
    QCOMPARE(f.world.correlations.decisions.size(), 0);
    // What has no dates can be decided.
    decideByKey(f, Qt::Key_X);
    QTRY_COMPARE(f.world.correlations.decisions.size(), 1);
    QVERIFY(!f.world.correlations.decisions.first().validFrom.isValid());
}

void TestDecisionTerms::divisionsAreOfferedOnlyWhereThereAreSeveral()
{
    test::WindowFixture f;
    f.world.correlations.find(okafor)->divisions = {{u"552"_s, 40, 9}};
    QVERIFY(openAtOkafor(f));
    const QWidget *card = f.find<QWidget>(u"termsCard"_s);
    QVERIFY(!f.find<QWidget>(u"divisionPart"_s)->isVisibleTo(card));
    f.world.correlations.find(okafor)->divisions = {{u"552"_s, 40, 9}, {u"552GA"_s, 12, 3}};
    f.window->findChild<ui::CorrelationController *>()->reload();
    QTRY_VERIFY(f.find<QWidget>(u"divisionPart"_s)->isVisibleTo(card));
    QCOMPARE(f.find<QComboBox>(u"divisionBox"_s)->count(), 3);
}

void TestDecisionTerms::oneDivisionIsDecidedAlone()
{
    test::WindowFixture f;
    f.world.correlations.find(okafor)->divisions = {{u"552"_s, 40, 9}, {u"552GA"_s, 12, 3}};
    QVERIFY(openAtOkafor(f));
    auto *box = f.find<QComboBox>(u"divisionBox"_s);
    box->setFocus();
    f.key(Qt::Key_Down);
    f.key(Qt::Key_Down);
    QCOMPARE(box->currentData().toString(), u"552GA"_s);
    QVERIFY(settled(f));
    QCOMPARE(f.world.correlations.previews.last().division, u"552GA"_s);
    QVERIFY(f.find<QPushButton>(u"linkButton"_s)->text().startsWith(u"Link division 552GA"));
    QVERIFY(!f.find<QPushButton>(u"externalButton"_s)->isEnabled());
    decideByKey(f, Qt::Key_L);
    QTRY_COMPARE(f.world.correlations.decisions.size(), 1);
    QCOMPARE(f.world.correlations.decisions.first().division, u"552GA"_s);
}

void TestDecisionTerms::whatCameBackSaysWhy_data()
{
    QTest::addColumn<LinkChange>("change");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("word");
    QTest::newRow("renamed") << LinkChange{u"renamed"_s, u"Blue"_s, u"Red"_s}
                             << u"The care team was renamed: Blue → Red"_s << u"its team renamed"_s;
    QTest::newRow("moved") << LinkChange{u"moved"_s, u"552"_s, u"552GA"_s}
                           << u"The prescriber moved: station 552 → 552GA"_s << u"prescriber moved"_s;
    QTest::newRow("closed") << LinkChange{u"blocked"_s, u"Blue"_s, {}}
                            << u"The care team Blue was open to messages → it is closed now."_s
                            << u"its team closed"_s;
    QTest::newRow("evidence") << LinkChange{u"evidence"_s, u"0.9934"_s, u"0.6400"_s}
                              << u"Matching judged anew how sure it is of this team: 99 % → 64 %"_s
                              << u"evidence changed"_s;
    QTest::newRow("of a time before reasons")
        << LinkChange() << u"The grounds of the link changed; the history tells more."_s
        << u"its team changed"_s;
}

void TestDecisionTerms::whatCameBackSaysWhy()
{
    QFETCH(LinkChange, change);
    QFETCH(QString, text);
    QFETCH(QString, word);
    test::WindowFixture f;
    Correlation &correlation = f.world.correlations.find(okafor)->summary.correlation;
    correlation.status = CorrelationStatus::Stale;
    correlation.change = change;
    QVERIFY(openAtOkafor(f));
    QVERIFY(f.find<QWidget>(u"changeCard"_s)->isVisible());
    QCOMPARE(f.find<QLabel>(u"changeLabel"_s)->text().replace(QChar(QChar::Nbsp), u' '), text);
    const auto *table = f.find<QTableView>(u"prescribersTable"_s);
    const QString line = table->currentIndex().siblingAtColumn(0).data(items::SecondLineRole).toString();
    QVERIFY2(line.endsWith(word), qPrintable(line));
    f.key(Qt::Key_K);
    QTRY_VERIFY(!f.find<QWidget>(u"changeCard"_s)->isVisible());
}

void TestDecisionTerms::whatIsAgreedStandsInTheCase()
{
    test::WindowFixture f;
    Correlation &correlation = f.world.correlations.find(okafor)->summary.correlation;
    correlation.reason = u"took_over"_s;
    correlation.divisions = {{u"552GA"_s, TriageTeamId{1}, u"Green team"_s, u"M. Reyes"_s}};
    correlation.planned = PlannedLink{TriageTeamId{2},
                                      u"Blue team"_s,
                                      QDateTime(QDate(2030, 5, 4), QTime(0, 0)),
                                      QDateTime(QDate(2030, 6, 1), QTime(0, 0)),
                                      u"M. Reyes"_s,
                                      {},
                                      {}};
    QVERIFY(openAtOkafor(f));
    const QString terms = f.find<QLabel>(u"linkTermsLabel"_s)->text();
    QVERIFY2(terms.contains(u"Reason: The team took over"), qPrintable(terms));
    QVERIFY2(terms.contains(u"Division 552GA: Green team, by M. Reyes"), qPrintable(terms));
    QVERIFY2(terms.contains(u"From 2030-05-04 on: Blue team, planned by M. Reyes, until 2030-05-31"),
             qPrintable(terms));
}

QTEST_MAIN(TestDecisionTerms)
#include "tst_decisionterms.moc"
