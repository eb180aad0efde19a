// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/renewalsmodel.h"
#include "tests/ui/windowfixture.h"
#include "ui/renewals/exportdialog.h"
#include "ui/renewals/renewalsworkspace.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>

using namespace renewal;
using namespace Qt::StringLiterals;
using test::WindowFixture;

/// A view of the queue goes to a file, by keyboard, while the window goes on.
class TestExportView : public QObject
{
    Q_OBJECT

private slots:
    void theWholeViewIsWritten();
    void theKeyAsksForAPlace();
    void wholeKeysNeedAReason();
    void cancellingLeavesNoFile();
    void failuresLeaveNoFile_data();
    void failuresLeaveNoFile();
    void tooManyForAWorkbook();
    void theWindowGoesOn();

private:
    static ui::ExportDialog *open(WindowFixture &f);
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("none");
    }
    static QString told(const ui::ExportDialog *dialog)
    {
        return dialog->findChild<QLabel *>(u"exportToldLabel"_s)->text();
    }
    static QPushButton *button(const ui::ExportDialog *dialog, const QString &name)
    {
        return dialog->findChild<QPushButton *>(name);
    }

    QTemporaryDir m_folder;
};

ui::ExportDialog *TestExportView::open(WindowFixture &f)
{
    f.world.reports.pieces = {"station,id\r\n", "552,1\r\n", "552,2\r\n"};
    if (!f.open())
        return nullptr;
    f.key(Qt::Key_E, Qt::ControlModifier);
    auto *dialog = f.find<ui::ExportDialog>(u"exportDialog"_s);
    return QTest::qWaitFor([dialog] { return QApplication::activeWindow() == dialog; }) ? dialog : nullptr;
}

void TestExportView::theWholeViewIsWritten()
{
    WindowFixture f;
    f.options.scope = Scope{u"552"_s, {}};
    auto *dialog = open(f);
    QVERIFY(dialog);
    const QString number = dialog->findChild<QLabel *>(u"exportNumberLabel"_s)->text();
    QVERIFY(number.contains(
        QLocale().toString(f.find<ui::RenewalsWorkspace>(u"renewalsWorkspace"_s)->model()->total())));
    QCOMPARE(dialog->suggestedName(), u"renewals-all-pending-552.csv"_s);
    const QString path = m_folder.filePath(u"whole.csv"_s);
    dialog->startAt(path);
    QTRY_VERIFY(told(dialog).contains(u"whole.csv"));
    QVERIFY(told(dialog).startsWith(u"The file holds 3 renewals."));
    QCOMPARE(read(path), QByteArray("station,id\r\n552,1\r\n552,2\r\n"));
    const RenewalExport &wanted = f.world.reports.exports.constLast();
    QCOMPARE(wanted.query.scope.parentStation, u"552"_s);
    QCOMPARE(toString(wanted.format), u"csv"_s);
    QVERIFY(wanted.reason.isEmpty());
}

void TestExportView::theKeyAsksForAPlace()
{
    WindowFixture f;
    auto *dialog = open(f);
    QVERIFY(dialog);
    dialog->findChild<QRadioButton *>(u"exportWorkbookButton"_s)->setChecked(true);
    QCOMPARE(dialog->suggestedName(), u"renewals-all-pending.xlsx"_s);
    QTest::keyClick(button(dialog, u"startExportButton"_s), Qt::Key_Space);
    QTRY_VERIFY(dialog->findChild<QFileDialog *>(u"exportFileDialog"_s));
    QCOMPARE(f.world.reports.exports.size(), 0);
}

