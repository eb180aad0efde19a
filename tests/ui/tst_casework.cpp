// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/correlations/correlationcontroller.h"
#include "ui/correlations/correlationsworkspace.h"
#include "ui/correlations/recordgrid.h"
#include "ui/correlations/sharednamedialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/statusline.h"

#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

using namespace renewal;
using namespace Qt::StringLiterals;

namespace {
constexpr PrescriberId okafor{2};
constexpr PrescriberId smith{3}; ///< four people
} // namespace

/// One case after the other at the correlations desk, by keyboard.
class TestCasework : public QObject
{
    Q_OBJECT

private slots:
    void agreementIsMarkedAndSpoken();
    void evidenceIsAlsoATable();
    void digitsChooseCandidates();
    void sharedNameAsksForAReason();
    void sharedNameCanBeLeft();
    void nextCaseIsFetchedAhead();
    void nothingIsDecidedAboutACaseStillOnItsWay();
    void undoWalksBack();
    void openedFromElsewhere();
    void openedFromElsewhereBeforeItsRowIsThere();
    void qualityIsToldInCounts();
    void qualityIsHiddenWithoutFigures();
    void exportWritesTheFile();
    void workbookComesWhole();
    void exportThatFailsLeavesNoFile();
    void importIsWanted();

private:
    [[nodiscard]] static bool openAt(test::WindowFixture &f, PrescriberId id)
    {
        if (!f.open(ui::WorkspaceId::Correlations))
            return false;
        auto *workspace = f.find<ui::CorrelationsWorkspace>(u"correlationsWorkspace"_s);
        workspace->openPrescriber(id);
        return QTest::qWaitFor(
            [&] { return workspace->isSettled() && workspace->controller()->prescriber() == id; });
    }
    static QString title(const test::WindowFixture &f)
    {
        return f.find<QLabel>(u"prescriberTitleLabel"_s)->text();
    }
    static QString label(const test::WindowFixture &f, const QString &name)
    {
        return f.find<QLabel>(name)->text();
    }
    static QString field(const test::WindowFixture &f, const QString &grid, const QString &label)
    {
        const auto fields = f.find<ui::RecordGrid>(grid)->fields();
        for (const ui::RecordField &field : fields) {
            if (field.label == label)
                return field.value.text;
        }
        return u"(none)"_s;
    }
    static QFileDialog *exportDialog(const test::WindowFixture &f)
    {
        return f.window->findChild<QFileDialog *>(u"exportFileDialog"_s);
    }
    /// Asks for the export by keyboard and types where to.
    static void exportTo(const test::WindowFixture &f, const QString &path)
    {
        f.key(Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(exportDialog(f));
        QTRY_VERIFY(exportDialog(f)->isVisible());
        auto *edit = exportDialog(f)->findChild<QLineEdit *>(u"fileNameEdit"_s);
        QVERIFY(edit);
        edit->setText(path);
        QTest::keyClick(edit, Qt::Key_Return);
    }
};

void TestCasework::agreementIsMarkedAndSpoken()
{
    test::WindowFixture f;
    QVERIFY(openAt(f, okafor));
    QCOMPARE(field(f, u"teamFacts"_s, u"Group name"_s), u"**552_CARDIO_OKAFOR CHIDI_SLC4"_s);
    QCOMPARE(field(f, u"teamFacts"_s, u"Patients"_s), u"118 of the same 164"_s);
    QCOMPARE(field(f, u"teamFacts"_s, u"Status"_s), u"Open to messages"_s);
    QCOMPARE(field(f, u"prescriberFacts"_s, u"Specialty"_s), u"Cardiology"_s);
    const QList<QWidget *> values =
        f.find<ui::RecordGrid>(u"prescriberFacts"_s)->findChildren<QWidget *>(u"fieldValue"_s);
    QStringList spoken;
    for (const QWidget *value : values)
        spoken += value->accessibleName();
    QVERIFY2(spoken.contains(u"Last name: OKAFOR. OKAFOR agrees"_s), qPrintable(spoken.join(u'|')));
    QVERIFY2(spoken.contains(u"First name: C.. C agrees in part"_s), qPrintable(spoken.join(u'|')));
}

void TestCasework::evidenceIsAlsoATable()
{
    test::WindowFixture f;
    QVERIFY(openAt(f, okafor));
    auto *table = f.find<QTableView>(u"evidenceTable"_s);
    QVERIFY(f.find<QWidget>(u"evidenceChart"_s)->isVisible());
    f.key(Qt::Key_T);
    QTRY_VERIFY(table->isVisible());
    QVERIFY(!f.find<QWidget>(u"evidenceChart"_s)->isVisible());
    QCOMPARE(table->model()->rowCount(), 9); // eight pieces and the result
    QCOMPARE(table->model()->index(1, 1).data().toString(), u"+9.1"_s);
    QCOMPARE(table->model()->index(8, 2).data().toString(), u"71 %"_s);
    QCOMPARE(table->model()->index(0, 1).data(Qt::AccessibleTextRole).toString(), u"Bits: −5.3"_s);
    f.key(Qt::Key_T);
    QTRY_VERIFY(!table->isVisible());
}

void TestCasework::digitsChooseCandidates()
{
    test::WindowFixture f;
    QVERIFY(openAt(f, okafor));
    f.key(Qt::Key_3);
    QTRY_COMPARE(field(f, u"teamFacts"_s, u"Group name"_s), u"DAY PAC 03 WH"_s);
    f.key(Qt::Key_4); // none of these
    QTRY_VERIFY(f.find<QLabel>(u"noTeamLabel"_s)->isVisible());
    f.key(Qt::Key_9); // there is no ninth
    QVERIFY(f.find<QLabel>(u"noTeamLabel"_s)->isVisible());
    f.key(Qt::Key_2);
    QTRY_COMPARE(field(f, u"teamFacts"_s, u"Group name"_s), u"552 CARDIOLOGY CLINIC B"_s);
    f.key(Qt::Key_1);
    QTRY_COMPARE(field(f, u"teamFacts"_s, u"Group name"_s), u"**552_CARDIO_OKAFOR CHIDI_SLC4"_s);
    f.key(Qt::Key_L);
    QTRY_COMPARE(f.world.correlations.decisions.size(), 1);
    QCOMPARE(f.world.correlations.decisions.first().careTeam.value, 6910405);
}

void TestCasework::sharedNameAsksForAReason()
{
    test::WindowFixture f;
    QVERIFY(openAt(f, smith));
    QTRY_COMPARE(f.find<QPushButton>(u"linkButton"_s)->text(), u"Link and release 18…"_s);
    f.key(Qt::Key_L);
    QTRY_VERIFY(f.window->findChild<ui::SharedNameDialog *>());
    auto *dialog = f.window->findChild<ui::SharedNameDialog *>();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QVERIFY(dialog->accessibleDescription().contains(u"renewals of all of them"));
    auto *link = dialog->findChild<QPushButton *>(u"confirmSharedNameButton"_s);
    auto *note = dialog->findChild<QPlainTextEdit *>(u"sharedNameNoteEdit"_s);
    QTRY_VERIFY(note->hasFocus());
    QVERIFY(!link->isEnabled());
    f.key(Qt::Key_L); // goes into the note, and decides nothing
    QCOMPARE(f.world.correlations.decisions.size(), 0);
    note->clear();
    QTest::keyClicks(note, u"   "_s);
    QVERIFY(!link->isEnabled());
    QTest::keyClicks(note, u"all four are in the blue team"_s);
    QVERIFY(link->isEnabled());
    link->setFocus();
    QTest::keyClick(link, Qt::Key_Space);
    QTRY_COMPARE(f.world.correlations.decisions.size(), 1);
    QCOMPARE(f.world.correlations.decisions.first().prescriberId, smith);
    QCOMPARE(f.world.correlations.decisions.first().note, u"all four are in the blue team"_s);
}

void TestCasework::sharedNameCanBeLeft()
{
    test::WindowFixture f;
    QVERIFY(openAt(f, smith));
    f.key(Qt::Key_L);
    QTRY_VERIFY(f.window->findChild<ui::SharedNameDialog *>());
    auto *dialog = f.window->findChild<ui::SharedNameDialog *>();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!f.window->findChild<ui::SharedNameDialog *>());
    QCOMPARE(f.world.correlations.decisions.size(), 0);
    f.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(f.window.get()));
    f.find<QTableView>(u"prescribersTable"_s)->setFocus();
    // Saying that none fits sends nothing anywhere: no question.
    f.key(Qt::Key_N);
    QTRY_COMPARE(f.world.correlations.decisions.size(), 1);
}

