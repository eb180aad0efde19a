// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/evidencestory.h"
#include "models/correlation/learnweights.h"
#include "tests/correlation/correlationworld.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace renewal;
using namespace renewal::correlation;
using namespace Qt::StringLiterals;

namespace {

const CandidateSet &setOf(const QVector<CandidateSet> &sets, qint64 prescriber)
{
    return *std::ranges::find_if(
        sets, [&](const CandidateSet &set) { return set.prescriberId.value == prescriber; });
}

void tie(QVector<PatientTie> &ties, PatientTie tie)
{
    ties.append(tie);
    std::ranges::sort(ties);
}

double oddsOf(const StationInput &station, qsizetype prescriber, qsizetype team)
{
    const StationEvidence evidence(station, projectLexicon());
    return shippedWeights().bitsWithoutName(evidence.pair(prescriber, team));
}

} // namespace

class TestEvidenceEngine : public QObject
{
    Q_OBJECT

private slots:
    void patientsAndNamesLink();
    void oneSetAddsUpToOne();
    void evidenceAddsUpToTheResult();
    void sharesNameWhatTheyAreOf();
    void orderOfInputChangesNothing();
    void strangersToTheStationChangeNothing();
    void moreSharedPatientsNeverLowerTheOdds();
    void refusedTeamIsNeverLinked();
    void obstacle_data();
    void obstacle();
    void withoutPatientsNamesDecide();
    void learningIsTheSameEachTime();
    void learntWeightsSurviveTheFile();
    void unreadableWeightsAreTold();

private:
    EvidenceEngine m_engine{projectLexicon(), shippedWeights()};
};

void TestEvidenceEngine::patientsAndNamesLink()
{
    const QVector<CandidateSet> sets = m_engine.match(madeStation(1));
    int linked = 0;
    for (const CandidateSet &set : sets) {
        QCOMPARE(set.engineVersion, u"evidence-1"_s);
        QVERIFY(!set.explanation.isEmpty());
        if (!set.automatic)
            continue;
        ++linked;
        QVERIFY(set.prescriberId.value <= 22); // of a team, two by two
        QCOMPARE(set.candidates.constFirst().careTeam.value, 100 + (set.prescriberId.value - 1) / 2);
        QVERIFY(set.explanation.contains(u"patients"_s));
    }
    QVERIFY2(linked >= 15, qPrintable(QString::number(linked)));
}

void TestEvidenceEngine::oneSetAddsUpToOne()
{
    for (quint32 seed = 1; seed <= 5; ++seed) {
        const StationInput station = madeStation(seed);
        const StationEvidence evidence(station, projectLexicon());
        for (qsizetype i = 0; i < evidence.prescribers(); ++i) {
            Posterior posterior = posteriorOf(evidence, i, shippedWeights());
            const auto sum = [&posterior] {
                double all = posterior.none;
                for (const double probability : std::as_const(posterior.probabilities))
                    all += probability;
                return all;
            };
            QVERIFY(std::abs(sum() - 1) < 1e-9);
            refuse(posterior, 3);
            QVERIFY(std::abs(sum() - 1) < 1e-9);
        }
    }
}

void TestEvidenceEngine::evidenceAddsUpToTheResult()
{
    const StationInput station = madeStation(2);
    const QVector<CandidateSet> sets = m_engine.match(station);
    for (const CandidateSet &set : sets) {
        for (qsizetype i = 0; i < set.candidates.size(); ++i) {
            // Against "none of them" the pieces are all there is.
            const StationEvidence evidence(station, projectLexicon());
            const Posterior posterior = posteriorOf(evidence, set.prescriberId.value - 1, shippedWeights());
            const qsizetype team = set.candidates.at(i).careTeam.value - 100;
            double bits = 0;
            for (const Evidence &piece : set.candidates.at(i).evidence)
                bits += piece.bits;
            QVERIFY(std::abs(bits - (posterior.bits.at(team) - posterior.noneBits)) < 0.05);
            const EvidenceStory story = evidenceStory(set, i);
            QVERIFY(std::abs(story.steps.constLast().after - story.resultBits) < 0.06);
        }
        if (set.prescriberId.value > 3)
            break;
    }
}

