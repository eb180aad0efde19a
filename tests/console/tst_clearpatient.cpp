// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/consolesession.h"
#include "models/items/renewalsmodel.h"
#include "ui/renewals/renewalsworkspace.h"
#include "ui/renewals/resultline.h"
#include "ui/renewals/revealstrip.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::console;

/// A morning at the queue, by keyboard in the real window on the real service: a patient's bundle is routed
/// and taken back, a request denied with its reason, one taken and given back, a patient revealed.
class TestClearPatient : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void routesABundleAndTakesItBack();
    void deniesWithAReason();
    void takesOneAndFindsItUnderItsView();
    void somebodyElseWasFaster();
    void fiveAreClearedInTwelveKeys();
    void revealShowsTheKeyAndIsRecorded();

private:
    template <class T>
    Result<T> get(QFuture<Result<T>> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
            return failure(ErrorCode::Timeout, u"The future did not end."_s);
        return future.result();
    }
    RenewalState stateOf(RenewalId id);
    qint64 count(const char *view);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    bool settle();
    bool showView(const char *view);
    QDialog *dialog();
    bool back();
    QString result() { return m_workspace->findChild<ui::ResultLine *>()->text(); }
    items::RenewalsModel *model() { return m_workspace->model(); }

    std::unique_ptr<ConsoleSession> m_session;
    ui::Gateways m_gateways;
    ui::RenewalsWorkspace *m_workspace = nullptr;
    QTableView *m_table = nullptr;
};

void TestClearPatient::initTestCase()
{
    ConsoleOptions options;
    options.demo = true;
    m_session = std::make_unique<ConsoleSession>(options);
    m_gateways = m_session->gateways();
    m_workspace = m_session->window()->findChild<ui::RenewalsWorkspace *>();
    m_table = m_session->window()->findChild<QTableView *>(u"renewalsTable"_s);
    QSignalSpy connected(m_session.get(), &ConsoleSession::connected);
    m_session->window()->show();
    m_session->start();
    QVERIFY(connected.wait(100'000));
    QVERIFY(settle());
}

void TestClearPatient::cleanupTestCase()
{
    m_session.reset();
}

void TestClearPatient::init()
{
    m_session->window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_session->window()));
    m_table->setFocus();
}

RenewalState TestClearPatient::stateOf(RenewalId id)
{
    return get(m_gateways.renewals->renewal(id)).value_or(RenewalDetail{}).renewal.state;
}

qint64 TestClearPatient::count(const char *view)
{
    const auto counts = get(m_gateways.renewals->counts({}, {}));
    if (!counts)
        return -1;
    const auto it = std::ranges::find(*counts, QString::fromLatin1(view), &ViewCount::view);
    return it == counts->end() ? -1 : it->count;
}

void TestClearPatient::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : m_session->window(), key, modifiers);
}

