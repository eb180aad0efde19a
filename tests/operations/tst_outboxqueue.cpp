// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/connection.h"
#include "app/store/outboxrepository.h"
#include "tests/operations/triagetest.h"

using namespace renewal;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

namespace {
constexpr std::chrono::hours aDay(24);
}

/// What is routed is in the outbox, and nothing else is.
class TestOutboxQueue : public TriageTest
{
    Q_OBJECT

public:
    using TriageTest::TriageTest;

private slots:
    void routingQueues();
    void takingBackCancels();
    void reroutingQueuesAnew();
    void undoingARerouteQueuesForTheFormerTeam();
    void whatMayHaveBeenSentStays_data();
    void whatMayHaveBeenSentStays();
    void aFailureLeavesNoRow();
    void twoSendersDoNotTakeOneRow();
    void pagesAndCounts();
    void whatWasRoutedEarlierIsApart();
    void whatIsQueuedIsHeld();

private:
    store::OutboxRepository outbox() { return store::OutboxRepository(connection()); }
    OutboxEntry newest(qint64 renewal);
    void set(qint64 renewal, OutboxState state);
    qint64 rowsInOutbox() { return connection().number(u"SELECT count(*) FROM outbox"_s).value_or(-1); }
};

OutboxEntry TestOutboxQueue::newest(qint64 renewal)
{
    const auto found = outbox().newestOf(u"552"_s, RenewalId{renewal});
    return found && *found ? **found : OutboxEntry{};
}

void TestOutboxQueue::set(qint64 renewal, OutboxState state)
{
    OutboxEntry entry = newest(renewal);
    entry.state = state;
    const auto changed = outbox().change(entry);
    VERIFY_OK(changed);
    QVERIFY(*changed);
}

void TestOutboxQueue::routingQueues()
{
    fill();
    VERIFY_OK(act(TriageAction::Route, {2, 3}));
    QCOMPARE(rowsInOutbox(), 2);
    const OutboxEntry entry = newest(2);
    QCOMPARE(toString(entry.state), u"queued"_s);
    QCOMPARE(entry.careTeam, openTeam);
    QCOMPARE(entry.careTeamName, u"Team 7001"_s);
    QCOMPARE(entry.prescriptionId, u"2"_s);
    QCOMPARE(entry.dueAt, m_clock.now());
    QCOMPARE(entry.sendKey.size(), 32);
    QVERIFY(entry.sendKey != newest(3).sendKey);
    VERIFY_OK(act(TriageAction::Deny, {1}));
    QCOMPARE(rowsInOutbox(), 2);
}

void TestOutboxQueue::takingBackCancels()
{
    fill();
    const auto routed = act(TriageAction::Route, {2, 3});
    VERIFY_OK(routed);
    set(3, OutboxState::Failed);
    const auto undone = triage().undo(routed->batch.toLongLong(), u"nurse"_s);
    VERIFY_OK(undone);
    QCOMPARE(undone->changed.size(), 2);
    for (const qint64 id : {2, 3}) {
        QCOMPARE(toString(newest(id).state), u"cancelled"_s);
        QCOMPARE(newest(id).settledAt, m_clock.now());
    }
    // Routed again it is another message.
    const QString key = newest(2).sendKey;
    VERIFY_OK(act(TriageAction::Route, {2}));
    QCOMPARE(toString(newest(2).state), u"queued"_s);
    QVERIFY(newest(2).sendKey != key);
}

void TestOutboxQueue::reroutingQueuesAnew()
{
    fill();
    VERIFY_OK(act(TriageAction::Route, {2}));
    const OutboxEntry former = newest(2);
    const auto rerouted = act(TriageAction::Reroute, {2});
    VERIFY_OK(rerouted);
    QCOMPARE(rerouted->changed.size(), 1);
    QCOMPARE(newest(2).careTeam, otherTeam);
    QCOMPARE(toString(outbox().find(former.id)->state), u"cancelled"_s);
    QCOMPARE(rowsInOutbox(), 2);
}

void TestOutboxQueue::undoingARerouteQueuesForTheFormerTeam()
{
    fill();
    VERIFY_OK(act(TriageAction::Route, {2}));
    const auto rerouted = act(TriageAction::Reroute, {2});
    VERIFY_OK(rerouted);
    VERIFY_OK(triage().undo(rerouted->batch.toLongLong(), u"nurse"_s));
    QCOMPARE(newest(2).careTeam, openTeam);
    QCOMPARE(toString(newest(2).state), u"queued"_s);
    QCOMPARE(outbox().counts(m_clock.now())->queued, 1);
}

void TestOutboxQueue::whatMayHaveBeenSentStays_data()
{
    QTest::addColumn<int>("state");
    for (const OutboxState state : {OutboxState::Sending, OutboxState::Unconfirmed, OutboxState::Sent})
        QTest::newRow(qPrintable(toString(state))) << int(state);
}

void TestOutboxQueue::whatMayHaveBeenSentStays()
{
    QFETCH(int, state);
    fill();
    const auto routed = act(TriageAction::Route, {2});
    VERIFY_OK(routed);
    set(2, OutboxState(state));
    const auto before = rows();
    const auto undone = triage().undo(routed->batch.toLongLong(), u"nurse"_s);
    VERIFY_OK(undone);
    QCOMPARE(undone->refused.size(), 1);
    QCOMPARE(undone->refused.constFirst().code, u"not_allowed"_s);
    QVERIFY(undone->refused.constFirst().text.contains(u"Team 7001"));
    const auto rerouted = act(TriageAction::Reroute, {2});
    VERIFY_OK(rerouted);
    QCOMPARE(rerouted->refused.size(), 1);
    QCOMPARE(rows(), before);
    QCOMPARE(toString(newest(2).state), toString(OutboxState(state)));
}

