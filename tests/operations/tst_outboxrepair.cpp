// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/outboxrepair.h"
#include "app/store/auditrepository.h"
#include "app/store/connection.h"
#include "app/store/renewalrepository.h"
#include "tests/operations/sendingtest.h"

using namespace renewal;
using namespace renewal::operations;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

/// What a person does about messages that got stuck.
class TestOutboxRepair : public SendingTest
{
    Q_OBJECT

public:
    using SendingTest::SendingTest;

private slots:
    void everyActionHasItsStates_data();
    void everyActionHasItsStates();
    void retryingSendsIt();
    void givingUpBringsItBack();
    void givingUpIsUndone();
    void givingUpWhatWasAskedAgainClosesIt();
    void notSentIsSentAgain();
    void anOldVersionIsRefused();
    void earlierOnesAreDoneTogether();

private:
    void set(OutboxState state);
    Result<OutboxEntry> repair(RepairAction action);
    QString lastAudit();
};

void TestOutboxRepair::set(OutboxState state)
{
    OutboxEntry entry = newest(2);
    entry.state = state;
    entry.code = u"SM119"_s;
    const auto changed = outbox().change(entry);
    VERIFY_OK(changed);
    QVERIFY(*changed);
}

Result<OutboxEntry> TestOutboxRepair::repair(RepairAction action)
{
    const OutboxEntry entry = newest(2);
    return OutboxRepair(connection(), m_clock)
        .act({entry.id, entry.version, action, u"M-9"_s, u"by phone"_s, {}}, u"nurse"_s);
}

QString TestOutboxRepair::lastAudit()
{
    const auto page = store::AuditRepository(connection()).page({.limit = 1});
    return page && !page->items.isEmpty() ? page->items.constFirst().action : QString();
}

void TestOutboxRepair::everyActionHasItsStates_data()
{
    QTest::addColumn<int>("action");
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("becomes"); // empty: refused
    using enum OutboxState;
    const auto row = [](RepairAction action, OutboxState state, const char *becomes) {
        QTest::newRow(qPrintable(toString(action) + u" of "_s + toString(state)))
            << int(action) << int(state) << QString::fromLatin1(becomes);
    };
    for (const OutboxState state : {Queued, Sending, Sent, Unconfirmed, Cancelled})
        row(RepairAction::Retry, state, "");
    for (const OutboxState state : {Failed, DeadLetter})
        row(RepairAction::Retry, state, "queued");
    for (const OutboxState state : {Sending, Sent, Unconfirmed, Cancelled})
        row(RepairAction::GiveUp, state, "");
    for (const OutboxState state : {Queued, Failed, DeadLetter})
        row(RepairAction::GiveUp, state, "cancelled");
    for (const OutboxState state : {Queued, Sending, Sent, Failed, Cancelled})
        row(RepairAction::Sent, state, "");
    for (const OutboxState state : {DeadLetter, Unconfirmed})
        row(RepairAction::Sent, state, "sent");
    for (const OutboxState state : {Queued, Sending, Sent, Failed, DeadLetter, Cancelled})
        row(RepairAction::NotSent, state, "");
    row(RepairAction::NotSent, Unconfirmed, "queued");
}

void TestOutboxRepair::everyActionHasItsStates()
{
    QFETCH(int, action);
    QFETCH(int, state);
    QFETCH(QString, becomes);
    begin({2});
    set(OutboxState(state));
    const qint64 entries = auditEntries();
    const auto after = repair(RepairAction(action));
    if (becomes.isEmpty()) {
        VERIFY_ERROR(after, ErrorCode::Conflict);
        QCOMPARE(stateOf(2), toString(OutboxState(state)));
        QCOMPARE(auditEntries(), entries);
        return;
    }
    VERIFY_OK(after);
    QCOMPARE(toString(after->state), becomes);
    QCOMPARE(stateOf(2), becomes);
    QCOMPARE(auditEntries(), entries + 1);
}

void TestOutboxRepair::retryingSendsIt()
{
    begin({2});
    server().setManners({.errorCode = 151});
    Sender sender(options(), m_clock);
    QVERIFY(drain(sender));
    QCOMPARE(stateOf(2), u"dead_letter"_s);
    VERIFY_OK(repair(RepairAction::Retry));
    QCOMPARE(lastAudit(), u"renewal.sent_again"_s);
    QCOMPARE(renewal(2).stateReason, u"Waits to be sent to Team 7001"_s);
    server().setManners(MessagingManners{});
    QVERIFY(drain(sender));
    QCOMPARE(stateOf(2), u"sent"_s);
    QCOMPARE(server().messages().size(), 1);
}