void TestExportView::wholeKeysNeedAReason()
{
    WindowFixture f;
    auto *dialog = open(f);
    QVERIFY(dialog);
    auto *reason = dialog->findChild<QLineEdit *>(u"exportReasonEdit"_s);
    QVERIFY(!reason->isEnabled());
    dialog->findChild<QCheckBox *>(u"wholeKeysCheck"_s)->setChecked(true);
    QVERIFY(!button(dialog, u"startExportButton"_s)->isEnabled());
    reason->setText(u"   "_s);
    QVERIFY(!button(dialog, u"startExportButton"_s)->isEnabled());
    reason->setText(u"Recall of a drug "_s);
    QVERIFY(button(dialog, u"startExportButton"_s)->isEnabled());
    dialog->startAt(m_folder.filePath(u"keys.csv"_s));
    QCOMPARE(f.world.reports.exports.constLast().reason, u"Recall of a drug"_s);
}

void TestExportView::cancellingLeavesNoFile()
{
    WindowFixture f;
    f.world.reports.looks = 1'000'000;
    auto *dialog = open(f);
    QVERIFY(dialog);
    const QString path = m_folder.filePath(u"cancelled.csv"_s);
    QFile before(path);
    QVERIFY(before.open(QIODevice::WriteOnly) && before.write("as it was") > 0);
    before.close();
    dialog->startAt(path);
    QTRY_VERIFY(f.world.reports.jobReplies.calls() > 0);
    QVERIFY(!button(dialog, u"startExportButton"_s)->isEnabled());
    QCOMPARE(button(dialog, u"closeExportButton"_s)->text(), u"Cancel"_s);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QCOMPARE(told(dialog), u"The export was cancelled; no file was written."_s);
    QCOMPARE(f.world.reports.cancelled, QStringList{u"report-1"_s});
    QCOMPARE(read(path), QByteArray("as it was"));
    QCOMPARE(QDir(m_folder.path()).entryList({u"cancelled*"_s}, QDir::Files).size(), 1);
    QVERIFY(dialog->isVisible());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(!dialog->isVisible());
}

void TestExportView::failuresLeaveNoFile_data()
{
    QTest::addColumn<bool>("atService");
    QTest::newRow("the service cannot write it") << true;
    QTest::newRow("it cannot be fetched") << false;
}

void TestExportView::failuresLeaveNoFile()
{
    QFETCH(bool, atService);
    WindowFixture f;
    auto *dialog = open(f);
    QVERIFY(dialog);
    if (atService)
        f.world.reports.failure = u"There is no room."_s;
    else
        f.world.reports.pieceReplies.error = Error{ErrorCode::Unavailable, u"There is no room."_s, {}, {}};
    const QString path = m_folder.filePath(u"failed.csv"_s);
    dialog->startAt(path);
    QTRY_COMPARE(told(dialog), u"There is no room."_s);
    QVERIFY(!QFile::exists(path));
    QVERIFY(button(dialog, u"startExportButton"_s)->isEnabled());
}

void TestExportView::tooManyForAWorkbook()
{
    test::FakeReports reports;
    ui::ExportDialog dialog(&reports, {{}, u"All pending"_s, 1'048'576}, 10);
    auto *workbook = dialog.findChild<QRadioButton *>(u"exportWorkbookButton"_s);
    QVERIFY(!workbook->isEnabled());
    QVERIFY(workbook->text().contains(u"1,048,575"));
    ui::ExportDialog fits(&reports, {{}, u"All pending"_s, 1'048'575}, 10);
    QVERIFY(fits.findChild<QRadioButton *>(u"exportWorkbookButton"_s)->isEnabled());
}

void TestExportView::theWindowGoesOn()
{
    WindowFixture f;
    f.world.reports.looks = 1'000'000;
    auto *dialog = open(f);
    QVERIFY(dialog);
    QVERIFY(!dialog->isModal());
    dialog->startAt(m_folder.filePath(u"slow.csv"_s));
    f.window->activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), f.window.get());
    f.find<QAction>(u"exportViewAction"_s)->trigger();
    QCOMPARE(f.window->findChildren<ui::ExportDialog *>().size(), 1);
}

QTEST_MAIN(TestExportView)
#include "tst_exportview.moc"