void TestCasework::nextCaseIsFetchedAhead()
{
    test::WindowFixture f;
    QVERIFY(openAt(f, okafor));
    f.world.correlations.detailReplies.hold = true; // no further answer comes
    f.key(Qt::Key_J);
    QCOMPARE(title(f), u"Smith, J. at station 552GA"_s); // it was there already
    QVERIFY(f.find<QPushButton>(u"refuseButton"_s)->isEnabled());
    while (f.world.correlations.detailReplies.held() > 0)
        f.world.correlations.detailReplies.release();
}

void TestCasework::nothingIsDecidedAboutACaseStillOnItsWay()
{
    test::WindowFixture f;
    QVERIFY(openAt(f, okafor));
    f.world.correlations.detailReplies.hold = true;
    f.key(Qt::Key_K); // nobody fetched the one before
    QCOMPARE(title(f), u"Okafor, C. at station 552"_s);
    QVERIFY(!f.find<QPushButton>(u"linkButton"_s)->isEnabled());
    f.key(Qt::Key_L);
    f.key(Qt::Key_N);
    QCOMPARE(f.world.correlations.decisions.size(), 0);
    while (f.world.correlations.detailReplies.held() > 0)
        f.world.correlations.detailReplies.release();
    QTRY_COMPARE(title(f), u"Nguyen-Park, Linh at station 552"_s);
    QTRY_VERIFY(f.find<QPushButton>(u"refuseButton"_s)->isEnabled());
}

