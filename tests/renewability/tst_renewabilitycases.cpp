// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/renewability/renewability.h"
#include "tests/renewability/casetable.h"

#include <QTest>

#include <algorithm>

using namespace renewal;
using namespace renewal::renewability;
using namespace renewal::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(renewal::renewability::RuleVersion)

namespace {

std::optional<bool> flag(const QJsonValue &value)
{
    return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
}

std::optional<int> number(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
}

QStringList texts(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue item : value.toArray())
        list.append(item.toString());
    return list;
}

Prescription oracleHealth(const QJsonObject &input)
{
    FhirFacts facts;
    facts.status = input["status"_L1].toString();
    facts.intent = input["intent"_L1].toString();
    facts.reported = flag(input["reportedBoolean"_L1]);
    facts.categories = texts(input["category"_L1]);
    facts.dispenseStatuses = texts(input["dispenseStatuses"_L1]);
    facts.repeatsAllowed = number(input["numberOfRepeatsAllowed"_L1]);
    facts.validityPeriodEnd = input["validityPeriodEnd"_L1].toString();
    for (const QJsonValue item : input["extensions"_L1].toArray())
        facts.extensions.append({item["url"_L1].toString(), item["valueBoolean"_L1].toBool()});
    Prescription prescription;
    prescription.ehr = EhrSystem::OracleHealth;
    prescription.fhir = facts;
    return prescription;
}

Prescription vista(const QJsonObject &input)
{
    Prescription p;
    p.dispStatus = input["dispStatus"_L1].toString();
    p.refillRemaining = number(input["refillRemaining"_L1]);
    p.source = input["prescriptionSource"_L1].toString();
    p.refillable = flag(input["isRefillable"_L1]);
    p.renewable = flag(input["upstreamIsRenewable"_L1]);
    p.expirationDate = instant(input["expirationDate"_L1]);
    for (const QJsonValue item : input["rfRecordExpirationDates"_L1].toArray()) {
        FillRecord fill;
        fill.expirationDate = instant(item);
        p.fills.append(fill);
    }
    return p;
}

} // namespace

/// Every case of the table under its current rule and under every older one it names.
class RenewabilityCasesTest : public QObject
{
    Q_OBJECT

private slots:
    void verdicts_data();
    void verdicts();
    void everyGateIsListed();
    void groupedStatusWords_data();
    void groupedStatusWords();
    void windowCountsHours_data();
    void windowCountsHours();
    void daysAreWrittenAsBesideThem();
    void clinicAdministeredPassedOnlyBefore_data();
    void clinicAdministeredPassedOnlyBefore();
    void ruleOfOtherSystemIsOpen();
    void wordsRoundTrip();
};

void RenewabilityCasesTest::verdicts_data()
{
    QTest::addColumn<QJsonObject>("row");
    QTest::addColumn<RuleVersion>("version");
    QTest::addColumn<QJsonValue>("renewable");
    QTest::addColumn<QString>("gate");
    for (const QJsonValue value : casesOf("cases")) {
        const QJsonObject row = value.toObject();
        const bool isVista = row["source"_L1].toString() == "vista"_L1;
        const auto add = [&](RuleVersion version, const QJsonValue &renewable, const QString &gate) {
            QTest::newRow((idOf(row) + " under " + toString(version).toUtf8()).constData())
                << row << version << renewable << gate;
        };
        add(currentRule(isVista ? EhrSystem::VistA : EhrSystem::OracleHealth), row["expected_renewable"_L1],
            row["expected_gate"_L1].toString());
        const QJsonObject older = row["expected_under_older_rules"_L1].toObject();
        for (auto it = older.begin(); it != older.end(); ++it) {
            const auto version = ruleVersionFromString(it.key());
            if (!version)
                QFAIL(qPrintable(u"the table names a rule that is not known: "_s + it.key()));
            add(*version, it.value()["renewable"_L1], it.value()["gate"_L1].toString());
        }
    }
}

void RenewabilityCasesTest::verdicts()
{
    QFETCH(const QJsonObject, row);
    QFETCH(const RuleVersion, version);
    QFETCH(const QJsonValue, renewable);
    QFETCH(const QString, gate);

    const QDateTime now = instant(row["today"_L1]);
    const QJsonValue input = row["input"_L1];
    Verdict verdict;
    if (!input.isObject())
        verdict = withoutInput(version);
    else if (row["source"_L1].toString() == "vista"_L1)
        verdict = evaluate(vista(input.toObject()), version, now);
    else
        verdict = evaluate(oracleHealth(input.toObject()), version, now);

    QCOMPARE(verdict.gate, gate);
    QCOMPARE(verdictWord(verdict.renewable), verdictWord(flag(renewable)));
    QCOMPARE(toString(verdict.ruleVersion), toString(version));
    QVERIFY2(verdict.text.endsWith(u'.') && !verdict.text.contains(u'%'), qPrintable(verdict.text));
    QVERIFY(!verdict.gates.isEmpty());
    QCOMPARE(verdict.stored(), (StoredVerdict{toString(version), gate, renewable.toBool(false)}));
}

