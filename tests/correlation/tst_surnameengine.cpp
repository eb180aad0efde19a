// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/surnameengine.h"

#include <QTest>

#include <functional>

using namespace renewal;
using namespace renewal::correlation;
using namespace Qt::StringLiterals;

using Change = std::function<void(StationInput &)>;
Q_DECLARE_METATYPE(Change)

namespace {

Prescriber prescriber(qint64 id, const QString &name)
{
    Prescriber p;
    p.id.value = id;
    p.name.display = name;
    p.station = StationNumber(u"589");
    return p;
}

CareTeam team(qint64 id, const QString &name, const QString &lead = {})
{
    CareTeam t;
    t.triageTeamId.value = id;
    t.name = name;
    t.leadProviderName = lead;
    t.station = StationNumber(u"589");
    return t;
}

/// One prescriber whom one of three teams names beyond doubt.
StationInput clearStation()
{
    return {u"589"_s,
            {prescriber(1, u"Okafor, Chidi"_s)},
            {team(10, u"PACT Blue"_s), team(11, u"PACT Red OKAFOR, CHIDI"_s), team(12, u"589 PHARMACY"_s)},
            {}};
}

} // namespace

class SurnameEngineTest : public QObject
{
    Q_OBJECT

private slots:
    void linksWhenEverythingAgrees();
    void leavesToPeople_data();
    void leavesToPeople();
    void probabilitiesAddUpToOne();
    void ordersTiesByTeamId();
    void showsAtMostFive();
    void sameInputSameOutput();
    void oneSetForEachPrescriberInOrder();
    void twoPeopleBehindOneNameAreNotTheOnlyOnes();
};

void SurnameEngineTest::linksWhenEverythingAgrees()
{
    const auto sets = SurnameEngine().match(clearStation());
    QCOMPARE(sets.size(), 1);
    const CandidateSet &set = sets.constFirst();
    QVERIFY2(set.automatic, qPrintable(set.explanation));
    QCOMPARE(set.candidates.size(), 1);
    QCOMPARE(set.candidates.constFirst().careTeam.value, 11);
    QCOMPARE(set.candidates.constFirst().careTeamName, u"PACT Red OKAFOR, CHIDI"_s);
    QCOMPARE(set.engineVersion, u"surname-1"_s);
    QVERIFY(set.candidates.constFirst().probability > 0.9);
    QVERIFY(set.explanation.contains(u"simple surname rule"_s));
    for (const Evidence &evidence : set.candidates.constFirst().evidence) {
        QVERIFY(!evidence.kind.isEmpty());
        QVERIFY2(evidence.text.endsWith(u'.') && !evidence.text.contains(u'%'), qPrintable(evidence.text));
    }
}

