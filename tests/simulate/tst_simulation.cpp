// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the generator stands on: random numbers, word lists, options, message texts.
#include "app/operations/simulatetables.h"
#include "models/simulation/messagebody.h"
#include "models/simulation/options.h"
#include "models/simulation/random.h"

#include <QSet>
#include <QTest>

using namespace renewal;
using namespace renewal::simulation;
using namespace Qt::StringLiterals;

namespace {
TableTexts smallTexts()
{
    return {
        "name,weight\nADLER,5\nBAKER,1\n", "name,gender,weight\nANNA,F,3\nBORIS,M,2\n",
        "name,nickname\nANNA,ANN\n",
        "name,sig,quantity,daysSupply\nASPIRIN 81MG TAB,\"TAKE ONE, DAILY\",90,90\n",
        "station,name,city,timeZone,clinics\n552,Dayton VA Medical Center,Dayton,America/New_York,GA:Lima\n"};
}
} // namespace

class TestSimulation final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void randomIsTheSameEverywhere();
    void scrambledNumbersAreUnique_data();
    void scrambledNumbersAreUnique();
    void readsTables();
    void refusesTables_data();
    void refusesTables();
    void refusesOptions_data();
    void refusesOptions();
    void demoEndsToday();
    void bodies_data();
    void bodies();

private:
    Tables m_tables;
};

void TestSimulation::initTestCase()
{
    auto tables = operations::loadSimulationTables();
    QVERIFY2(tables, "the word lists must be in the program");
    m_tables = *tables;
}

void TestSimulation::randomIsTheSameEverywhere()
{
    Random random(1, Random::Purpose::Region);
    QVector<int> draws;
    for (int i = 0; i < 6; ++i)
        draws.append(random.below(1'000'000));
    // From an independent implementation of xoshiro256** and SplitMix64.
    QCOMPARE(draws, (QVector<int>{987, 632394, 300533, 670038, 831658, 838222}));
    Random other(1, Random::Purpose::Region, 1);
    QVERIFY(other.below(1'000'000) != draws.first());
    QCOMPARE(random.below(1), 0);
    QCOMPARE(random.below(0), 0);
}

void TestSimulation::scrambledNumbersAreUnique_data()
{
    QTest::addColumn<quint64>("modulus");
    QTest::newRow("patients") << quint64(100'000'000);
    QTest::newRow("care teams") << quint64(9'000'000);
    QTest::newRow("prescribers") << quint64(90'000'000);
    QTest::newRow("prescriptions") << quint64(900'000'000);
}