void RenewabilityCasesTest::groupedStatusWords_data()
{
    QTest::addColumn<QString>("dispStatus");
    QTest::addColumn<QString>("refillStatus");
    QTest::addColumn<QString>("gate");
    QTest::addColumn<QString>("word");
    const QString no = u"not renewable"_s;
    QTest::newRow("expired within the window")
        << u"Inactive"_s << u"expired"_s << u"expired_within_120_days"_s << u"renewable"_s;
    QTest::newRow("discontinued") << u"Inactive"_s << u"discontinued"_s << u"status_not_renewable"_s << no;
    QTest::newRow("inactive, and nobody says how")
        << u"Inactive"_s << QString() << u"status_unknown"_s << u"unknown"_s;
    QTest::newRow("parked") << u"Active"_s << u"activeParked"_s << u"status_not_renewable"_s << no;
    QTest::newRow("active") << u"Active"_s << u"active"_s << u"active_no_refills"_s << u"renewable"_s;
    QTest::newRow("submitted") << u"In progress"_s << u"submitted"_s << u"status_not_renewable"_s << no;
}

/// The second API version may deliver VistA's status words in groups.
void RenewabilityCasesTest::groupedStatusWords()
{
    QFETCH(const QString, dispStatus);
    QFETCH(const QString, refillStatus);
    QFETCH(const QString, gate);
    QFETCH(const QString, word);
    const QDateTime now(QDate(2026, 1, 15), QTime(12, 0), Qt::UTC);
    Prescription p;
    p.source = u"RX"_s;
    p.dispStatus = dispStatus;
    p.refillStatus = refillStatus;
    p.refillRemaining = 0;
    p.expirationDate = now.addDays(-30);
    const Verdict verdict = evaluate(p, RuleVersion::VistaCurrent, now);
    QCOMPARE(verdict.gate, gate);
    QCOMPARE(verdictWord(verdict.renewable), word);
}

void RenewabilityCasesTest::everyGateIsListed()
{
    const QDateTime now(QDate(2026, 1, 15), QTime(12, 0), Qt::UTC);
    Prescription prescription = oracleHealth({});
    const Verdict verdict = evaluateCurrent(prescription, now);
    QCOMPARE(verdict.gates.size(), 7);
    QCOMPARE(verdict.gate, u"gate1_status"_s);
    for (const Gate &gate : verdict.gates) {
        QVERIFY(gate.known);
        QVERIFY2(gate.text.endsWith(u'.'), qPrintable(gate.text));
    }
    // No repeats were allowed and nothing is in process: these two hold whatever the status says.
    QVERIFY(verdict.gates.at(5).passed);
    QVERIFY(verdict.gates.at(6).passed);
    QVERIFY(!verdict.gates.at(0).passed);
}

void RenewabilityCasesTest::windowCountsHours_data()
{
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("gate");
    QTest::newRow("an offset is read") << u"2025-09-17T08:00:00-04:00"_s << u"all_gates_pass"_s;
    QTest::newRow("an offset one second early")
        << u"2025-09-17T07:59:59-04:00"_s << u"gate5_outside_120_days"_s;
    QTest::newRow("milliseconds") << u"2025-09-17T12:00:00.000Z"_s << u"all_gates_pass"_s;
    QTest::newRow("without zone it is UTC") << u"2025-09-17T12:00:00"_s << u"all_gates_pass"_s;
    QTest::newRow("a day begins at midnight") << u"2025-09-17"_s << u"gate5_outside_120_days"_s;
    QTest::newRow("the next day") << u"2025-09-18"_s << u"all_gates_pass"_s;
    QTest::newRow("a month begins on its first day") << u"2025-12"_s << u"all_gates_pass"_s;
    QTest::newRow("the very instant has not passed")
        << u"2026-01-15T12:00:00Z"_s << u"gate6_refills_remaining_and_not_expired"_s;
    QTest::newRow("blank is missing") << u"  "_s << u"gate4_validity_end_missing"_s;
    QTest::newRow("no such day") << u"2025-11-31"_s << u"gate5_outside_120_days"_s;
}

