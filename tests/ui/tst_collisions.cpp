// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/datetexts.h"
#include "tests/ui/windowfixture.h"
#include "ui/correlations/conflictdialog.h"
#include "ui/correlations/correlationcontroller.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/factsgrid.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTableView>

using namespace renewal;
using namespace Qt::StringLiterals;

namespace {
constexpr PrescriberId okafor{2};
constexpr PrescriberId smith{3};
} // namespace

/// Somebody else decided first, and the answer comes while this person is elsewhere, or said more than a
/// team.
class TestCollisions : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void answerThatComesAtAnotherCase();
    void faultThatComesAtAnotherCase();
    void lastDayOfTheOwnLinkIsShown();

private:
    bool isAt(PrescriberId id) const
    {
        return QTest::qWaitFor([&] { return controller()->isSettled() && controller()->prescriber() == id; });
    }
    ui::CorrelationController *controller() const
    {
        return m_fixture->window->findChild<ui::CorrelationController *>();
    }
    ui::Banner *banner() const { return m_fixture->find<ui::Banner>(u"messageBanner"_s); }
    ui::ConflictDialog *dialog() const { return m_fixture->window->findChild<ui::ConflictDialog *>(); }
    /// L at Okafor and J before the answer.
    void linkAndGoOn();

    std::unique_ptr<test::WindowFixture> m_fixture;
};

void TestCollisions::init()
{
    m_fixture = std::make_unique<test::WindowFixture>();
    QVERIFY(m_fixture->open(ui::WorkspaceId::Correlations));
    m_fixture->key(Qt::Key_J);
    QVERIFY(isAt(okafor));
}

void TestCollisions::linkAndGoOn()
{
    auto &world = m_fixture->world.correlations;
    m_fixture->find<QPlainTextEdit>(u"noteEdit"_s)->setPlainText(u"Asked the clinic"_s);
    m_fixture->find<QTableView>(u"prescribersTable"_s)->setFocus();
    world.decideReplies.hold = true;
    m_fixture->key(Qt::Key_L);
    QTRY_COMPARE(world.decideReplies.held(), 1);
    m_fixture->key(Qt::Key_J);
    QTRY_COMPARE(controller()->prescriber(), smith);
    world.decideReplies.hold = false;
    world.decideReplies.release();
}

void TestCollisions::answerThatComesAtAnotherCase()
{
    auto &world = m_fixture->world.correlations;
    world.find(okafor)->summary.correlation.version = 9;
    world.find(okafor)->summary.correlation.status = CorrelationStatus::External;
    linkAndGoOn();
    QTRY_VERIFY(banner()->isVisible());
    QVERIFY2(banner()->text().startsWith(u"Okafor, C.: Somebody else decided"_s),
             qPrintable(banner()->text()));
    QVERIFY(isAt(okafor));
    QTRY_VERIFY(dialog());
    const auto mine = dialog()->findChild<ui::FactsGrid *>(u"myFacts"_s)->facts();
    QCOMPARE(mine.first().value, u"Link to 552_CARDIO_OKAFOR CHIDI_SLC4"_s);
    QCOMPARE(mine.last().value, u"Asked the clinic"_s);
    QTRY_VERIFY(dialog()->isAncestorOf(QApplication::focusWidget()));
    m_fixture->key(Qt::Key_M, Qt::AltModifier);
    QTRY_COMPARE(world.decisions.size(), 2);
    QCOMPARE(world.decisions.last().prescriberId, okafor);
    QCOMPARE(world.decisions.last().version, 9);
}

/// Nobody else decided: the person stays where he or she went, and reads about whom it is.
void TestCollisions::faultThatComesAtAnotherCase()
{
    m_fixture->world.correlations.decideReplies.error =
        Error{ErrorCode::Timeout, u"The service did not answer in time."_s, {}};
    linkAndGoOn();
    QTRY_VERIFY(banner()->isVisible());
    QCOMPARE(banner()->text(), u"Okafor, C.: The service did not answer in time."_s);
    QVERIFY(isAt(smith));
    QVERIFY(!dialog());
}

void TestCollisions::lastDayOfTheOwnLinkIsShown()
{
    const QDate last = QDate::currentDate().addDays(12);
    m_fixture->find<QCheckBox>(u"endsBox"_s)->setChecked(true);
    m_fixture->find<QDateEdit>(u"validToEdit"_s)->setDate(last);
    QVERIFY(isAt(okafor));
    m_fixture->world.correlations.find(okafor)->summary.correlation.version = 9;
    m_fixture->find<QTableView>(u"prescribersTable"_s)->setFocus();
    m_fixture->key(Qt::Key_L);
    QTRY_VERIFY(dialog());
    const QString mine = dialog()->findChild<ui::FactsGrid *>(u"myFacts"_s)->facts().first().value;
    const QString day = items::columnDate(last.startOfDay(), QTimeZone::systemTimeZone());
    QVERIFY2(mine.contains(u"Until %1, that day included"_s.arg(day)), qPrintable(mine));
}

QTEST_MAIN(TestCollisions)
#include "tst_collisions.moc"
