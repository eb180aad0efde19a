// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/importdecision.h"

#include <QTest>
#include <QTimeZone>

using namespace renewal;
using namespace renewal::operations;
using namespace Qt::StringLiterals;

namespace {
QDateTime at(QStringView text)
{
    return QDateTime::fromString(text, Qt::ISODate);
}

constexpr char16_t nowText[] = u"2026-03-02T12:00:00Z";

/// A VistA prescription that may be renewed, of a linked prescriber, and a message.
RequestFacts goodFacts()
{
    RequestFacts facts;
    facts.parentStation = u"552"_s;
    facts.patientKey = u"V1"_s;
    facts.prescriptionId = u"11"_s;
    Prescription prescription;
    prescription.station = StationNumber(u"552GA");
    prescription.source = u"RX"_s;
    prescription.dispStatus = u"Active"_s;
    prescription.refillRemaining = 0;
    prescription.prescriber.last = u"OKAFOR"_s;
    facts.prescription = prescription;
    facts.prescriber.value = 5;
    facts.prescriberShown = u"Okafor, Chidi"_s;
    facts.status = CorrelationStatus::Automatic;
    facts.careTeam.value = 7;
    facts.careTeamName = u"Blue"_s;
    facts.probability = 0.9;
    facts.message = RenewalMessage();
    facts.firstSent = at(u"2026-02-27T15:00:00Z"_s);
    return facts;
}
} // namespace

/// What follows from the facts about a request, without a database.
class TestImportDecision : public QObject
{
    Q_OBJECT

private slots:
    void replyIsDueByTheClockOfTheFacility();
    void decidesTheState_data();
    void decidesTheState();
    void notRenewableGoesBeforeTheLink();
    void nothingNewMakesNoRenewal_data();
    void nothingNewMakesNoRenewal();
    void earliestRequestCounts();
};

void TestImportDecision::replyIsDueByTheClockOfTheFacility()
{
    RequestFacts facts = goodFacts();
    facts.firstSent = at(u"2026-02-28T02:00:00Z"_s); // Friday evening in Denver
    QCOMPARE(renewalOf(facts, at(u"2026-03-01T00:00:00Z"_s))->dueAt, at(u"2026-03-04T02:00:00Z"_s));
    facts.zone = QTimeZone("America/Denver");
    QCOMPARE(renewalOf(facts, at(u"2026-03-01T00:00:00Z"_s))->dueAt, at(u"2026-03-05T02:00:00Z"_s));
}

void TestImportDecision::decidesTheState_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("state");
    QTest::addColumn<bool>("hasReason");
    QTest::newRow("linked by matching") << u"auto"_s << u"ready_to_route"_s << false;
    QTest::newRow("linked by a person") << u"manual"_s << u"ready_to_route"_s << false;
    QTest::newRow("community care") << u"external"_s << u"external"_s << false;
    QTest::newRow("nothing known") << u"none"_s << u"needs_routing"_s << true;
    QTest::newRow("suggestions") << u"suggested"_s << u"needs_routing"_s << true;
    QTest::newRow("suggestions refused") << u"refused"_s << u"needs_routing"_s << true;
    QTest::newRow("a link that lapsed") << u"stale"_s << u"needs_routing"_s << true;
}

void TestImportDecision::decidesTheState()
{
    QFETCH(QString, status);
    QFETCH(QString, state);
    QFETCH(bool, hasReason);
    RequestFacts facts = goodFacts();
    facts.status = *correlationStatusFromString(status);
    const auto renewal = renewalOf(facts, at(nowText));
    QVERIFY(renewal);
    QCOMPARE(renewal::toString(renewal->state), state);
    QCOMPARE(!renewal->stateReason.isEmpty(), hasReason);
    QCOMPARE(renewal->careTeam.isValid(), state == u"ready_to_route"_s);
    QCOMPARE(renewal->station.text(), u"552GA"_s);
    QCOMPARE(renewal->verdict.ruleVersion, u"vista_current"_s);
    QVERIFY(renewal->verdict.renewable);
}

void TestImportDecision::notRenewableGoesBeforeTheLink()
{
    RequestFacts facts = goodFacts();
    facts.prescription->dispStatus = u"Discontinued"_s;
    const auto renewal = renewalOf(facts, at(nowText));
    QVERIFY(renewal);
    QCOMPARE(renewal::toString(renewal->state), u"not_renewable"_s);
    QVERIFY(!renewal->stateReason.isEmpty());
    QVERIFY(!renewal->careTeam.isValid());
}

void TestImportDecision::nothingNewMakesNoRenewal_data()
{
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QString>("submitted");
    QTest::addColumn<QString>("ended");
    QTest::addColumn<bool>("isNew");
    const QString early = u"2026-02-01T00:00:00Z"_s;
    const QString late = u"2026-02-20T00:00:00Z"_s;
    QTest::newRow("only known as a prescription") << QString() << QString() << QString() << false;
    QTest::newRow("a message") << early << QString() << QString() << true;
    QTest::newRow("a submitted request") << QString() << early << QString() << true;
    QTest::newRow("submitted before the last answer") << QString() << early << late << false;
    QTest::newRow("submitted after the last answer") << QString() << late << early << true;
}

void TestImportDecision::nothingNewMakesNoRenewal()
{
    QFETCH(QString, sent);
    QFETCH(QString, submitted);
    QFETCH(QString, ended);
    QFETCH(bool, isNew);
    RequestFacts facts = goodFacts();
    facts.message.reset();
    facts.firstSent = sent.isEmpty() ? QDateTime() : at(sent);
    facts.ended = ended.isEmpty() ? QDateTime() : at(ended);
    facts.prescription->renewalSubmitted = submitted.isEmpty() ? QDateTime() : at(submitted);
    QCOMPARE(renewalOf(facts, at(nowText)).has_value(), isNew);
    facts.isPending = true;
    QVERIFY(renewalOf(facts, at(nowText)).has_value());
}

void TestImportDecision::earliestRequestCounts()
{
    RequestFacts facts = goodFacts();
    facts.prescription->renewalSubmitted = at(u"2026-02-26T15:00:00Z"_s);
    QCOMPARE(renewalOf(facts, at(nowText))->requestedAt, facts.prescription->renewalSubmitted);
    facts.prescription->renewalSubmitted = at(u"2026-02-28T15:00:00Z"_s);
    QCOMPARE(renewalOf(facts, at(nowText))->requestedAt, facts.firstSent);
    // Without any time it is asked now, and stays so when the import is repeated.
    facts.prescription->renewalSubmitted = {};
    facts.firstSent = {};
    QCOMPARE(renewalOf(facts, at(nowText))->requestedAt, at(nowText));
    facts.isPending = true;
    facts.pendingSince = at(u"2026-02-25T15:00:00Z"_s);
    QCOMPARE(renewalOf(facts, at(nowText))->requestedAt, facts.pendingSince);
}

QTEST_APPLESS_MAIN(TestImportDecision)
#include "tst_importdecision.moc"
