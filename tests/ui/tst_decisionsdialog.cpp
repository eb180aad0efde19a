// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/decisionsmodel.h"
#include "tests/ui/windowfixture.h"
#include "ui/correlations/decisionsdialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/stateoverlay.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

using namespace renewal;
using namespace Qt::StringLiterals;
using Model = items::DecisionsModel;

namespace {
ReportedDecision row(qint64 number, const QString &name, DecisionResult result, const QString &text = {})
{
    ReportedDecision row;
    row.row = number;
    row.prescriberId.value = number;
    row.prescriber = name;
    row.station = u"552"_s;
    row.kind = DecisionKind::Link;
    row.careTeam.value = 7001;
    row.careTeamName = u"Blue team"_s;
    row.result = result;
    row.text = text;
    row.effect.becomeReady = result == DecisionResult::Decided ? 2 : 0;
    return row;
}
} // namespace

/// Decisions from a file in the window, by keyboard, on fakes.
class TestDecisionsDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { ui::installTranslators(*qApp, QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init();
    void aFileIsLookedAtThenApplied();
    void problemsComeFirstAndAlone();
    void aFailedApplyDecidesNothingAndStays();
    void otherFilesAreToldAsSuch();
    void theReportIsSaved();

private:
    ui::DecisionsDialog *dialog() const { return m_fixture->window->findChild<ui::DecisionsDialog *>(); }
    QPushButton *button(const QString &name) const { return m_fixture->find<QPushButton>(name); }
    QString summary() const { return m_fixture->find<QLabel>(u"decisionsSummaryLabel"_s)->text(); }
    QStringList column(int which, int role = Qt::DisplayRole) const;
    /// Opens the file as a person does who types its name.
    void openFile();

    std::unique_ptr<test::WindowFixture> m_fixture;
    QTemporaryDir m_folder;
    QString m_path;
};

void TestDecisionsDialog::init()
{
    m_path = m_folder.filePath(u"march.csv"_s);
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("id,station,prescriber,decision\n");
    file.close();
    m_fixture = std::make_unique<test::WindowFixture>();
    m_fixture->world.correlations.fileReport = {
        {row(2, u"Okafor, C."_s, DecisionResult::Decided), row(3, u"Lee, A."_s, DecisionResult::Unchanged),
         row(4, u"Ruiz, A."_s, DecisionResult::Decided),
         row(5, u"Lydon, J."_s, DecisionResult::Refused, u"Blue team is blocked."_s)},
        7};
    QVERIFY(m_fixture->open(ui::WorkspaceId::Correlations));
}

QStringList TestDecisionsDialog::column(int which, int role) const
{
    const auto *model = m_fixture->find<QTableView>(u"decisionsTable"_s)->model();
    QStringList cells;
    for (int at = 0; at < model->rowCount(); ++at)
        cells += model->index(at, which).data(role).toString();
    return cells;
}

void TestDecisionsDialog::openFile()
{
    m_fixture->find<QAction>(u"importDecisionsAction"_s)->trigger();
    auto *files = m_fixture->find<QFileDialog>(u"decisionsFileDialog"_s);
    QVERIFY(QTest::qWaitForWindowActive(files));
    files->selectFile(m_path);
    QMetaObject::invokeMethod(files, "accept");
    QTRY_VERIFY(dialog()->isVisible() && dialog()->isSettled());
    QVERIFY(QTest::qWaitForWindowActive(dialog()));
}

void TestDecisionsDialog::aFileIsLookedAtThenApplied()
{
    openFile();
    QCOMPARE(summary(),
             u"2 decisions can be taken: 4 renewals become ready to route; 1 problem, left as it is; "
             "1 decided so already; 7 rows without a decision."_s);
    QCOMPARE(m_fixture->world.correlations.decisionFiles.size(), 0);
    QPushButton *apply = button(u"applyDecisionsButton"_s);
    QCOMPARE(apply->text(), u"Apply 2 decisions"_s);
    QTRY_VERIFY(apply->hasFocus());
    QSignalSpy taken(dialog(), &ui::DecisionsDialog::taken);
    m_fixture->key(Qt::Key_Space);
    QTRY_COMPARE(taken.size(), 1);
    QCOMPARE(m_fixture->world.correlations.decisionFiles,
             QVector<QByteArray>{"id,station,prescriber,decision\n"});
    QVERIFY(summary().startsWith(u"2 decisions taken: 4 renewals become ready"_s));
    QVERIFY(!apply->isVisible());
    QTRY_VERIFY(button(u"closeDecisionsButton"_s)->hasFocus());
    m_fixture->key(Qt::Key_Space);
    QTRY_VERIFY(!dialog()->isVisible());
    QVERIFY(m_fixture->find<ui::Banner>(u"correlationsResultBanner"_s)->isVisible());
}

void TestDecisionsDialog::problemsComeFirstAndAlone()
{
    openFile();
    QCOMPARE(column(Model::RowColumn), (QStringList{u"5"_s, u"2"_s, u"3"_s, u"4"_s}));
    QCOMPARE(column(Model::StateColumn),
             (QStringList{u"Problem"_s, u"Ready"_s, u"So already"_s, u"Ready"_s}));
    QCOMPARE(column(Model::DecisionColumn, items::SecondLineRole).first(), u"Blue team is blocked."_s);
    QVERIFY(m_fixture->find<QLabel>(u"decisionsDetailLabel"_s)->text().contains(u"is blocked"_s));
    auto *only = m_fixture->find<QCheckBox>(u"onlyProblemsCheckBox"_s);
    QCOMPARE(only->text(), u"Only the 1 problem"_s);
    only->setFocus();
    QTRY_VERIFY(only->hasFocus());
    m_fixture->key(Qt::Key_Space);
    QCOMPARE(column(Model::RowColumn), QStringList{u"5"_s});
    m_fixture->key(Qt::Key_Space);
    QCOMPARE(column(Model::RowColumn).size(), 4);
}

void TestDecisionsDialog::aFailedApplyDecidesNothingAndStays()
{
    openFile();
    m_fixture->world.correlations.fileReplies.error =
        Error{ErrorCode::Unavailable, u"The service is away."_s, {}};
    QTRY_VERIFY(button(u"applyDecisionsButton"_s)->hasFocus());
    m_fixture->key(Qt::Key_Space);
    QTRY_COMPARE(summary(), u"Nothing was decided. The service is away."_s);
    QCOMPARE(column(Model::RowColumn).size(), 4);
    m_fixture->world.correlations.fileReplies.error.reset();
    m_fixture->key(Qt::Key_Space);
    QTRY_VERIFY(summary().startsWith(u"2 decisions taken"_s));
}

void TestDecisionsDialog::otherFilesAreToldAsSuch()
{
    m_fixture->world.correlations.fileReplies.error =
        Error{ErrorCode::InvalidInput, u"The header row has no column \"id\"."_s, {}};
    openFile();
    auto *overlay = m_fixture->find<QTableView>(u"decisionsTable"_s)->findChild<ui::StateOverlay *>();
    QVERIFY(overlay);
    QVERIFY2(overlay->text().contains(u"no column"_s), qPrintable(overlay->text()));
    QVERIFY(!button(u"applyDecisionsButton"_s)->isEnabled());
    QTRY_VERIFY(button(u"otherDecisionsFileButton"_s)->hasFocus());
}

void TestDecisionsDialog::theReportIsSaved()
{
    openFile();
    button(u"saveDecisionsReportButton"_s)->setFocus();
    QTRY_VERIFY(button(u"saveDecisionsReportButton"_s)->hasFocus());
    m_fixture->key(Qt::Key_Space);
    auto *files = m_fixture->find<QFileDialog>(u"decisionsReportDialog"_s);
    QVERIFY(QTest::qWaitForWindowActive(files));
    const QString path = m_folder.filePath(u"report.csv"_s);
    files->selectFile(path);
    QMetaObject::invokeMethod(files, "accept");
    QFile report(path);
    QTRY_VERIFY(report.exists());
    QVERIFY(report.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = report.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), 5);
    QVERIFY(lines.last().endsWith(",refused,0,0,0,0,Blue team is blocked."));
}

QTEST_MAIN(TestDecisionsDialog)
#include "tst_decisionsdialog.moc"
