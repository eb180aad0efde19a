// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/exchange/exchangedata.h"

#include "models/exchange/renewabilitycases.h"

using namespace Qt::StringLiterals;
using namespace renewal;
using namespace renewal::exchange;
using namespace renewal::test;

class TestRenewabilityCases : public QObject
{
    Q_OBJECT
private slots:
    void readsOracleHealthInputs();
    void readsVistaInputs();
    void inputsThatAreNoneHaveNoPrescription();
    void refusesWhatIsNoTable();
};

void TestRenewabilityCases::readsOracleHealthInputs()
{
    const auto cases = readRenewabilityCases(exchangeFile(u"renewability_cases.json"_s));
    QVERIFY(cases.has_value());
    QCOMPARE(cases->size(), 5);
    const RenewabilityCase &pass = cases->at(0);
    QCOMPARE(pass.id, u"oh-pass"_s);
    QCOMPARE(pass.source, u"oracle_health"_s);
    QCOMPARE(pass.today, utc("2026-01-15T12:00:00Z"));
    QCOMPARE(pass.expectedRenewable, std::optional(true));
    QCOMPARE(pass.expectedGate, u"all_gates_pass"_s);
    QVERIFY(pass.prescription && pass.prescription->fhir);
    QCOMPARE(pass.prescription->prescriptionId, pass.id);
    QVERIFY(pass.prescription->ehr == EhrSystem::OracleHealth);
    QCOMPARE(pass.prescription->expirationDate, utc("2025-12-16T12:00:00Z"));
    QCOMPARE(pass.prescription->fhir->status, u"active"_s);
    QCOMPARE(pass.prescription->fhir->repeatsAllowed, std::optional(1));
    QCOMPARE(pass.prescription->fhir->dispenseStatuses.size(), 2);
    QCOMPARE(pass.prescription->fhir->categories, (QStringList{u"community"_s, u"discharge"_s}));
    QVERIFY(pass.prescription->fhir->extensions.value(0).valueBoolean);
    const FhirFacts &nulls = *cases->at(1).prescription->fhir;
    QCOMPARE(nulls.validityPeriodEnd, u"not a date"_s);
    QVERIFY(!nulls.reported.has_value() && nulls.categories.isEmpty() && nulls.dispenseStatuses.isEmpty());
    QVERIFY(!cases->at(1).expectedRenewable.has_value());
}

void TestRenewabilityCases::readsVistaInputs()
{
    const auto cases = readRenewabilityCases(exchangeFile(u"renewability_cases.json"_s));
    QVERIFY(cases.has_value());
    const RenewabilityCase &parked = cases->at(4);
    QVERIFY(parked.ehr == EhrSystem::VistA);
    QVERIFY(parked.prescription.has_value() && !parked.prescription->fhir.has_value());
    QCOMPARE(parked.prescription->dispStatus, u"Active: Parked"_s);
    QCOMPARE(parked.prescription->source, u"RX"_s);
    QCOMPARE(parked.prescription->refillRemaining, std::optional(0));
    QCOMPARE(parked.prescription->refillable, std::optional(false));
    QVERIFY(!parked.prescription->renewable.has_value());
    QCOMPARE(parked.prescription->expirationDate, utc("2026-06-01T12:00:00Z"));
    QCOMPARE(parked.prescription->fills.size(), 1);
    QCOMPARE(parked.prescription->fills[0].expirationDate, utc("2026-01-15T12:00:00Z"));
}

void TestRenewabilityCases::inputsThatAreNoneHaveNoPrescription()
{
    const auto cases = readRenewabilityCases(exchangeFile(u"renewability_cases.json"_s));
    QVERIFY(cases.has_value());
    QVERIFY(!cases->at(2).prescription.has_value());
    QVERIFY(!cases->at(3).prescription.has_value());
    QCOMPARE(cases->at(3).id, u"oh-text"_s);
}

void TestRenewabilityCases::refusesWhatIsNoTable()
{
    QVERIFY(!readRenewabilityCases(QByteArray("[]")).has_value());
    QVERIFY(!readRenewabilityCases(QByteArray("{}")).has_value());
    QVERIFY(!readRenewabilityCases(QByteArray("{\"cases\":[5]}")).has_value());
    const auto wrong =
        readRenewabilityCases(QByteArray(R"({"cases":[{"id":"a","source":"epic","input":{}}]})"));
    QVERIFY(!wrong.has_value());
    QVERIFY(wrong.error().text.startsWith(u"cases[0]: source"_s));
}

QTEST_GUILESS_MAIN(TestRenewabilityCases)
#include "tst_casetable.moc"
