// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/widgets/documentsfolder.h"

#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QTemporaryDir>

using namespace renewal;
using namespace Qt::StringLiterals;

/// Small rooms and missing ones: words are whole, and what is offered is there.
class TestSmallRoom : public QObject
{
    Q_OBJECT

private slots:
    void triageButtonsShowTheirWords();
    void timesInTablesOfChartsAreWhole();
    void decisionsLeaveRoomForTheEvidence();
    void filesGoWhereThereIsAFolder();
    void emptyReviewLeadsToWhereSamplesAreDrawn();
};

void TestSmallRoom::triageButtonsShowTheirWords()
{
    test::WindowFixture f;
    f.size = {1024, 700};
    QVERIFY(f.open());
    f.key(Qt::Key_J);
    f.key(Qt::Key_J); // one without a care team: "Find team" is the longest
    QVERIFY(QTest::qWaitFor([&f] { return f.window->isSettled(); }));
    const auto *bar = f.find<QWidget>(u"triageBar"_s);
    QCOMPARE(f.find<QPushButton>(u"primaryTriageButton"_s)->text(), u"Find team"_s);
    int end = 0;
    for (const QPushButton *button : bar->findChildren<QPushButton *>()) {
        QVERIFY2(button->x() >= end, qPrintable(button->objectName())); // beside the one before
        end = button->geometry().right() + 1;
        const int words = button->fontMetrics().horizontalAdvance(button->text());
        QVERIFY2(button->width() >= words + 12, qPrintable(button->objectName()));
        QVERIFY2(bar->rect().contains(button->geometry()), qPrintable(button->objectName()));
    }
}

void TestSmallRoom::timesInTablesOfChartsAreWhole()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    f.find<QWidget>(u"sendErrorsChart"_s)->setFocus();
    f.key(Qt::Key_T);
    const auto *table = f.find<QTableView>(u"sendErrorsTable"_s);
    QTRY_VERIFY(table->isVisible());
    const QString time = table->model()->index(0, 0).data().toString();
    QVERIFY(time.size() > 10);
    QTRY_VERIFY(table->columnWidth(0) > table->fontMetrics().horizontalAdvance(time));
}

void TestSmallRoom::decisionsLeaveRoomForTheEvidence()
{
    test::WindowFixture f;
    f.size = {1024, 700};
    QVERIFY(f.open(ui::WorkspaceId::Correlations));
    const auto *evidence = f.find<QWidget>(u"evidencePane"_s);
    const auto *decide = f.find<QWidget>(u"decidePane"_s);
    QTRY_VERIFY(evidence->height() > decide->height() * 3 / 2);
    QCOMPARE(f.find<QWidget>(u"linkButton"_s)->y(), f.find<QWidget>(u"otherTeamButton"_s)->y());
    f.window->resize(1440, 900);
    QTRY_VERIFY(f.find<QWidget>(u"linkButton"_s)->y() < f.find<QWidget>(u"otherTeamButton"_s)->y());
}

/// A dialog that is given a missing folder takes its name for that of the file.
void TestSmallRoom::filesGoWhereThereIsAFolder()
{
    const QTemporaryDir home;
    const QByteArray before = qgetenv("HOME");
    qputenv("HOME", home.path().toUtf8());
    QCOMPARE(ui::documentsFolder(), home.path());
    QVERIFY(QDir(home.path()).mkdir(u"Documents"_s));
    QCOMPARE(ui::documentsFolder(), home.filePath(u"Documents"_s));
    qputenv("HOME", before);
}

void TestSmallRoom::emptyReviewLeadsToWhereSamplesAreDrawn()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Correlations));
    const auto press = [&f](Qt::Key key) {
        f.find<QTableView>(u"prescribersTable"_s)->setFocus();
        f.key(key);
        return QTest::qWaitFor([&f] { return f.window->isSettled(); });
    };
    QVERIFY(press(Qt::Key_B));
    auto *quality = f.find<QPushButton>(u"reviewQualityButton"_s);
    QVERIFY(!quality->isVisible()); // there are cases
    f.world.quality.cases.clear();
    f.key(Qt::Key_F5);
    QTRY_VERIFY(quality->isVisible());
    quality->setFocus();
    f.key(Qt::Key_Space);
    QCOMPARE(f.find<QStackedWidget>(u"correlationPages"_s)->currentWidget()->objectName(), u"qualityPage"_s);
}

QTEST_MAIN(TestSmallRoom)
#include "tst_smallroom.moc"