void RenewabilityCasesTest::windowCountsHours()
{
    QFETCH(const QString, end);
    QFETCH(const QString, gate);
    QJsonObject input{
        {u"status"_s, u"active"_s},       {u"intent"_s, u"order"_s},
        {u"reportedBoolean"_s, false},    {u"category"_s, QJsonArray{u"Discharge"_s, u"COMMUNITY"_s}},
        {u"numberOfRepeatsAllowed"_s, 3}, {u"dispenseStatuses"_s, QJsonArray{u"completed"_s}},
        {u"validityPeriodEnd"_s, end}};
    const QDateTime now(QDate(2026, 1, 15), QTime(12, 0), Qt::UTC);
    QCOMPARE(evaluateCurrent(oracleHealth(input), now).gate, gate);
}

/// The sentence stands beside the same day as a fact.
void RenewabilityCasesTest::daysAreWrittenAsBesideThem()
{
    const QJsonObject input{{u"status"_s, u"active"_s},
                            {u"intent"_s, u"order"_s},
                            {u"reportedBoolean"_s, false},
                            {u"category"_s, QJsonArray{u"Discharge"_s, u"COMMUNITY"_s}},
                            {u"numberOfRepeatsAllowed"_s, 3},
                            {u"dispenseStatuses"_s, QJsonArray{u"completed"_s}},
                            {u"validityPeriodEnd"_s, u"2027-02-05T04:00:00Z"_s}};
    const QDateTime now(QDate(2026, 1, 15), QTime(12, 0), Qt::UTC);
    const Verdict verdict = evaluateCurrent(oracleHealth(input), now);
    QVERIFY(std::ranges::any_of(
        verdict.gates, [](const Gate &gate) { return gate.text.contains(u"valid until Feb 5, 2027"); }));
}

void RenewabilityCasesTest::clinicAdministeredPassedOnlyBefore_data()
{
    QTest::addColumn<RuleVersion>("version");
    QTest::addColumn<QString>("gate");
    QTest::newRow("today") << RuleVersion::OracleHealthCurrent << u"gate2_classification"_s;
    QTest::newRow("January 2026") << RuleVersion::OracleHealth202601 << u"gate2_classification"_s;
    QTest::newRow("December 2025") << RuleVersion::OracleHealth202512WithClinic << u"all_gates_pass"_s;
    QTest::newRow("six gates") << RuleVersion::OracleHealth202512SixGates << u"all_gates_pass"_s;
}

void RenewabilityCasesTest::clinicAdministeredPassedOnlyBefore()
{
    QFETCH(const RuleVersion, version);
    QFETCH(const QString, gate);
    // Refills never remain on what is not a VA prescription, so five repeats do not matter.
    const QJsonObject input{{u"status"_s, u"active"_s},
                            {u"intent"_s, u"order"_s},
                            {u"reportedBoolean"_s, false},
                            {u"category"_s, QJsonArray{u"outpatient"_s}},
                            {u"numberOfRepeatsAllowed"_s, 5},
                            {u"dispenseStatuses"_s, QJsonArray{u"completed"_s}},
                            {u"validityPeriodEnd"_s, u"2026-02-14"_s}};
    const QDateTime now(QDate(2026, 1, 15), QTime(12, 0), Qt::UTC);
    QCOMPARE(evaluate(oracleHealth(input), version, now).gate, gate);
}

void RenewabilityCasesTest::ruleOfOtherSystemIsOpen()
{
    Prescription prescription;
    prescription.dispStatus = u"Active"_s;
    prescription.refillRemaining = 0;
    const QDateTime now(QDate(2026, 1, 15), QTime(12, 0), Qt::UTC);
    const Verdict verdict = evaluate(prescription, RuleVersion::OracleHealthCurrent, now);
    QCOMPARE(verdict.gate, u"other_system"_s);
    QVERIFY(!verdict.renewable);
    QVERIFY(!verdict.stored().renewable);
}

void RenewabilityCasesTest::wordsRoundTrip()
{
    const QStringList words = ruleVersionWords();
    QCOMPARE(words.size(), 7);
    for (const QString &word : words) {
        const auto version = ruleVersionFromString(word);
        QVERIFY2(version, qPrintable(word));
        QCOMPARE(toString(*version), word);
    }
    QVERIFY(!ruleVersionFromString(u"vista_2019"));
}

QTEST_GUILESS_MAIN(RenewabilityCasesTest)
#include "tst_renewabilitycases.moc"
