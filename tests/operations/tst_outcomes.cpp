// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/verify.h"
#include "app/store/auditrepository.h"
#include "app/store/connection.h"
#include "app/store/prescriptionrepository.h"
#include "app/store/renewalrepository.h"
#include "app/store/triagerepository.h"
#include "tests/operations/triagetest.h"

using namespace renewal;
using namespace renewal::operations;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

/// How renewals end, on both databases: the gates stand in the way, the answer is kept, each can be taken
/// back.
class TestOutcomes : public TriageTest
{
    Q_OBJECT

public:
    using TriageTest::TriageTest;

private slots:
    void approvals_data();
    void approvals();
    void gates_data();
    void gates();
    void duplicates_data();
    void duplicates();
    void returnAndWithdraw();
    void everyEndIsTakenBack_data();
    void everyEndIsTakenBack();
    void aRerouteNamesWhomToTell();
    void aDuplicateOfOneThatAskedAgainStays();

private:
    /// As the pharmacy delivers it: active, no refills left, unless told otherwise.
    void deliver(qint64 id, const QString &dispStatus = u"Active"_s, int refills = 0);
    RenewalAnswer answer(qint64 id) { return *store::TriageRepository(connection()).answer(RenewalId{id}); }
};

void TestOutcomes::deliver(qint64 id, const QString &dispStatus, int refills)
{
    const Renewal asked = renewal(id);
    Prescription prescription;
    prescription.prescriptionId = asked.prescriptionId;
    prescription.patientKey = asked.patientKey;
    prescription.ehr = asked.ehr;
    prescription.station = asked.station;
    prescription.prescriber = {u"CHIDI"_s, u"OKAFOR"_s, {}};
    prescription.name = asked.drug;
    prescription.source = u"RX"_s;
    prescription.dispStatus = dispStatus;
    prescription.refillRemaining = refills;
    prescription.expirationDate = asked.expires;
    VERIFY_OK(store::PrescriptionRepository(connection()).upsert(prescription, m_prescriber.id));
}

void TestOutcomes::approvals_data()
{
    QTest::addColumn<bool>("asBefore");
    QTest::addColumn<QString>("drug");
    QTest::addColumn<QString>("sig");
    QTest::addColumn<double>("quantity");
    QTest::addColumn<int>("refills");
    QTest::addColumn<QString>("outcome");
    const auto row = [](const char *name, const char *drug, const char *sig, double quantity, int refills,
                        const char *outcome) {
        QTest::newRow(name) << false << QString::fromLatin1(drug) << QString::fromLatin1(sig) << quantity
                            << refills << QString::fromLatin1(outcome);
    };
    QTest::newRow("without figures") << true << QString() << QString() << 90.0 << 0 << u"approved"_s;
    row("as it was", "LISINOPRIL 10MG TAB", "Take one a day", 90, 3, "approved");
    row("another count", "LISINOPRIL 10MG TAB", "Take one a day", 30, 3, "approved_with_changes");
    row("other instructions", "LISINOPRIL 10MG TAB", "Take two a day", 90, 3, "replaced");
    row("another drug", "LOSARTAN 50MG TAB", "Take one a day", 90, 3, "replaced");
}

void TestOutcomes::approvals()
{
    QFETCH(bool, asBefore);
    QFETCH(QString, drug);
    QFETCH(QString, sig);
    QFETCH(double, quantity);
    QFETCH(int, refills);
    QFETCH(QString, outcome);
    fill();
    deliver(2);
    TriageRequest approve = request(TriageAction::Approve, {2});
    if (!asBefore)
        approve.order = RenewalOrder{drug, sig, quantity, refills};
    const auto done = triage().act(approve, u"nurse"_s);
    VERIFY_OK(done);
    QVERIFY2(done->refused.isEmpty(), done->refused.isEmpty() ? "" : qPrintable(done->refused.first().text));
    QCOMPARE(toString(renewal(2).state), u"closed"_s);
    QCOMPARE(renewal(2).outcome, outcome);
    QVERIFY(answer(2).order);
    QCOMPARE(*answer(2).order->quantity, quantity);
    QCOMPARE(*answer(2).order->refills, refills);
    const auto page = store::AuditRepository(connection()).page({.limit = 1});
    VERIFY_OK(page);
    const AuditEvent &event = page->items.constFirst();
    QCOMPARE(event.action, u"triage.approve"_s);
    QVERIFY2(event.after.contains(outcome), qPrintable(event.after));
    const auto history = store::TriageRepository(connection()).history(renewal(2));
    VERIFY_OK(history);
    for (const QString &said : {event.before + event.after, history->constFirst().text}) {
        for (const char *secret : {"LISINOPRIL", "LOSARTAN", "Take", "P-2"})
            QVERIFY2(!said.contains(QLatin1StringView(secret)), qPrintable(said));
    }
    VERIFY_OK(verifyAudit(connection()));
}

