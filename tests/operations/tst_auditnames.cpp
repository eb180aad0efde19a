// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/auditrepository.h"
#include "app/store/connection.h"
#include "tests/operations/triagetest.h"

using namespace renewal;
using namespace renewal::operations;
using namespace renewal::testing;
using namespace Qt::StringLiterals;

/// What the numbers of the record stand for, when it is read.
class TestAuditNames : public TriageTest
{
    Q_OBJECT

public:
    using TriageTest::TriageTest;

private slots:
    void actionsNameWhoTheyWereAbout();
    void patientsAreTheirEndsOnly();
    void decisionsNamePrescriberAndTeam();
    void prescribersAreFoundByName_data();
    void prescribersAreFoundByName();
    void whoMayNotReadTextsGetsNoNames();
    void namesAreNoPartOfTheRecord();

private:
    void prepare();
    AuditEvent newest(store::AuditView view = store::AuditView::Whole)
    {
        const auto page = store::AuditRepository(connection()).page({}, view);
        return page && !page->items.isEmpty() ? page->items.constFirst() : AuditEvent();
    }
};

void TestAuditNames::prepare()
{
    fill();
    VERIFY_OK(
        connection().run(u"UPDATE renewal SET patient_key = '98765' || substr(patient_key, 3) || '210'"_s));
}

void TestAuditNames::actionsNameWhoTheyWereAbout()
{
    prepare();
    VERIFY_OK(act(TriageAction::Deny, {2, 3}));
    const AuditEvent entry = newest();
    QCOMPARE(entry.action, u"triage.deny"_s);
    QCOMPARE(entry.names.value(u"prescribers"_s), m_prescriber.name.shown());
    QStringList ends = entry.names.value(u"patients"_s).split(u' ');
    ends.sort();
    QCOMPARE(ends, QStringList({u"2210"_s, u"3210"_s}));
    QVERIFY(entry.names.value(u"told"_s).contains(u"Appointment needed first"));
    VERIFY_OK(act(TriageAction::Reroute, {1}));
    QCOMPARE(newest().names.value(u"careTeam/7002"_s), u"Team 7002"_s);
}

void TestAuditNames::patientsAreTheirEndsOnly()
{
    fill(); // keys of three characters: their end would be all of them
    VERIFY_OK(triage().reveal({2}, u"Called the pharmacy"_s, u"Ann"_s));
    QCOMPARE(newest().names.value(u"patients"_s), u"?"_s);
    VERIFY_OK(connection().run(u"UPDATE renewal SET patient_key = '9876543210'"_s));
    const AuditEvent entry = newest();
    QCOMPARE(entry.names.value(u"patients"_s), u"3210"_s);
    for (const QString &text : entry.names)
        QVERIFY2(!text.contains(u"876543210"), qPrintable(text));
}

void TestAuditNames::decisionsNamePrescriberAndTeam()
{
    fill();
    AuditEvent event;
    event.at = noon();
    event.actor = u"Ann"_s;
    event.action = u"correlation.linked"_s;
    event.subject = u"prescriber/%1"_s.arg(m_prescriber.id.value);
    event.after = uR"({"triageTeamId":7001})"_s;
    VERIFY_OK(store::AuditRepository(connection()).append(event));
    QCOMPARE(newest().names.value(u"subject"_s), m_prescriber.name.shown());
    QCOMPARE(newest().names.value(u"careTeam/7001"_s), u"Team 7001"_s);
}

void TestAuditNames::prescribersAreFoundByName_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("found");
    QTest::newRow("last name") << u"okafor"_s << 2;
    QTest::newRow("both, in any order") << u"Chidi Okafor"_s << 2;
    QTest::newRow("another") << u"boswell"_s << 0;
    QTest::newRow("wild cards are letters") << u"%"_s << 0;
}

void TestAuditNames::prescribersAreFoundByName()
{
    QFETCH(QString, text);
    QFETCH(int, found);
    fill();
    AuditQuery query;
    query.text = text;
    const auto before = store::AuditRepository(connection()).page(query);
    VERIFY_OK(before);
    AuditEvent event;
    event.at = noon();
    event.actor = u"Ann"_s;
    event.action = u"correlation.refused"_s;
    event.subject = u"prescriber/%1"_s.arg(m_prescriber.id.value);
    VERIFY_OK(store::AuditRepository(connection()).append(event));
    event.subject = u"prescriber/99999"_s;
    VERIFY_OK(store::AuditRepository(connection()).append(event));
    VERIFY_OK(act(TriageAction::Route, {2})); // of a renewal of his
    const auto page = store::AuditRepository(connection()).page(query);
    VERIFY_OK(page);
    QCOMPARE(page->items.size() - before->items.size(), found);
    QCOMPARE(page->total - before->total, found);
    const auto hidden = store::AuditRepository(connection()).page(query, store::AuditView::WithoutTexts);
    VERIFY_OK(hidden);
    QCOMPARE(hidden->items.size(), 0);
}

void TestAuditNames::whoMayNotReadTextsGetsNoNames()
{
    prepare();
    VERIFY_OK(act(TriageAction::Deny, {2, 3}));
    QVERIFY(newest(store::AuditView::WithoutTexts).names.isEmpty());
}

void TestAuditNames::namesAreNoPartOfTheRecord()
{
    prepare();
    VERIFY_OK(act(TriageAction::Deny, {2, 3}));
    AuditEvent entry = newest();
    QVERIFY(!entry.names.isEmpty());
    QCOMPARE(auditHash(entry), entry.hash);
    VERIFY_OK(store::AuditRepository(connection()).verifyChain());
}

RENEWAL_STORE_TEST_MAIN(TestAuditNames)
#include "tst_auditnames.moc"
