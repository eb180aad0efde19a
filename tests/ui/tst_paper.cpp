// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/paper/paperdialog.h"
#include "ui/renewals/renewalsworkspace.h"

#include <QCheckBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPrintPreviewDialog>
#include <QPushButton>
#include <QTemporaryDir>

using namespace renewal;
using namespace Qt::StringLiterals;
using test::WindowFixture;

/// A view and a patient's renewals on paper.
class TestPaper : public QObject
{
    Q_OBJECT

private slots:
    void longViewsHaveManyPages();
    void aViewIsPrinted();
    void cutOffViewsSaySo();
    void aPatientIsPrinted();
    void wholeKeysNeedAReason();
    void failuresAreTold_data();
    void failuresAreTold();
    void thePreviewOpens();
    void aPlaceThatIsNone();

private:
    static ui::PaperDialog *open(WindowFixture &f, Qt::KeyboardModifiers more = Qt::NoModifier)
    {
        if (!f.open())
            return nullptr;
        f.world.reports.rowsAnswer.items = f.world.renewals.rows;
        f.world.reports.rowsAnswer.total = f.world.renewals.rows.size();
        f.key(Qt::Key_P, Qt::ControlModifier | more);
        auto *dialog = f.find<ui::PaperDialog>(u"paperDialog"_s);
        return QTest::qWaitFor([dialog] { return QApplication::activeWindow() == dialog; }) ? dialog
                                                                                            : nullptr;
    }
    static QString told(const ui::PaperDialog *dialog)
    {
        return dialog->findChild<QLabel *>(u"paperToldLabel"_s)->text();
    }
    static bool isPdf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) && file.read(5) == "%PDF-";
    }

    QTemporaryDir m_folder;
};

void TestPaper::longViewsHaveManyPages()
{
    const test::RichWorld world;
    Page<Renewal> page;
    for (int i = 0; i < 200; ++i)
        page.items.append(world.renewals.rows.at(i % world.renewals.rows.size()));
    page.total = 200;
    const ui::PaperFrame frame{{}, world.clock.now(), u"R. Alvarez, RN"_s, {}};
    const ui::Paper paper = ui::queuePaper(u"All pending"_s, page, frame);
    QCOMPARE(paper.sections.constFirst().table.rows.size(), 200);
    QVERIFY(paper.foot.contains(u"R. Alvarez, RN"));
    QVERIFY(paper.foot.contains(u"2026"));
    const auto pages = ui::savePaper(paper, m_folder.filePath(u"long.pdf"_s));
    QVERIFY2(pages, pages ? "" : qPrintable(pages.error().text));
    QVERIFY2(*pages >= 5 && *pages <= 20, qPrintable(QString::number(*pages)));
    QVERIFY(isPdf(m_folder.filePath(u"long.pdf"_s)));
}

void TestPaper::aViewIsPrinted()
{
    WindowFixture f;
    auto *dialog = open(f);
    QVERIFY(dialog);
    QCOMPARE(dialog->suggestedName(), u"renewals-all-pending.pdf"_s);
    const QString path = m_folder.filePath(u"view.pdf"_s);
    dialog->saveAt(path);
    QTRY_VERIFY(told(dialog).contains(u"view.pdf"));
    QVERIFY(isPdf(path));
    QCOMPARE(toString(f.world.reports.exports.constLast().format), u"rows"_s);
    QVERIFY(f.world.reports.exports.constLast().reason.isEmpty());
    QVERIFY(dialog->paper().subtitle.contains(u"last four characters"));
}

void TestPaper::cutOffViewsSaySo()
{
    const test::RichWorld world;
    Page<Renewal> page;
    page.items = {world.renewals.rows.constFirst()};
    page.total = 2775;
    const ui::Paper paper = ui::queuePaper(u"All pending"_s, page, {{}, world.clock.now(), {}, {}});
    QVERIFY(paper.subtitle.startsWith(u"The first 1 of 2,775 renewals."));
}

void TestPaper::aPatientIsPrinted()
{
    WindowFixture f;
    auto *dialog = open(f, Qt::ShiftModifier);
    QVERIFY(dialog);
    const QString path = m_folder.filePath(u"patient.pdf"_s);
    dialog->saveAt(path);
    QTRY_VERIFY(told(dialog).contains(u"patient.pdf"));
    QVERIFY(isPdf(path));
    const ui::Paper &paper = dialog->paper();
    QVERIFY(paper.title.contains(u"••••"));
    QVERIFY(paper.sections.size() >= 2); // the one shown and the patient's others
    QVERIFY(paper.sections.constFirst().text.contains(u"Message as sent"));
    QCOMPARE(dialog->suggestedName(), u"renewals-patient.pdf"_s);
}

void TestPaper::wholeKeysNeedAReason()
{
    WindowFixture f;
    auto *dialog = open(f);
    QVERIFY(dialog);
    dialog->findChild<QCheckBox *>(u"wholePaperKeysCheck"_s)->setChecked(true);
    auto *save = dialog->findChild<QPushButton *>(u"savePaperButton"_s);
    QVERIFY(!save->isEnabled());
    dialog->findChild<QLineEdit *>(u"paperReasonEdit"_s)->setText(u"Ward round"_s);
    QVERIFY(save->isEnabled());
    dialog->saveAt(m_folder.filePath(u"keys.pdf"_s));
    QTRY_VERIFY(told(dialog).contains(u"keys.pdf"));
    QCOMPARE(f.world.reports.exports.constLast().reason, u"Ward round"_s);
    QVERIFY(dialog->paper().subtitle.contains(u"Ward round"));
}

void TestPaper::failuresAreTold_data()
{
    QTest::addColumn<bool>("isPatient");
    QTest::newRow("a view") << false;
    QTest::newRow("a patient") << true;
}

void TestPaper::failuresAreTold()
{
    QFETCH(bool, isPatient);
    WindowFixture f;
    auto *dialog = open(f, isPatient ? Qt::ShiftModifier : Qt::NoModifier);
    QVERIFY(dialog);
    f.world.reports.failure = u"The service is away."_s;
    f.world.renewals.detailReplies.error = Error{ErrorCode::Unavailable, u"The service is away."_s, {}, {}};
    const QString path = m_folder.filePath(u"failed.pdf"_s);
    dialog->saveAt(path);
    QTRY_COMPARE(told(dialog), u"The service is away."_s);
    QVERIFY(!QFile::exists(path));
    QVERIFY(dialog->findChild<QPushButton *>(u"savePaperButton"_s)->isEnabled());
}

void TestPaper::thePreviewOpens()
{
    WindowFixture f;
    auto *dialog = open(f);
    QVERIFY(dialog);
    QTest::keyClick(dialog->findChild<QPushButton *>(u"previewPaperButton"_s), Qt::Key_Space);
    QTRY_VERIFY(dialog->findChild<QPrintPreviewDialog *>(u"paperPreviewDialog"_s));
    QTRY_VERIFY(dialog->findChild<QPushButton *>(u"previewPaperButton"_s)->isEnabled());
    delete dialog->findChild<QPrintPreviewDialog *>(u"paperPreviewDialog"_s);
}

void TestPaper::aPlaceThatIsNone()
{
    ui::Paper paper;
    paper.title = u"A"_s;
    const auto saved = ui::savePaper(paper, u"/no/such/folder/a.pdf"_s);
    QVERIFY(!saved);
    QCOMPARE(toString(saved.error().code), toString(ErrorCode::InvalidInput));
}

QTEST_MAIN(TestPaper)
#include "tst_paper.moc"