void TestCasework::undoWalksBack()
{
    test::WindowFixture f;
    QVERIFY(openAt(f, okafor));
    f.key(Qt::Key_L);
    QTRY_COMPARE(title(f), u"Smith, J. at station 552GA"_s);
    f.key(Qt::Key_N);
    QTRY_COMPARE(title(f), u"Ivanov, P. at station 552"_s);
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(title(f), u"Smith, J. at station 552GA"_s);
    QTRY_VERIFY(label(f, u"lastDecisionLabel"_s).startsWith(u"Okafor"));
    // The old decision does not read like a new one.
    QCOMPARE(label(f, u"lastDecisionAboutLabel"_s),
             u"Took back the decision about Smith, J.. The one before it:"_s);
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(title(f), u"Okafor, C. at station 552"_s);
    QTRY_VERIFY(!f.find<QWidget>(u"undoBar"_s)->isVisible());
    QCOMPARE(f.world.correlations.undos, 2);
    QVERIFY(f.world.correlations.find(okafor)->summary.correlation.status == CorrelationStatus::Suggested);
}

void TestCasework::openedFromElsewhere()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Correlations));
    QTest::keyClick(f.find<QPushButton>(u"autoFilterButton"_s), Qt::Key_Space);
    auto *table = f.find<QTableView>(u"prescribersTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    f.find<ui::CorrelationsWorkspace>(u"correlationsWorkspace"_s)->openPrescriber(okafor);
    QTRY_COMPARE(title(f), u"Okafor, C. at station 552"_s);
    // The filter that hid the row is gone, and the row is chosen.
    QTRY_COMPARE(table->currentIndex().data().toString(), u"Okafor, C."_s);
    QVERIFY(f.find<QPushButton>(u"allFilterButton"_s)->isChecked());
}