void SurnameEngineTest::leavesToPeople_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("because");
    const auto row = [](const char *name, const Change &change, const QString &because) {
        QTest::newRow(name) << change << because;
    };
    row(
        "two teams fit", [](StationInput &s) { s.careTeams.append(team(13, u"MH OKAFOR, CHIDI"_s)); },
        u"Two care teams fit: PACT Red OKAFOR, CHIDI and MH OKAFOR, CHIDI."_s);
    row(
        "three teams fit",
        [](StationInput &s) {
            s.careTeams.append(team(13, u"MH OKAFOR"_s));
            s.careTeams.append(team(14, u"PAIN OKAFOR"_s));
        },
        u"3 care teams fit"_s);
    row(
        "a blocked twin fits too",
        [](StationInput &s) {
            s.careTeams.append(team(13, u"PACT Red OKAFOR, CHIDI"_s));
            s.careTeams.last().blocked = true;
        },
        u"Two care teams fit"_s);
    row(
        "blocked", [](StationInput &s) { s.careTeams[1].blocked = true; }, u"is blocked"_s);
    row(
        "migrating", [](StationInput &s) { s.careTeams[1].migratingToOh = true; },
        u"moving to Oracle Health"_s);
    row(
        "two people behind one name", [](StationInput &s) { s.prescribers[0].homonyms = 2; },
        u"share this name"_s);
    row(
        "another prescriber with the surname",
        [](StationInput &s) { s.prescribers.append(prescriber(2, u"Okafor, Ada"_s)); }, u"same surname"_s);
    row(
        "a person said no",
        [](StationInput &s) {
            s.refused.insert({1, 11});
        },
        u"refused by a person"_s);
    row(
        "another initial", [](StationInput &s) { s.careTeams[1].name = u"PACT OKAFOR, B"_s; },
        u"given name or initial does not"_s);
    row(
        "a name that only begins alike",
        [](StationInput &s) { s.careTeams[1].name = u"PACT OKAFOR, CHIDIMMA"_s; },
        u"begins like the other"_s);
    row(
        "three letters alike", [](StationInput &s) { s.careTeams[1].name = u"PACT OKAFOR, CHIARA"_s; },
        u"given name or initial does not"_s);
    row(
        "a pharmacist's counter",
        [](StationInput &s) { s.careTeams[1].name = u"589GR Ask a pharmacist OKAFOR, CHIDI"_s; },
        u"not one that decides renewals"_s);
    row(
        "an office that wants a signature", [](StationInput &s) { s.careTeams[1].signatureRequired = true; },
        u"not one that decides renewals"_s);
    row(
        "a pool that patients do not see",
        [](StationInput &s) {
            s.prescribers[0].ehr = EhrSystem::OracleHealth;
            s.careTeams[1].ehr = EhrSystem::OracleHealth;
            s.careTeams[1].name = u"*Blue OKAFOR, CHIDI"_s;
        },
        u"not one that decides renewals"_s);
    row(
        "the surname alone", [](StationInput &s) { s.careTeams[1].name = u"PACT OKAFOR"_s; },
        u"Only the surname fits"_s);
    row(
        "half a double surname",
        [](StationInput &s) { s.prescribers[0].name.display = u"Okafor-Jones, Chidi"_s; }, u"one half"_s);
    row(
        "the surname is a colour",
        [](StationInput &s) {
            s.prescribers[0].name.display = u"Green, Chidi"_s;
            s.careTeams[1] = team(11, u"PACT Red"_s, u"Green, Chidi"_s);
        },
        u"colour"_s);
    row(
        "the surname is a place here",
        [](StationInput &s) {
            s.careTeams[1] = team(11, u"PACT Red"_s, u"Okafor, Chidi"_s);
            s.careTeams[0].locationName = u"Okafor VA Clinic"_s;
        },
        u"place"_s);
    row(
        "another record system", [](StationInput &s) { s.careTeams[1].ehr = EhrSystem::OracleHealth; },
        u"another record system"_s);
    row(
        "another division",
        [](StationInput &s) {
            s.prescribers[0].station = StationNumber(u"589GR");
            s.careTeams[1].name = u"589A5 PACT OKAFOR, CHIDI"_s;
        },
        u"different places"_s);
    row(
        "another place",
        [](StationInput &s) {
            s.prescribers[0].divisionName = u"Emporia"_s;
            s.careTeams[1].locationName = u"Valdosta VA Clinic"_s;
        },
        u"different places"_s);
    row(
        "nobody is named", [](StationInput &s) { s.careTeams[1].name = u"PACT Red"_s; },
        u"No care team at this station names Okafor, Chidi."_s);
    row(
        "no name", [](StationInput &s) { s.prescribers[0].name.display.clear(); }, u"name is not known"_s);
}

void SurnameEngineTest::leavesToPeople()
{
    QFETCH(const Change, change);
    QFETCH(const QString, because);
    StationInput station = clearStation();
    change(station);
    const CandidateSet set = SurnameEngine().match(station).constFirst();
    QVERIFY(!set.automatic);
    QVERIFY2(set.explanation.contains(because), qPrintable(set.explanation));
    QVERIFY(set.explanation.endsWith(u'.'));
}

