// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/once.h"
#include "app/operations/verify.h"
#include "app/store/auditrepository.h"
#include "app/store/changerepository.h"
#include "app/store/connection.h"
#include "app/store/renewalrepository.h"
#include "app/store/triagerepository.h"
#include "models/rest/resttriage.h"
#include "tests/operations/triagetest.h"

#include <QJsonDocument>

using namespace renewal;
using namespace renewal::operations;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

/// What staff does with renewals, in one transaction each: states, history, audit, counts.
class TestTriage : public TriageTest
{
    Q_OBJECT

public:
    using TriageTest::TriageTest;

private slots:
    void aMixedBatchDoesWhatItCan();
    void countsFollow();
    void repeatedRequestHasOneEffect();
    void anEmptyBatchLeavesNoTrace();
    void failingAuditChangesNothing();
    void everyActionIsRecorded();
    void manyAtOnce();
    void revealIsRecorded();
};

void TestTriage::aMixedBatchDoesWhatItCan()
{
    fill();
    QCOMPARE(states(), u"nee rea rea in_ ext not ret rou clo"_s);
    TriageRequest mixed = request(TriageAction::Route, {1, 2, 3, 4, 6, 8, 9});
    mixed.renewals[2].version += 1; // somebody else's
    mixed.renewals.append({RenewalId{4711}, 1});
    const auto outcome = triage().act(mixed, u"nurse"_s);
    VERIFY_OK(outcome);
    QCOMPARE(states(), u"nee rou rea rou ext not ret rou clo"_s);
    QVERIFY(!outcome->batch.isEmpty());
    QCOMPARE(outcome->changed.size(), 2);
    QVERIFY(outcome->changed.at(0) == renewal(2));
    QVERIFY(outcome->changed.at(1) == renewal(4));
    QStringList refused;
    for (const TriageRefusal &each : outcome->refused)
        refused.append(u"%1 %2"_s.arg(each.id.value).arg(each.code));
    QCOMPARE(refused.join(u", "),
             u"1 no_care_team, 3 conflict, 6 not_allowed, 8 not_allowed, 9 not_allowed, 4711 not_found"_s);
    QCOMPARE(renewal(2).version, 2);
    QCOMPARE(renewal(3).version, 1);
    QCOMPARE(renewal(2).stateReason, u"Waits to be sent to Team 7001"_s);
    QCOMPARE(store::TriageRepository(connection()).routedTo(RenewalId{2})->value, openTeam.value);
    // 2 was of patient 2 like 6, whose group now begins with 6 itself.
    QCOMPARE(renewal(6).groupDueAt, renewal(6).dueAt);
    QVERIFY(!renewal(2).groupDueAt.isValid());
}

void TestTriage::countsFollow()
{
    fill();
    QCOMPARE(count(views::allPending), 7);
    VERIFY_OK(act(TriageAction::Route, {2, 4}));
    QCOMPARE(count(views::readyToRoute), 1);
    QCOMPARE(count(views::routed), 3);
    QCOMPARE(count(views::allPending), 5);
    VERIFY_OK(act(TriageAction::Assign, {1, 6}));
    QCOMPARE(count(views::assignedToMe), 2);
    QCOMPARE(count(views::inReview), 2);
    QCOMPARE(count(views::needsRouting), 0);
    const auto denied = act(TriageAction::Deny, {1, 5, 6});
    VERIFY_OK(denied);
    QCOMPARE(denied->changed.size(), 3);
    QCOMPARE(count(views::denied), 3);
    QCOMPARE(count(views::assignedToMe), 0);
    QCOMPARE(count(views::closed), 7);
    VERIFY_OK(act(TriageAction::Reroute, {3, 7}));
    QCOMPARE(count(views::allPending), 0);
    QCOMPARE(count(views::routed), 5);
    VERIFY_OK(triage().undo(denied->batch.toLongLong(), u"nurse"_s));
    QCOMPARE(count(views::denied), 0);
    QCOMPARE(count(views::assignedToMe), 2);
    QCOMPARE(count(views::allPending), 3);
}

void TestTriage::repeatedRequestHasOneEffect()
{
    fill();
    const TriageRequest route = request(TriageAction::Route, {2});
    int calls = 0;
    const auto send = [&] {
        return once(connection(), m_clock, {u"nurse/k1"_s, u"h"_s}, [&]() -> Result<GivenAnswer> {
            ++calls;
            const auto outcome = triage().act(route, u"nurse"_s);
            if (!outcome)
                return failure(outcome.error());
            return GivenAnswer{200, QJsonDocument(toJson(*outcome)).toJson()};
        });
    };
    const auto first = send();
    VERIFY_OK(first);
    const qint64 entries = auditEntries();
    const auto second = send();
    VERIFY_OK(second);
    QCOMPARE(second->body, first->body);
    QCOMPARE(calls, 1);
    QCOMPARE(auditEntries(), entries);
    QCOMPARE(renewal(2).version, 2);
}

void TestTriage::anEmptyBatchLeavesNoTrace()
{
    fill();
    const auto before = rows();
    const qint64 entries = auditEntries();
    const qint64 changes = *store::ChangeRepository(connection()).newest();
    const auto outcome = act(TriageAction::Route, {1, 8});
    VERIFY_OK(outcome);
    QVERIFY(outcome->batch.isEmpty() && outcome->changed.isEmpty());
    QCOMPARE(outcome->refused.size(), 2);
    QCOMPARE(rows(), before);
    QCOMPARE(auditEntries(), entries);
    QCOMPARE(*store::ChangeRepository(connection()).newest(), changes);
    QCOMPARE(*connection().number(u"SELECT count(*) FROM triage_batch"_s), 0);
}