void TestSimulation::scrambledNumbersAreUnique()
{
    QFETCH(quint64, modulus);
    for (quint64 seed = 0; seed < 6; ++seed) {
        QSet<quint64> seen;
        for (quint64 i = 0; i < 5'000; ++i)
            seen.insert(scrambled(i, modulus, seed));
        QCOMPARE(seen.size(), 5'000);
        QVERIFY(*std::max_element(seen.cbegin(), seen.cend()) < modulus);
    }
}

void TestSimulation::readsTables()
{
    const auto tables = readTables(smallTexts());
    QVERIFY(tables);
    QCOMPARE(tables->drugs.first().sig, u"TAKE ONE, DAILY"_s);
    QCOMPARE(tables->facilities.first().clinics.first().city, u"Lima"_s);
    QCOMPARE(tables->nicknames.value(u"ANNA"_s), QStringList{u"ANN"_s});
    Random random(3, Random::Purpose::Region);
    int adlers = 0;
    for (int i = 0; i < 600; ++i)
        adlers += tables->surnames.pick(random) == "ADLER"_L1 ? 1 : 0;
    QVERIFY2(adlers > 440 && adlers < 560, "five of six draws");
}

void TestSimulation::refusesTables_data()
{
    QTest::addColumn<int>("list");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("told");
    QTest::newRow("no rows") << 0 << QByteArray("name,weight\n") << u"surnames"_s;
    QTest::newRow("weight is no number") << 0 << QByteArray("name,weight\nADLER,many\n") << u"row 2"_s;
    QTest::newRow("weight below zero") << 0 << QByteArray("name,weight\nADLER,-2\n") << u"row 2"_s;
    QTest::newRow("a column too few") << 1 << QByteArray("name,gender,weight\nANNA,F\n") << u"givennames"_s;
    QTest::newRow("only one gender") << 1 << QByteArray("name,gender,weight\nANNA,F,1\n") << u"givennames"_s;
    QTest::newRow("drug without supply")
        << 3 << QByteArray("name,sig,quantity,daysSupply\nX,Y,1,0\n") << u"drugs"_s;
    QTest::newRow("clinic without city")
        << 4 << QByteArray("s,n,c,t,k\n552,D,Dayton,UTC,GA\n") << u"facilities"_s;
    QTest::newRow("station of two digits")
        << 4 << QByteArray("s,n,c,t,k\n55,D,Dayton,UTC,\n") << u"facilities"_s;
}

void TestSimulation::refusesTables()
{
    QFETCH(int, list);
    QFETCH(QByteArray, text);
    QFETCH(QString, told);
    TableTexts texts = smallTexts();
    QByteArray *const lists[] = {&texts.surnames, &texts.givenNames, &texts.nicknames, &texts.drugs,
                                 &texts.facilities};
    *lists[list] = text;
    const auto tables = readTables(texts);
    QVERIFY(!tables);
    QVERIFY(tables.error().code == ErrorCode::InvalidInput);
    QVERIFY2(tables.error().text.contains(told), qPrintable(tables.error().text));
}

void TestSimulation::refusesOptions_data()
{
    QTest::addColumn<Options>("options");
    QTest::addColumn<QString>("told");
    QTest::newRow("no station") << Options{.stations = 0} << u"--stations"_s;
    QTest::newRow("more stations than the list has") << Options{.stations = 500} << u"--stations"_s;
    QTest::newRow("fewer patients than stations") << Options{.patients = 3} << u"--patients"_s;
    QTest::newRow("negative renewals") << Options{.renewals = -1} << u"--renewals"_s;
    QTest::newRow("no day") << Options{.days = 0} << u"--days"_s;
    QTest::newRow("a year of days") << Options{.days = 365} << u"--days"_s;
    QTest::newRow("no date") << Options{.start = QDate()} << u"--start"_s;
}

void TestSimulation::refusesOptions()
{
    QFETCH(Options, options);
    QFETCH(QString, told);
    const auto valid = validate(options, m_tables);
    QVERIFY(!valid);
    QVERIFY2(valid.error().text.contains(told), qPrintable(valid.error().text));
}

void TestSimulation::demoEndsToday()
{
    const Options demo = demoOptions(QDate(2026, 3, 1));
    QCOMPARE(demo.end(), QDate(2026, 3, 1));
    QCOMPARE(demo.patients, 3'000);
    QCOMPARE(demo.renewalCount(), 900);
    QVERIFY(validate(demo, m_tables));
}

void TestSimulation::bodies_data()
{
    QTest::addColumn<BodyForm>("form");
    QTest::addColumn<QString>("body");
    const QString six =
        u"Medication name, strength, and form: ASPIRIN 81MG EC TAB\nInstructions: TAKE ONE\n"
        "Provider who prescribed it: ADLER, ANNA\nPrescription expiration date: March 5, 2027\n"
        "Last filled on: Not filled yet\nQuantity: 90"_s;
    QTest::newRow("prefilled") << BodyForm::Prefilled << six;
    QTest::newRow("edited") << BodyForm::Edited
                            << six + u"\n\nI am out of this medication since Tuesday. Please help."_s;
    QTest::newRow("signed") << BodyForm::Signed
                            << six + u"\n\n--------------------------------------------------\n\nCarl Baker\n"
                                     "Signed electronically on November 18, 2026"_s;
    QTest::newRow("cleared") << BodyForm::Cleared
                             << u"I am out of this medication since Tuesday. Please help."_s;
    QTest::newRow("load error") << BodyForm::LoadError
                                << u"Medication name, strength, and form: \nInstructions: \n"
                                   "Provider who prescribed it: \nPrescription expiration date: \n"
                                   "Last filled on: \nQuantity: "_s;
    QTest::newRow("older")
        << BodyForm::OlderPrefill
        << u"Medication name, strength, and form: ASPIRIN 81MG EC TAB\nPrescription number: 27A\n"
           "Provider who prescribed it: ADLER, ANNA\nNumber of refills left: 2\n"
           "Prescription expiration date: March 5, 2027\nReason for use: Not available\n"
           "Last filled on: Not filled yet\nQuantity: 90"_s;
}

void TestSimulation::bodies()
{
    QFETCH(BodyForm, form);
    QFETCH(QString, body);
    BodyValues values;
    values.medication = u"ASPIRIN 81MG EC TAB"_s;
    values.instructions = u"TAKE ONE"_s;
    values.provider = u"ADLER, ANNA"_s;
    values.expires = QDate(2027, 3, 5);
    values.quantity = u"90"_s;
    values.prescriptionNumber = u"27A"_s;
    values.refillsLeft = 2;
    values.remark = 1;
    values.signer = u"Carl Baker"_s;
    values.sentOn = QDate(2026, 11, 18);
    QCOMPARE(messageBody(form, values), body);
}

QTEST_GUILESS_MAIN(TestSimulation)
#include "tst_simulation.moc"
