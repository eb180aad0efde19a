// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/consolesession.h"
#include "ui/correlations/conflictdialog.h"
#include "ui/correlations/correlationcontroller.h"
#include "ui/correlations/correlationsworkspace.h"
#include "ui/correlations/sharednamedialog.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/factsgrid.h"

#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::console;

/// A steward's day at the correlations desk: the real window by keyboard, the real service, the demo region.
class TestSteward : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void fixesACorrelationAndUndoesIt();
    void sharedNameNeedsAReason();
    void twoStewardsCollide();
    void exportsTheStation();

private:
    template <class T>
    Result<T> get(QFuture<Result<T>> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
            return failure(ErrorCode::Timeout, u"The future did not end."_s);
        return future.result();
    }
    template <class Widget>
    Widget *find(const QString &name)
    {
        Widget *found = m_session->window()->findChild<Widget *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    /// A suggested one with waiting renewals whose name is one person's, or several people's.
    PrescriberSummary candidate(bool sharedName);
    PrescriberSummary summary(PrescriberId id);
    bool isLinkedNow(PrescriberId id) { return isLinked(summary(id).correlation.status); }
    void press(int key, Qt::KeyboardModifiers modifiers = {});
    bool settle();
    bool open(PrescriberId id);

    std::unique_ptr<ConsoleSession> m_session;
    ui::Gateways m_gateways;
    ui::CorrelationsWorkspace *m_desk = nullptr;
};

void TestSteward::initTestCase()
{
    ConsoleOptions options;
    options.demo = true;
    m_session = std::make_unique<ConsoleSession>(options);
    m_gateways = m_session->gateways();
    QSignalSpy connected(m_session.get(), &ConsoleSession::connected);
    m_session->window()->show();
    m_session->start();
    QVERIFY(connected.wait(100'000));
    m_session->window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_session->window()));
    press(Qt::Key_2, Qt::ControlModifier);
    m_desk = find<ui::CorrelationsWorkspace>(u"correlationsWorkspace"_s);
    QVERIFY(settle());
}

void TestSteward::cleanupTestCase()
{
    m_session.reset();
}

PrescriberSummary TestSteward::candidate(bool sharedName)
{
    PrescriberQuery query;
    query.status = u"suggested"_s;
    const auto page = get(m_gateways.correlations->prescribers(query));
    if (!page)
        return {};
    const auto found = std::ranges::find_if(page->items, [&](const PrescriberSummary &row) {
        // An unlikely one is asked about; that has a test of its own.
        return row.waiting > 0 && row.bestProbability.value_or(0) > 0.5 &&
               (row.prescriber.homonyms > 1) == sharedName;
    });
    return found == page->items.end() ? PrescriberSummary() : *found;
}

PrescriberSummary TestSteward::summary(PrescriberId id)
{
    return get(m_gateways.correlations->prescriber(id)).value_or(PrescriberDetail{}).summary;
}

void TestSteward::press(int key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : m_session->window(), static_cast<Qt::Key>(key), modifiers);
}

bool TestSteward::settle()
{
    return QTest::qWaitFor([this] { return m_session->window()->isSettled(); }, 20'000);
}

bool TestSteward::open(PrescriberId id)
{
    m_desk->openPrescriber(id);
    m_desk->mainView()->setFocus();
    return QTest::qWaitFor(
        [&] {
            const auto &detail = m_desk->controller()->detail();
            return m_desk->isSettled() && detail && detail->summary.prescriber.id == id;
        },
        20'000);
}

void TestSteward::fixesACorrelationAndUndoesIt()
{
    const PrescriberSummary chosen = candidate(false);
    QVERIFY(chosen.prescriber.id.isValid());
    QVERIFY(open(chosen.prescriber.id));
    const QString title = find<QLabel>(u"prescriberTitleLabel"_s)->text();
    press(Qt::Key_L);
    QTRY_VERIFY(isLinkedNow(chosen.prescriber.id));
    // The next case stands there, and the way back names the one before.
    QTRY_VERIFY(find<QLabel>(u"prescriberTitleLabel"_s)->text() != title);
    QTRY_VERIFY(find<QLabel>(u"lastDecisionLabel"_s)->text().contains(chosen.prescriber.name.shown()));
    QVERIFY(settle());
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(!isLinkedNow(chosen.prescriber.id));
    QTRY_COMPARE(find<QLabel>(u"prescriberTitleLabel"_s)->text(), title);
    QVERIFY(summary(chosen.prescriber.id).correlation.status == CorrelationStatus::Suggested);
    QCOMPARE(summary(chosen.prescriber.id).waiting, chosen.waiting);
}

void TestSteward::sharedNameNeedsAReason()
{
    const PrescriberSummary chosen = candidate(true);
    QVERIFY(chosen.prescriber.id.isValid());
    QVERIFY(open(chosen.prescriber.id));
    // The service itself refuses, whoever asks.
    const auto &detail = m_desk->controller()->detail();
    Decision bare;
    bare.prescriberId = chosen.prescriber.id;
    bare.careTeam = detail->candidates.candidates.first().careTeam;
    bare.version = detail->summary.correlation.version;
    bare.idempotencyKey = u"bare"_s;
    const auto refused = get(m_gateways.correlations->decide(bare));
    QVERIFY(!refused);
    QCOMPARE(toString(refused.error().code), toString(ErrorCode::InvalidInput));
    QVERIFY2(refused.error().text.contains(u"people share the name"), qPrintable(refused.error().text));

    press(Qt::Key_L);
    QTRY_VERIFY(m_session->window()->findChild<ui::SharedNameDialog *>());
    auto *dialog = m_session->window()->findChild<ui::SharedNameDialog *>();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QVERIFY(!isLinkedNow(chosen.prescriber.id));
    QTest::keyClicks(dialog->findChild<QPlainTextEdit *>(u"sharedNameNoteEdit"_s), u"both work there"_s);
    QTest::keyClick(dialog->findChild<QPushButton *>(u"confirmSharedNameButton"_s), Qt::Key_Space);
    QTRY_VERIFY(isLinkedNow(chosen.prescriber.id));
    QCOMPARE(summary(chosen.prescriber.id).correlation.note, u"both work there"_s);
    QVERIFY(settle());
    m_session->window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_session->window()));
    m_desk->mainView()->setFocus();
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(!isLinkedNow(chosen.prescriber.id));
    QVERIFY(settle());
}

