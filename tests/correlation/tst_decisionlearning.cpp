// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correlation/conditionallogit.h"
#include "models/correlation/learnnames.h"
#include "models/correlation/sharpenweights.h"
#include "models/correlation/worthasking.h"
#include "tests/correlation/correlationworld.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <memory>

using namespace renewal;
using namespace renewal::correlation;
using namespace Qt::StringLiterals;

namespace {

/// Stations with everything that learning reads; decisions can be added.
class Crowd
{
public:
    explicit Crowd(int stations)
    {
        for (int i = 0; i < stations; ++i)
            m_inputs.push_back(std::make_unique<StationInput>(madeStation(quint32(100 + i))));
        for (const auto &input : m_inputs) {
            m_evidence.push_back(std::make_unique<StationEvidence>(*input, m_lexicon));
            m_stations.append({input.get(), m_evidence.back().get()});
        }
    }

    /// Staff say of everybody whom matching has a candidate for that it is right, or that it is wrong.
    void decideAll(const Weights &weights, bool right)
    {
        for (qsizetype i = 0; i < m_stations.size(); ++i) {
            StationInput &input = *m_inputs[size_t(i)];
            input.decided.clear();
            for (qsizetype row = 0; row < input.prescribers.size(); ++row) {
                const Posterior posterior = posteriorOf(*m_evidence[size_t(i)], row, weights);
                const auto best = std::ranges::max_element(posterior.probabilities);
                const auto team = quint32(best - posterior.probabilities.cbegin());
                input.decided.append({quint32(row), right ? std::optional<quint32>(team) : std::nullopt});
            }
        }
    }

    const QVector<LearningStation> &stations() const { return m_stations; }
    const StationEvidence &evidence(int station) const { return *m_evidence[size_t(station)]; }
    Weights learnt(const Weights &weights) const
    {
        Weights sharpened = weights;
        sharpened.learnt = learnFromDecisions(m_stations, decisionsOf(m_stations), weights);
        return sharpened;
    }

private:
    Lexicon m_lexicon = projectLexicon();
    std::vector<std::unique_ptr<StationInput>> m_inputs;
    std::vector<std::unique_ptr<StationEvidence>> m_evidence;
    QVector<LearningStation> m_stations;
};

double bestProbability(const StationEvidence &evidence, qsizetype prescriber, const Weights &weights)
{
    const Posterior posterior = posteriorOf(evidence, prescriber, weights);
    return *std::ranges::max_element(posterior.probabilities);
}

CandidateSet setOf(qint64 id, bool automatic, bool withCandidate = true)
{
    CandidateSet set;
    set.prescriberId.value = id;
    set.automatic = automatic;
    if (withCandidate)
        set.candidates = {{TriageTeamId{100}, u"Team"_s, 0.7, {}}};
    return set;
}

} // namespace

/// What matching learns: names by expectation maximisation, and from what staff decided.
class TestDecisionLearning : public QObject
{
    Q_OBJECT

private slots:
    void likelihoodOfNamesNeverFalls();
    void namesOfTheTeamCountForIt();
    void fewDecisionsTeachNothing();
    void decisionsMoveTheOdds_data();
    void decisionsMoveTheOdds();
    void oneSetStillAddsUpToOne();
    void evidenceStillAddsUpToTheResult();
    void moreNeverCountsAgainst();
    void learningIsTheSameEachTime();
    void whatWasLearntSurvivesTheFile();
    void brokenStepsAreTold();
    void asksOnlyAboutOpenCases();
    void asksTheSameInAnyOrder();

private:
    const Weights m_weights = shippedWeights();
};

void TestDecisionLearning::likelihoodOfNamesNeverFalls()
{
    const Crowd crowd(8);
    const NameLearning learning = learnNames(crowd.stations(), m_weights);
    QVERIFY(learning.likelihood.size() > 2);
    for (qsizetype i = 1; i < learning.likelihood.size(); ++i)
        QVERIFY2(learning.likelihood.at(i) >= learning.likelihood.at(i - 1) - 1e-9,
                 qPrintable(u"round %1"_s.arg(i)));
    QVERIFY(learning.likelihood.constLast() > learning.likelihood.constFirst() + 1);
}

void TestDecisionLearning::namesOfTheTeamCountForIt()
{
    const Crowd crowd(8);
    const NameLearning learning = learnNames(crowd.stations(), m_weights);
    const auto bits = [&](NameLevel level) { return learning.bits[size_t(nameLevel(level, 0))]; };
    QVERIFY(bits(NameLevel::Surname) > 1);
    QVERIFY(bits(NameLevel::Surname) > bits(NameLevel::Nobody));
    QVERIFY(bits(NameLevel::Colleague) < 0);
}

void TestDecisionLearning::fewDecisionsTeachNothing()
{
    Crowd crowd(6); // of 30 prescribers each
    crowd.decideAll(m_weights, true);
    QVERIFY(decisionsOf(crowd.stations()).size() < fewestDecisions);
    QVERIFY(crowd.learnt(m_weights).learnt.isEmpty());
}

void TestDecisionLearning::decisionsMoveTheOdds_data()
{
    QTest::addColumn<bool>("right");
    QTest::newRow("staff agreed each time") << true;
    QTest::newRow("staff disagreed each time") << false;
}