void TestOutboxRepair::givingUpBringsItBack()
{
    begin({2});
    VERIFY_OK(connection().run(u"UPDATE renewal SET rule_version = '' WHERE id = 2"_s));
    VERIFY_OK(
        connection().run(u"INSERT INTO prescription (parent_station, ehr, prescription_id, patient_key, "
                         "station, document) SELECT parent_station, ehr, prescription_id, patient_key, "
                         "station, '{}' FROM renewal WHERE id = 2"_s));
    set(OutboxState::DeadLetter);
    VERIFY_OK(repair(RepairAction::GiveUp));
    QCOMPARE(toString(renewal(2).state), u"ready_to_route"_s);
    QCOMPARE(renewal(2).careTeam, openTeam);
    QCOMPARE(lastAudit(), u"outbox.give_up"_s);
    // Routed again it goes out once more, as another message.
    VERIFY_OK(act(TriageAction::Route, {2}));
    Sender sender(options(), m_clock);
    QVERIFY(drain(sender));
    QCOMPARE(server().messages().size(), 1);
    QCOMPARE(stateOf(2), u"sent"_s);
}

void TestOutboxRepair::givingUpIsUndone()
{
    begin({2});
    set(OutboxState::DeadLetter);
    VERIFY_OK(repair(RepairAction::GiveUp));
    const auto batch = connection().number(u"SELECT max(id) FROM triage_batch"_s);
    VERIFY_OK(batch);
    VERIFY_OK(triage().undo(*batch, u"nurse"_s));
    QCOMPARE(toString(renewal(2).state), u"routed"_s);
    QCOMPARE(stateOf(2), u"queued"_s);
}

void TestOutboxRepair::givingUpWhatWasAskedAgainClosesIt()
{
    begin({2});
    set(OutboxState::DeadLetter);
    Renewal again = renewal(2);
    again.state = RenewalState::NeedsRouting;
    VERIFY_OK(store::RenewalRepository(connection()).insert(again));
    VERIFY_OK(repair(RepairAction::GiveUp));
    QCOMPARE(toString(renewal(2).state), u"closed"_s);
    QCOMPARE(renewal(2).outcome, u"duplicate"_s);
}

void TestOutboxRepair::notSentIsSentAgain()
{
    begin({2});
    set(OutboxState::Unconfirmed);
    VERIFY_OK(repair(RepairAction::NotSent));
    QCOMPARE(newest(2).code, u"told_not_sent"_s);
    Sender sender(options(), m_clock);
    QVERIFY(drain(sender));
    QCOMPARE(server().messages().size(), 1);
}

void TestOutboxRepair::anOldVersionIsRefused()
{
    begin({2});
    set(OutboxState::DeadLetter);
    const OutboxEntry entry = newest(2);
    OutboxRepair repair(connection(), m_clock);
    VERIFY_ERROR(repair.act({entry.id, entry.version - 1, RepairAction::Retry, {}, {}, {}}, u"nurse"_s),
                 ErrorCode::PreconditionFailed);
    VERIFY_ERROR(repair.act({OutboxId{99}, 1, RepairAction::Retry, {}, {}, {}}, u"nurse"_s),
                 ErrorCode::NotFound);
    QCOMPARE(stateOf(2), u"dead_letter"_s);
}

void TestOutboxRepair::earlierOnesAreDoneTogether()
{
    begin({2, 3, 4});
    for (const qint64 id : {2, 3, 4}) {
        OutboxEntry entry = newest(id);
        entry.state = OutboxState::DeadLetter;
        entry.code = id == 3 ? u"SM119"_s : routedEarlierCode();
        QVERIFY(*outbox().change(entry));
    }
    OutboxRepair repair(connection(), m_clock);
    VERIFY_ERROR(repair.actOnEarlier({RepairAction::NotSent, {}, {}, {}}, u"nurse"_s),
                 ErrorCode::InvalidInput);
    const qint64 entries = auditEntries();
    const auto outcome = repair.actOnEarlier({RepairAction::Sent, u"seen to"_s, {}, {}}, u"nurse"_s);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->done, 2);
    QCOMPARE(outcome->refused, 0);
    QVERIFY(!outcome->next.isValid());
    QCOMPARE(stateOf(2), u"sent"_s);
    QCOMPARE(stateOf(3), u"dead_letter"_s);
    QCOMPARE(stateOf(4), u"sent"_s);
    QCOMPARE(auditEntries(), entries + 2);
    QCOMPARE(repair.actOnEarlier({RepairAction::Sent, {}, {}, {}}, u"nurse"_s)->done, 0);
}

RENEWAL_STORE_TEST_MAIN(TestOutboxRepair)
#include "tst_outboxrepair.moc"