void TestOutcomes::gates_data()
{
    QTest::addColumn<QString>("status"); // empty: the prescription never arrived
    QTest::addColumn<QString>("gate");   // that is overridden; empty: none
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("result");
    const auto row = [](const char *name, const char *status, const char *gate, const char *reason,
                        const char *result) {
        QTest::newRow(name) << QString::fromLatin1(status) << QString::fromLatin1(gate)
                            << QString::fromLatin1(reason) << QString::fromLatin1(result);
    };
    row("passes", "Active", "", "", "approved");
    row("passes, an override changes nothing", "Active", "status_not_renewable", "why not", "approved");
    row("does not pass", "Discontinued", "", "", "override_needed");
    row("another gate named", "Discontinued", "non_va_source", "she takes it", "override_needed");
    row("named without a reason", "Discontinued", "status_not_renewable", "  ", "override_needed");
    row("named, with a reason", "Discontinued", "status_not_renewable", "she takes it", "approved");
    row("not fully checked", "Inactive", "", "", "override_needed");
    row("not fully checked, named", "Inactive", "not_fully_checked", "seen in the chart", "approved");
    row("never arrived", "", "", "", "override_needed");
    row("never arrived, named", "", "not_fully_checked", "seen in the chart", "approved");
}

void TestOutcomes::gates()
{
    QFETCH(QString, status);
    QFETCH(QString, gate);
    QFETCH(QString, reason);
    QFETCH(QString, result);
    fill();
    if (!status.isEmpty())
        deliver(6, status);
    TriageRequest approve = request(TriageAction::Approve, {6}); // it waits as not renewable
    if (!gate.isEmpty())
        approve.gateOverride = GateOverride{gate, reason};
    const auto done = triage().act(approve, u"nurse"_s);
    VERIFY_OK(done);
    QCOMPARE(done->refused.isEmpty() ? renewal(6).outcome : done->refused.constFirst().code, result);
    const bool isOverridden = result == u"approved" && status != u"Active";
    QCOMPARE(answer(6).gateOverride.has_value(), isOverridden);
    const auto page = store::AuditRepository(connection()).page({.limit = 1});
    if (isOverridden)
        QVERIFY(page->items.constFirst().after.contains(reason));
}

void TestOutcomes::duplicates_data()
{
    QTest::addColumn<int>("kept");
    QTest::addColumn<QString>("end"); // of the other one, before
    QTest::addColumn<QString>("result");
    const auto row = [](const char *name, int kept, const char *end, const char *result) {
        QTest::newRow(name) << kept << QString::fromLatin1(end) << QString::fromLatin1(result);
    };
    // Patients are the number modulo four: 1, 5 and 9 are of one.
    row("of one that waits", 5, "", "duplicate");
    row("of itself", 1, "", "not_allowed");
    row("of another patient", 2, "", "not_allowed");
    row("of none", 4711, "", "not_allowed");
    row("of an approved one", 5, "approved", "duplicate");
    row("of a replaced one", 5, "replaced", "duplicate");
    row("of a denied one", 5, "denied", "not_allowed");
    row("of a duplicate", 5, "duplicate", "not_allowed");
    row("of a withdrawn one", 5, "withdrawn", "not_allowed");
}

void TestOutcomes::duplicates()
{
    QFETCH(int, kept);
    QFETCH(QString, end);
    QFETCH(QString, result);
    fill();
    if (!end.isEmpty())
        VERIFY_OK(
            connection().run(u"UPDATE renewal SET state = 'closed', outcome = ? WHERE id = 5"_s, {end}));
    TriageRequest close = request(TriageAction::CloseDuplicate, {1});
    close.duplicateOf.value = kept;
    const auto done = triage().act(close, u"nurse"_s);
    VERIFY_OK(done);
    QCOMPARE(done->refused.isEmpty() ? renewal(1).outcome : done->refused.constFirst().code, result);
    if (result == u"duplicate")
        QCOMPARE(answer(1).duplicateOf.value, kept);
}