/// A per cent without its whole is held against another one: not all patients have a care team that is known.
void TestEvidenceEngine::sharesNameWhatTheyAreOf()
{
    static const QRegularExpression ofPrescriber(
        u"^That is (\\d+) % of the prescriber's (\\d+) patients whose care team is known\\.$"_s);
    const StationInput station = madeStation(2);
    const StationEvidence evidence(station, projectLexicon());
    int found = 0;
    for (const CandidateSet &set : m_engine.match(station)) {
        const int known = evidence.patients().patientsOf(set.prescriberId.value - 1);
        for (const Candidate &candidate : set.candidates) {
            const int shared =
                evidence.patients().shared(set.prescriberId.value - 1, candidate.careTeam.value - 100);
            for (const Evidence &piece : candidate.evidence) {
                if (piece.kind != u"share")
                    continue;
                const auto match = ofPrescriber.match(piece.text);
                QVERIFY2(match.hasMatch(), qPrintable(piece.text));
                QCOMPARE(match.captured(2).toInt(), known);
                QVERIFY(std::abs(match.captured(1).toInt() - 100.0 * shared / known) <= 1);
                ++found;
            }
        }
    }
    QVERIFY(found > 10);
}

void TestEvidenceEngine::orderOfInputChangesNothing()
{
    const StationInput station = madeStation(3);
    StationInput turned = station;
    std::ranges::reverse(turned.prescribers);
    std::ranges::reverse(turned.careTeams);
    const auto turn = [](QVector<PatientTie> &ties, qsizetype rows) {
        for (PatientTie &tie : ties) {
            tie.row = quint32(rows - 1 - tie.row);
            tie.patient = 899 - tie.patient;
        }
        std::ranges::sort(ties);
    };
    turn(turned.prescribed, station.prescribers.size());
    turn(turned.associated, station.careTeams.size());
    const QVector<CandidateSet> one = m_engine.match(station);
    const QVector<CandidateSet> other = m_engine.match(turned);
    for (const CandidateSet &set : one) {
        const CandidateSet &same = setOf(other, set.prescriberId.value);
        QCOMPARE(same.automatic, set.automatic);
        QCOMPARE(same.candidates.size(), set.candidates.size());
        for (qsizetype i = 0; i < set.candidates.size(); ++i) {
            QCOMPARE(same.candidates.at(i).careTeam.value, set.candidates.at(i).careTeam.value);
            QVERIFY(std::abs(same.candidates.at(i).probability - set.candidates.at(i).probability) < 1e-12);
        }
    }
}

/// Patients with a team and no prescription here, or the other way round, say nothing.
void TestEvidenceEngine::strangersToTheStationChangeNothing()
{
    StationInput station = madeStation(4);
    const QVector<CandidateSet> before = m_engine.match(station);
    station.patients += 200;
    for (quint32 i = 0; i < 100; ++i) {
        station.associated.append({900 + i, i % 12});
        station.prescribed.append({1000 + i, i % 30});
    }
    QCOMPARE(m_engine.match(station), before);
}

void TestEvidenceEngine::moreSharedPatientsNeverLowerTheOdds()
{
    StationInput station = madeStation(5);
    double before = oddsOf(station, 7, 3);
    for (quint32 i = 0; i < 60; ++i) {
        const quint32 patient = station.patients++;
        tie(station.prescribed, {patient, 7});
        tie(station.associated, {patient, 3});
        const double after = oddsOf(station, 7, 3);
        QVERIFY2(after >= before - 1e-9, qPrintable(u"%1: %2 after %3"_s.arg(i).arg(after).arg(before)));
        before = after;
    }
}

void TestEvidenceEngine::refusedTeamIsNeverLinked()
{
    StationInput station = madeStation(1);
    const QVector<CandidateSet> before = m_engine.match(station);
    const auto linked = std::ranges::find_if(before, [](const CandidateSet &set) { return set.automatic; });
    QVERIFY(linked != before.cend());
    station.refused.insert({linked->prescriberId.value, linked->candidates.constFirst().careTeam.value});
    const CandidateSet after = setOf(m_engine.match(station), linked->prescriberId.value);
    QVERIFY(!after.automatic ||
            after.candidates.constFirst().careTeam.value != linked->candidates.constFirst().careTeam.value);
    for (const Candidate &candidate : after.candidates) {
        if (candidate.careTeam.value == linked->candidates.constFirst().careTeam.value)
            QVERIFY(candidate.probability < linked->candidates.constFirst().probability);
    }
}

void TestEvidenceEngine::obstacle_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("words");
    QTest::newRow("blocked") << u"blocked"_s << u"blocked"_s;
    QTest::newRow("moving to Oracle Health") << u"moving"_s << u"Oracle Health"_s;
    QTest::newRow("two people of one name") << u"homonym"_s << u"share this name"_s;
    QTest::newRow("community care") << u"community"_s << u"community care"_s;
    QTest::newRow("another record system") << u"system"_s << u"record system"_s;
    QTest::newRow("a signature is asked for") << u"signature"_s << u"not one that decides"_s;
}