bool TestClearPatient::settle()
{
    return QTest::qWaitFor([this] { return m_session->window()->isSettled(); }, 20'000);
}

bool TestClearPatient::showView(const char *view)
{
    m_workspace->setView(QString::fromLatin1(view));
    return QTest::qWaitFor([&] { return model()->query().view == QLatin1StringView(view); }) && settle();
}

QDialog *TestClearPatient::dialog()
{
    QDialog *found = nullptr;
    return QTest::qWaitFor([&] {
        found = qobject_cast<QDialog *>(QApplication::activeWindow());
        return found && found->isAncestorOf(QApplication::focusWidget());
    })
               ? found
               : nullptr;
}

bool TestClearPatient::back()
{
    if (!QTest::qWaitFor([] { return !QApplication::activeModalWidget(); }))
        return false;
    m_session->window()->activateWindow();
    return QTest::qWaitForWindowActive(m_session->window());
}

void TestClearPatient::routesABundleAndTakesItBack()
{
    QVERIFY(showView(views::readyToRoute));
    const qint64 ready = count(views::readyToRoute);
    const qint64 routed = count(views::routed);
    QVERIFY(ready > 0);
    press(Qt::Key_Home);
    QVERIFY(model()->isHeading(0));
    press(Qt::Key_Space);
    const QVector<Renewal> bundle = model()->checkedRenewals();
    QVERIFY(!bundle.isEmpty());
    press(Qt::Key_R);
    QVERIFY(settle());
    QVERIFY2(result().contains(u" routed"), qPrintable(result()));
    const qint64 moved = count(views::routed) - routed;
    QVERIFY(moved > 0);
    QVERIFY(moved <= bundle.size());
    QCOMPARE(count(views::readyToRoute), ready - moved);
    QTRY_COMPARE(model()->rowOf(bundle.first().id.value), -1); // it left the view

    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(settle());
    QTRY_COMPARE(count(views::readyToRoute), ready);
    QTRY_VERIFY(model()->rowOf(bundle.first().id.value) >= 0);
    QCOMPARE(toString(stateOf(bundle.first().id)), u"ready_to_route"_s);
}

void TestClearPatient::deniesWithAReason()
{
    QVERIFY(showView(views::notRenewable));
    const qint64 denied = count(views::denied);
    press(Qt::Key_Home);
    press(Qt::Key_J);
    const Renewal *present = model()->renewal(m_table->currentIndex().row());
    QVERIFY(present);
    const RenewalId id = present->id;
    press(Qt::Key_D);
    QVERIFY(dialog());
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    press(Qt::Key_Return); // on to the button
    press(Qt::Key_Return);
    QVERIFY(back());
    QVERIFY(settle());
    QCOMPARE(result(), u"1 denied"_s);
    QCOMPARE(count(views::denied), denied + 1);
    const auto detail = get(m_gateways.renewals->renewal(id));
    QVERIFY(detail);
    QCOMPARE(detail->renewal.outcome, u"denied"_s);
    QVERIFY(denialReason(detail->renewal.outcomeReason));
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(settle());
    QTRY_COMPARE(count(views::denied), denied);
}

void TestClearPatient::takesOneAndFindsItUnderItsView()
{
    QVERIFY(showView(views::readyToRoute));
    press(Qt::Key_Home);
    press(Qt::Key_J);
    const RenewalId id = model()->renewal(m_table->currentIndex().row())->id;
    press(Qt::Key_A);
    QVERIFY(settle());
    QVERIFY2(result().startsWith(u"1 assigned to"), qPrintable(result()));
    QCOMPARE(count(views::assignedToMe), 1);
    QVERIFY(showView(views::assignedToMe));
    QCOMPARE(model()->rowCount(), 2);
    QCOMPARE(model()->renewal(1)->id.value, id.value);
    m_table->setFocus();
    press(Qt::Key_A); // gives it back
    QVERIFY(settle());
    QTRY_COMPARE(model()->rowCount(), 0);
    QCOMPARE(toString(stateOf(id)), u"ready_to_route"_s);
}

void TestClearPatient::somebodyElseWasFaster()
{
    QVERIFY(showView(views::readyToRoute));
    press(Qt::Key_Home);
    press(Qt::Key_J);
    const Renewal seen = *model()->renewal(m_table->currentIndex().row());
    TriageRequest other;
    other.action = TriageAction::Assign;
    const auto staff = get(m_gateways.renewals->staff());
    QVERIFY(staff && !staff->isEmpty());
    other.assignee = staff->constFirst();
    other.renewals = {{seen.id, seen.version}};
    other.idempotencyKey = u"another-console"_s;
    // Not waited for: what the window shows is what the person acts on.
    const auto future = m_gateways.renewals->triage(other);
    press(Qt::Key_R);
    QVERIFY(settle());
    QTRY_VERIFY(future.isFinished());
    QVERIFY(future.result());
    QVERIFY2(result().contains(u"stayed"), qPrintable(result()));
    QVERIFY(m_workspace->findChild<QLabel *>(u"refusalsLabel"_s)->isVisible());
    QCOMPARE(toString(stateOf(seen.id)), u"in_review"_s);
}

/// Approve, approve with changes, deny, reroute, route: one after the other, as they lie in the list.
void TestClearPatient::fiveAreClearedInTwelveKeys()
{
    QVERIFY(showView(views::readyToRoute));
    press(Qt::Key_Home);
    press(Qt::Key_J); // where a person who begins stands already
    QVERIFY(settle());
    const qint64 ready = count(views::readyToRoute);
    int keys = 0;
    QStringList results;
    const auto count = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        ++keys;
        press(key, modifiers);
    };
    const auto done = [&] {
        const bool isDone = back() && settle();
        results.append(result());
        return isDone;
    };
    const auto waitFor = [&](const QString &button) {
        auto *asked = dialog();
        const auto *confirm = asked ? asked->findChild<QPushButton *>(button) : nullptr;
        return confirm && QTest::qWaitFor([&] { return confirm->isEnabled(); });
    };
    count(Qt::Key_P, Qt::ShiftModifier);
    QVERIFY(done());
    count(Qt::Key_P);
    QVERIFY(waitFor(u"confirmApproveButton"_s));
    count(Qt::Key_7);
    count(Qt::Key_Return);
    QVERIFY(done());
    count(Qt::Key_D);
    QVERIFY(dialog());
    count(Qt::Key_Down);
    count(Qt::Key_Return); // on to the button
    count(Qt::Key_Return);
    QVERIFY(done());
    count(Qt::Key_E);
    auto *teams = dialog();
    QVERIFY(teams);
    const auto *list = teams->findChild<QAbstractItemView *>(u"careTeamsList"_s);
    QTRY_VERIFY(list->model()->rowCount() > 0);
    count(Qt::Key_Down);
    count(Qt::Key_Return);
    QVERIFY(done());
    count(Qt::Key_R);
    QVERIFY(done());
    qInfo("%d keys for five renewals: %s", keys, qPrintable(results.join(u"; ")));
    QVERIFY(keys <= 12);
    QCOMPARE(this->count(views::readyToRoute), ready - 5);
    for (const QString &word : {u"approved"_s, u"approved with changes"_s, u"denied"_s, u"rerouted to"_s})
        QVERIFY2(results.join(u';').contains(u"1 "_s + word), qPrintable(results.join(u"; ")));
    for (int step = 0; step < 5; ++step) {
        press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(settle());
    }
    QTRY_COMPARE(this->count(views::readyToRoute), ready);
}

