// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/csvexport.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

using namespace renewal;
using namespace Qt::StringLiterals;

/// The activity workspace by keyboard, on fakes.
class TestActivity : public QObject
{
    Q_OBJECT

private slots:
    void filtersByKeyboard();
    void entryIsToldInWords();
    void exportHoldsAllThatFits();
    void exportMayFailOrBeCancelled();
    void verdicts_data();
    void verdicts();
    void checkCanBeCancelled();
    void importsHaveTheirReports();
    void refreshKeepsTheChosenEntry();
};

void TestActivity::filtersByKeyboard()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Activity));
    auto *table = f.find<QTableView>(u"activityTable"_s);
    QCOMPARE(table->model()->rowCount(), 40);
    f.key(Qt::Key_F);
    auto *words = f.find<QLineEdit>(u"auditWordsEdit"_s);
    QVERIFY(words->hasFocus());
    QTest::keyClicks(words, u"phone"_s);
    f.key(Qt::Key_Return);
    QTRY_COMPARE(table->model()->rowCount(), 8);
    QCOMPARE(f.world.system.auditQueries.last().text, u"phone"_s);
    f.key(Qt::Key_Tab);
    auto *who = f.find<QLineEdit>(u"auditWhoEdit"_s);
    QVERIFY(who->hasFocus());
    QTest::keyClicks(who, u"nobody of this name"_s);
    QTRY_COMPARE(table->model()->rowCount(), 0); // without Return: a moment after the last letter
    f.find<QPushButton>(u"clearAuditFilterButton"_s)->click();
    QTRY_COMPARE(table->model()->rowCount(), 40);
    auto *what = f.find<QComboBox>(u"auditWhatCombo"_s);
    what->setFocus();
    QTest::keyClick(what, Qt::Key_End);
    while (what->currentText() != u"Imports" && what->currentIndex() > 0)
        QTest::keyClick(what, Qt::Key_Up);
    QTRY_COMPARE(table->model()->rowCount(), 8);
    QCOMPARE(f.world.system.auditQueries.last().action, u"import."_s);
}

void TestActivity::entryIsToldInWords()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Activity));
    QCOMPARE(f.find<QLabel>(u"auditTitleLabel"_s)->text(), u"Linked to a care team"_s);
    QStringList told;
    for (const QLabel *label : f.find<QWidget>(u"changesGrid"_s)->findChildren<QLabel *>()) {
        if (label->isVisible())
            told.append(label->text());
    }
    QVERIFY2(told.contains(u"Suggested, a person must decide → Linked by hand"_s),
             qPrintable(told.join(u'|')));
    QVERIFY(told.contains(u"6910405"_s)); // a name, not a quantity
    for (const QString &text : std::as_const(told))
        QVERIFY2(!text.contains(u'{') && !text.contains(u'"'), qPrintable(text));
    // Down the list, and on to what the entry is about.
    f.find<QTableView>(u"activityTable"_s)->setFocus();
    for (int i = 0; i < 4; ++i)
        f.key(Qt::Key_Down);
    QCOMPARE(f.find<QLabel>(u"auditTitleLabel"_s)->text(), u"Imported files"_s);
    f.key(Qt::Key_Return);
    QTRY_VERIFY(f.find<QTableView>(u"importsTable"_s)->isVisible());
}

void TestActivity::exportHoldsAllThatFits()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Activity));
    QTemporaryDir folder;
    const QString path = folder.filePath(u"record.csv"_s);
    ui::CsvExport csv;
    QSignalSpy finished(&csv, &ui::CsvExport::finished);
    AuditQuery query{.action = u"import."_s};
    csv.start(path, [&f, query](const QString &cursor) {
        AuditQuery piece = query;
        piece.cursor = cursor;
        return f.world.system.exportAudit(piece);
    });
    QTRY_COMPARE(finished.size(), 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArrayList lines = file.readAll().trimmed().split('\n');
    QCOMPARE(lines.first(), "entry,who");
    QCOMPARE(lines.size(), 9); // eight entries in four pieces, one heading
    QCOMPARE(lines.last(), "1,S. Kim");
}