void TestOutcomes::returnAndWithdraw()
{
    fill();
    TriageRequest back = request(TriageAction::Return, {1, 2, 7});
    back.message = u" Which dose do you take? "_s;
    const auto done = triage().act(back, u"nurse"_s);
    VERIFY_OK(done);
    QCOMPARE(done->changed.size(), 2);
    QCOMPARE(done->refused.constFirst().id.value, 7); // waits for an answer already
    QCOMPARE(answer(1).message, u"Which dose do you take?"_s);
    QCOMPARE(count(views::allPending), 7); // still somebody's
    const auto page = store::AuditRepository(connection()).page({.limit = 1});
    QVERIFY(!page->items.constFirst().after.contains(u"dose"));
    // The answer came by phone: somebody takes it, and what was asked stays to be read.
    VERIFY_OK(act(TriageAction::Assign, {1}));
    QCOMPARE(answer(1).message, u"Which dose do you take?"_s);
    VERIFY_OK(act(TriageAction::Withdraw, {1}));
    QCOMPARE(renewal(1).outcome, u"withdrawn"_s);
    QCOMPARE(answer(1).message, QString());
    QCOMPARE(renewal(1).assignee, QString());
}

void TestOutcomes::everyEndIsTakenBack_data()
{
    QTest::addColumn<QString>("action");
    for (const char *action :
         {"route", "reroute", "assign", "deny", "approve", "return", "duplicate", "withdraw"})
        QTest::newRow(action) << QString::fromLatin1(action);
}

void TestOutcomes::everyEndIsTakenBack()
{
    QFETCH(QString, action);
    fill();
    deliver(2);
    const QStringList before = rows();
    TriageRequest asked = request(*triageActionFromString(action), {2});
    asked.message = u"Which dose?"_s;
    asked.duplicateOf.value = 6;
    asked.order = RenewalOrder{u"LISINOPRIL 10MG TAB"_s, u"Take one a day"_s, 30, 3};
    const auto done = triage().act(asked, u"nurse"_s);
    VERIFY_OK(done);
    QVERIFY2(done->refused.isEmpty(), done->refused.isEmpty() ? "" : qPrintable(done->refused.first().text));
    QVERIFY(rows() != before);
    const auto undone = triage().undo(done->batch.toLongLong(), u"nurse"_s);
    VERIFY_OK(undone);
    QCOMPARE(rows(), before);
    QVERIFY(answer(2) == RenewalAnswer());
    QCOMPARE(renewal(2).version, 3);
    VERIFY_OK(verifyAudit(connection()));
}

void TestOutcomes::aRerouteNamesWhomToTell()
{
    fill();
    TriageRequest reroute = request(TriageAction::Reroute, {1, 2, 5});
    reroute.reason = u"not_my_patient"_s;
    const auto done = triage().act(reroute, u"nurse"_s);
    VERIFY_OK(done);
    QCOMPARE(done->changed.size(), 3);
    QCOMPARE(done->notes.size(), 1); // all three wrote to the same team
    QVERIFY2(done->notes.constFirst().contains(u"Team 7001"), qPrintable(done->notes.constFirst()));
    const auto history = store::TriageRepository(connection()).history(renewal(1));
    VERIFY_OK(history);
    QVERIFY2(history->constFirst().text.contains(rerouteReason(u"not_my_patient")->text),
             qPrintable(history->constFirst().text));
    // Back to the team that the Veteran wrote to: there is nobody to tell.
    TriageRequest again = request(TriageAction::Reroute, {1});
    again.careTeam = openTeam;
    const auto home = triage().act(again, u"nurse"_s);
    VERIFY_OK(home);
    QCOMPARE(home->changed.size(), 1);
    QVERIFY(home->notes.isEmpty());
}

void TestOutcomes::aDuplicateOfOneThatAskedAgainStays()
{
    fill();
    TriageRequest withdraw = request(TriageAction::Withdraw, {1});
    const auto done = triage().act(withdraw, u"nurse"_s);
    VERIFY_OK(done);
    Renewal again = sampleRenewal(u"1"_s, 5);
    again.patientKey = u"P-1"_s;
    VERIFY_OK(store::RenewalRepository(connection()).insert(again));
    const auto undone = triage().undo(done->batch.toLongLong(), u"nurse"_s);
    VERIFY_OK(undone);
    QVERIFY(undone->changed.isEmpty());
    QCOMPARE(undone->refused.constFirst().code, u"conflict"_s);
}

RENEWAL_STORE_TEST_MAIN(TestOutcomes)
#include "tst_outcomes.moc"
