// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/consolesession.h"
#include "app/console/startdata.h"
#include "app/operations/systemclock.h"
#include "app/service/service.h"
#include "app/store/connection.h"
#include "app/store/database.h"
#include "app/store/databaseurl.h"
#include "ui/correlations/conflictdialog.h"
#include "ui/correlations/correlationcontroller.h"
#include "ui/correlations/correlationsworkspace.h"
#include "ui/shell/changepoller.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/factsgrid.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::console;

/// Two windows of two stewards over one service.
class TestTwoStewards : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void theSecondChoosesBetweenBoth_data();
    void theSecondChoosesBetweenBoth();
    void aPlannedLinkIsSeenByTheOther();
    void oneDivisionIsSplitOff();

private:
    /// One steward's window.
    struct Desk
    {
        std::unique_ptr<ConsoleSession> session;
        ui::CorrelationsWorkspace *place = nullptr;

        const std::optional<PrescriberDetail> &detail() const { return place->controller()->detail(); }
        template <class Widget>
        Widget *find(const QString &name) const
        {
            return session->window()->findChild<Widget *>(name);
        }
        [[nodiscard]] bool activate() const
        {
            session->window()->activateWindow();
            place->mainView()->setFocus();
            return QTest::qWaitForWindowActive(session->window());
        }
        [[nodiscard]] bool open(PrescriberId id) const
        {
            place->openPrescriber(id);
            return QTest::qWaitFor(
                [&] { return place->isSettled() && detail() && detail()->summary.prescriber.id == id; },
                20'000);
        }
        void press(int key, Qt::KeyboardModifiers modifiers = {}) const
        {
            QWidget *focus = QApplication::focusWidget();
            QTest::keyClick(focus ? focus : session->window(), static_cast<Qt::Key>(key), modifiers);
        }
    };

    void openDesk(Desk &desk, const QByteArray &token, const QString &name);
    PrescriberSummary certain();
    PrescriberSummary summary(PrescriberId id)
    {
        auto future = m_ann.session->gateways().correlations->prescriber(id);
        return QTest::qWaitFor([&] { return future.isFinished(); }, 20'000)
                   ? future.result().value_or(PrescriberDetail{}).summary
                   : PrescriberSummary{};
    }

    QTemporaryDir m_folder;
    std::unique_ptr<store::Database> m_database; ///< beside the service, to look into
    service::Service m_service;
    QUrl m_url;
    Desk m_ann;
    Desk m_ben;
    QVector<PrescriberId> m_used;
};

void TestTwoStewards::openDesk(Desk &desk, const QByteArray &token, const QString &name)
{
    const QString path = m_folder.filePath(name + u".token"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(token);
    file.close();
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    ConsoleOptions options;
    options.service = m_url;
    options.tokenFile = path;
    desk.session = std::make_unique<ConsoleSession>(options);
    QSignalSpy connected(desk.session.get(), &ConsoleSession::connected);
    desk.session->window()->show();
    desk.session->start();
    QVERIFY(desk.session->isConnected() || connected.wait(20'000));
    desk.session->window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(desk.session->window()));
    desk.press(Qt::Key_2, Qt::ControlModifier);
    desk.place = desk.session->window()->findChild<ui::CorrelationsWorkspace *>();
    QVERIFY(desk.place);
    QVERIFY(QTest::qWaitFor([&] { return desk.session->window()->isSettled(); }, 20'000));
}

void TestTwoStewards::initTestCase()
{
    const operations::SystemClock clock;
    const auto database = makeDemoDatabase(m_folder.path(), clock, [](const QString &) { return true; });
    QVERIFY(database);
    m_database = std::make_unique<store::Database>(*store::DatabaseUrl::parse(*database));
    service::ServiceOptions options;
    options.databaseUrl = *database;
    const QByteArray ann = service::Access::newToken();
    const QByteArray ben = service::Access::newToken();
    options.tokens = {service::Access::everyRole(ann, u"Ann"_s), service::Access::everyRole(ben, u"Ben"_s)};
    const auto endpoint = m_service.start(options);
    QVERIFY(endpoint);
    m_url = QUrl(endpoint->url);
    openDesk(m_ann, ann, u"ann"_s);
    openDesk(m_ben, ben, u"ben"_s);
    // Ben decides before his window hears of what Ann did.
    m_ben.session->window()->findChild<ui::ChangePoller *>()->setInterval(0);
}

void TestTwoStewards::cleanupTestCase()
{
    m_ann.session.reset();
    m_ben.session.reset();
    m_service.stop();
    m_database.reset();
}

/// One person's name, and sure enough not to be asked about.
PrescriberSummary TestTwoStewards::certain()
{
    PrescriberQuery query;
    query.status = u"suggested"_s;
    auto future = m_ann.session->gateways().correlations->prescribers(query);
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000) || !future.result())
        return {};
    const auto page = *future.result();
    const auto found = std::ranges::find_if(page.items, [this](const PrescriberSummary &row) {
        return row.waiting > 0 && row.bestProbability.value_or(0) > 0.6 && row.prescriber.homonyms == 1 &&
               !m_used.contains(row.prescriber.id);
    });
    if (found == page.items.cend())
        return {};
    m_used.append(found->prescriber.id);
    return *found;
}

void TestTwoStewards::theSecondChoosesBetweenBoth_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("by");
    QTest::newRow("keeps theirs") << int(Qt::Key_Return) << Qt::KeyboardModifiers() << u"external"_s
                                  << u"Ann"_s;
    QTest::newRow("leaves it for now")
        << int(Qt::Key_Escape) << Qt::KeyboardModifiers() << u"external"_s << u"Ann"_s;
    QTest::newRow("uses the own one")
        << int(Qt::Key_M) << Qt::KeyboardModifiers(Qt::AltModifier) << u"manual"_s << u"Ben"_s;
}

void TestTwoStewards::theSecondChoosesBetweenBoth()
{
    QFETCH(int, key);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    QFETCH(QString, status);
    QFETCH(QString, by);
    auto *note = m_ben.find<QPlainTextEdit>(u"noteEdit"_s);
    const PrescriberId id = certain().prescriber.id;
    QVERIFY(id.isValid());
    QVERIFY(m_ben.open(id));
    note->setPlainText(u"asked the clinic"_s);
    QVERIFY(m_ann.open(id));
    m_ann.find<QPlainTextEdit>(u"noteEdit"_s)->setPlainText(u"not ours"_s);
    QVERIFY(m_ann.activate());
    m_ann.press(Qt::Key_X);
    QTRY_COMPARE(toString(summary(id).correlation.status), u"external"_s);
    QVERIFY(m_ben.activate());
    m_ben.press(Qt::Key_L);
    QTRY_VERIFY(m_ben.session->window()->findChild<ui::ConflictDialog *>());
    auto *dialog = m_ben.session->window()->findChild<ui::ConflictDialog *>();
    QTRY_VERIFY(dialog->isAncestorOf(QApplication::focusWidget()));
    const auto theirs = dialog->findChild<ui::FactsGrid *>(u"theirFacts"_s)->facts();
    QCOMPARE(theirs.at(0).value, u"Community care, has no team"_s);
    QCOMPARE(theirs.at(1).value, u"Ann"_s);
    QCOMPARE(theirs.last().value, u"not ours"_s);
    const auto mine = dialog->findChild<ui::FactsGrid *>(u"myFacts"_s)->facts();
    QVERIFY(mine.at(0).value.startsWith(u"Link to "_s));
    QCOMPARE(mine.last().value, u"asked the clinic"_s);
    QTRY_VERIFY(dialog->findChild<QLabel *>(u"theirEffectLabel"_s)->text().contains(u"external already"_s));
    QTRY_VERIFY(dialog->findChild<QLabel *>(u"myEffectLabel"_s)->text().contains(u"ready to route"_s));
    const qint64 version = summary(id).correlation.version;
    m_ben.press(key, modifiers);
    QTRY_VERIFY(!m_ben.session->window()->findChild<ui::ConflictDialog *>());
    QTRY_COMPARE(toString(summary(id).correlation.status), status);
    QCOMPARE(summary(id).correlation.decidedBy, by);
    if (by == u"Ann") {
        QCOMPARE(summary(id).correlation.version, version); // nothing was written
        QCOMPARE(note->toPlainText(), u"asked the clinic"_s);
    } else {
        QCOMPARE(summary(id).correlation.note, u"asked the clinic"_s);
    }
}

void TestTwoStewards::aPlannedLinkIsSeenByTheOther()
{
    const PrescriberId id = certain().prescriber.id;
    QVERIFY(id.isValid());
    QVERIFY(m_ben.activate());
    QVERIFY(m_ben.open(id));
    const QDate first = QDate::currentDate().addDays(20);
    m_ben.find<QDateEdit>(u"validFromEdit"_s)->setDate(first);
    QTRY_VERIFY(m_ben.session->window()->isSettled());
    m_ben.place->mainView()->setFocus();
    m_ben.press(Qt::Key_L);
    QTRY_VERIFY(summary(id).correlation.planned.has_value());
    QCOMPARE(toString(summary(id).correlation.status), u"suggested"_s);
    QCOMPARE(summary(id).correlation.planned->validFrom, first.startOfDay());
    QVERIFY(m_ann.open(id));
    QTRY_VERIFY(m_ann.find<QLabel>(u"linkTermsLabel"_s)->text().contains(u"planned by Ben"_s));
    // And back, from where it was decided.
    QVERIFY(m_ben.activate());
    QTRY_VERIFY(m_ben.session->window()->isSettled());
    m_ben.press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(!summary(id).correlation.planned.has_value());
}

void TestTwoStewards::oneDivisionIsSplitOff()
{
    const PrescriberSummary chosen = certain();
    const PrescriberId id = chosen.prescriber.id;
    QVERIFY(id.isValid() && chosen.waiting > 1);
    store::Connection &connection = **m_database->connection();
    // One of the waiting renewals comes from a division.
    const QString division = chosen.prescriber.station.parent() + u"ZZ"_s;
    const QString waits = u"prescriber_id = ? AND state IN ('needs_routing', 'ready_to_route')"_s;
    QVERIFY(connection.run(
        u"UPDATE renewal SET station = ? WHERE id = (SELECT min(id) FROM renewal WHERE %1)"_s.arg(waits),
        {division, id.value}));
    const auto ready = [&](const QString &where) {
        return connection
            .number(u"SELECT count(*) FROM renewal WHERE prescriber_id = ? AND state = 'ready_to_route' "
                    "AND station %1 ?"_s.arg(where),
                    {id.value, division})
            .value_or(-1);
    };
    QVERIFY(m_ben.activate());
    QVERIFY(m_ben.open(id));
    m_ben.place->controller()->reload();
    auto *box = m_ben.find<QComboBox>(u"divisionBox"_s);
    QTRY_VERIFY(box->count() > 2);
    box->setFocus();
    while (box->currentData().toString() != division && box->currentIndex() + 1 < box->count())
        m_ben.press(Qt::Key_Down);
    QCOMPARE(box->currentData().toString(), division);
    QTRY_VERIFY(m_ben.place->isSettled());
    m_ben.place->mainView()->setFocus();
    m_ben.press(Qt::Key_L);
    QTRY_COMPARE(ready(u"="_s), 1);
    QCOMPARE(ready(u"<>"_s), 0); // the others wait for the general link
    QCOMPARE(toString(summary(id).correlation.status), u"suggested"_s);
    QVERIFY(m_ann.open(id));
    m_ann.place->controller()->reload();
    QTRY_VERIFY(m_ann.find<QLabel>(u"linkTermsLabel"_s)->text().contains(u"Division %1: "_s.arg(division)));
    QVERIFY(m_ben.activate());
    QTRY_VERIFY(m_ben.session->window()->isSettled());
    m_ben.press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(ready(u"="_s), 0);
}

QTEST_MAIN(TestTwoStewards)
#include "tst_twostewards.moc"
