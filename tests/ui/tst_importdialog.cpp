// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/importfilesmodel.h"
#include "tests/ui/windowfixture.h"
#include "ui/imports/importdialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/stateoverlay.h"
#include "ui/widgets/statusline.h"

#include <QDragEnterEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QUrl>

using namespace renewal;
using namespace Qt::StringLiterals;
using Step = ImportFileState::Step;
using Model = items::ImportFilesModel;

namespace {
const QString region = u"/data/march-552"_s;
}

/// Imports by dialog and by dropping, by keyboard, on fakes.
class TestImportDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { ui::installTranslators(*qApp, QLocale(QLocale::English, QLocale::UnitedStates)); }
    void fileFromStartToReport();
    void filesAreDroppedOnTheWindow();
    void textIsNoFile();
    void refusedFilesSayWhy();
    void nothingToImportIsSaid();
    void cancelMidWay();
    void runGoesOnWithoutTheDialog();
    void closingTheWindowEndsTheRun();
    void lateAnswerOfAnotherChoiceIsDropped();
    void otherFiguresAreReplacedOnlyWhenAgreed();
    void firstReasonIsShown();

private:
    static ui::ImportDialog *dialog(const test::WindowFixture &f)
    {
        return f.window->findChild<ui::ImportDialog *>();
    }
    static bool isInFront(const test::WindowFixture &f)
    {
        return dialog(f) && QTest::qWaitForWindowActive(dialog(f)) &&
               QTest::qWaitFor([&f] { return dialog(f)->isAncestorOf(QApplication::focusWidget()); });
    }
    static QString cell(const test::WindowFixture &f, int row, int column, int role = Qt::DisplayRole)
    {
        return f.find<QTableView>(u"importFilesTable"_s)->model()->index(row, column).data(role).toString();
    }
};

void TestImportDialog::fileFromStartToReport()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Correlations));
    f.key(Qt::Key_O, Qt::ControlModifier);
    QVERIFY(isInFront(f));
    QVERIFY(f.find<QWidget>(u"importDropArea"_s)->isVisible());
    QVERIFY(f.find<QPushButton>(u"chooseFilesButton"_s)->hasFocus()); // what one came for
    dialog(f)->choose({region + u"/renewal_messages.ndjson"_s});
    auto *start = f.find<QPushButton>(u"startImportButton"_s);
    QCOMPARE(start->text(), u"Import 1 file"_s);
    QTRY_VERIFY(start->hasFocus());
    QCOMPARE(cell(f, 0, Model::KindColumn), u"Messages"_s);
    QVERIFY(f.find<QLabel>(u"importSummaryLabel"_s)->text().startsWith(u"1 file, 1.7 MB: all can go in"));
    f.key(Qt::Key_Space);
    QVERIFY(f.world.imports.run);
    QTRY_VERIFY(f.find<QPushButton>(u"stopImportButton"_s)->hasFocus());
    f.world.imports.run->move(0, Step::Sending, 0.5);
    QCOMPARE(cell(f, 0, Model::StateColumn), u"Sending 50 %"_s);
    f.world.imports.run->move(0, Step::Reading, 0.2, u"Reading the file."_s);
    QCOMPARE(cell(f, 0, Model::FileColumn, items::SecondLineRole), u"Reading the file."_s);
    QVERIFY(f.find<QWidget>(u"importProgressBar"_s)->isVisible());
    f.world.imports.run->end(0, Step::Taken, f.world.imports.reports.first());
    f.world.imports.run->finishAll();
    QCOMPARE(f.find<QLabel>(u"importDialogTitleLabel"_s)->text(), u"What came of it"_s);
    QCOMPARE(f.find<QLabel>(u"importSummaryLabel"_s)->text(),
             u"1 file went in with 1,204 records; 3 records set aside."_s);
    QCOMPARE(cell(f, 0, Model::RecordsColumn), u"1,204"_s);
    f.find<QPushButton>(u"showReportButton"_s)->setFocus();
    f.key(Qt::Key_Space);
    QTRY_VERIFY(!dialog(f)->isVisible());
    QTRY_COMPARE(toString(f.window->workspace()), u"activity"_s);
    QTRY_COMPARE(f.find<QLabel>(u"importTitleLabel"_s)->text(), u"renewal_messages.ndjson"_s);
}