void TestOutboxQueue::aFailureLeavesNoRow()
{
    fill();
    VERIFY_OK(connection().run(u"INSERT INTO outbox (parent_station, renewal_id, care_team, send_key, "
                               "queued_at, due_at) VALUES ('552', 3, 7001, 'k', 0, 0)"_s));
    const auto before = rows();
    QVERIFY(!act(TriageAction::Route, {2, 3}));
    QCOMPARE(rows(), before);
    QCOMPARE(rowsInOutbox(), 1);
}

void TestOutboxQueue::twoSendersDoNotTakeOneRow()
{
    fill();
    VERIFY_OK(act(TriageAction::Route, {2}));
    OutboxEntry mine = newest(2);
    const OutboxEntry theirs = mine;
    mine.state = OutboxState::Sending;
    QVERIFY(*outbox().change(mine));
    QVERIFY(!*outbox().change(theirs));
    QCOMPARE(newest(2).version, 2);
}

void TestOutboxQueue::pagesAndCounts()
{
    fill();
    VERIFY_OK(act(TriageAction::Route, {2, 3, 4}));
    set(2, OutboxState::DeadLetter);
    set(3, OutboxState::DeadLetter);
    set(4, OutboxState::Unconfirmed);
    const OutboxCounts expected{0, 0, 0, 2, 1, 0, 0};
    QVERIFY(outbox().counts(m_clock.now()) == expected);
    const auto first = outbox().page(OutboxList::DeadLetters, 1, {});
    VERIFY_OK(first);
    QCOMPARE(first->total, 2);
    QCOMPARE(first->items.constFirst().renewal.value, 3); // the newest
    const auto second = outbox().page(OutboxList::DeadLetters, 1, first->next);
    VERIFY_OK(second);
    QCOMPARE(second->items.constFirst().renewal.value, 2);
    QVERIFY(second->next.isEmpty());
    VERIFY_ERROR(outbox().page(OutboxList::Unconfirmed, 1, first->next), ErrorCode::InvalidInput);
    const std::chrono::milliseconds none(0);
    QCOMPARE(outbox().due(m_clock.now(), none, aDay, 10)->size(), 1);
    QVERIFY(outbox().due(m_clock.now().addSecs(-1), none, aDay, 10)->isEmpty());
    QCOMPARE(*outbox().nextDue(none), m_clock.now());
}

void TestOutboxQueue::whatWasRoutedEarlierIsApart()
{
    fill();
    VERIFY_OK(act(TriageAction::Route, {2, 3, 4}));
    for (const qint64 id : {2, 3, 4}) {
        OutboxEntry entry = newest(id);
        entry.state = OutboxState::DeadLetter;
        entry.code = id == 3 ? u"SM119"_s : routedEarlierCode();
        QVERIFY(*outbox().change(entry));
    }
    const OutboxCounts expected{0, 0, 0, 1, 0, 0, 2};
    QVERIFY(outbox().counts(m_clock.now()) == expected);
    const auto failed = outbox().page(OutboxList::DeadLetters, 10, {});
    VERIFY_OK(failed);
    QCOMPARE(failed->total, 1);
    QCOMPARE(failed->items.constFirst().renewal.value, 3);
    const auto earlier = outbox().page(OutboxList::RoutedEarlier, 1, {});
    VERIFY_OK(earlier);
    QCOMPARE(earlier->total, 2);
    QCOMPARE(earlier->items.constFirst().renewal.value, 4);
    QCOMPARE(outbox().earlier({}, 10)->size(), 2);
    QCOMPARE(outbox().earlier(newest(4).id, 10)->constFirst().renewal.value, 2);
}

void TestOutboxQueue::whatIsQueuedIsHeld()
{
    fill();
    VERIFY_OK(act(TriageAction::Route, {2, 3}));
    set(3, OutboxState::Failed);
    const std::chrono::seconds minute(60);
    QCOMPARE(outbox().due(m_clock.now(), minute, aDay, 10)->size(), 1);
    QCOMPARE(outbox().due(m_clock.now().addSecs(59), minute, aDay, 10)->size(), 1);
    QCOMPARE(outbox().due(m_clock.now().addSecs(60), minute, aDay, 10)->size(), 2);
    QCOMPARE(*outbox().nextDue(minute), m_clock.now());
    // By a clock that was set back since: nothing is put off for more than a day.
    QCOMPARE(outbox().due(m_clock.now().addDays(-1), minute, aDay, 10)->size(), 0);
    QCOMPARE(outbox().due(m_clock.now().addDays(-2), minute, aDay, 10)->size(), 2);
    set(3, OutboxState::Sent);
    QCOMPARE(*outbox().nextDue(minute), m_clock.now().addSecs(60));
    set(2, OutboxState::Cancelled);
    QVERIFY(!outbox().nextDue(minute)->isValid());
}

RENEWAL_STORE_TEST_MAIN(TestOutboxQueue)
#include "tst_outboxqueue.moc"
