// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/importaskings.h"
#include "app/operations/importdecision.h"

#include <QTest>
#include <QTimeZone>

#include <algorithm>

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
    facts.firstAsked = at(u"2026-02-27T15:00:00Z"_s);
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
    void answersAfterTheEndAreReadByAPerson();
    void countsAskings_data();
    void countsAskings();
};

void TestImportDecision::replyIsDueByTheClockOfTheFacility()
{
    RequestFacts facts = goodFacts();
    facts.firstAsked = at(u"2026-02-28T02:00:00Z"_s); // Friday evening in Denver
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
    QTest::addColumn<QString>("asked");
    QTest::addColumn<bool>("hasEnded");
    QTest::addColumn<bool>("hasNewAnswer");
    QTest::addColumn<bool>("isNew");
    const QString early = u"2026-02-01T00:00:00Z"_s;
    QTest::newRow("only known as a prescription") << QString() << false << false << false;
    QTest::newRow("asked") << early << false << false << true;
    QTest::newRow("asked again after an end") << early << true << false << true;
    QTest::newRow("nothing after an end") << QString() << true << false << false;
    QTest::newRow("answered after an end") << QString() << true << true << true;
}

void TestImportDecision::nothingNewMakesNoRenewal()
{
    QFETCH(QString, asked);
    QFETCH(bool, hasEnded);
    QFETCH(bool, hasNewAnswer);
    QFETCH(bool, isNew);
    RequestFacts facts = goodFacts();
    facts.message.reset();
    facts.firstAsked = asked.isEmpty() ? QDateTime() : at(asked);
    facts.hasEnded = hasEnded;
    facts.hasNewAnswer = hasNewAnswer;
    QCOMPARE(renewalOf(facts, at(nowText)).has_value(), isNew);
    facts.isPending = true;
    QVERIFY(renewalOf(facts, at(nowText)).has_value());
}

void TestImportDecision::earliestRequestCounts()
{
    RequestFacts facts = goodFacts();
    QCOMPARE(renewalOf(facts, at(nowText))->requestedAt, facts.firstAsked);
    // Without any time it is asked now, and stays so when the import is repeated.
    facts.firstAsked = {};
    QCOMPARE(renewalOf(facts, at(nowText))->requestedAt, at(nowText));
    facts.isPending = true;
    facts.pendingSince = at(u"2026-02-25T15:00:00Z"_s);
    QCOMPARE(renewalOf(facts, at(nowText))->requestedAt, facts.pendingSince);
    facts.firstAsked = at(u"2026-02-24T15:00:00Z"_s);
    QCOMPARE(renewalOf(facts, at(nowText))->requestedAt, facts.firstAsked);
}

void TestImportDecision::answersAfterTheEndAreReadByAPerson()
{
    RequestFacts facts = goodFacts();
    facts.hasEnded = true;
    facts.isAnswered = true;
    facts.hasNewAnswer = true;
    facts.answered = at(u"2026-03-01T09:00:00Z"_s);
    QCOMPARE(renewal::toString(renewalOf(facts, at(nowText))->state), u"ready_to_route"_s); // asked as well
    facts.firstAsked = {};
    const auto renewal = renewalOf(facts, at(nowText));
    QCOMPARE(renewal::toString(renewal->state), u"in_review"_s);
    QCOMPARE(renewal->requestedAt, facts.answered);
    QCOMPARE(renewal->answered, facts.answered);
    QVERIFY(!renewal->stateReason.isEmpty());
}

void TestImportDecision::countsAskings_data()
{
    QTest::addColumn<QStringList>("askings"); // "m" a message, "r" the record, and the time
    QTest::addColumn<int>("asked");
    QTest::newRow("none") << QStringList() << 0;
    QTest::newRow("three messages") << QStringList{u"m09:00"_s, u"m12:00"_s, u"m09:10"_s} << 3;
    QTest::newRow("one press by two ways") << QStringList{u"r09:00"_s, u"m09:59"_s} << 1;
    QTest::newRow("two presses by two ways") << QStringList{u"r09:00"_s, u"m10:01"_s} << 2;
    QTest::newRow("a record twice") << QStringList{u"r09:00"_s, u"r09:10"_s} << 2;
    QTest::newRow("a record without a time") << QStringList{u"r"_s, u"m10:00"_s} << 1;
    QTest::newRow("a message without a time") << QStringList{u"m"_s, u"m10:00"_s} << 2;
}

void TestImportDecision::countsAskings()
{
    QFETCH(QStringList, askings);
    QFETCH(int, asked);
    QVector<Asking> list;
    for (const QString &text : std::as_const(askings))
        list.append({text.startsWith(u'm'),
                     text.size() > 1 ? at(u"2026-03-01T%1:00Z"_s.arg(text.mid(1))) : QDateTime()});
    RequestFacts facts;
    countAskings(list, facts);
    QCOMPARE(facts.asked, asked);
    std::ranges::reverse(list);
    RequestFacts backwards;
    countAskings(list, backwards);
    QCOMPARE(backwards.asked, asked);
    QCOMPARE(backwards.firstAsked, facts.firstAsked);
    QCOMPARE(backwards.lastAsked, facts.lastAsked);
}

QTEST_APPLESS_MAIN(TestImportDecision)
#include "tst_importdecision.moc"