void TestTriage::failingAuditChangesNothing()
{
    fill();
    const auto before = rows();
    // A foreign entry with the next number: appending fails at the very end.
    VERIFY_OK(
        connection().run(u"INSERT INTO audit (sequence, at, actor, action, subject, previous_hash, hash) "
                         "SELECT sequence + 1, 0, 'x', 'x', 'x', '', '' FROM audit_head"_s));
    QVERIFY(!act(TriageAction::Deny, {1, 2, 4}).has_value());
    QCOMPARE(rows(), before);
    QCOMPARE(*connection().number(u"SELECT count(*) FROM triage_step"_s), 0);
    QVERIFY(!triage().reveal(RenewalId{1}, u"why"_s, u"nurse"_s).has_value());
}

void TestTriage::everyActionIsRecorded()
{
    fill();
    const qint64 entries = auditEntries();
    const qint64 since = *store::ChangeRepository(connection()).newest();
    const auto denied = act(TriageAction::Deny, {1, 2});
    VERIFY_OK(denied);
    VERIFY_OK(triage().undo(denied->batch.toLongLong(), u"colleague"_s));
    QCOMPARE(auditEntries(), entries + 2);
    const auto page = store::AuditRepository(connection()).page({.limit = 2});
    VERIFY_OK(page);
    const AuditEvent &undo = page->items.at(0);
    const AuditEvent &denial = page->items.at(1);
    QCOMPARE(denial.action, u"triage.deny"_s);
    QCOMPARE(denial.subject, u"triage/"_s + denied->batch);
    QCOMPARE(denial.actor, u"nurse"_s);
    QCOMPARE(denial.note, u"by phone"_s);
    QVERIFY2(denial.after.contains(u"\"renewals\":[1,2]"_s) && denial.after.contains(u"NEEDAPMT"_s),
             qPrintable(denial.after));
    QCOMPARE(undo.action, u"triage.undo"_s);
    QCOMPARE(undo.actor, u"colleague"_s);
    for (const AuditEvent &event : page->items) {
        for (const char *secret : {"P-1", "P-2", "LISINOPRIL", "Okafor"})
            QVERIFY(!(event.before + event.after + event.note).contains(QLatin1StringView(secret)));
    }
    VERIFY_OK(verifyAudit(connection()));

    const auto history = store::TriageRepository(connection()).history(renewal(1));
    VERIFY_OK(history);
    QCOMPARE(history->size(), 2);
    QCOMPARE(history->at(0).actor, u"colleague"_s);
    QCOMPARE(history->at(1).action, u"triage.deny"_s);
    QVERIFY(history->at(1).text.contains(denialReason(u"NEEDAPMT"_s)->text));

    const auto told = store::ChangeRepository(connection()).after(since, 100);
    VERIFY_OK(told);
    QStringList subjects;
    for (const Change &change : told->changes)
        subjects.append(change.subject);
    QCOMPARE(subjects.join(u' '), u"renewal/1 renewal/2 renewal/1 renewal/2"_s);
}

void TestTriage::manyAtOnce()
{
    fill();
    QVector<qint64> ids;
    for (int i = 0; i < TriageRequest::maximumRenewals; ++i) {
        Renewal each = sampleRenewal(QString::number(1000 + i), i % 50);
        each.patientKey = u"Q-%1"_s.arg(i % 90);
        const auto stored = store::RenewalRepository(connection()).insert(each);
        VERIFY_OK(stored);
        ids.append(stored->id.value);
    }
    const auto before = rows();
    const auto denied = act(TriageAction::Deny, ids);
    VERIFY_OK(denied);
    QCOMPARE(denied->changed.size(), ids.size());
    QCOMPARE(count(views::denied), ids.size());
    QCOMPARE(count(views::allPending), 7);
    const auto undone = triage().undo(denied->batch.toLongLong(), u"nurse"_s);
    VERIFY_OK(undone);
    QCOMPARE(undone->changed.size(), ids.size());
    QCOMPARE(rows(), before);
}

void TestTriage::revealIsRecorded()
{
    fill();
    const qint64 entries = auditEntries();
    auto plain = triage().reveal(RenewalId{1}, u"calling back"_s, u"nurse"_s);
    VERIFY_OK(plain);
    QCOMPARE(*plain, (RevealedPatient{u"P-1"_s, {}}));
    RenewalMessage message;
    message.messageId = u"M-77"_s;
    message.patientKey = u"P-1"_s;
    message.station = StationNumber(u"552"_s);
    message.senderName = u"Doe, Jane"_s;
    message.sentDate = noon();
    VERIFY_OK(store::RenewalRepository(connection()).insertMessage(RenewalId{1}, message));
    QCOMPARE(triage().reveal(RenewalId{1}, u"calling back"_s, u"nurse"_s)->name, u"Doe, Jane"_s);
    QCOMPARE(auditEntries(), entries + 2);
    const auto about = store::AuditRepository(connection()).about(u"renewal/1"_s);
    VERIFY_OK(about);
    QCOMPARE(about->constFirst().action, u"patient.revealed"_s);
    QCOMPARE(about->constFirst().note, u"calling back"_s);
    QVERIFY(about->constFirst().before.isEmpty() && about->constFirst().after.isEmpty());
    VERIFY_ERROR(triage().reveal(RenewalId{1}, u"ask doe, jane about it"_s, u"nurse"_s),
                 ErrorCode::InvalidInput);
    VERIFY_ERROR(triage().reveal(RenewalId{4711}, u"why"_s, u"nurse"_s), ErrorCode::NotFound);
    QCOMPARE(auditEntries(), entries + 2);
}

RENEWAL_STORE_TEST_MAIN(TestTriage)
#include "tst_triageactions.moc"