void TestImportDialog::filesAreDroppedOnTheWindow()
{
    test::WindowFixture f;
    QVERIFY(f.open());
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(region)});
    QDragEnterEvent enter({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(f.window.get(), &enter);
    QVERIFY(enter.isAccepted());
    auto *overlay = f.find<QWidget>(u"dropOverlay"_s);
    QVERIFY(overlay->isVisible());
    QCOMPARE(overlay->size(), f.window->size());
    QDropEvent drop(QPointF(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(f.window.get(), &drop);
    QVERIFY(!overlay->isVisible());
    QTRY_VERIFY(dialog(f) && dialog(f)->isVisible());
    QCOMPARE(f.world.imports.inspected.last(), QStringList{region});
    QCOMPARE(f.find<QPushButton>(u"startImportButton"_s)->text(), u"Import 5 files"_s);
    QVERIFY(!f.world.imports.run); // nothing is sent before one has seen it
}

void TestImportDialog::textIsNoFile()
{
    test::WindowFixture f;
    QVERIFY(f.open());
    QMimeData data;
    data.setText(u"just words"_s);
    QDragEnterEvent enter({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(f.window.get(), &enter);
    QVERIFY(!f.find<QWidget>(u"dropOverlay"_s)->isVisible());
}

void TestImportDialog::refusedFilesSayWhy()
{
    test::WindowFixture f;
    QVERIFY(f.open());
    f.window->importFiles({region});
    QTRY_VERIFY(dialog(f)->isVisible());
    QCOMPARE(cell(f, 5, Model::StateColumn), u"Cannot go in"_s);
    QCOMPARE(cell(f, 5, Model::FileColumn, items::SecondLineRole),
             u"This is a JSON schema, which describes data but holds none."_s);
    QCOMPARE(cell(f, 6, Model::StateColumn), u"Left out"_s);
    // The service refuses another one while reading it.
    f.find<QPushButton>(u"startImportButton"_s)->click();
    f.world.imports.run->end(0, Step::Refused, {}, u"It is cut off."_s);
    QCOMPARE(cell(f, 0, Model::StateColumn), u"Refused"_s);
    QCOMPARE(cell(f, 0, Model::FileColumn, items::SecondLineRole), u"It is cut off."_s);
    QCOMPARE(cell(f, 5, Model::StateColumn), u"Cannot go in"_s);
}

void TestImportDialog::nothingToImportIsSaid()
{
    test::WindowFixture f;
    QVERIFY(f.open());
    f.window->importFiles({u"/data/gone"_s});
    QTRY_VERIFY(dialog(f)->isVisible());
    auto *overlay = dialog(f)->findChild<ui::StateOverlay *>();
    QVERIFY(overlay->isVisible());
    QVERIFY2(overlay->text().contains(u"/data/gone does not exist any more."), qPrintable(overlay->text()));
    QVERIFY(!f.find<QPushButton>(u"startImportButton"_s)->isVisible());
    f.window->importFiles({region + u"/schema.json"_s});
    QCOMPARE(f.find<QLabel>(u"importSummaryLabel"_s)->text(),
             u"1 file, 3.9 kB: none can go in. The reasons stand below."_s);
    QVERIFY(!f.find<QPushButton>(u"startImportButton"_s)->isEnabled());
}

void TestImportDialog::cancelMidWay()
{
    test::WindowFixture f;
    QVERIFY(f.open());
    f.window->importFiles({region});
    QVERIFY(isInFront(f));
    f.find<QPushButton>(u"startImportButton"_s)->click();
    f.world.imports.run->end(0, Step::Taken, f.world.imports.reports.at(2));
    f.world.imports.run->move(1, Step::Sending, 0.3);
    auto *stop = f.find<QPushButton>(u"stopImportButton"_s);
    QVERIFY2(stop->hasFocus(),
             qPrintable(QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : u"none"_s));
    f.key(Qt::Key_Space);
    QVERIFY(f.world.imports.run->wasCancelled);
    QCOMPARE(cell(f, 1, Model::StateColumn), u"Stopped"_s);
    QCOMPARE(f.find<QLabel>(u"importSummaryLabel"_s)->text(),
             u"1 file went in with 412 records; 4 files stopped."_s);
    QVERIFY(!stop->isVisible());
}

void TestImportDialog::runGoesOnWithoutTheDialog()
{
    test::WindowFixture f;
    QVERIFY(f.open());
    f.window->importFiles({region + u"/triage_teams.json"_s});
    QVERIFY(isInFront(f));
    f.find<QPushButton>(u"startImportButton"_s)->click();
    f.key(Qt::Key_Escape);
    QTRY_VERIFY(!dialog(f)->isVisible());
    f.world.imports.run->move(0, Step::Reading, 0.5);
    QVERIFY(!f.world.imports.run->wasCancelled);
    QCOMPARE(f.find<ui::StatusLine>(u"statusLine"_s)->resultText(), u"Importing, 75 %"_s);
    // Files that are dropped meanwhile do not take its place.
    f.window->importFiles({region});
    QCOMPARE(f.world.imports.inspected.size(), 1);
    dialog(f)->reject();
    const int looks = f.world.system.changeReplies.calls();
    f.world.imports.run->end(0, Step::Taken, f.world.imports.reports.at(2));
    f.world.imports.run->finishAll();
    auto *message = f.find<ui::Banner>(u"messageBanner"_s);
    QTRY_VERIFY(message->isVisible());
    QCOMPARE(message->text(), u"1 file went in with 412 records."_s);
    QTRY_VERIFY(f.world.system.changeReplies.calls() > looks); // the lists look again
    const auto buttons = message->findChildren<QPushButton *>();
    const auto show = std::ranges::find_if(
        buttons, [](const QPushButton *button) { return button->text() == u"Show report"; });
    QVERIFY(show != buttons.cend());
    (*show)->click();
    QTRY_VERIFY(dialog(f)->isVisible());
    QCOMPARE(cell(f, 0, Model::StateColumn), u"In"_s);
}

void TestImportDialog::closingTheWindowEndsTheRun()
{
    test::WindowFixture f;
    QVERIFY(f.open());
    f.window->importFiles({region});
    QVERIFY(isInFront(f));
    f.find<QPushButton>(u"startImportButton"_s)->click();
    QPointer<ImportRun> run(f.world.imports.run);
    f.window.reset();
    QVERIFY(!run);
}

void TestImportDialog::lateAnswerOfAnotherChoiceIsDropped()
{
    test::WindowFixture f;
    QVERIFY(f.open());
    f.world.imports.inspectReplies.hold = true;
    f.window->importFiles({region});
    f.window->importFiles({region + u"/stations.json"_s});
    f.world.imports.inspectReplies.release(1);
    f.world.imports.inspectReplies.release(0);
    QTRY_COMPARE(f.find<QTableView>(u"importFilesTable"_s)->model()->rowCount(), 1);
    QCOMPARE(cell(f, 0, Model::FileColumn), u"stations.json"_s);
}

void TestImportDialog::otherFiguresAreReplacedOnlyWhenAgreed()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Rollout));
    ImportPreview file;
    file.path = u"/data/metrics_message_send_errors.json"_s;
    file.fileName = u"metrics_message_send_errors.json"_s;
    file.kind = u"datadog_metrics"_s;
    f.world.imports.files.insert(file.path, {file});
    f.window->importFiles({file.path});
    QVERIFY(isInFront(f));
    QVERIFY(f.find<QLabel>(u"importSummaryLabel"_s)->text().contains(u"another source or region, they stay"));
    f.key(Qt::Key_Return);
    test::FakeImportRun *first = f.world.imports.run;
    QVERIFY(first);
    QVERIFY(!first->files().at(0).file.replaceFigures);
    first->end(0, Step::FiguresKept, {}, u"The rollout has other figures already."_s);
    first->finishAll();
    QCOMPARE(cell(f, 0, Model::StateColumn), u"Others are here"_s);
    auto *replace = f.find<QPushButton>(u"replaceFiguresButton"_s);
    QCOMPARE(replace->text(), u"Replace figures by 1 file…"_s);
    replace->setFocus();
    f.key(Qt::Key_Return);
    QCOMPARE(f.find<QLabel>(u"importDialogTitleLabel"_s)->text(), u"Replace the figures of the rollout?"_s);
    QVERIFY(f.world.imports.run == first);                            // asked, not done
    QVERIFY(f.find<QPushButton>(u"closeImportButton"_s)->hasFocus()); // Enter once more keeps them
    f.key(Qt::Key_Return);
    QVERIFY(dialog(f)->isVisible());
    QVERIFY(f.world.imports.run == first);
    replace->click();
    replace->click();
    QVERIFY(f.world.imports.run->files().at(0).file.replaceFigures);
    f.world.imports.run->end(0, Step::Taken, {}, {});
    f.world.imports.run->finishAll();
    QVERIFY(!replace->isVisible());
    QTRY_VERIFY(f.find<QPushButton>(u"closeImportButton"_s)->hasFocus());
    f.key(Qt::Key_Return); // as every focused button
    QTRY_VERIFY(!dialog(f)->isVisible());
}

void TestImportDialog::firstReasonIsShown()
{
    test::WindowFixture f;
    QVERIFY(f.open());
    f.window->importFiles({region});
    QVERIFY(isInFront(f));
    // "The reasons stand below": the first of them does, not what is said of a file that goes in.
    QVERIFY2(f.find<QLabel>(u"importDetailLabel"_s)->text().contains(u"JSON schema"),
             qPrintable(f.find<QLabel>(u"importDetailLabel"_s)->text()));
}

QTEST_MAIN(TestImportDialog)
#include "tst_importdialog.moc"