void TestClearPatient::revealShowsTheKeyAndIsRecorded()
{
    QVERIFY(showView(views::allPending));
    press(Qt::Key_Home);
    press(Qt::Key_J);
    QVERIFY(settle());
    const QString masked = model()->renewal(m_table->currentIndex().row())->patientKey;
    QVERIFY2(masked.startsWith(u"••••"), qPrintable(masked));
    press(Qt::Key_F8);
    QVERIFY(dialog());
    QTest::keyClicks(QApplication::focusWidget(), u"Called back by phone"_s);
    press(Qt::Key_Return);
    QVERIFY(back());
    auto *strip = m_workspace->findChild<ui::RevealStrip *>();
    QTRY_VERIFY(strip->isVisible());
    const QString name = m_workspace->findChild<QLabel *>(u"revealedNameLabel"_s)->text();
    QVERIFY(name.endsWith(masked.right(4)));
    QVERIFY(!name.contains(u'•'));
    AuditQuery newest;
    newest.limit = 1;
    const auto record = get(m_gateways.system->audit(newest));
    QVERIFY(record && !record->items.isEmpty());
    QVERIFY2(record->items.first().action.contains(u"reveal"), qPrintable(record->items.first().action));
    QVERIFY(record->items.first().note.contains(u"Called back by phone"));
}

QTEST_MAIN(TestClearPatient)
#include "tst_clearpatient.moc"