void SurnameEngineTest::probabilitiesAddUpToOne()
{
    StationInput station = clearStation();
    station.careTeams.append(team(13, u"MH OKAFOR, B"_s));
    station.careTeams.append(team(14, u"PAIN OKAFOR"_s));
    station.careTeams.last().blocked = true;
    const CandidateSet set = SurnameEngine().match(station).constFirst();
    QCOMPARE(set.candidates.size(), 3);
    double sum = set.noneProbability;
    double before = 1;
    for (const Candidate &candidate : set.candidates) {
        QVERIFY(candidate.probability > 0 && candidate.probability <= before);
        before = candidate.probability;
        sum += candidate.probability;
    }
    QVERIFY(qAbs(sum - 1) < 1e-12);
    QVERIFY(set.noneProbability > 0);
    QCOMPARE(set.candidates.constFirst().careTeam.value, 11);

    station.careTeams.clear();
    const CandidateSet empty = SurnameEngine().match(station).constFirst();
    QVERIFY(empty.candidates.isEmpty());
    QCOMPARE(empty.noneProbability, 1.0);
}

void SurnameEngineTest::ordersTiesByTeamId()
{
    StationInput station = clearStation();
    station.careTeams = {team(30, u"PACT OKAFOR"_s), team(20, u"MH OKAFOR"_s), team(25, u"GI OKAFOR"_s)};
    const CandidateSet set = SurnameEngine().match(station).constFirst();
    QVector<qint64> ids;
    for (const Candidate &candidate : set.candidates)
        ids.append(candidate.careTeam.value);
    QCOMPARE(ids, QVector<qint64>({20, 25, 30}));
}

void SurnameEngineTest::showsAtMostFive()
{
    StationInput station = clearStation();
    for (qint64 id = 20; id < 30; ++id)
        station.careTeams.append(team(id, u"PACT OKAFOR"_s));
    const CandidateSet set = SurnameEngine().match(station).constFirst();
    QCOMPARE(set.candidates.size(), 5);
    double sum = set.noneProbability;
    for (const Candidate &candidate : set.candidates)
        sum += candidate.probability;
    QVERIFY(qAbs(sum - 1) < 1e-12);
    QVERIFY(set.explanation.startsWith(u"11 care teams fit"_s));
}

void SurnameEngineTest::sameInputSameOutput()
{
    StationInput station = clearStation();
    for (qint64 id = 20; id < 60; ++id) {
        station.careTeams.append(team(id, u"PACT OKAFOR-%1"_s.arg(id), u"Bell, A"_s));
        station.prescribers.append(prescriber(id, u"Bell, Anna %1"_s.arg(id)));
    }
    QCOMPARE(SurnameEngine().match(station), SurnameEngine().match(station));
}

void SurnameEngineTest::oneSetForEachPrescriberInOrder()
{
    StationInput station = clearStation();
    station.prescribers = {prescriber(5, u"Bell, Ann"_s), prescriber(7, QString()),
                           prescriber(9, u"Okafor, Chidi"_s)};
    const auto sets = SurnameEngine().match(station);
    QCOMPARE(sets.size(), 3);
    QCOMPARE(sets.at(0).prescriberId.value, 5);
    QCOMPARE(sets.at(1).prescriberId.value, 7);
    QCOMPARE(sets.at(2).prescriberId.value, 9);
    QVERIFY(sets.at(2).automatic);
    QVERIFY(SurnameEngine().match({}).isEmpty());
}

void SurnameEngineTest::twoPeopleBehindOneNameAreNotTheOnlyOnes()
{
    StationInput station = clearStation();
    station.prescribers[0].homonyms = 2;
    const QVector<CandidateSet> sets = SurnameEngine().match(station);
    QStringList kinds;
    for (const Evidence &evidence : sets.constFirst().candidates.constFirst().evidence)
        kinds.append(evidence.kind);
    QVERIFY(kinds.contains(u"shared_surname"_s));
    QVERIFY(!kinds.contains(u"only_prescriber"_s));
}

QTEST_GUILESS_MAIN(SurnameEngineTest)
#include "tst_surnameengine.moc"
