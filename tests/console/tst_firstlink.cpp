// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/consolesession.h"
#include "app/console/picture.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractItemView>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::console;

/// The reason of the whole program, through the real window by keyboard: a prescriber of the demo region is
/// linked to a care team, and exactly its waiting renewals become ready to route.
class TestFirstLink : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void linkingReleasesTheWaiting();
    void undoTakesThemBack();

private:
    template <class T>
    Result<T> get(QFuture<Result<T>> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
            return failure(ErrorCode::Timeout, u"The future did not end."_s);
        return future.result();
    }
    qint64 readyCount();
    PrescriberSummary summary(PrescriberId id);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    bool settle();

    std::unique_ptr<ConsoleSession> m_session;
    ui::Gateways m_gateways;
    PrescriberSummary m_chosen;
    qint64 m_readyBefore = 0;
};

void TestFirstLink::initTestCase()
{
    ConsoleOptions options;
    options.demo = true;
    m_session = std::make_unique<ConsoleSession>(options);
    m_gateways = m_session->gateways();
    QSignalSpy connected(m_session.get(), &ConsoleSession::connected);
    m_session->window()->show();
    m_session->start();
    QVERIFY(connected.wait(100'000));
    QVERIFY(settle());
}

void TestFirstLink::cleanupTestCase()
{
    m_session.reset();
}

qint64 TestFirstLink::readyCount()
{
    const auto counts = get(m_gateways.renewals->counts({}, {}));
    if (!counts)
        return -1;
    const auto ready = std::ranges::find(*counts, QString::fromLatin1(views::readyToRoute), &ViewCount::view);
    return ready == counts->end() ? -1 : ready->count;
}

PrescriberSummary TestFirstLink::summary(PrescriberId id)
{
    return get(m_gateways.correlations->prescriber(id)).value_or(PrescriberDetail{}).summary;
}

void TestFirstLink::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : m_session->window(), key, modifiers);
}

bool TestFirstLink::settle()
{
    return QTest::qWaitFor([this] { return m_session->window()->isSettled(); }, 20'000);
}

void TestFirstLink::linkingReleasesTheWaiting()
{
    m_session->window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_session->window()));
    press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(m_session->window()->workspace() == ui::WorkspaceId::Correlations);
    QVERIFY(settle());
    QAbstractItemView *list = mainList(m_session->window());
    QVERIFY(list && list->model()->rowCount() > 0);

    PrescriberQuery open;
    open.status = u"suggested"_s;
    const auto page = get(m_gateways.correlations->prescribers(open));
    QVERIFY2(page, page ? "" : qPrintable(page.error().text));
    const auto waiting = std::ranges::find_if(page->items, [](const PrescriberSummary &row) {
        return row.waiting > 0 && row.bestProbability.value_or(0) > 0.5 && row.prescriber.homonyms == 1;
    });
    QVERIFY(waiting != page->items.end());
    m_chosen = *waiting;
    m_readyBefore = readyCount();

    // Down the list to that prescriber, as a person would.
    list->setFocus();
    press(Qt::Key_Home);
    const QString name = m_chosen.prescriber.name.shown();
    QTRY_VERIFY(list->currentIndex().isValid());
    int steps = 0;
    while (!list->currentIndex().siblingAtColumn(0).data().toString().contains(name)) {
        QVERIFY2(++steps < list->model()->rowCount(), qPrintable(name));
        press(Qt::Key_Down);
    }
    QVERIFY(settle());
    press(Qt::Key_L);
    QTRY_VERIFY(isLinked(summary(m_chosen.prescriber.id).correlation.status));
    QVERIFY(settle());

    RenewalQuery ready;
    ready.view = QString::fromLatin1(views::readyToRoute);
    const auto moved = get(m_gateways.renewals->renewals(ready));
    QVERIFY(moved);
    QVERIFY(readyCount() > m_readyBefore);
    QVERIFY(readyCount() <= m_readyBefore + m_chosen.waiting);
    const auto detail = get(m_gateways.correlations->prescriber(m_chosen.prescriber.id));
    QVERIFY(detail && detail->linkedTeam);
    QVERIFY(detail->canUndo);
}

void TestFirstLink::undoTakesThemBack()
{
    QVERIFY(m_chosen.prescriber.id.isValid());
    mainList(m_session->window())->setFocus();
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(!isLinked(summary(m_chosen.prescriber.id).correlation.status));
    QTRY_COMPARE(readyCount(), m_readyBefore);
}

QTEST_MAIN(TestFirstLink)
#include "tst_firstlink.moc"