void TestDecisionLearning::decisionsMoveTheOdds()
{
    QFETCH(bool, right);
    Crowd crowd(8);
    crowd.decideAll(m_weights, right);
    const Weights learnt = crowd.learnt(m_weights);
    QCOMPARE(learnt.learnt.size(), learntSteps);
    double before = 0;
    double after = 0;
    for (qsizetype i = 0; i < crowd.evidence(0).prescribers(); ++i) {
        before += bestProbability(crowd.evidence(0), i, m_weights);
        after += bestProbability(crowd.evidence(0), i, learnt);
    }
    const QString both = u"%1, then %2"_s.arg(before).arg(after);
    QVERIFY2(right ? after > before + 1 : after < before - 5, qPrintable(both));
}

void TestDecisionLearning::oneSetStillAddsUpToOne()
{
    Crowd crowd(8);
    crowd.decideAll(m_weights, false);
    const Weights learnt = crowd.learnt(m_weights);
    for (qsizetype i = 0; i < crowd.evidence(1).prescribers(); ++i) {
        const Posterior posterior = posteriorOf(crowd.evidence(1), i, learnt);
        double sum = posterior.none;
        for (const double probability : posterior.probabilities)
            sum += probability;
        QVERIFY2(std::abs(sum - 1) < 1e-9, qPrintable(QString::number(sum)));
    }
}

void TestDecisionLearning::evidenceStillAddsUpToTheResult()
{
    Crowd crowd(8);
    crowd.decideAll(m_weights, true);
    const EvidenceEngine engine(projectLexicon(), crowd.learnt(m_weights));
    int looked = 0;
    for (const CandidateSet &set : engine.match(*crowd.stations().constFirst().input)) {
        if (set.candidates.isEmpty() || set.noneProbability < 1e-6)
            continue;
        double bits = 0;
        for (const Evidence &piece : set.candidates.constFirst().evidence)
            bits += piece.bits;
        const double odds = std::log2(set.candidates.constFirst().probability / set.noneProbability);
        QVERIFY2(std::abs(bits - odds) < 0.1, qPrintable(u"%1 against %2"_s.arg(bits).arg(odds)));
        ++looked;
    }
    QVERIFY(looked > 5);
}

void TestDecisionLearning::moreNeverCountsAgainst()
{
    Crowd crowd(8);
    crowd.decideAll(m_weights, false);
    const Weights learnt = crowd.learnt(m_weights);
    for (const Field field : {Field::Gathering, Field::Share, Field::Coverage}) {
        for (int level = 1; level < levelCount(field); ++level) {
            PairLevels low{};
            PairLevels high{};
            low[size_t(field)] = quint8(level - 1);
            high[size_t(field)] = quint8(level);
            QVERIFY(learntBits(learnt, field, high) >= learntBits(learnt, field, low) - 1e-12);
        }
    }
}

void TestDecisionLearning::learningIsTheSameEachTime()
{
    Crowd crowd(8);
    crowd.decideAll(m_weights, true);
    Crowd again(8);
    again.decideAll(m_weights, true);
    QCOMPARE(crowd.learnt(m_weights).toJson(), again.learnt(m_weights).toJson());
}

void TestDecisionLearning::whatWasLearntSurvivesTheFile()
{
    Crowd crowd(8);
    crowd.decideAll(m_weights, false);
    const Weights learnt = crowd.learnt(m_weights);
    const auto read = Weights::fromJson(learnt.toJson());
    QVERIFY(read);
    QCOMPARE(read->learnt.size(), learntSteps);
    QCOMPARE(read->toJson(), learnt.toJson());
}

void TestDecisionLearning::brokenStepsAreTold()
{
    Weights weights = m_weights;
    weights.learnt = {0.5, 1.0};
    const auto read = Weights::fromJson(weights.toJson());
    QVERIFY(!read);
    QVERIFY2(read.error().text.contains(u"learnt"_s), qPrintable(read.error().text));
}

void TestDecisionLearning::asksOnlyAboutOpenCases()
{
    const QVector<CandidateSet> sets{setOf(1, true), setOf(2, false), setOf(3, false, false),
                                     setOf(4, false)};
    QVector<PrescriberId> asked = worthAsking(sets, 10);
    std::ranges::sort(asked, {}, &PrescriberId::value);
    QCOMPARE(asked, (QVector<PrescriberId>{{2}, {4}}));
    QCOMPARE(worthAsking(sets, 1).size(), 1);
    QCOMPARE(worthAsking(sets, 0).size(), 0);
}

void TestDecisionLearning::asksTheSameInAnyOrder()
{
    QVector<CandidateSet> sets;
    for (int id = 1; id <= 50; ++id)
        sets.append(setOf(id, id % 3 == 0));
    const QVector<PrescriberId> asked = worthAsking(sets, 12);
    std::ranges::reverse(sets);
    QCOMPARE(worthAsking(sets, 12), asked);
    QCOMPARE(asked.size(), 12);
}

QTEST_GUILESS_MAIN(TestDecisionLearning)
#include "tst_decisionlearning.moc"
