// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/consolesession.h"
#include "app/console/startdata.h"
#include "app/operations/decisions.h"
#include "app/operations/systemclock.h"
#include "app/operations/verify.h"
#include "app/store/connection.h"
#include "app/store/correlationrepository.h"
#include "app/store/database.h"
#include "app/store/databaseurl.h"
#include "app/store/prescriberrepository.h"
#include "ui/correlations/careteamdialog.h"
#include "ui/correlations/correlationcontroller.h"
#include "ui/correlations/correlationsworkspace.h"
#include "ui/correlations/sharednamedialog.h"
#include "ui/correlations/unlikelylinkdialog.h"
#include "ui/shell/mainwindow.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::console;

/// A steward clears twenty mixed cases by keyboard alone; the database tells afterwards whether it is so.
class TestStewardDay : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void clearsTwentyMixedCases();

private:
    struct Case
    {
        PrescriberId prescriber;
        QString kind; ///< what made it a case of its own
        QString status;
        TriageTeamId team;
    };

    store::Connection &connection() { return **m_database->connection(); }
    /// Two links by hand whose care teams have another name by the time the service starts.
    void makeStale();
    QWidget *focus() const
    {
        QWidget *found = QApplication::focusWidget();
        return found ? found : m_session->window();
    }
    void press(int key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(focus(), static_cast<Qt::Key>(key), modifiers);
    }
    bool settle()
    {
        return QTest::qWaitFor([this] { return m_session->window()->isSettled(); }, 20'000);
    }
    const PrescriberDetail &shown() const { return *m_desk->controller()->detail(); }
    template <class Dialog>
    Dialog *dialog()
    {
        Dialog *found = nullptr;
        return QTest::qWaitFor(
                   [&] {
                       found = qobject_cast<Dialog *>(QApplication::activeModalWidget());
                       return found && found->isAncestorOf(QApplication::focusWidget());
                   },
                   5'000)
                   ? found
                   : nullptr;
    }
    /// Tab until the button has the focus, then Space.
    bool pressButton(const QString &name) const
    {
        for (int i = 0; i < 10 && focus()->objectName() != name; ++i)
            press(Qt::Key_Tab);
        if (focus()->objectName() != name)
            return false;
        press(Qt::Key_Space);
        return true;
    }
    bool back()
    {
        if (!QTest::qWaitFor([] { return !QApplication::activeModalWidget(); }, 5'000))
            return false;
        m_session->window()->activateWindow();
        return QTest::qWaitForWindowActive(m_session->window());
    }
    Case decideShown(int turn);
    bool answerLinkQuestions();
    Case linkElsewhere(Case one);
    int openCandidate(int first) const;
    Case linkShown(Case one, int candidate);
    void checkDatabase(const QVector<Case> &cases);

    QTemporaryDir m_folder;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<ConsoleSession> m_session;
    ui::CorrelationsWorkspace *m_desk = nullptr;
    QVector<PrescriberId> m_stale;
};

void TestStewardDay::initTestCase()
{
    const operations::SystemClock clock;
    const auto url = makeDemoDatabase(m_folder.path(), clock, [](const QString &) { return true; });
    QVERIFY(url);
    m_database = std::make_unique<store::Database>(*store::DatabaseUrl::parse(*url));
    QVERIFY(m_database->connection());
    makeStale();
    ConsoleOptions options;
    options.databaseUrl = *url;
    m_session = std::make_unique<ConsoleSession>(options);
    QSignalSpy connected(m_session.get(), &ConsoleSession::connected);
    m_session->window()->show();
    m_session->start();
    QVERIFY(connected.wait(100'000));
    m_session->window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_session->window()));
    press(Qt::Key_2, Qt::ControlModifier);
    m_desk = m_session->window()->findChild<ui::CorrelationsWorkspace *>();
    QVERIFY(m_desk);
    QVERIFY(settle());
}

void TestStewardDay::cleanupTestCase()
{
    m_session.reset();
    m_database.reset();
}

void TestStewardDay::makeStale()
{
    PrescriberQuery query;
    query.status = u"suggested"_s;
    const auto page = store::PrescriberRepository(connection()).page(query);
    QVERIFY(page);
    const operations::SystemClock clock;
    store::CorrelationRepository correlations(connection());
    for (const PrescriberSummary &row : page->items) {
        if (m_stale.size() == 2)
            break;
        if (row.prescriber.homonyms > 1 || row.candidates == 0)
            continue;
        Decision decision;
        decision.prescriberId = row.prescriber.id;
        decision.careTeam = correlations.candidates(row.prescriber.id)->candidates.first().careTeam;
        decision.version = row.correlation.version;
        QVERIFY(operations::Decisions(connection(), clock).decide(decision, u"yesterday's steward"_s));
        QVERIFY(
            connection().run(u"UPDATE care_team SET name = 'RENAMED ' || name, suggested_name_display = '' "
                             "WHERE triage_team_id = ?"_s,
                             {decision.careTeam.value}));
        m_stale.append(row.prescriber.id);
    }
    QCOMPARE(m_stale.size(), 2);
}

/// Whatever is asked about a link is answered with yes, and with a reason.
bool TestStewardDay::answerLinkQuestions()
{
    const auto isSharedName = [this] { return m_desk->controller()->isSharedName(); };
    if (isSharedName()) {
        if (!dialog<ui::SharedNameDialog>())
            return false;
        QTest::keyClicks(focus(), u"both work there"_s);
        return pressButton(u"confirmSharedNameButton"_s) && back();
    }
    if (!m_desk->controller()->isUnlikely())
        return true;
    return dialog<ui::UnlikelyLinkDialog>() && pressButton(u"confirmUnlikelyButton"_s) && back();
}

/// The number, from `first` on, of a candidate that takes messages; 0: there is none.
int TestStewardDay::openCandidate(int first) const
{
    for (int number = first; number <= shown().careTeams.size(); ++number) {
        if (!shown().careTeams.at(number - 1).blocked)
            return number;
    }
    return 0;
}

TestStewardDay::Case TestStewardDay::linkShown(Case one, int candidate)
{
    press(Qt::Key_0 + candidate);
    if (!settle())
        return {};
    one.team = shown().candidates.candidates.at(candidate - 1).careTeam;
    one.status = u"manual"_s;
    press(Qt::Key_L);
    return answerLinkQuestions() ? one : Case{};
}

TestStewardDay::Case TestStewardDay::linkElsewhere(Case one)
{
    press(Qt::Key_L, Qt::ShiftModifier);
    auto *teams = dialog<ui::CareTeamDialog>();
    auto *list = teams ? teams->findChild<QListView *>(u"careTeamsList"_s) : nullptr;
    if (!list || !QTest::qWaitFor([&] { return list->model()->rowCount() > 1; }, 10'000))
        return {};
    // Down the list to a team that is no candidate, says why, and takes messages.
    const auto *link = teams->findChild<QPushButton *>(u"linkTeamButton"_s);
    for (int i = 0; i < list->model()->rowCount(); ++i) {
        press(Qt::Key_Down);
        const auto *ahead = teams->findChild<QLabel *>(u"careTeamAheadLabel"_s);
        if (!QTest::qWaitFor([&] { return ahead->text() != u"Looking…"; }, 10'000))
            return {};
        if (link->isEnabled() && ahead->text().startsWith(u"Matching did not suggest this team: "))
            break;
    }
    one.team = teams->chosen();
    one.status = u"manual"_s;
    press(Qt::Key_Return);
    if (m_desk->controller()->isSharedName())
        return answerLinkQuestions() ? one : Case{};
    return back() ? one : Case{};
}

TestStewardDay::Case TestStewardDay::decideShown(int turn)
{
    Case one{shown().summary.prescriber.id, {}, {}, {}};
    const Correlation &correlation = shown().summary.correlation;
    if (correlation.status == CorrelationStatus::Stale) {
        one.kind = u"stale"_s;
        return linkShown(one, 1);
    }
    if (shown().summary.prescriber.homonyms > 1) {
        one.kind = u"shared name"_s;
        return linkShown(one, 1);
    }
    const qsizetype candidates = shown().candidates.candidates.size();
    const int kind = turn % 5;
    if (const int unlikely = openCandidate(2); unlikely > 0 && (kind == 0 || turn % 10 == 4)) {
        one.kind = u"unlikely"_s;
        return linkShown(one, unlikely);
    }
    if (kind == 1) {
        one.kind = u"elsewhere"_s;
        return linkElsewhere(one);
    }
    if (kind == 2 || candidates == 0 || openCandidate(1) == 0) {
        one.kind = u"none"_s;
        one.status = u"refused"_s;
        press(Qt::Key_N);
        return one;
    }
    if (kind == 3) {
        one.kind = u"community care"_s;
        one.status = u"external"_s;
        press(Qt::Key_X);
        return one;
    }
    one.kind = u"link"_s;
    return linkShown(one, openCandidate(1));
}

void TestStewardDay::clearsTwentyMixedCases()
{
    QVector<Case> cases;
    int turn = 0;
    int undone = 0;
    m_desk->mainView()->setFocus();
    while (cases.size() < 20) {
        QVERIFY(settle());
        QVERIFY(turn < 60);
        const PrescriberId before = shown().summary.prescriber.id;
        const auto status = shown().summary.correlation.status;
        if (status != CorrelationStatus::Suggested && status != CorrelationStatus::Stale) {
            press(Qt::Key_J);
            QTRY_VERIFY(m_desk->controller()->prescriber() != before);
            continue;
        }
        if (status == CorrelationStatus::Stale) {
            const auto *why = m_session->window()->findChild<QLabel *>(u"changeLabel"_s);
            QVERIFY2(why->isVisible() && why->text().startsWith(u"The care team was renamed: "),
                     qPrintable(why->text()));
        }
        const Case one = decideShown(turn);
        QVERIFY2(!one.status.isEmpty(), qPrintable(QString::number(turn)));
        // The next case comes by itself.
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->controller()->prescriber() != before, 10'000);
        QVERIFY(settle());
        if (++turn % 7 == 0) { // a slip: back, and once more
            press(Qt::Key_Z, Qt::ControlModifier);
            QTRY_COMPARE_WITH_TIMEOUT(m_desk->controller()->prescriber(), before, 10'000);
            QVERIFY(settle());
            QCOMPARE(toString(shown().summary.correlation.status), toString(status));
            ++undone;
            continue;
        }
        cases.append(one);
    }
    QVERIFY(undone >= 2);
    for (const QString &kind : {u"stale"_s, u"shared name"_s, u"unlikely"_s, u"elsewhere"_s, u"none"_s,
                                u"community care"_s, u"link"_s}) {
        const bool any = std::ranges::any_of(cases, [&](const Case &one) { return one.kind == kind; });
        QVERIFY2(any, qPrintable(kind));
    }
    checkDatabase(cases);
}

void TestStewardDay::checkDatabase(const QVector<Case> &cases)
{
    store::CorrelationRepository correlations(connection());
    for (const Case &one : cases) {
        const auto correlation = correlations.current(one.prescriber);
        QVERIFY(correlation);
        QCOMPARE(toString(correlation->status), one.status);
        QCOMPARE(correlation->careTeam, one.team);
        const auto count = [&](const QString &states) {
            return connection()
                .number(
                    u"SELECT count(*) FROM renewal WHERE prescriber_id = ? AND state IN (%1)"_s.arg(states),
                    {one.prescriber.value})
                .value_or(-1);
        };
        QCOMPARE(count(one.status == u"refused"_s    ? u"'ready_to_route', 'external'"_s
                       : one.status == u"external"_s ? u"'ready_to_route', 'needs_routing'"_s
                                                     : u"'needs_routing', 'external'"_s),
                 0);
        const auto elsewhere = connection().number(
            u"SELECT count(*) FROM renewal WHERE prescriber_id = ? AND state = 'ready_to_route' "
            "AND care_team <> ?"_s,
            {one.prescriber.value, one.team.value});
        QCOMPARE(elsewhere.value_or(-1), 0);
        const auto decided = connection().number(
            u"SELECT count(*) FROM correlation_decision WHERE prescriber_id = ? AND undone_by IS NULL "
            "AND action IN ('correlation.linked', 'correlation.refused', 'correlation.external') "
            "AND actor <> 'yesterday''s steward'"_s,
            {one.prescriber.value});
        QCOMPARE(decided.value_or(-1), 1);
    }
    QVERIFY(operations::verifyAudit(connection()));
}

QTEST_MAIN(TestStewardDay)
#include "tst_stewardday.moc"