void TestActivity::exportMayFailOrBeCancelled()
{
    test::WindowFixture f;
    QTemporaryDir folder;
    const QString path = folder.filePath(u"record.csv"_s);
    const auto fetch = [&f](const QString &cursor) { return f.world.system.exportAudit({.cursor = cursor}); };
    ui::CsvExport csv;
    QSignalSpy failed(&csv, &ui::CsvExport::failed);
    f.world.system.auditExportReplies.error = Error{ErrorCode::Unavailable, u"The service is away."_s, {}};
    csv.start(path, fetch);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(!QFile::exists(path));
    f.world.system.auditExportReplies.error.reset();
    f.world.system.auditExportReplies.hold = true;
    csv.start(path, fetch);
    QVERIFY(csv.isRunning());
    csv.cancel();
    f.world.system.auditExportReplies.release();
    QVERIFY(!csv.isRunning());
    QVERIFY(!QFile::exists(path));
    csv.start(folder.filePath(u"missing/record.csv"_s), fetch);
    QTRY_COMPARE(failed.size(), 2);
}

void TestActivity::verdicts_data()
{
    QTest::addColumn<Job>("job");
    QTest::addColumn<QString>("told");
    QTest::newRow("whole") << Job{u"j"_s, u"audit"_s, u"finished"_s, 1, u"All 40 entries are whole."_s, {}}
                           << u"All 40 entries are whole."_s;
    QTest::newRow("broken")
        << Job{u"j"_s,        u"audit"_s, u"failed"_s, 0, {}, u"Entry 17 of the record was changed."_s,
               u"integrity"_s}
        << u"Entry 17 of the record was changed."_s;
    // A check that could not be made says nothing about the record.
    QTest::newRow("not made") << Job{u"j"_s, u"audit"_s, u"failed"_s, 0, {}, u"Away."_s, u"unavailable"_s}
                              << u"The record was not checked. Away."_s;
}

void TestActivity::verdicts()
{
    QFETCH(Job, job);
    QFETCH(QString, told);
    test::WindowFixture f;
    f.world.system.verification = job;
    QVERIFY(f.open(ui::WorkspaceId::Activity));
    f.key(Qt::Key_V);
    auto *verdict = f.find<ui::Banner>(u"verdictBanner"_s);
    QTRY_VERIFY(verdict->isVisible());
    QCOMPARE(verdict->text(), told);
    QVERIFY(f.find<QPushButton>(u"verifyRecordButton"_s)->isEnabled());
}

void TestActivity::checkCanBeCancelled()
{
    test::WindowFixture f;
    f.world.system.verification = {u"j"_s, u"audit"_s, u"running"_s, 0.4, u"Checked 16 of 40 entries."_s, {}};
    QVERIFY(f.open(ui::WorkspaceId::Activity));
    f.key(Qt::Key_V);
    auto *cancel = f.find<QPushButton>(u"cancelVerifyButton"_s);
    QTRY_VERIFY(cancel->isVisible());
    QCOMPARE(f.find<QLabel>(u"verifyProgressLabel"_s)->text(), u"Checking, 40 %"_s);
    cancel->setFocus();
    f.key(Qt::Key_Space);
    QTRY_VERIFY(f.find<ui::Banner>(u"verdictBanner"_s)->isVisible());
    QVERIFY(f.find<ui::Banner>(u"verdictBanner"_s)->text().contains(u"cancelled"));
}

void TestActivity::importsHaveTheirReports()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Activity));
    f.key(Qt::Key_I);
    auto *table = f.find<QTableView>(u"importsTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 4);
    QTRY_VERIFY(table->hasFocus());
    QCOMPARE(f.find<QLabel>(u"importTitleLabel"_s)->text(), u"renewal_messages.ndjson"_s);
    auto *aside = f.find<QListView>(u"setAsideList"_s);
    QTRY_COMPARE(aside->model()->rowCount(), 3);
    QCOMPARE(aside->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(),
             u"line 17: prescriptionId is missing."_s);
    for (int i = 0; i < 3; ++i)
        f.key(Qt::Key_Down);
    QCOMPARE(f.find<QLabel>(u"importTextLabel"_s)->text(),
             u"This is a JSON schema, which describes data but holds none."_s);
    QVERIFY(!aside->isVisible());
}

void TestActivity::refreshKeepsTheChosenEntry()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Activity));
    auto *table = f.find<QTableView>(u"activityTable"_s);
    f.key(Qt::Key_Down);
    f.key(Qt::Key_Down);
    AuditEvent event = f.world.system.auditData.first();
    event.sequence = 41;
    f.world.system.auditData.prepend(event);
    f.key(Qt::Key_F5);
    QTRY_COMPARE(table->model()->rowCount(), 41);
    QCOMPARE(table->currentIndex().row(), 3);
    QCOMPARE(f.find<QLabel>(u"auditTitleLabel"_s)->text(), u"Took a decision back"_s);
}

QTEST_MAIN(TestActivity)
#include "tst_activity.moc"