void TestEvidenceEngine::obstacle()
{
    QFETCH(QString, change);
    QFETCH(QString, words);
    StationInput station = madeStation(1);
    const QVector<CandidateSet> before = m_engine.match(station);
    const auto linked = std::ranges::find_if(before, [](const CandidateSet &set) { return set.automatic; });
    QVERIFY(linked != before.cend());
    Prescriber &prescriber = station.prescribers[linked->prescriberId.value - 1];
    CareTeam &team = station.careTeams[linked->candidates.constFirst().careTeam.value - 100];
    team.blocked = change == "blocked"_L1;
    team.migratingToOh = change == "moving"_L1;
    team.signatureRequired = change == "signature"_L1;
    if (change == "system"_L1)
        team.ehr = EhrSystem::OracleHealth;
    if (change == "homonym"_L1)
        prescriber.homonyms = 2;
    if (change == "community"_L1)
        prescriber.divisionName = u"FEE BASIS"_s;
    const CandidateSet after = setOf(m_engine.match(station), linked->prescriberId.value);
    QVERIFY(!after.automatic);
    QVERIFY2(after.explanation.contains(words) || after.explanation.contains(u"likely"_s),
             qPrintable(after.explanation));
}

void TestEvidenceEngine::withoutPatientsNamesDecide()
{
    StationInput station = madeStation(1);
    station.associated.clear();
    QCOMPARE(m_engine.match(station), SurnameEngine().match(station));
}

void TestEvidenceEngine::learningIsTheSameEachTime()
{
    const StationInput one = madeStation(6);
    const StationInput other = madeStation(7);
    const Lexicon lexicon = projectLexicon();
    const StationEvidence first(one, lexicon);
    const StationEvidence second(other, lexicon);
    const QVector<LearningStation> stations{{&one, &first}, {&other, &second}};
    const QVector<Anchor> anchors = anchorsOf(stations);
    QVERIFY(std::ranges::any_of(anchors, [](const Anchor &anchor) { return !anchor.team; }));
    const Weights weights = learnWeights(stations, u"test"_s);
    QCOMPARE(weights, learnWeights(stations, u"test"_s));
    for (int field = 0; field < fieldCount; ++field) {
        const auto &worth = weights.pair[size_t(field)];
        if (isAscending(Field(field)))
            QVERIFY(std::ranges::is_sorted(worth.cbegin(), worth.cbegin() + levelCount(Field(field))));
    }
    // A contradiction never speaks for a team, and the fewer others the words fit, the more they say.
    const auto &names = weights.pair[size_t(Field::Name)];
    QVERIFY(names[size_t(nameLevel(NameLevel::Contradicts, 0))] <= 0);
    QVERIFY(names[size_t(nameLevel(NameLevel::Given, 0))] > 0);
    QVERIFY(names[size_t(nameLevel(NameLevel::Given, 2))] < names[size_t(nameLevel(NameLevel::Given, 0))]);
    for (const NoneCurve &curve : weights.none)
        QVERIFY(std::ranges::is_sorted(curve.chances, std::ranges::greater{}));
}

void TestEvidenceEngine::learntWeightsSurviveTheFile()
{
    const Weights weights = shippedWeights();
    const auto again = Weights::fromJson(weights.toJson());
    QVERIFY(again);
    QCOMPARE(*again, weights);
    // Where nobody is known to have no team, it stays open how many have none.
    StationInput station = madeStation(8);
    for (Prescriber &prescriber : station.prescribers)
        prescriber.divisionName.clear();
    const StationEvidence evidence(station, projectLexicon());
    const auto learnt = Weights::fromJson(learnWeights({{&station, &evidence}}, u"test"_s).toJson());
    QVERIFY2(learnt, learnt ? "" : qPrintable(learnt.error().text));
    QCOMPARE(learnt->none[0].at(3), 0.5);
}

void TestEvidenceEngine::unreadableWeightsAreTold()
{
    const auto weights = Weights::fromJson(R"({"version":"x","pair":{"gathering":[1]}})");
    QVERIFY(!weights);
    QVERIFY2(weights.error().text.contains(u"gathering"_s), qPrintable(weights.error().text));
}

QTEST_APPLESS_MAIN(TestEvidenceEngine)
#include "tst_evidenceengine.moc"