void TestCasework::openedFromElsewhereBeforeItsRowIsThere()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Correlations));
    auto *table = f.find<QTableView>(u"prescribersTable"_s);
    QTest::keyClick(f.find<QPushButton>(u"autoFilterButton"_s), Qt::Key_Space);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    f.world.correlations.pageReplies.hold = true;
    f.find<ui::CorrelationsWorkspace>(u"correlationsWorkspace"_s)->openPrescriber(okafor);
    QTRY_COMPARE(title(f), u"Okafor, C. at station 552"_s); // the case does not wait for the list
    while (f.world.correlations.pageReplies.held() > 0)
        f.world.correlations.pageReplies.release();
    QTRY_COMPARE(table->currentIndex().data().toString(), u"Okafor, C."_s);
    QCOMPARE(title(f), u"Okafor, C. at station 552"_s);
}

void TestCasework::qualityIsToldInCounts()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Correlations));
    QTRY_VERIFY(f.find<QWidget>(u"qualityCard"_s)->isVisible());
    QCOMPARE(f.find<QLabel>(u"linksFoundWrongLabel"_s)->text(), u"1 of 4,820"_s);
    QCOMPARE(f.find<QLabel>(u"linkedWithoutHelpLabel"_s)->text(), u"93 %, 17,002 of 18,204"_s);
}

void TestCasework::qualityIsHiddenWithoutFigures()
{
    test::WindowFixture f;
    f.world.correlations.qualityData = {};
    QVERIFY(openAt(f, okafor));
    QVERIFY(!f.find<QWidget>(u"qualityCard"_s)->isVisible());
}

void TestCasework::exportWritesTheFile()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Correlations));
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out.csv"_s);
    f.find<QPushButton>(u"exportCorrelationsButton"_s)->setFocus();
    exportTo(f, path);
    QTRY_VERIFY(QFile::exists(path));
    QTRY_COMPARE(f.find<ui::StatusLine>(u"statusLine"_s)->resultText(), u"13 prescribers are in out.csv"_s);
    // And in a bar that stays.
    QVERIFY(f.find<ui::Banner>(u"correlationsResultBanner"_s)->isVisible());
    QCOMPARE(f.find<ui::Banner>(u"correlationsResultBanner"_s)->text(), u"13 prescribers are in out.csv"_s);
    QVERIFY(!QApplication::focusWidget() ||
            QApplication::focusWidget()->objectName() != u"bannerCloseButton");
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.startsWith("station,prescriber\n"));
    QCOMPARE(text.count('\n'), 14);
    QCOMPARE(f.world.correlations.exportReplies.calls(), 7); // two a piece
    QVERIFY(f.find<QPushButton>(u"exportCorrelationsButton"_s)->isEnabled());
}

void TestCasework::workbookComesWhole()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Correlations));
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out.xlsx"_s);
    exportTo(f, path);
    QTRY_COMPARE(f.find<ui::StatusLine>(u"statusLine"_s)->resultText(),
                 u"The correlations are in out.xlsx"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "PK workbook");
    QCOMPARE(f.world.correlations.exportReplies.calls(), 0); // no pieces
    QVERIFY(f.find<QPushButton>(u"exportCorrelationsButton"_s)->isEnabled());
}

void TestCasework::exportThatFailsLeavesNoFile()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Correlations));
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out.csv"_s);
    f.world.correlations.exportReplies.error = Error{ErrorCode::Unavailable, u"The service is away."_s, {}};
    exportTo(f, path);
    QTRY_VERIFY(f.find<QPushButton>(u"exportCorrelationsButton"_s)->isEnabled());
    QTRY_COMPARE(f.world.correlations.exportReplies.calls(), 1);
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestCasework::importIsWanted()
{
    test::WindowFixture f;
    QVERIFY(f.open(ui::WorkspaceId::Correlations));
    QSignalSpy wanted(f.find<ui::CorrelationsWorkspace>(u"correlationsWorkspace"_s),
                      &ui::CorrelationsWorkspace::importWanted);
    auto *button = f.find<QWidget>(u"transferBar"_s)->findChild<QPushButton *>(u"importButton"_s);
    QVERIFY(button && button->menu());
    button->menu()->actions().first()->trigger();
    QCOMPARE(wanted.size(), 1);
}

QTEST_MAIN(TestCasework)
#include "tst_casework.moc"