void TestSteward::twoStewardsCollide()
{
    const PrescriberSummary chosen = candidate(false);
    auto *note = find<QPlainTextEdit>(u"noteEdit"_s);
    const auto &detail = m_desk->controller()->detail();
    qint64 seen = 0;
    qint64 theirs = 0;
    // The other one decides while ours is on the screen. Should the window hear of it first: once more.
    for (int attempt = 0; attempt < 5; ++attempt) {
        QVERIFY(open(chosen.prescriber.id));
        note->setPlainText(u"asked the clinic"_s);
        seen = detail->summary.correlation.version;
        Decision other;
        other.prescriberId = chosen.prescriber.id;
        other.kind = DecisionKind::External;
        other.version = seen;
        other.idempotencyKey = u"other-%1"_s.arg(attempt);
        const auto outcome = get(m_gateways.correlations->decide(other));
        QVERIFY(outcome);
        theirs = outcome->correlation.version;
        if (detail->summary.correlation.version == seen)
            break;
        QVERIFY(get(m_gateways.correlations->undo(chosen.prescriber.id, theirs, u"u%1"_s.arg(attempt))));
    }
    m_desk->mainView()->setFocus();
    press(Qt::Key_L);
    QTRY_VERIFY(m_session->window()->findChild<ui::ConflictDialog *>());
    auto *dialog = m_session->window()->findChild<ui::ConflictDialog *>();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QCOMPARE(detail->summary.correlation.version, theirs); // the present state is shown
    QVERIFY(detail->summary.correlation.status == CorrelationStatus::External);
    QCOMPARE(note->toPlainText(), u"asked the clinic"_s); // and nothing is lost
    QCOMPARE(summary(chosen.prescriber.id).correlation.version, theirs);
    const auto theirFacts = dialog->findChild<ui::FactsGrid *>(u"theirFacts"_s)->facts();
    QCOMPARE(theirFacts.first().value, u"Community care, has no team"_s);
    QCOMPARE(theirFacts.at(1).value, u"Demo user"_s);
    QVERIFY(theirFacts.at(2).label == u"When"_s && !theirFacts.at(2).value.isEmpty());
    QTRY_VERIFY(dialog->findChild<QLabel *>(u"myEffectLabel"_s)->text().contains(u"ready to route"_s));
    QTRY_VERIFY(dialog->findChild<QLabel *>(u"theirEffectLabel"_s)->text().contains(u"external already"_s));
    // Mine all the same, by keyboard, with the note as it was typed.
    press(Qt::Key_M, Qt::AltModifier);
    QTRY_VERIFY(isLinkedNow(chosen.prescriber.id));
    QCOMPARE(summary(chosen.prescriber.id).correlation.note, u"asked the clinic"_s);
    QTRY_VERIFY(!m_session->window()->findChild<ui::ConflictDialog *>());
    m_session->window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_session->window()));
}

void TestSteward::exportsTheStation()
{
    QVERIFY(settle());
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"all.csv"_s);
    m_desk->mainView()->setFocus();
    press(Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(m_session->window()->findChild<QFileDialog *>(u"exportFileDialog"_s));
    auto *dialog = m_session->window()->findChild<QFileDialog *>(u"exportFileDialog"_s);
    auto *edit = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
    QVERIFY(edit);
    edit->setText(path);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_VERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.startsWith("station,system,prescriber,state,triageTeamId,"));
    const auto all = get(m_gateways.correlations->prescribers({}));
    QVERIFY(all);
    QCOMPARE(text.count('\n'), all->total + 1);
}

QTEST_MAIN(TestSteward)
#include "tst_steward.moc"
